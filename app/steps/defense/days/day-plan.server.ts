import type { Transaction } from "kysely";
import { checkSessionPlan, type PlanError } from "~/cohorts/index.server";
import type { DB } from "~/db/schema";
import { cohortGate } from "~/pipeline/index.server";
import { fail, ok, type Result } from "~/platform/result";
import { type DefenseDay, type Period, slotMinutes } from "./day";
import { gridTimes } from "./schedule/grid";

/** What an instructor says of a defense day. Times are instants; the zone is the cohort's. */
export interface DayPlan {
  title: string;
  startsAt: Date;
  endsAt: Date;
  breaks: Period[];
  places: { name: string; link: string | null }[];
  chapterSlugs: string[];
  /** Null takes the largest that the gates of the chapters ask for. */
  panelSize: number | null;
  presentationMinutes: number;
  questionMinutes: number;
  deliberationMinutes: number;
  changeoverMinutes: number;
  longestRun: number;
  bring: string | null;
}

export type DayPlanError = PlanError | { code: "no-places" } | { code: "same-places" } | { code: "break-outside" } | { code: "too-short" };

export interface CheckedPlan {
  timeZone: string;
  chapters: string[];
  panelSize: number;
}

/** What a plan must hold: the cohort's chapters, places with names of their own, breaks within, and time for one defense at least. */
export async function checkDayPlan(trx: Transaction<DB>, cohortId: string, plan: DayPlan): Promise<Result<CheckedPlan, DayPlanError>> {
  const [first] = plan.places;
  if (!first) return fail({ code: "no-places" });
  if (new Set(plan.places.map(({ name }) => name)).size !== plan.places.length) return fail({ code: "same-places" });
  const checked = await checkSessionPlan(trx, cohortId, { ...plan, place: first.name, link: first.link });
  if (!checked.ok) return checked;
  if (plan.breaks.some(({ startsAt, endsAt }) => endsAt <= startsAt || startsAt < plan.startsAt || endsAt > plan.endsAt)) return fail({ code: "break-outside" });
  if (timesOf(plan).length === 0) return fail({ code: "too-short" });
  const { timeZone, chapters } = checked.value;
  return ok({ timeZone, chapters, panelSize: plan.panelSize ?? (await panelSizeFor(trx, cohortId, chapters)) });
}

/** The times of a day as planned. */
export function timesOf(plan: Pick<DayPlan, "startsAt" | "endsAt" | "breaks" | "changeoverMinutes"> & Parameters<typeof slotMinutes>[0]) {
  const span = ({ startsAt, endsAt }: Period) => ({ from: startsAt.getTime(), to: endsAt.getTime() });
  return gridTimes({ ...span(plan), breaks: plan.breaks.map(span), slotMinutes: slotMinutes(plan), changeoverMinutes: plan.changeoverMinutes });
}

/** The largest panel that the gates of these chapters ask for. */
async function panelSizeFor(trx: Transaction<DB>, cohortId: string, chapters: readonly string[]): Promise<number> {
  let size: number = 2;
  for (const chapter of chapters) size = Math.max(size, (await cohortGate(trx, cohortId, chapter, "defense")).panelSize);
  return Math.min(size, 9);
}

/** The columns of a day that a plan fills. */
export function dayColumns(plan: DayPlan, { timeZone, panelSize }: CheckedPlan) {
  return {
    title: plan.title,
    starts_at: plan.startsAt,
    ends_at: plan.endsAt,
    time_zone: timeZone,
    panel_size: panelSize,
    presentation_minutes: plan.presentationMinutes,
    question_minutes: plan.questionMinutes,
    deliberation_minutes: plan.deliberationMinutes,
    changeover_minutes: plan.changeoverMinutes,
    longest_run: plan.longestRun,
    bring: plan.bring,
  };
}

/** Writes breaks, places and chapters of a day anew; places keep their id as long as a place at their position is left. */
export async function writeDayParts(trx: Transaction<DB>, dayId: string, plan: DayPlan, chapters: readonly string[]): Promise<void> {
  await trx.deleteFrom("defense_break").where("day_id", "=", dayId).execute();
  if (plan.breaks.length > 0) await trx.insertInto("defense_break").values(plan.breaks.map(({ startsAt, endsAt }) => ({ day_id: dayId, starts_at: startsAt, ends_at: endsAt }))).execute();
  await trx.deleteFrom("defense_day_chapter").where("day_id", "=", dayId).execute();
  await trx.insertInto("defense_day_chapter").values(chapters.map((chapter_slug, at) => ({ day_id: dayId, chapter_slug, position: at + 1 }))).execute();
  await trx.deleteFrom("defense_place").where("day_id", "=", dayId).where("position", ">", plan.places.length).execute();
  for (const [at, { name, link }] of plan.places.entries()) {
    const { numUpdatedRows } = await trx.updateTable("defense_place").set({ name, link }).where("day_id", "=", dayId).where("position", "=", at + 1).executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) await trx.insertInto("defense_place").values({ day_id: dayId, position: at + 1, name, link }).execute();
  }
}

/** Whether two plans have the same times. */
export function sameTimes(day: DefenseDay & { breaks: Period[] }, plan: DayPlan): boolean {
  const key = (times: { from: number; to: number }[]): string => times.map(({ from, to }) => `${from}-${to}`).join();
  return key(timesOf(day)) === key(timesOf(plan));
}
