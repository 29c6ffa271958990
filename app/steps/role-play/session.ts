/** A role-play session of a cohort: its states, and what can be done in each. */

export const SESSION_STATES = ["planned", "running", "ended", "cancelled"] as const;
export type SessionState = (typeof SESSION_STATES)[number];

export type SessionCommand = "change" | "cancel" | "start" | "end" | "presence" | "groups" | "rounds";

/**
 * What can be done with a session in which state. Groups may be formed before the start, from those who are there already;
 * rounds are played only while it runs.
 */
export const SESSION_COMMANDS = {
  planned: ["change", "cancel", "start", "presence", "groups"],
  running: ["change", "end", "presence", "groups", "rounds"],
  ended: [],
  cancelled: [],
} as const satisfies Record<SessionState, readonly SessionCommand[]>;

/** Whether `state` admits `command`. */
export function sessionAdmits(state: SessionState, command: SessionCommand): boolean {
  return (SESSION_COMMANDS[state] as readonly SessionCommand[]).includes(command);
}

/** Learners may say that they are here from this long before the start. */
export const ARRIVE_EARLY_MINUTES = 30;

export interface RolePlaySession {
  id: string;
  cohortId: string;
  title: string;
  place: string | null;
  link: string | null;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  /** Minutes of a conversation; null takes the scenario's own. */
  minutes: number | null;
  state: SessionState;
  startedAt: Date | null;
  endedAt: Date | null;
  sequence: number;
  /** Slugs of the chapters it covers, in order. */
  chapters: string[];
}

/** Whether a learner can say now that they are here. */
export function mayArrive({ state, startsAt, endsAt }: Pick<RolePlaySession, "state" | "startsAt" | "endsAt">, now: Date): boolean {
  if (state === "running") return true;
  return state === "planned" && now.getTime() >= startsAt.getTime() - ARRIVE_EARLY_MINUTES * 60_000 && now < endsAt;
}
