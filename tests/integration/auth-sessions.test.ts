import { beforeAll, describe, expect, test } from "vitest";
import { changePassword, createSessionAuth, endOwnSessions, issueLink, findLink, ownSessions, type SessionAuth, signIn } from "~/auth/index.server";
import { inTransaction } from "~/db/index.server";
import { grantRole, reinstatePerson, revokeRole, suspendPerson } from "~/people/index.server";
import { auditOf, COMPANY, makePeople, PASSWORD, type TestPeople } from "../factories/people";
import { useDatabase } from "../setup/database";

const t = useDatabase();
let people: TestPeople;
let auth: SessionAuth;
beforeAll(async () => {
  people = await makePeople(t.db);
  auth = createSessionAuth({ sql: t.sql, db: t.db, secure: false });
});

const NEW_PASSWORD = "another good sentence";
const nameValue = (setCookie: string) => setCookie.split(";", 1)[0]!;

/** Signs somebody in as a browser would hold it. */
async function open(personId: string, userAgent = "Firefox/144.0 (X11; Linux x86_64)") {
  const cookie = nameValue(await auth.open(personId, { userAgent, ip: "192.0.2.7" }));
  const session = await auth.read(cookie);
  if (!session) throw new Error("expected a session");
  return { cookie, session };
}

describe("the cookie", () => {
  test("is out of reach of scripts and other sites; over https it never travels without", async () => {
    const { id } = await people.person();
    const plain = await auth.open(id, { userAgent: "", ip: "" });
    expect(plain).toMatch(/^roadbook_session=[^;]{20,};.*HttpOnly/);
    expect(plain).toContain("SameSite=Lax");
    expect(plain).toContain("Path=/");
    expect(plain).not.toContain("Secure");
    expect(plain).not.toContain("Domain");
    const https = createSessionAuth({ sql: t.sql, db: t.db, secure: true });
    expect(await https.open(id, { userAgent: "", ip: "" })).toContain("Secure");
    expect(https.blankCookie()).toMatch(/Secure/);
  });

  test.each([undefined, "", "roadbook_session=", "roadbook_session=invented", "other=1", "roadbook_session=' or 1=1", `roadbook_session=${"a".repeat(9_000)}`, "roadbook_session=%00", "roadbook_session=%E0%A4%A", "roadbook_session=%", ";;=;"])("%j is nobody", async (header) => {
    expect(await auth.read(header)).toBeNull();
  });

  test("is found among others, even when one of those is no good", async () => {
    const { id } = await people.person();
    const { cookie } = await open(id);
    expect((await auth.read(`discount=100%; ${cookie}; theme=dark`))?.actor.id).toBe(id);
    expect(await auth.read(`x${cookie}`)).toBeNull();
  });

  test("every sign-in has a session of its own, and the name of a session opens nothing", async () => {
    const { id } = await people.person();
    const [first, second] = [await open(id), await open(id)];
    expect(first.session.id).not.toBe(second.session.id);
    expect(first.session.publicId).not.toBe(first.session.id);
    expect(await auth.read(`roadbook_session=${first.session.publicId}`)).toBeNull();
  });

  test("ends on the server when signed out, and when its time is over", async () => {
    const { id } = await people.person();
    const [first, second] = [await open(id), await open(id)];
    await auth.end(first.session.id);
    expect(await auth.read(first.cookie)).toBeNull();
    await t.db.updateTable("session").set({ expires_at: new Date(Date.now() - 1_000) }).where("id", "=", second.session.id).execute();
    expect(await auth.read(second.cookie)).toBeNull();
  });
});

describe("own sessions", () => {
  test("show devices, not secrets, and which one is this", async () => {
    const { id } = await people.person();
    const [phone, laptop] = [await open(id, "phone"), await open(id, "laptop")];
    const shown = await ownSessions(t.db, phone.session.actor, phone.session.id, new Date());
    expect(shown.map(({ userAgent, ip, current }) => ({ userAgent, ip, current }))).toEqual(
      expect.arrayContaining([{ userAgent: "phone", ip: "192.0.2.7", current: true }, { userAgent: "laptop", ip: "192.0.2.7", current: false }]),
    );
    expect(JSON.stringify(shown)).not.toContain(phone.session.id);
    expect(JSON.stringify(shown)).not.toContain(laptop.session.id);
  });

  test("can be ended; somebody else's cannot", async () => {
    const [mine, theirs] = [await people.person(), await people.person()];
    const [phone, laptop] = [await open(mine.id), await open(mine.id)];
    const other = await open(theirs.id);
    const end = (which: Parameters<typeof endOwnSessions>[2]) => inTransaction(t.db, "end", (trx) => endOwnSessions(trx, phone.session.actor, which));
    expect(await end({ publicId: other.session.publicId })).toBe(0);
    expect(await auth.read(other.cookie)).not.toBeNull();
    expect(await end({ publicId: laptop.session.publicId })).toBe(1);
    expect(await auth.read(laptop.cookie)).toBeNull();
    expect((await auditOf(t.db, mine.id)).filter((action) => action === "end-sessions")).toHaveLength(1);
    await open(mine.id);
    expect(await end({ allBut: phone.session.id })).toBe(1);
    expect(await auth.read(phone.cookie)).not.toBeNull();
    expect(await auth.read(other.cookie)).not.toBeNull();
  });
});

describe("changing the password", () => {
  const change = (session: Awaited<ReturnType<typeof open>>["session"], current: string, next = NEW_PASSWORD, now = new Date()) =>
    inTransaction(t.db, "change", (trx) => changePassword(trx, session.actor, { current, next, keepSessionId: session.id, now }));

  test("ends the other sessions and open links, keeps this one, and is written down", async () => {
    const { id, email } = await people.person();
    const [here, there] = [await open(id), await open(id)];
    const { secret } = await inTransaction(t.db, "link", (trx) => issueLink(trx, { personId: id, purpose: "reset", createdBy: null, now: new Date() }));
    expect(await change(here.session, PASSWORD)).toEqual({ ok: true, value: { endedSessions: 1 } });
    expect(await auth.read(here.cookie)).not.toBeNull();
    expect(await auth.read(there.cookie)).toBeNull();
    expect(await findLink(t.db, secret, new Date())).toBeUndefined();
    expect((await signIn(t.db, { email, password: PASSWORD, ip: "10.3.0.1", now: new Date() })).ok).toBe(false);
    expect((await signIn(t.db, { email, password: NEW_PASSWORD, ip: "10.3.0.1", now: new Date() })).ok).toBe(true);
    expect(await auditOf(t.db, id)).toContain("change-password");
  });

  test("needs the old one, and a new one that will do", async () => {
    const here = await open((await people.person()).id);
    expect(await change(here.session, "not the password")).toEqual({ ok: false, error: { code: "wrong-password" } });
    expect(await change(here.session, PASSWORD, "short")).toEqual({ ok: false, error: { code: "password-too-short" } });
    expect(await change(here.session, PASSWORD, here.session.actor.email)).toEqual({ ok: false, error: { code: "password-is-email" } });
  });

  test("cannot be guessed from an open session", async () => {
    const here = await open((await people.person()).id);
    const now = new Date();
    for (let at = 0; at < 8; at += 1) await change(here.session, `guess ${at}`, NEW_PASSWORD, now);
    expect(await change(here.session, PASSWORD, NEW_PASSWORD, now)).toMatchObject({ ok: false, error: { code: "locked" } });
    expect((await change(here.session, PASSWORD, NEW_PASSWORD, new Date(now.getTime() + 16 * 60_000))).ok).toBe(true);
  });
});

describe("rights follow at once", () => {
  test("a suspended person is out, and in again only by signing in", async () => {
    const { id, email } = await people.person();
    const here = await open(id);
    expect(await inTransaction(t.db, "suspend", (trx) => suspendPerson(trx, people.admin, { personId: id, now: new Date() }))).toEqual({ ok: true, value: undefined });
    expect(await auth.read(here.cookie)).toBeNull();
    await inTransaction(t.db, "reinstate", (trx) => reinstatePerson(trx, people.admin, id));
    expect(await auth.read(here.cookie)).toBeNull();
    expect((await signIn(t.db, { email, password: PASSWORD, ip: "10.3.0.2", now: new Date() })).ok).toBe(true);
    expect(await auditOf(t.db, id)).toEqual(["invite-person", "grant-role", "suspend-person", "reinstate-person", "sign-in"]);
  });

  test("a role given or taken counts from the next request on", async () => {
    const { id } = await people.person();
    const here = await open(id);
    const roles = async () => (await auth.read(here.cookie))?.actor.grants.map((grant) => grant.role).sort();
    await inTransaction(t.db, "grant", (trx) => grantRole(trx, people.admin, { personId: id, role: "examiner", scope: COMPANY, now: new Date() }));
    expect(await roles()).toEqual(["examiner", "learner"]);
    const { id: grantId } = await t.db.selectFrom("role_grant").select("id").where("person_id", "=", id).where("role", "=", "examiner").executeTakeFirstOrThrow();
    await inTransaction(t.db, "revoke", (trx) => revokeRole(trx, people.admin, { grantId, personId: id, now: new Date() }));
    expect(await roles()).toEqual(["learner"]);
  });
});
