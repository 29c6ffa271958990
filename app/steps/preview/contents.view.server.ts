import type { Kysely } from "kysely";
import { chapterOutline } from "~/courseware/index.server";
import type { DB } from "~/db/schema";
import type { Locale } from "~/i18n/locale";
import { isDone, situation, type Step } from "~/pipeline";
import { loadRoad } from "~/pipeline/index.server";
import { chapterReading, isOpen, type ReadingKey } from "./chapter-reading.server";
import { missingCheckins, progressOf, type ReadingProgress, type ReadingState, sectionState, whereToGoOn } from "./reading";

/** A line of the contents. */
export interface ContentsSection {
  id: string;
  title: string;
  minutes: number;
  required: boolean;
  state: ReadingState;
  /** The text is another one than the learner knows. */
  changed: boolean;
  activeMs: number;
  /** Check-ins that are still to be answered. */
  checkinsLeft: number;
}

/** The contents page of a chapter's preview. */
export interface Contents {
  number: number;
  title: string;
  summary: string;
  goals: string[];
  sections: ContentsSection[];
  progress: ReadingProgress;
  goOn: { id: string; title: string; begun: boolean } | null;
  /** Passed or waived: nothing is left to do for the step. */
  done: boolean;
  /** The step after the preview that is to be done or waited for; null while the preview is not done, and at the end of the road. */
  nextStep: Step | null;
  open: boolean;
  opensAt: Date | null;
  dueAt: Date | null;
}

/** Null where the enrolment or the chapter is not there, or nothing was ever published of it. */
export async function contentsView(db: Kysely<DB>, key: ReadingKey, locale: Locale, now: Date): Promise<Contents | null> {
  const [reading, outline] = await Promise.all([chapterReading(db, key, locale), chapterOutline(db, key.chapterSlug)]);
  if (reading === null || outline === null) return null;
  const { step, sections } = reading;
  const { number, title, summary, goals } = outline.definition;
  const goOn = whereToGoOn(sections);
  const done = isDone(step.state);
  return {
    number,
    title: title[locale],
    summary: summary[locale],
    goals: goals.map((goal) => goal[locale]),
    sections: sections.map((section) => ({
      id: section.id,
      title: section.title,
      minutes: section.minutes,
      required: section.required,
      state: sectionState(section),
      changed: section.changed,
      activeMs: section.activeMs,
      checkinsLeft: sectionState(section) === "finished" ? 0 : missingCheckins(section, step.gate).length,
    })),
    progress: progressOf(sections),
    goOn: goOn && { id: goOn.id, title: goOn.title, begun: sectionState(goOn) === "reading" },
    done,
    nextStep: done ? await stepToCome(db, key, now) : null,
    open: isOpen(step, now),
    opensAt: step.opensAt,
    dueAt: step.dueAt,
  };
}

async function stepToCome(db: Kysely<DB>, { enrolmentId, chapterSlug }: ReadingKey, now: Date): Promise<Step | null> {
  const planned = await loadRoad(db, enrolmentId, chapterSlug);
  const next = planned && situation(planned.road, { now, calendar: planned.calendar }).next;
  return next?.kind === "act" || next?.kind === "blocked" ? next.step : null;
}
