/** A lecture session: its states, what can be done in each, and when learners may check in. */

export const SESSION_STATES = ["planned", "running", "ended", "cancelled"] as const;
export type SessionState = (typeof SESSION_STATES)[number];

export type SessionCommand = "change" | "cancel" | "start" | "end" | "present" | "roll";

/** What can be done with a session in which state. `end` of a planned one: the class was held without the system. */
export const SESSION_COMMANDS = {
  planned: ["change", "cancel", "start", "end", "present", "roll"],
  running: ["change", "end", "present", "roll"],
  ended: ["present", "roll"],
  cancelled: [],
} as const satisfies Record<SessionState, readonly SessionCommand[]>;

/** Whether `state` admits `command`. */
export function mayDo(state: SessionState, command: SessionCommand): boolean {
  return (SESSION_COMMANDS[state] as readonly SessionCommand[]).includes(command);
}

/** A class of a cohort. */
export interface LectureSession {
  id: string;
  cohortId: string;
  title: string;
  place: string | null;
  link: string | null;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  state: SessionState;
  startedAt: Date | null;
  endedAt: Date | null;
  sequence: number;
  /** Slugs of the chapters it covers, in order. */
  chapters: string[];
}

export type SessionTimes = Pick<LectureSession, "startsAt" | "endsAt" | "state" | "startedAt" | "endedAt">;

/** Learners may check in from this long before the start. */
export const CHECK_IN_EARLY_MINUTES = 30;
/** A class that runs over its time stays open to check in for this long. */
export const OVERRUN_MINUTES = 60;

const MINUTE = 60_000;

/** Whether a learner may check in by code now. */
export function checkInOpen(session: SessionTimes, now: Date): boolean {
  const { startsAt, endsAt, state, startedAt } = session;
  if (state !== "planned" && state !== "running") return false;
  const early = startsAt.getTime() - CHECK_IN_EARLY_MINUTES * MINUTE;
  const from = Math.min(early, startedAt?.getTime() ?? early);
  const until = endsAt.getTime() + (state === "running" ? OVERRUN_MINUTES * MINUTE : 0);
  return now.getTime() >= from && now.getTime() < until;
}

/**
 * What an arrival at `now` is. The minutes count from when the class really began: nobody is late for a class that has
 * not begun.
 */
export function arrival(session: SessionTimes, lateAfterMinutes: number, now: Date): "present" | "late" {
  if (session.startedAt === null) return "present";
  const began = Math.max(session.startsAt.getTime(), session.startedAt.getTime());
  return now.getTime() > began + lateAfterMinutes * MINUTE ? "late" : "present";
}
