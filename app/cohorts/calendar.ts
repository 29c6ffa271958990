import { isoDay, zonedInstant } from "~/i18n/dates";
import { STEPS, type Step } from "~/pipeline";

/** The dates of one step of one chapter. */
export interface PlannedStep {
  chapterSlug: string;
  step: Step;
  opensAt: Date | null;
  dueAt: Date;
}

/**
 * Where in a chapter's time each step is due, as a share of it: studying comes first, the class follows within days,
 * preparing the defense gets the longest stretch, and the field takes the rest. Our own design; every date can be changed.
 */
const DUE_AT_SHARE = {
  "preview": 0.16,
  "quiz": 0.22,
  "lecture": 0.28,
  "group-work": 0.32,
  "role-play": 0.38,
  "homework": 0.52,
  "defense": 0.6,
  "field-tracking": 1,
} as const satisfies Record<Step, number>;

/** Chapters start one after another in the first part of the cohort's time, so that each still has its field weeks. */
const STAGGER_SHARE = 0.5;
const DAY_MS = 86_400_000;

/**
 * Proposes a calendar: every chapter opens its preview on its first day at 00:00, every step is due at 23:59 of its day,
 * in the cohort's time zone. Steps that a chapter leaves out get no dates.
 */
export function proposeCalendar(input: { startsOn: string; endsOn: string; timeZone: string; chapters: { slug: string; omits: readonly Step[] }[] }): PlannedStep[] {
  const { startsOn, endsOn, timeZone, chapters } = input;
  const first = Date.parse(startsOn);
  const days = Math.max(1, Math.round((Date.parse(endsOn) - first) / DAY_MS));
  return chapters.flatMap(({ slug, omits }, at) => {
    const begins = Math.floor((at / chapters.length) * STAGGER_SHARE * days);
    return STEPS.filter((step) => !omits.includes(step)).map((step): PlannedStep => {
      const dueDay = begins + Math.ceil(DUE_AT_SHARE[step] * (days - begins));
      return {
        chapterSlug: slug,
        step,
        opensAt: step === "preview" ? zonedInstant(dayAfter(first, begins), "00:00", timeZone) : null,
        dueAt: zonedInstant(dayAfter(first, dueDay), "23:59", timeZone),
      };
    });
  });
}

function dayAfter(first: number, days: number): string {
  return isoDay(new Date(first + days * DAY_MS), "UTC");
}
