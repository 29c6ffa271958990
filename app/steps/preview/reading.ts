/** What it means to have read a section, and when a chapter is studied. Facts in, rules here, nothing stored. */
import { fail, ok, type Result } from "~/platform/result";

export type ReadingState = "unopened" | "reading" | "finished";
export const FINISHED_BY = ["reading", "button"] as const;
export type FinishedBy = (typeof FINISHED_BY)[number];

/** What is known of one learner in one section of the version that readers get now. */
export interface SectionFacts {
  id: string;
  required: boolean;
  /** Reading time of an ordinary reader. */
  minutes: number;
  openedAt: Date | null;
  lastSeenAt: Date | null;
  activeMs: number;
  reachedEnd: boolean;
  finishedAt: Date | null;
  /** The text is another one than the learner knows. */
  changed: boolean;
  checkins: readonly { id: string; answered: boolean }[];
}

/** What the cohort asks for. */
export interface ReadingGate {
  requireCheckins: boolean;
}

/** Reading counts as finished by itself from this share of an ordinary reader's time on. */
const READ_SHARE = 0.3;
const LEAST_MS = 20_000;

/** Where the learner stands in a section. */
export function sectionState({ openedAt, finishedAt }: Pick<SectionFacts, "openedAt" | "finishedAt">): ReadingState {
  if (finishedAt !== null) return "finished";
  return openedAt === null ? "unopened" : "reading";
}

/** Active time from which a section can finish by reading. */
export function neededMs(minutes: number): number {
  return Math.max(LEAST_MS, Math.round(minutes * 60_000 * READ_SHARE));
}

/** The check-ins that still have to be answered before the section can be finished. */
export function missingCheckins({ checkins }: Pick<SectionFacts, "checkins">, { requireCheckins }: ReadingGate): string[] {
  return requireCheckins ? checkins.filter((checkin) => !checkin.answered).map((checkin) => checkin.id) : [];
}

export type NotFinished =
  | { code: "checkins-missing"; ids: string[] }
  /** Only for finishing by reading: the end was not reached, or too fast. */
  | { code: "not-read" };

/**
 * Whether a section may count as finished. Who presses the button says so themselves and must only have answered
 * the check-ins; by reading also the end was reached, in a time in which it can be read.
 */
export function canFinish(facts: SectionFacts, by: FinishedBy, gate: ReadingGate): Result<undefined, NotFinished> {
  const ids = missingCheckins(facts, gate);
  if (ids.length > 0) return fail({ code: "checkins-missing", ids });
  if (by === "reading" && (!facts.reachedEnd || facts.activeMs < neededMs(facts.minutes))) return fail({ code: "not-read" });
  return ok(undefined);
}

/** Whether everything that is asked for is finished; a chapter without required sections asks for all of them. */
export function isStudied(sections: readonly Pick<SectionFacts, "required" | "finishedAt">[]): boolean {
  const asked = askedFor(sections);
  return asked.length > 0 && asked.every((section) => section.finishedAt !== null);
}

/** The sections that the step asks for. */
export function askedFor<S extends Pick<SectionFacts, "required">>(sections: readonly S[]): S[] {
  const required = sections.filter((section) => section.required);
  return required.length > 0 ? required : [...sections];
}

/** How far a chapter is, for its contents. */
export interface ReadingProgress {
  asked: number;
  finished: number;
  /** Reading time of what is asked for and not finished. */
  minutesLeft: number;
}

/** Sums up what is asked for. */
export function progressOf(sections: readonly SectionFacts[]): ReadingProgress {
  const asked = askedFor(sections);
  const open = asked.filter((section) => section.finishedAt === null);
  return { asked: asked.length, finished: asked.length - open.length, minutesLeft: open.reduce((sum, section) => sum + section.minutes, 0) };
}

/** Where to go on: what was being read last, else the first that is not finished, else null. */
export function whereToGoOn<S extends SectionFacts>(sections: readonly S[]): S | null {
  const reading = sections.filter((section) => sectionState(section) === "reading").sort((a, b) => time(b.lastSeenAt) - time(a.lastSeenAt));
  return reading[0] ?? askedFor(sections).find((section) => section.finishedAt === null) ?? null;
}

/** After `id`: the next section that is not finished, in order and then from the start; null when all are. */
export function nextAfter<S extends Pick<SectionFacts, "id" | "finishedAt">>(sections: readonly S[], id: string): S | null {
  const at = sections.findIndex((section) => section.id === id);
  return [...sections.slice(at + 1), ...sections.slice(0, Math.max(0, at))].find((section) => section.finishedAt === null) ?? null;
}

function time(date: Date | null): number {
  return date?.getTime() ?? 0;
}
