/** Rows of groups ⇄ what this room and others know of them. */
import { type Kysely, sql, type Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { BY_NAME } from "~/people/index.server";
import type { GroupPurpose } from "./group";

/** Groups of one purpose in one cohort. */
export interface GroupsKey {
  cohortId: string;
  purpose: GroupPurpose;
}

/** A learner in a group. */
export interface GroupMember {
  enrolmentId: string;
  personId: string;
  name: string;
  nameLatin: string | null;
  title: string | null;
  teamId: string | null;
  teamZh: string | null;
  teamEn: string | null;
  /** In this group from when. */
  since: Date;
}

export interface Group {
  id: string;
  cohortId: string;
  purpose: GroupPurpose;
  name: string;
  position: number;
  dissolvedAt: Date | null;
}

const COLUMNS = ["g.id", "g.cohort_id as cohortId", "g.purpose", "g.name", "g.position", "g.dissolved_at as dissolvedAt"] as const;

/** Groups `g`, dissolved ones too. */
export function groupRows(db: Kysely<DB>) {
  return db.selectFrom("cohort_group as g").select(COLUMNS);
}

/** Holds the groups of a cohort until the transaction ends: of two changes at once the second sees what the first did. False: no such cohort. */
export async function lockGroups(trx: Transaction<DB>, cohortId: string): Promise<boolean> {
  return (await trx.selectFrom("cohort").select("id").where("id", "=", cohortId).forNoKeyUpdate().executeTakeFirst()) !== undefined;
}

/** The group, if it belongs to the cohort; dissolved ones too. */
export function findGroup(db: Kysely<DB>, { cohortId, groupId }: { cohortId: string; groupId: string }): Promise<Group | undefined> {
  return groupRows(db).where("g.id", "=", groupId).where("g.cohort_id", "=", cohortId).executeTakeFirst();
}

/** The groups that stand, in order. */
export function standingGroups(db: Kysely<DB>, { cohortId, purpose }: GroupsKey): Promise<Group[]> {
  return groupRows(db).where("g.cohort_id", "=", cohortId).where("g.purpose", "=", purpose).where("g.dissolved_at", "is", null).orderBy("g.position").orderBy("g.id").execute();
}

/**
 * The members of groups by group, each by name: as they are now (of people still enrolled), or as they were at a moment.
 * A group without members is not in the answer.
 */
export async function membersOf(db: Kysely<DB>, groupIds: readonly string[], at?: Date): Promise<Map<string, GroupMember[]>> {
  if (groupIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("cohort_group_member as gm")
    .innerJoin("enrolment as e", "e.id", "gm.enrolment_id")
    .innerJoin("person as p", "p.id", "e.person_id")
    .leftJoin("team_membership as m", (join) => join.onRef("m.person_id", "=", "p.id").on("m.valid_to", "is", null))
    .leftJoin("team as t", "t.id", "m.team_id")
    .select(["gm.group_id as groupId", "e.id as enrolmentId", "p.id as personId", "p.name", "p.name_latin as nameLatin", "p.title", "t.id as teamId", "t.name_zh as teamZh", "t.name_en as teamEn", "gm.valid_from as since"])
    .where("gm.group_id", "=", sql<string>`any(${groupIds}::uuid[])`)
    .$if(at === undefined, (query) => query.where("gm.valid_to", "is", null).where("e.left_at", "is", null))
    .$if(at !== undefined, (query) => query.where("gm.valid_from", "<=", at!).where((eb) => eb.or([eb("gm.valid_to", "is", null), eb("gm.valid_to", ">", at!)])))
    .orderBy(BY_NAME)
    .orderBy("e.id")
    .execute();
  const members = new Map<string, GroupMember[]>();
  for (const { groupId, ...member } of rows) members.set(groupId, [...(members.get(groupId) ?? []), member]);
  return members;
}

/** The group of a purpose that a learner is in, now or at a moment. */
export function groupOf(db: Kysely<DB>, { enrolmentId, purpose, at }: { enrolmentId: string; purpose: GroupPurpose; at?: Date }): Promise<Group | undefined> {
  return groupRows(db)
    .innerJoin("cohort_group_member as gm", "gm.group_id", "g.id")
    .where("gm.enrolment_id", "=", enrolmentId)
    .where("gm.purpose", "=", purpose)
    .$if(at === undefined, (query) => query.where("gm.valid_to", "is", null))
    .$if(at !== undefined, (query) => query.where("gm.valid_from", "<=", at!).where((eb) => eb.or([eb("gm.valid_to", "is", null), eb("gm.valid_to", ">", at!)])))
    .executeTakeFirst();
}

/** Puts learners into a group from `now` on; the caller has seen to it that they are in no other of the purpose. */
export async function addMembers(trx: Transaction<DB>, actorId: string, group: Pick<Group, "id" | "cohortId" | "purpose">, enrolmentIds: readonly string[], now: Date): Promise<void> {
  if (enrolmentIds.length === 0) return;
  await trx
    .insertInto("cohort_group_member")
    .values(enrolmentIds.map((enrolment_id) => ({ group_id: group.id, cohort_id: group.cohortId, purpose: group.purpose, enrolment_id, valid_from: now, recorded_by: actorId })))
    .execute();
}

/** Ends memberships from `now` on: a learner's (of one purpose or of all), or a whole group's. */
export async function endMembers(trx: Transaction<DB>, actorId: string, who: { enrolmentId: string; purpose?: GroupPurpose } | { groupId: string }, now: Date): Promise<void> {
  const matching: Record<string, string> = "groupId" in who ? { group_id: who.groupId } : { enrolment_id: who.enrolmentId, ...(who.purpose ? { purpose: who.purpose } : {}) };
  await trx
    .updateTable("cohort_group_member")
    .set({ valid_to: sql`greatest(valid_from, ${now}::timestamptz)`, ended_by: actorId })
    .where("valid_to", "is", null)
    .where((eb) => eb.and(matching))
    .execute();
}

/** Those of the enrolments that are of this cohort and running. */
export async function enrolledAmong(db: Kysely<DB>, cohortId: string, enrolmentIds: readonly string[]): Promise<Set<string>> {
  const rows = await db.selectFrom("enrolment").select("id").where("cohort_id", "=", cohortId).where("left_at", "is", null).where("id", "=", sql<string>`any(${enrolmentIds}::uuid[])`).execute();
  return new Set(rows.map((row) => row.id));
}
