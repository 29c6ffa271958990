import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import { notFound } from "~/platform/errors";
import type { Scope } from "~/people";

/** Where rights over a cohort are wanted. */
export async function cohortScope(db: Kysely<DB>, cohortId: string): Promise<Scope> {
  const cohort = await db.selectFrom("cohort").select("team_id").where("id", "=", cohortId).executeTakeFirst();
  if (!cohort) throw notFound();
  return { kind: "cohort", cohortId, teamId: cohort.team_id };
}
