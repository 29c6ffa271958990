/** Reading the ledger: the lines that hold, now or at a past moment. */
import { type Kysely, sql } from "kysely";
import type { DB } from "~/db/schema";
import type { LedgerLine } from "./entry";

export interface LedgerQuery {
  personIds: readonly string[];
  /** Only these; left out, all. */
  competencies?: readonly string[];
  /** As it was known then; left out, as it is known now. */
  knownAt?: Date;
}

/** The lines of each person that no later word of their source supersedes, oldest first. */
export async function ledgerLines(db: Kysely<DB>, { personIds, competencies, knownAt }: LedgerQuery): Promise<LedgerLine[]> {
  if (personIds.length === 0) return [];
  return db
    .selectFrom("capability_entry as e")
    .innerJoin("capability_line as l", "l.entry_id", "e.id")
    .select(["e.id as entryId", "e.person_id as personId", "e.source_kind as kind", "e.source_id as sourceId", "e.view", "e.occasion", "e.cohort_id as cohortId", "e.observed_at as observedAt", "l.item", "l.competency", "l.share", "l.difficulty"])
    .where("e.person_id", "in", personIds)
    .where("e.retracted", "=", false)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("capability_entry as later")
            .select(sql`1`.as("one"))
            .whereRef("later.supersedes", "=", "e.id")
            .$if(knownAt !== undefined, (query) => query.where("later.recorded_at", "<=", knownAt ?? new Date(0))),
        ),
      ),
    )
    .$if(knownAt !== undefined, (query) => query.where("e.recorded_at", "<=", knownAt ?? new Date(0)))
    .$if(competencies !== undefined, (query) => query.where("l.competency", "in", [...(competencies ?? []), ""]))
    .orderBy("e.observed_at")
    .orderBy("e.id")
    .orderBy("l.item")
    .execute();
}
