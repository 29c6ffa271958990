import type { Transaction } from "kysely";
import { membersOf } from "~/cohorts/index.server";
import type { DB } from "~/db/schema";
import { setSheetMembers } from "~/sheets/index.server";
import { announceGroupWork } from "./announce.server";

/**
 * Lets the sheets of a cohort's class groups follow its groups, in the transaction that changed them: who is in the group
 * now writes in its sheets, who left looks at what they helped to hand in. Doing it again changes nothing.
 */
export async function followClassGroups(trx: Transaction<DB>, cohortId: string, now: Date): Promise<void> {
  const sheets = await trx.selectFrom("group_sheet").select(["id", "group_id", "sheet_id", "chapter_slug"]).where("cohort_id", "=", cohortId).orderBy("id").execute();
  if (sheets.length === 0) return;
  const [members, former] = [await membersOf(trx, [...new Set(sheets.map((sheet) => sheet.group_id))]), await handedInBy(trx, cohortId)];
  for (const sheet of sheets) {
    const writers = (members.get(sheet.group_id) ?? []).map((member) => member.personId);
    const readers = (former.get(sheet.id) ?? []).filter((personId) => !writers.includes(personId));
    await setSheetMembers(trx, { sheetId: sheet.sheet_id, members: [...writers.map((personId) => ({ personId, may: "edit" as const })), ...readers.map((personId) => ({ personId, may: "read" as const }))], now });
  }
  for (const chapterSlug of new Set(sheets.map((sheet) => sheet.chapter_slug))) await announceGroupWork(trx, { cohortId, chapterSlug });
}

/** People, still enrolled, who were in the group for something it handed in; by sheet. */
async function handedInBy(trx: Transaction<DB>, cohortId: string): Promise<Map<string, string[]>> {
  const rows = await trx
    .selectFrom("group_submission_member as m")
    .innerJoin("group_submission as u", "u.id", "m.submission_id")
    .innerJoin("group_sheet as s", "s.id", "u.group_sheet_id")
    .innerJoin("enrolment as e", "e.id", "m.enrolment_id")
    .select(["s.id", "e.person_id"])
    .distinct()
    .where("s.cohort_id", "=", cohortId)
    .where("e.left_at", "is", null)
    .execute();
  const people = new Map<string, string[]>();
  for (const { id, person_id } of rows) people.set(id, [...(people.get(id) ?? []), person_id]);
  return people;
}
