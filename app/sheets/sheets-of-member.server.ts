import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";

/** A sheet as its member chooses it. */
export interface MemberSheet {
  id: string;
  title: string;
  changedAt: Date;
  done: number;
  of: number;
  /** Copied from another sheet: then it is itself a continuation. */
  copiedFrom: string | null;
}

/** The sheets of one kind in a cohort that a person is a member of now, the one changed last first. */
export function sheetsOfMember(db: Kysely<DB>, { personId, cohortId, key }: { personId: string; cohortId: string; key: string }): Promise<MemberSheet[]> {
  return db
    .selectFrom("sheet as s")
    .innerJoin("sheet_member as m", (join) => join.onRef("m.sheet_id", "=", "s.id").on("m.valid_to", "is", null))
    .select(["s.id", "s.title", "s.changed_at as changedAt", "s.done_count as done", "s.of_count as of", "s.copied_from as copiedFrom"])
    .where("m.person_id", "=", personId)
    .where("s.cohort_id", "=", cohortId)
    .where("s.definition_key", "=", key)
    .orderBy("s.changed_at", "desc")
    .execute();
}
