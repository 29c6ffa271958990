import { type Kysely, sql } from "kysely";
import { membersOf, standingGroups } from "~/cohorts/index.server";
import type { DB } from "~/db/schema";
import type { Locale } from "~/i18n/locale";
import type { StepState } from "~/pipeline";
import { cohortGate } from "~/pipeline/index.server";
import { broadcastsOf } from "./broadcast.server";
import { type GroupSheet, groupSheetRows, latestOf, type Submission, submissionsOf } from "./rows.server";
import { factsOfSheets } from "./room-facts.server";
import type { SheetFacts } from "./sheet-facts.server";
import { chapterTools, pickedTools, type Tool } from "./tools-of-chapter.server";

/** A group's sheet in the instructor's room. */
export interface RoomSheet extends GroupSheet {
  facts: SheetFacts;
  submission: Submission | null;
}

export interface RoomGroup {
  id: string;
  name: string;
  members: { enrolmentId: string; personId: string; name: string; nameLatin: string | null; state: StepState | null }[];
  /** By tool, in the order of the tools; null where nobody has begun. */
  sheets: { tool: Tool; sheet: RoomSheet | null }[];
}

/** All groups of a cohort at work on a chapter. */
export interface GroupRoom {
  tools: Tool[];
  /** What else the chapter teaches. */
  allTools: Tool[];
  groups: RoomGroup[];
  /** Sheets of groups that are no more, which still wait for a word. */
  orphans: RoomSheet[];
  unplaced: number;
  requireComplete: boolean;
  broadcasts: Awaited<ReturnType<typeof broadcastsOf>>;
}

/** The instructor's room; the caller has checked that the cohort has the chapter. */
export async function groupRoom(db: Kysely<DB>, { cohortId, chapterSlug }: { cohortId: string; chapterSlug: string }, locale: Locale, now: Date): Promise<GroupRoom> {
  const key = { cohortId, chapterSlug };
  const [groups, tools, allTools, gate, rows, broadcasts, unplaced] = await Promise.all([
    standingGroups(db, { cohortId, purpose: "class" }),
    pickedTools(db, key),
    chapterTools(db, chapterSlug),
    cohortGate(db, cohortId, chapterSlug, "group-work"),
    groupSheetRows(db).where("s.cohort_id", "=", cohortId).where("s.chapter_slug", "=", chapterSlug).orderBy("s.created_at").execute(),
    broadcastsOf(db, key, now),
    countUnplaced(db, cohortId),
  ]);
  const [members, submissions, facts] = await Promise.all([membersOf(db, groups.map((group) => group.id)), submissionsOf(db, rows.map((row) => row.id)), factsOfSheets(db, rows.map((row) => row.sheetId), locale, now)]);
  const latest = latestOf(submissions);
  const states = await stepStates(db, chapterSlug, [...members.values()].flat().map((member) => member.enrolmentId));
  const sheets = rows.flatMap((row): RoomSheet[] => {
    const known = facts.get(row.sheetId);
    return known ? [{ ...row, facts: known, submission: latest.get(row.id) ?? null }] : [];
  });
  return {
    tools,
    allTools,
    groups: groups.map(({ id, name }) => ({
      id,
      name,
      members: (members.get(id) ?? []).map(({ enrolmentId, personId, name: own, nameLatin }) => ({ enrolmentId, personId, name: own, nameLatin, state: states.get(enrolmentId) ?? null })),
      sheets: tools.map((tool) => ({ tool, sheet: sheets.find((sheet) => sheet.groupId === id && sheet.sheetKey === tool.key) ?? null })),
    })),
    orphans: sheets.filter((sheet) => sheet.state === "submitted" && !groups.some((group) => group.id === sheet.groupId)),
    unplaced,
    requireComplete: gate.requireComplete,
    broadcasts,
  };
}

async function countUnplaced(db: Kysely<DB>, cohortId: string): Promise<number> {
  const row = await db
    .selectFrom("enrolment as e")
    .select((eb) => eb.fn.countAll<string>().as("n"))
    .where("e.cohort_id", "=", cohortId)
    .where("e.left_at", "is", null)
    .where((eb) => eb.not(eb.exists(eb.selectFrom("cohort_group_member as m").select("m.id").whereRef("m.enrolment_id", "=", "e.id").where("m.purpose", "=", "class").where("m.valid_to", "is", null))))
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

async function stepStates(db: Kysely<DB>, chapterSlug: string, enrolmentIds: readonly string[]): Promise<Map<string, StepState>> {
  const rows = await db.selectFrom("progress").select(["enrolment_id", "state"]).where("chapter_slug", "=", chapterSlug).where("step", "=", "group-work").where("enrolment_id", "=", sql<string>`any(${[...enrolmentIds]}::uuid[])`).execute();
  return new Map(rows.map((row) => [row.enrolment_id, row.state]));
}
