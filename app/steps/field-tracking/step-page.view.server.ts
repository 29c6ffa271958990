import type { Kysely } from "kysely";
import { type OwnEnrolment, peopleAround } from "~/cohorts/index.server";
import type { DB } from "~/db/schema";
import type { Bilingual } from "~/i18n/locale";
import { isoDay } from "~/i18n/dates";
import type { Actor } from "~/people";
import { type NamedBlocker, situation, type StepState } from "~/pipeline";
import { loadRoad, stepGate } from "~/pipeline/index.server";
import { applicationList, type ShownApplication } from "./application-list.view.server";
import { checkpoints, type ShownCheckpoint } from "./checkpoints.server";
import { type FieldDeal, fieldDeals } from "./field-deals.view.server";
import { type SheetToFill, toFill } from "./next-cells.server";
import { openedOn } from "./opened-on.server";
import { type Told, toldAbout } from "./told-about.server";
import { toolsOf } from "./tools.server";

/** Sheets that are looked through for the next cell on one page. */
const MOST_SHEETS = 6;

export interface StepPage {
  enrolmentId: string;
  chapterSlug: string;
  title: Bilingual;
  state: StepState;
  blockers: NamedBlocker[];
  required: number;
  reviewDays: number;
  confirmed: number;
  waiting: number;
  tools: { key: string; title: Bilingual }[];
  deals: FieldDeal[];
  applications: ShownApplication[];
  /** Who was told that the manager lets it lie, by application. */
  told: Told[];
  /** What to fill next in the deals' sheets, by sheet. */
  toFill: SheetToFill[];
  managers: string[];
  /** The checkpoint that comes next or is overdue. */
  checkpoint: ShownCheckpoint | null;
  today: string;
}

/** The learner's page of the field step: log, what became of it, what to fill next. */
export async function stepPage(db: Kysely<DB>, actor: Actor, own: OwnEnrolment, now: Date): Promise<StepPage | null> {
  const { enrolmentId, chapterSlug, timeZone } = own;
  const key = { enrolmentId, chapterSlug };
  const [planned, around, tools, chapter] = await Promise.all([
    loadRoad(db, enrolmentId, chapterSlug),
    peopleAround(db, [enrolmentId]),
    toolsOf(db, [chapterSlug]),
    db.selectFrom("chapter").select("title").where("slug", "=", chapterSlug).executeTakeFirst(),
  ]);
  if (!planned) return null;
  const people = around.get(enrolmentId) ?? {};
  const step = situation(planned.road, { now, calendar: planned.calendar, people }).steps.find((one) => one.step === "field-tracking");
  if (!step) return null;
  const [gate, list, deals, plan] = await Promise.all([
    stepGate(db, enrolmentId, chapterSlug, "field-tracking"),
    applicationList(db, (query) => query.where("a.enrolment_id", "=", enrolmentId).where("a.chapter_slug", "=", chapterSlug).orderBy("a.logged_at", "desc"), now),
    fieldDeals(db, actor, tools.map((tool) => tool.key)),
    checkpoints(db, key, { timeZone, now }),
  ]);
  const sheets = [...new Set([...list.flatMap(({ sheetId }) => sheetId ?? []), ...deals.flatMap((deal) => deal.sheets.map(({ sheetId }) => sheetId))])].slice(0, MOST_SHEETS);
  const [fill, told] = await Promise.all([toFill(db, sheets, { now, most: 2 }), toldAbout(db, key)]);
  return {
    ...key,
    title: (chapter?.title as Bilingual | undefined) ?? { zh: chapterSlug, en: chapterSlug },
    state: step.state,
    blockers: step.state === "locked" ? step.blockers : [],
    required: gate.confirmedApplications,
    reviewDays: gate.reviewDays,
    confirmed: list.filter(({ state }) => state === "confirmed").length,
    waiting: list.filter(({ state }) => state === "waiting").length,
    tools: tools.map(({ key: tool, title }) => ({ key: tool, title })),
    deals,
    applications: list,
    told,
    toFill: [...fill.values()].filter(({ next }) => next.length > 0),
    managers: (people.manager ?? []).map(({ name }) => name),
    checkpoint: plan?.find(({ state }) => state !== "signed") ?? null,
    today: isoDay(now, timeZone),
  };
}

/** The plan page's head and checkpoints. */
export async function planPage(db: Kysely<DB>, own: Pick<OwnEnrolment, "enrolmentId" | "chapterSlug" | "timeZone">, now: Date): Promise<{ title: Bilingual; checkpoints: ShownCheckpoint[] | null; openedOn: string | null }> {
  const [chapter, plan, opened] = await Promise.all([
    db.selectFrom("chapter").select("title").where("slug", "=", own.chapterSlug).executeTakeFirst(),
    checkpoints(db, own, { timeZone: own.timeZone, now }),
    openedOn(db, own, { timeZone: own.timeZone, now }),
  ]);
  return { title: (chapter?.title as Bilingual | undefined) ?? { zh: own.chapterSlug, en: own.chapterSlug }, checkpoints: plan, openedOn: opened };
}
