/** Rows of field tracking, and who may coach whom. */
import { type Expression, type Kysely, sql, type SqlBool, type Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { type Actor, reachOf } from "~/people";
import type { ApplicationState, QualityLevel } from "./application";

/** One learner's field step of one chapter. */
export type FieldStep = { enrolmentId: string; chapterSlug: string };

export interface ApplicationRow extends FieldStep {
  id: string;
  personId: string;
  cohortId: string;
  dealId: string;
  sheetKey: string;
  sheetId: string | null;
  versionBefore: number | null;
  versionAfter: number | null;
  note: string | null;
  usedOn: string;
  loggedAt: Date;
  state: ApplicationState;
  level: QualityLevel | null;
  round: number;
  dueAt: Date | null;
  version: number;
}

const APPLICATION_COLUMNS = [
  "a.id", "a.enrolment_id as enrolmentId", "a.chapter_slug as chapterSlug", "a.person_id as personId", "e.cohort_id as cohortId", "a.deal_id as dealId",
  "a.sheet_key as sheetKey", "a.sheet_id as sheetId", "a.version_before as versionBefore", "a.version_after as versionAfter", "a.note", "a.used_on as usedOn",
  "a.logged_at as loggedAt", "a.state", "a.level", "a.round", "a.due_at as dueAt", "a.version",
] as const;

/** Applications, to be narrowed by who asks. */
export function applications(db: Kysely<DB>) {
  return db.selectFrom("field_application as a").innerJoin("enrolment as e", "e.id", "a.enrolment_id").select(APPLICATION_COLUMNS);
}

/** A row as this room speaks of it. */
export function toApplication<R extends { level: number | null }>(row: R): Omit<R, "level"> & { level: QualityLevel | null } {
  return { ...row, level: row.level as QualityLevel | null };
}

/** An application, held until the transaction ends. */
export async function lockApplication(trx: Transaction<DB>, id: string): Promise<ApplicationRow | undefined> {
  const row = await applications(trx).where("a.id", "=", id).forNoKeyUpdate("a").executeTakeFirst();
  return row && toApplication(row);
}

/**
 * Whether the person named by `person` (a column, e.g. `p.id`) is in a team that `actor` coaches now. Nobody coaches
 * themselves.
 */
export function coachedBy(actor: Actor, person: string): Expression<SqlBool> {
  const reach = reachOf(actor, "field:coach");
  const teams = reach.all ? sql<SqlBool>`true` : sql<SqlBool>`m.team_id = any(${reach.teamIds}::uuid[])`;
  return sql<SqlBool>`(${sql.ref(person)} <> ${actor.id} and exists (select from team_membership m where m.person_id = ${sql.ref(person)} and m.valid_to is null and ${teams}))`;
}

/** Whether `actor` may coach this person. */
export async function mayCoach(db: Kysely<DB>, actor: Actor, personId: string): Promise<boolean> {
  const row = await db.selectFrom("person as p").select("p.id").where("p.id", "=", personId).where(coachedBy(actor, "p.id")).executeTakeFirst();
  return row !== undefined;
}
