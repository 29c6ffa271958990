/** People with roles and teams, made by the use cases that make them in earnest. */
import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import { hashPassword } from "~/auth/index.server";
import { inTransaction } from "~/db/index.server";
import type { DB } from "~/db/schema";
import type { Actor, Role } from "~/people";
import { addTeam, type GrantScope, grantRole, invitePerson, loadActor } from "~/people/index.server";

export const PASSWORD = "a word nobody guesses";
let passwordHash: Promise<string> | undefined;

export type TestPeople = {
  /** The first administrator. */
  admin: Actor;
  companyId: string;
  team(parentId?: string): Promise<string>;
  /** An active person with `PASSWORD`, or whatever else `state` says. */
  person(options?: { state?: "active" | "invited" | "suspended"; teamId?: string | null; roles?: [Role, GrantScope?][]; now?: Date }): Promise<{ id: string; email: string }>;
  /** The same, with their rights as they stand. */
  actor(role: Role, scope?: GrantScope): Promise<Actor>;
  reload(personId: string): Promise<Actor>;
};

export const COMPANY = { kind: "company" } as const satisfies GrantScope;

/** A company with an administrator. A database has one, so every call adds another company beside it. */
export async function makePeople(db: Kysely<DB>): Promise<TestPeople> {
  passwordHash ??= hashPassword(PASSWORD);
  const hash = await passwordHash;
  const { id: companyId } = await db.insertInto("team").values({ parent_id: null, kind: "company", name_zh: "恒能", name_en: "Hengneng", closed_at: null }).returning("id").executeTakeFirstOrThrow();
  const first = await db.insertInto("person").values({ email: `${randomUUID()}@hengneng.test`, name: "刘晓萌", name_latin: null, title: null, password_hash: hash, state: "active" }).returning("id").executeTakeFirstOrThrow();
  await db.insertInto("role_grant").values({ person_id: first.id, role: "administrator", scope_kind: "company", team_id: null, cohort_id: null, granted_by: null, revoked_at: null, revoked_by: null }).execute();

  const reload = async (personId: string) => {
    const actor = await loadActor(db, personId);
    if (!actor) throw new Error("expected an active person");
    return actor;
  };
  const admin = await reload(first.id);
  const people: TestPeople = {
    admin,
    companyId,
    reload,
    async team(parentId = companyId) {
      const result = await inTransaction(db, "add team", (trx) => addTeam(trx, admin, { parentId, nameZh: "销售一部", nameEn: "Sales 1" }));
      if (!result.ok) throw new Error(result.error.code);
      return result.value.teamId;
    },
    async person({ state = "active", teamId = null, roles = [["learner"]], now = new Date() } = {}) {
      const email = `${randomUUID()}@hengneng.test`;
      const id = await inTransaction(db, "add person", async (trx) => {
        const [[role, scope = COMPANY], ...more] = roles as [[Role, GrantScope?], ...[Role, GrantScope?][]];
        const invited = await invitePerson(trx, admin, { email, name: "林岚", nameLatin: null, title: null, locale: "zh", teamId, role, scope }, now);
        if (!invited.ok) throw new Error(invited.error.code);
        for (const [another, where = COMPANY] of more) await grantRole(trx, admin, { personId: invited.value.personId, role: another, scope: where, now });
        return invited.value.personId;
      });
      if (state !== "invited") await db.updateTable("person").set({ password_hash: hash, state }).where("id", "=", id).execute();
      return { id, email };
    },
    async actor(role, scope = COMPANY) {
      return reload((await people.person({ roles: [[role, scope]] })).id);
    },
  };
  return people;
}

/** What the audit log says about somebody, oldest first. */
export async function auditOf(db: Kysely<DB>, personId: string): Promise<string[]> {
  const rows = await db.selectFrom("audit_event").select("action").where("subject_id", "=", personId).orderBy("id").execute();
  return rows.map((row) => row.action);
}
