import type { Kysely, Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { notFound } from "~/platform/errors";
import type { Scope } from "~/people";

/** Where rights over a cohort are wanted. */
export async function cohortScope(db: Kysely<DB>, cohortId: string): Promise<Scope> {
  const cohort = await db.selectFrom("cohort").select("team_id").where("id", "=", cohortId).executeTakeFirst();
  if (!cohort) throw notFound();
  return { kind: "cohort", cohortId, teamId: cohort.team_id };
}

/** Lets the rooms that keep something by group follow a change of the groups, in its transaction. */
export async function followGroups(_trx: Transaction<DB>, _cohortId: string, _now: Date): Promise<void> {
  await Promise.resolve();
}
