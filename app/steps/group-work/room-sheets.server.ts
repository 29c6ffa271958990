import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";

/** Ids of the sheets of a chapter's groups: of all of them, or of the groups that a learner is in now. */
export async function roomSheets(db: Kysely<DB>, { cohortId, chapterSlug }: { cohortId: string; chapterSlug: string }, enrolmentId: string | null): Promise<string[]> {
  const rows = await db
    .selectFrom("group_sheet as s")
    .select("s.sheet_id")
    .where("s.cohort_id", "=", cohortId)
    .where("s.chapter_slug", "=", chapterSlug)
    .$if(enrolmentId !== null, (query) => query.where((eb) => eb.exists(eb.selectFrom("cohort_group_member as m").select("m.id").whereRef("m.group_id", "=", "s.group_id").where("m.enrolment_id", "=", enrolmentId ?? "").where("m.valid_to", "is", null))))
    .execute();
  return rows.map((row) => row.sheet_id);
}
