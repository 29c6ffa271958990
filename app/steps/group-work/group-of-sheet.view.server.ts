import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import { broadcastsOf } from "./broadcast.server";
import { groupSheetRows } from "./rows.server";

/** What a sheet's own page says of the group whose sheet it is, to a member: the way back, and what the instructor says. */
export interface GroupOfSheet {
  enrolmentId: string;
  chapterSlug: string;
  groupName: string;
  timeZone: string;
  broadcasts: Awaited<ReturnType<typeof broadcastsOf>>;
}

/** Undefined for a sheet that is no group's, and for who is not in the group now. */
export async function groupOfSheet(db: Kysely<DB>, { sheetId, personId, now }: { sheetId: string; personId: string; now: Date }): Promise<GroupOfSheet | undefined> {
  const row = await groupSheetRows(db)
    .innerJoin("cohort_group_member as m", (join) => join.onRef("m.group_id", "=", "s.group_id").on("m.valid_to", "is", null))
    .innerJoin("enrolment as e", (join) => join.onRef("e.id", "=", "m.enrolment_id").on("e.left_at", "is", null))
    .innerJoin("cohort as c", "c.id", "s.cohort_id")
    .select(["e.id as enrolmentId", "c.time_zone as timeZone"])
    .where("s.sheet_id", "=", sheetId)
    .where("e.person_id", "=", personId)
    .executeTakeFirst();
  return row && { enrolmentId: row.enrolmentId, chapterSlug: row.chapterSlug, groupName: row.groupName, timeZone: row.timeZone, broadcasts: await broadcastsOf(db, row, now) };
}
