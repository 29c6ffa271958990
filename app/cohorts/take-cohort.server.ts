import { type Kysely, sql, type Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { type AuditEntry, writeAudit } from "~/people/index.server";
import { fail, ok, type Result } from "~/platform/result";
import type { CohortStale } from "./cohort";

/** What a change of a cohort needs to know of it. */
export interface TakenCohort {
  id: string;
  timeZone: string;
  startsOn: string;
  endsOn: string;
  state: "draft" | "open" | "closed";
}

/**
 * Takes a cohort for a change that `signChange` then makes known: of two people who saw the same version the first wins,
 * and the second learns who it was. The cohort stays locked until the transaction ends.
 */
export async function takeCohort(trx: Transaction<DB>, cohortId: string, expectedVersion: number): Promise<Result<TakenCohort, CohortStale | { code: "not-found" }>> {
  const row = await trx
    .selectFrom("cohort")
    .select(["id", "time_zone as timeZone", "starts_on as startsOn", "ends_on as endsOn", "state", "version"])
    .where("id", "=", cohortId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!row) return fail({ code: "not-found" });
  const { version, ...taken } = row;
  return version === expectedVersion ? ok(taken) : fail((await staleCohort(trx, cohortId)) ?? { code: "not-found" });
}

/** Says of a taken cohort that it was changed: its version rises, and the audit log says by whom it did. */
export async function signChange(trx: Transaction<DB>, actorId: string, cohortId: string, action: string, details: NonNullable<AuditEntry["details"]> = {}): Promise<void> {
  const { version } = await trx.updateTable("cohort").set({ version: sql`version + 1` }).where("id", "=", cohortId).returning("version").executeTakeFirstOrThrow();
  await writeAudit(trx, { actorId, action, subject: { kind: "cohort", id: cohortId }, details: { ...details, version } });
}

/** What to tell somebody whose version is no longer the present one: who changed the cohort last; undefined when there is none. */
export async function staleCohort(db: Kysely<DB>, cohortId: string): Promise<CohortStale | undefined> {
  const current = await db.selectFrom("cohort").select("version").where("id", "=", cohortId).executeTakeFirst();
  if (!current) return undefined;
  const last = await db
    .selectFrom("audit_event as a")
    .leftJoin("person as p", "p.id", "a.actor_id")
    .select(["p.name", "a.at"])
    .where("a.subject_kind", "=", "cohort")
    .where("a.subject_id", "=", cohortId)
    .where(sql`a.details ->> 'version'`, "=", String(current.version))
    .orderBy("a.id", "desc")
    .limit(1)
    .executeTakeFirst();
  return { code: "stale", version: current.version, by: last?.name ?? null, at: last?.at ?? null };
}
