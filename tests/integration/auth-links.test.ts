import { beforeAll, describe, expect, test } from "vitest";
import { findLink, issueLink, LINK_HOURS, type LinkPurpose, requestReset, signIn, useLink } from "~/auth/index.server";
import { inTransaction } from "~/db/index.server";
import { suspendPerson } from "~/people/index.server";
import { auditOf, makePeople, PASSWORD, type TestPeople } from "../factories/people";
import { useDatabase } from "../setup/database";

const t = useDatabase();
let people: TestPeople;
beforeAll(async () => {
  people = await makePeople(t.db);
});

const NOW = new Date("2026-11-24T08:00:00Z");
const inHours = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);
const NEW_PASSWORD = "another good sentence";
const issue = (personId: string, purpose: LinkPurpose, now = NOW) => inTransaction(t.db, "issue", (trx) => issueLink(trx, { personId, purpose, createdBy: null, now }));
const spend = (secret: string, password = NEW_PASSWORD, now = NOW) => inTransaction(t.db, "spend", (trx) => useLink(trx, { secret, password, now }));
const gone = { ok: false, error: { code: "link-not-usable" } };
let addresses = 0;
const enter = (email: string, password: string) => signIn(t.db, { email, password, ip: `10.1.0.${(addresses += 1)}`, now: NOW });
const openSession = (personId: string) => t.db.insertInto("session").values({ id: `s-${personId}-${(addresses += 1)}`, user_id: personId, expires_at: inHours(24 * 30) }).execute();
const sessionsOf = async (personId: string) => (await t.db.selectFrom("session").select("id").where("user_id", "=", personId).execute()).length;

describe("an invitation", () => {
  test("is greeted by name, sets the password once, and makes the person active", async () => {
    const { id, email } = await people.person({ state: "invited" });
    const { secret, expiresAt } = await issue(id, "invitation");
    expect(expiresAt).toEqual(inHours(LINK_HOURS.invitation));
    expect(await findLink(t.db, secret, NOW)).toEqual({ personId: id, name: "林岚", email, purpose: "invitation" });
    expect(await spend(secret)).toEqual({ ok: true, value: { personId: id } });
    expect((await enter(email, NEW_PASSWORD)).ok).toBe(true);
    expect(await spend(secret, "yet another one")).toEqual(gone);
    expect(await findLink(t.db, secret, NOW)).toBeUndefined();
    expect(await auditOf(t.db, id)).toEqual(["invite-person", "grant-role", "accept-invitation", "sign-in"]);
  });

  test("used twice at the same moment sets one password", async () => {
    const { id, email } = await people.person({ state: "invited" });
    const { secret } = await issue(id, "invitation");
    const passwords = ["the first of two", "the second of two"];
    const results = await Promise.all(passwords.map((password) => spend(secret, password)));
    expect(results.map((result) => result.ok).sort()).toEqual([false, true]);
    const winner = passwords[results.findIndex((result) => result.ok)]!;
    expect((await enter(email, winner)).ok).toBe(true);
  });

  test("sent again, the earlier one is void; the other purpose is not touched", async () => {
    const { id } = await people.person({ state: "invited" });
    const reset = await issue(id, "reset");
    const first = await issue(id, "invitation");
    const second = await issue(id, "invitation", inHours(1));
    expect(await findLink(t.db, first.secret, inHours(1))).toBeUndefined();
    expect(await findLink(t.db, second.secret, inHours(1))).toBeDefined();
    expect(await findLink(t.db, reset.secret, inHours(1))).toBeDefined();
  });

  test("a password that is refused does not spend it", async () => {
    const { id, email } = await people.person({ state: "invited" });
    const { secret } = await issue(id, "invitation");
    expect(await spend(secret, "short")).toEqual({ ok: false, error: { code: "password-too-short" } });
    expect(await spend(secret, email)).toEqual({ ok: false, error: { code: "password-is-email" } });
    expect((await spend(secret)).ok).toBe(true);
  });
});

test.each(["invitation", "reset"] as const)("a link for %s ends with its last moment", async (purpose) => {
  const { id } = await people.person({ state: purpose === "reset" ? "active" : "invited" });
  const { secret, expiresAt } = await issue(id, purpose);
  const before = new Date(expiresAt.getTime() - 1);
  expect(await findLink(t.db, secret, before)).toBeDefined();
  expect(await findLink(t.db, secret, expiresAt)).toBeUndefined();
  expect(await spend(secret, NEW_PASSWORD, expiresAt)).toEqual(gone);
  expect((await spend(secret, NEW_PASSWORD, before)).ok).toBe(true);
});

test.each(["", "x", "../../etc", "a".repeat(5_000), "\u0000", "%00"])("an invented secret (%j) opens nothing", async (secret) => {
  expect(await findLink(t.db, secret, NOW)).toBeUndefined();
  expect(await spend(secret)).toEqual(gone);
});

test("the database knows no secret that would open a link", async () => {
  const { id } = await people.person({ state: "invited" });
  const { secret } = await issue(id, "invitation");
  const rows = await t.sql<{ row: string }[]>`select to_json(l)::text as row from account_link l where person_id = ${id}`;
  expect(rows).toHaveLength(1);
  expect(rows[0]!.row).not.toContain(secret);
});

describe("a reset", () => {
  const ask = (email: string, ip = `10.2.0.${(addresses += 1) % 250}`, now = NOW) => inTransaction(t.db, "reset", (trx) => requestReset(trx, { email, ip, now }));

  test("ends every session and the old password", async () => {
    const { id, email } = await people.person();
    await openSession(id);
    const reset = await ask(` ${email.toUpperCase()}`);
    expect(reset).toMatchObject({ email, name: "林岚", locale: "zh" });
    expect((await spend(reset!.secret)).ok).toBe(true);
    expect(await sessionsOf(id)).toBe(0);
    expect((await enter(email, PASSWORD)).ok).toBe(false);
    expect((await enter(email, NEW_PASSWORD)).ok).toBe(true);
    expect((await auditOf(t.db, id)).slice(-3)).toEqual(["request-reset", "reset-password", "sign-in"]);
  });

  test.each(["invited", "suspended"] as const)("is not sent to somebody who is %s", async (state) => {
    const { id, email } = await people.person({ state });
    expect(await ask(email)).toBeNull();
    expect(await auditOf(t.db, id)).not.toContain("request-reset");
  });

  test("is not sent to an address that nobody has", async () => {
    expect(await ask("nobody@hengneng.test")).toBeNull();
  });

  test("is sent three times an hour at most, and again an hour later", async () => {
    const { email } = await people.person();
    const answers = [];
    for (let at = 0; at < 5; at += 1) answers.push((await ask(email)) !== null);
    expect(answers).toEqual([true, true, true, false, false]);
    expect(await ask(email, "10.2.1.1", inHours(1.1))).not.toBeNull();
  });

  test("cannot be asked for many accounts from one address", async () => {
    const others = await Promise.all(Array.from({ length: 21 }, () => people.person()));
    const sent = [];
    for (const { email } of others) sent.push((await ask(email, "10.2.2.2")) !== null);
    expect(sent.filter(Boolean)).toHaveLength(20);
  });

  test("a link asked for before the account was suspended opens nothing", async () => {
    const { id, email } = await people.person();
    const reset = await ask(email);
    await inTransaction(t.db, "suspend", (trx) => suspendPerson(trx, people.admin, { personId: id, now: NOW }));
    expect(await spend(reset!.secret)).toEqual(gone);
  });
});
