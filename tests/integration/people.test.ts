import { beforeAll, describe, expect, test } from "vitest";
import { inTransaction } from "~/db/index.server";
import { type Actor, holds } from "~/people";
import { addTeam, auditPage, closeTeam, grantRole, invitePerson, listPeople, loadActor, moveToTeam, reinstatePerson, renameTeam, revokeRole, suspendPerson, teamTree } from "~/people/index.server";
import { auditOf, COMPANY, makePeople, type TestPeople } from "../factories/people";
import { useDatabase } from "../setup/database";

const t = useDatabase();
let people: TestPeople;
beforeAll(async () => {
  people = await makePeople(t.db);
});

const NOW = new Date("2026-11-24T08:00:00Z");
const at = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
const grantsOf = (personId: string) => t.db.selectFrom("role_grant").select(["id", "role"]).where("person_id", "=", personId).where("revoked_at", "is", null).execute();
const revoke = (actor: Actor, personId: string, grantId: string) => inTransaction(t.db, "revoke", (trx) => revokeRole(trx, actor, { grantId, personId, now: new Date() }));
const suspend = (actor: Actor, personId: string) => inTransaction(t.db, "suspend", (trx) => suspendPerson(trx, actor, { personId, now: new Date() }));
const move = (personId: string, teamId: string | null, now: Date) => inTransaction(t.db, "move", (trx) => moveToTeam(trx, people.admin, { personId, teamId, now }));

describe("a role in a team", () => {
  test("reaches the whole subtree as it stands, and nothing beside it", async () => {
    const region = await people.team();
    const [left, right] = [await people.team(region), await people.team(region)];
    const leaf = await people.team(left);
    const elsewhere = await people.team();
    const manager = await people.actor("manager", { kind: "team", teamId: left });
    const reaches = (actor: Actor, teamId: string) => holds(actor, "team:progress", { kind: "team", teamId });
    expect([left, leaf].every((teamId) => reaches(manager, teamId))).toBe(true);
    expect([region, right, elsewhere, people.companyId].some((teamId) => reaches(manager, teamId))).toBe(false);
    expect(holds(manager, "team:progress", COMPANY)).toBe(false);
    // A team that is added below comes along by itself.
    const added = await people.team(leaf);
    expect(reaches(await people.reload(manager.id), added)).toBe(true);
  });

  test("is given once, however often it is asked for, and is written down once", async () => {
    const { id } = await people.person();
    const give = () => inTransaction(t.db, "grant", (trx) => grantRole(trx, people.admin, { personId: id, role: "examiner", scope: COMPANY, now: NOW }));
    await Promise.all([give(), give(), give()]);
    expect((await grantsOf(id)).map((grant) => grant.role).sort()).toEqual(["examiner", "learner"]);
    expect((await auditOf(t.db, id)).filter((action) => action === "grant-role")).toHaveLength(2);
  });

  test("is taken from the person it was named for only", async () => {
    const [one, other] = [await people.person(), await people.person()];
    const [grant] = await grantsOf(one.id);
    expect(await revoke(people.admin, other.id, grant!.id)).toEqual({ ok: false, error: { code: "unknown-grant" } });
    expect(await revoke(people.admin, one.id, grant!.id)).toEqual({ ok: true, value: undefined });
    expect(await revoke(people.admin, one.id, grant!.id)).toEqual({ ok: false, error: { code: "unknown-grant" } });
    expect((await people.reload(one.id)).grants).toEqual([]);
    expect(await auditOf(t.db, one.id)).toEqual(["invite-person", "grant-role", "revoke-role"]);
  });
});

describe("the last administrator", () => {
  /** Only these administer the company: whoever else did is suspended. */
  async function administrators(count: number): Promise<Actor[]> {
    await t.sql`update role_grant set revoked_at = now() where role = 'administrator' and revoked_at is null`;
    return Promise.all(Array.from({ length: count }, () => people.actor("administrator")));
  }
  const count = async () => Number((await t.sql<{ n: string }[]>`select count(*) as n from role_grant g join person p on p.id = g.person_id where g.role = 'administrator' and g.scope_kind = 'company' and g.revoked_at is null and p.state = 'active'`)[0]!.n);
  const grantId = async (actor: Actor) => (await grantsOf(actor.id)).find((grant) => grant.role === "administrator")!.id;

  test("stays one", async () => {
    const [last] = await administrators(1);
    expect(await revoke(last!, last!.id, await grantId(last!))).toEqual({ ok: false, error: { code: "last-administrator" } });
  });

  test("is one even when somebody administers a team: that right opens no page", async () => {
    const [last] = await administrators(1);
    await people.actor("administrator", { kind: "team", teamId: await people.team() });
    expect(await revoke(last!, last!.id, await grantId(last!))).toEqual({ ok: false, error: { code: "last-administrator" } });
  });

  test("is one even when the other one is suspended", async () => {
    const [first, second] = (await administrators(2)) as [Actor, Actor];
    await suspend(first, second.id);
    expect(await revoke(first, first.id, await grantId(first))).toEqual({ ok: false, error: { code: "last-administrator" } });
  });

  test.each([
    ["revoke each other", revokeOther, revokeOther],
    ["suspend each other", suspendOther, suspendOther],
    ["revoke and suspend each other", revokeOther, suspendOther],
    ["each resign", resign, resign],
  ])("two at the same moment %s: one remains", async (_what, first, second) => {
    for (let round = 0; round < 4; round += 1) {
      const [one, two] = (await administrators(2)) as [Actor, Actor];
      const results = await Promise.all([first(one, two), second(two, one)]);
      expect(results.filter((result) => result.ok)).toHaveLength(1);
      expect(await count()).toBe(1);
    }
  });

  async function revokeOther(actor: Actor, other: Actor) {
    return revoke(actor, other.id, await grantId(other));
  }
  function suspendOther(actor: Actor, other: Actor) {
    return suspend(actor, other.id);
  }
  async function resign(actor: Actor) {
    return revoke(actor, actor.id, await grantId(actor));
  }
});

describe("teams", () => {
  test("a person is in one team at a time, and where they were stays on record", async () => {
    const [first, second] = [await people.team(), await people.team()];
    const { id } = await people.person({ teamId: first, now: NOW });
    await move(id, second, at(10));
    await move(id, null, at(20));
    const stays = await t.db.selectFrom("team_membership").select(["team_id", "valid_from", "valid_to"]).where("person_id", "=", id).orderBy("valid_from").execute();
    expect(stays).toEqual([
      { team_id: first, valid_from: NOW, valid_to: at(10) },
      { team_id: second, valid_from: at(10), valid_to: at(20) },
    ]);
    expect((await auditOf(t.db, id)).filter((action) => action === "move-to-team")).toHaveLength(2);
  });

  test("the database refuses two teams at one time, whoever asks", async () => {
    const [first, second] = [await people.team(), await people.team()];
    const { id } = await people.person({ teamId: first, now: NOW });
    const insert = (from: Date, to: Date | null) => t.db.insertInto("team_membership").values({ person_id: id, team_id: second, valid_from: from, valid_to: to, recorded_by: null }).execute();
    await expect(insert(at(1), null)).rejects.toMatchObject({ code: "23P01" });
    await expect(insert(at(-2), at(1))).rejects.toMatchObject({ code: "23P01" });
    await expect(insert(at(-2), NOW)).resolves.toBeDefined();
  });

  test("moving to where one is, or to a closed team, changes nothing", async () => {
    const [team, closed] = [await people.team(), await people.team()];
    const { id } = await people.person({ teamId: team, now: NOW });
    await inTransaction(t.db, "close", (trx) => closeTeam(trx, people.admin, { teamId: closed, now: NOW }));
    expect(await move(id, team, at(1))).toEqual({ ok: true, value: undefined });
    expect(await move(id, closed, at(1))).toEqual({ ok: false, error: { code: "unknown-team" } });
    expect(await auditOf(t.db, id)).toEqual(["invite-person", "grant-role"]);
  });

  test("a slip that is mended at once leaves no stay of no length", async () => {
    const [first, second] = [await people.team(), await people.team()];
    const { id } = await people.person({ teamId: first, now: NOW });
    await move(id, second, NOW);
    expect(await t.db.selectFrom("team_membership").select("team_id").where("person_id", "=", id).execute()).toEqual([{ team_id: second }]);
  });

  test("a team with people or teams in it is not closed, and the numbers say why", async () => {
    const team = await people.team();
    const below = await people.team(team);
    await people.person({ teamId: team, now: NOW });
    const close = (teamId: string) => inTransaction(t.db, "close", (trx) => closeTeam(trx, people.admin, { teamId, now: NOW }));
    expect(await close(team)).toEqual({ ok: false, error: { code: "team-not-empty", people: 1, teams: 1 } });
    expect(await close(people.companyId)).toEqual({ ok: false, error: { code: "unknown-team" } });
    expect(await close(below)).toEqual({ ok: true, value: undefined });
    expect(await close(below)).toEqual({ ok: false, error: { code: "unknown-team" } });
    expect((await teamTree(t.db)).map((node) => node.id)).not.toContain(below);
    expect(await auditOf(t.db, below)).toEqual(["add-team", "close-team"]);
  });

  test("are added, renamed and written down", async () => {
    const team = await people.team();
    expect(await inTransaction(t.db, "rename", (trx) => renameTeam(trx, people.admin, { teamId: team, nameZh: "新名", nameEn: "New" }))).toEqual({ ok: true, value: undefined });
    expect(await auditOf(t.db, team)).toEqual(["add-team", "rename-team"]);
    expect(await inTransaction(t.db, "add", (trx) => addTeam(trx, people.admin, { parentId: people.admin.id, nameZh: "x", nameEn: "x" }))).toEqual({ ok: false, error: { code: "unknown-team" } });
  });
});

describe("accounts", () => {
  test("an address belongs to one account, however it is written", async () => {
    const { email } = await people.person();
    const invite = (address: string) => inTransaction(t.db, "invite", (trx) => invitePerson(trx, people.admin, { email: address, name: "另一位", nameLatin: null, title: null, locale: "en", teamId: null, role: "learner", scope: COMPANY }, NOW));
    expect(await invite(` ${email.toUpperCase()}`)).toEqual({ ok: false, error: { code: "email-taken" } });
    const fresh = `${crypto.randomUUID()}@hengneng.test`;
    const results = await Promise.all([invite(fresh), invite(fresh)]);
    expect(results.map((result) => result.ok).sort()).toEqual([false, true]);
  });

  test("nobody suspends themself, and nobody is suspended twice", async () => {
    const { id } = await people.person();
    const admin = await people.actor("administrator");
    expect(await suspend(admin, admin.id)).toEqual({ ok: false, error: { code: "not-yourself" } });
    expect((await suspend(admin, id)).ok).toBe(true);
    expect(await suspend(admin, id)).toEqual({ ok: false, error: { code: "unknown-person" } });
    expect(await loadActor(t.db, id)).toBeUndefined();
  });

  test("who never set a password is invited again when reinstated", async () => {
    const { id } = await people.person({ state: "invited" });
    await suspend(await people.actor("administrator"), id);
    await inTransaction(t.db, "reinstate", (trx) => reinstatePerson(trx, people.admin, id));
    expect(await t.db.selectFrom("person").select("state").where("id", "=", id).executeTakeFirst()).toEqual({ state: "invited" });
    expect(await loadActor(t.db, id)).toBeUndefined();
  });

  test.each(["%", "_", "\\", "'; drop table person; --"])("a search for %s looks for just that", async (search) => {
    expect((await listPeople(t.db, { search, role: null, page: 1 })).total).toBe(0);
    expect(await auditPage(t.db, { before: null, search })).toEqual([]);
  });
});

describe("the audit log", () => {
  test("cannot be changed, not even by the program itself", async () => {
    await expect(t.db.updateTable("audit_event").set({ action: "nothing" }).execute()).rejects.toMatchObject({ code: "23001" });
    await expect(t.db.deleteFrom("audit_event").execute()).rejects.toMatchObject({ code: "23001" });
  });

  test("goes with the act: what is rolled back is not written down", async () => {
    const { id } = await people.person();
    const team = await people.team();
    await expect(
      inTransaction(t.db, "move and fail", async (trx) => {
        await moveToTeam(trx, people.admin, { personId: id, teamId: team, now: NOW });
        throw new Error("something else went wrong");
      }),
    ).rejects.toThrow("something else");
    expect(await auditOf(t.db, id)).not.toContain("move-to-team");
  });

  test("names who did what to whom", async () => {
    const { id } = await people.person();
    const [entry] = (await auditPage(t.db, { before: null, search: "grant-role" })).filter((row) => row.subjectId === id);
    expect(entry).toMatchObject({ actor: "刘晓萌", subject: "林岚", action: "grant-role", details: { role: "learner", scope: "company" } });
  });
});
