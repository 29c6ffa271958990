import { createHash } from "node:crypto";
import { type Kysely, sql } from "kysely";
import type { DB } from "~/db/schema";
import { fail, ok, type Result } from "~/platform/result";
import { BY_NAME } from "~/people/index.server";
import { formGroups, type FormingWish, type Placeable, type Unmet } from "./form-groups";
import type { GroupsKey } from "./rows.server";

/** A learner as forming looks at them. */
export interface Candidate extends Placeable {
  personId: string;
  name: string;
  nameLatin: string | null;
  teamZh: string | null;
  teamEn: string | null;
}

/** Groups as they would be formed; nothing is written. */
export interface FormingPlan {
  groups: Candidate[][];
  unmet: (Omit<Unmet, "places"> & { places: { group: number; people: Candidate[] }[] })[];
  /** Says who was looked at: forming refuses if it is no longer the same. */
  seen: string;
}

/** Draws groups of all learners who are in none of the purpose, by the wish. The same learners and seed give the same groups. */
export async function planForming(db: Kysely<DB>, key: GroupsKey, wish: FormingWish): Promise<Result<FormingPlan, { code: "too-few" }>> {
  const people = await unplaced(db, key);
  const formed = formGroups(people, wish);
  if (!formed.ok) return fail(formed.error);
  const known = new Map(people.map((person) => [person.id, person]));
  const named = (ids: readonly string[]): Candidate[] => ids.flatMap((id) => known.get(id) ?? []);
  return ok({
    groups: formed.value.groups.map(named),
    unmet: formed.value.unmet.map((unmet) => ({ ...unmet, places: unmet.places.map(({ group, people: ids }) => ({ group, people: named(ids) })) })),
    seen: fingerprint(people),
  });
}

/** Learners of the cohort who are in no group of the purpose, by name. */
export async function unplaced(db: Kysely<DB>, { cohortId, purpose }: GroupsKey): Promise<Candidate[]> {
  const people = await candidates(db, cohortId);
  const placed = await db.selectFrom("cohort_group_member").select("enrolment_id").where("cohort_id", "=", cohortId).where("purpose", "=", purpose).where("valid_to", "is", null).execute();
  const taken = new Set(placed.map((row) => row.enrolment_id));
  return people.filter((person) => !taken.has(person.id));
}

/** Everybody of the cohort by name, with whom of the others they lead. `id` is the enrolment. */
export async function candidates(db: Kysely<DB>, cohortId: string): Promise<Candidate[]> {
  const [people, leading] = await Promise.all([
    db
      .selectFrom("enrolment as e")
      .innerJoin("person as p", "p.id", "e.person_id")
      .leftJoin("team_membership as m", (join) => join.onRef("m.person_id", "=", "p.id").on("m.valid_to", "is", null))
      .leftJoin("team as t", "t.id", "m.team_id")
      .select(["e.id", "p.id as personId", "p.name", "p.name_latin as nameLatin", "p.title as level", "m.team_id as teamId", "t.name_zh as teamZh", "t.name_en as teamEn"])
      .select((eb) => eb.exists(eb.selectFrom("role_grant as r").select("r.id").whereRef("r.person_id", "=", "p.id").where("r.role", "in", ["manager", "executive"]).where("r.revoked_at", "is", null)).as("isManager"))
      .where("e.cohort_id", "=", cohortId)
      .where("e.left_at", "is", null)
      .orderBy(BY_NAME)
      .orderBy("e.id")
      .execute(),
    leaders(db, cohortId),
  ]);
  const leads = new Map<string, string[]>();
  for (const { boss, report } of leading) leads.set(boss, [...(leads.get(boss) ?? []), report]);
  return people.map((person) => ({ ...person, isManager: Boolean(person.isManager), leads: leads.get(person.id) ?? [] }));
}

/** Pairs of enrolments of the cohort: who manages a team at or above the other's. */
async function leaders(db: Kysely<DB>, cohortId: string): Promise<{ boss: string; report: string }[]> {
  const { rows } = await sql<{ boss: string; report: string }>`
    with recursive above as (
      select e.id as report, t.id, t.parent_id from enrolment e
      join team_membership m on m.person_id = e.person_id and m.valid_to is null join team t on t.id = m.team_id
      where e.cohort_id = ${cohortId} and e.left_at is null
      union all select a.report, t.id, t.parent_id from team t join above a on a.parent_id = t.id
    )
    select distinct b.id as boss, a.report from above a
    join role_grant g on g.team_id = a.id and g.role in ('manager', 'executive') and g.revoked_at is null
    join enrolment b on b.person_id = g.person_id and b.cohort_id = ${cohortId} and b.left_at is null
    where b.id <> a.report`.execute(db);
  return rows;
}

function fingerprint(people: readonly Candidate[]): string {
  const facts = people.map(({ id, teamId, level, isManager, leads }) => [id, teamId, level, isManager, [...leads].sort()]).sort();
  return createHash("sha256").update(JSON.stringify(facts)).digest("hex").slice(0, 24);
}
