import { type Kysely } from "kysely";
import type { DB } from "~/db/schema";
import { contributions } from "~/sheets/index.server";
import { sumOf } from "./contribution-share";
import type { GroupSheetState } from "./group-sheet";
import { groupSheetRows } from "./rows.server";

/** What becomes of the work on one sheet when a learner leaves or joins its group. */
export interface WorkOfMove {
  side: "left" | "joined";
  group: string;
  customer: string;
  chapterSlug: string;
  state: GroupSheetState;
  /** What the learner contributed to it. */
  part: number;
  /** Whether they were in the group when it was handed in. */
  handedIn: boolean;
}

/** The sheets of the class group that a learner would leave, and of the one they would join. */
export async function workOfMove(db: Kysely<DB>, { cohortId, enrolmentId, personId, from, to }: { cohortId: string; enrolmentId: string; personId: string; from: string | null; to: string | null }): Promise<WorkOfMove[]> {
  const ids = [from, to].flatMap((id) => id ?? []);
  if (ids.length === 0) return [];
  const sheets = await groupSheetRows(db).where("s.cohort_id", "=", cohortId).where("s.group_id", "in", ids).orderBy("s.created_at").execute();
  return Promise.all(
    sheets.map(async ({ id, sheetId, groupId, groupName, customer, chapterSlug, state }): Promise<WorkOfMove> => {
      const [people, was] = await Promise.all([
        contributions(db, sheetId),
        db.selectFrom("group_submission_member as m").innerJoin("group_submission as u", "u.id", "m.submission_id").select("u.id").where("u.group_sheet_id", "=", id).where("m.enrolment_id", "=", enrolmentId).limit(1).executeTakeFirst(),
      ]);
      const own = people.find((person) => person.personId === personId);
      return { side: groupId === from ? "left" : "joined", group: groupName, customer, chapterSlug, state, part: own ? sumOf(own) : 0, handedIn: was !== undefined };
    }),
  );
}
