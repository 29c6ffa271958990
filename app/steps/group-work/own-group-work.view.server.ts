import type { Kysely } from "kysely";
import { type Group, type GroupMember, groupOf, membersOf } from "~/cohorts/index.server";
import type { DB } from "~/db/schema";
import type { Locale } from "~/i18n/locale";
import { progressIn, stateAt, type Step, type StepState, unfinishedBefore } from "~/pipeline";
import { cohortGate, loadRoad } from "~/pipeline/index.server";
import { broadcastsOf } from "./broadcast.server";
import type { OwnChapter } from "./begin-sheet.server";
import { type GroupSheet, groupSheetRows, latestOf, type Submission, submissionsOf } from "./rows.server";
import { ownRating, type OwnRating } from "./own-rating.view.server";
import { type SheetFacts, sheetFacts } from "./sheet-facts.server";
import { pickedTools, type Tool } from "./tools-of-chapter.server";

/** One tool of the chapter with the group's sheet, once somebody began it. */
export interface OwnTool {
  tool: Tool;
  sheet: (GroupSheet & { facts: SheetFacts; submissions: Submission[]; rating: OwnRating | null }) | null;
}

/** A sheet of a group that the learner has left since, which they helped to hand in. */
export interface EarlierSheet extends GroupSheet {
  submission: Submission;
}

export interface OwnGroupWork {
  step: { state: StepState; since: Date; opensAt: Date | null; dueAt: Date | null; /** The first earlier step that is not done. */ behind: Step | null };
  requireComplete: boolean;
  group: (Pick<Group, "id" | "name"> & { members: GroupMember[] }) | null;
  tools: OwnTool[];
  earlier: EarlierSheet[];
  broadcasts: Awaited<ReturnType<typeof broadcastsOf>>;
}

/** A learner's group work on a chapter; undefined where the step is not on their road. The caller has checked the enrolment. */
export async function ownGroupWork(db: Kysely<DB>, { enrolmentId, cohortId, chapterSlug, locale, now }: OwnChapter & { locale: Locale; now: Date }): Promise<OwnGroupWork | undefined> {
  const planned = await loadRoad(db, enrolmentId, chapterSlug);
  if (!planned || !progressIn(planned.road, "group-work").included) return undefined;
  const { road, calendar } = planned;
  const [gate, group, tools, broadcasts] = await Promise.all([cohortGate(db, cohortId, chapterSlug, "group-work"), groupOf(db, { enrolmentId, purpose: "class" }), pickedTools(db, { cohortId, chapterSlug }), broadcastsOf(db, { cohortId, chapterSlug }, now)]);
  const standing = group?.dissolvedAt === null ? group : undefined;
  const [members, sheets, earlier] = await Promise.all([
    standing ? membersOf(db, [standing.id]) : new Map<string, GroupMember[]>(),
    standing ? groupSheetRows(db).where("s.group_id", "=", standing.id).where("s.chapter_slug", "=", chapterSlug).orderBy("s.created_at").execute() : [],
    earlierSheets(db, { enrolmentId, chapterSlug, except: standing?.id ?? null }),
  ]);
  const submissions = await submissionsOf(db, sheets.map((sheet) => sheet.id));
  const own = await Promise.all(sheets.map(async (sheet) => ({ sheet, facts: await sheetFacts(db, sheet.sheetId, locale, now), rating: await ownRating(db, sheet, enrolmentId) })));
  const shown = [...tools, ...own.filter(({ sheet }) => !tools.some((tool) => tool.key === sheet.sheetKey)).map(({ sheet, facts }) => ({ key: sheet.sheetKey, title: { zh: facts?.title ?? "", en: facts?.title ?? "" }, purpose: { zh: "", en: "" } }))];
  return {
    step: { state: stateAt(road, "group-work", calendar, now), since: progressIn(road, "group-work").since, opensAt: calendar["group-work"].opensAt, dueAt: calendar["group-work"].dueAt, behind: unfinishedBefore(road, "group-work")?.step ?? null },
    requireComplete: gate.requireComplete,
    group: standing ? { id: standing.id, name: standing.name, members: members.get(standing.id) ?? [] } : null,
    tools: shown.map((tool): OwnTool => {
      const found = own.find(({ sheet }) => sheet.sheetKey === tool.key);
      return { tool, sheet: found?.facts ? { ...found.sheet, facts: found.facts, submissions: submissions.filter((one) => one.groupSheetId === found.sheet.id), rating: found.rating } : null };
    }),
    earlier,
    broadcasts,
  };
}

async function earlierSheets(db: Kysely<DB>, { enrolmentId, chapterSlug, except }: { enrolmentId: string; chapterSlug: string; except: string | null }): Promise<EarlierSheet[]> {
  const sheets = await groupSheetRows(db)
    .where("s.chapter_slug", "=", chapterSlug)
    .where((eb) => eb.exists(eb.selectFrom("group_submission_member as m").innerJoin("group_submission as u", "u.id", "m.submission_id").select("u.id").whereRef("u.group_sheet_id", "=", "s.id").where("m.enrolment_id", "=", enrolmentId)))
    .$if(except !== null, (query) => query.where("s.group_id", "!=", except ?? ""))
    .execute();
  const latest = latestOf(await submissionsOf(db, sheets.map((sheet) => sheet.id)));
  return sheets.flatMap((sheet) => {
    const submission = latest.get(sheet.id);
    return submission ? [{ ...sheet, submission }] : [];
  });
}

/** Whether opening the room has something to say to the pipeline: the step is to begin, or work done earlier now counts. */
export function mayBeTold({ step, tools }: OwnGroupWork): boolean {
  const own = tools.flatMap(({ sheet }) => sheet ?? []);
  if (own.length === 0 || step.behind !== null) return false;
  return step.state === "available" || (step.state === "in-progress" && own.some((sheet) => sheet.state === "submitted" || sheet.state === "accepted"));
}
