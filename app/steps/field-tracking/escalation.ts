/** When a manager lets an application lie: who hears of it, and when. Pure. */
import { daysAfter } from "~/pipeline";

/**
 * `waiting` until the review days are over; then the manager is reminded; after as many days again the managers and
 * executives above and the administrators are told.
 */
export const LYING_STAGES = ["waiting", "reminder", "escalation"] as const;
export type LyingStage = (typeof LYING_STAGES)[number];

/** How long an application has been let lie at `now`. `reviewDays` are the cohort's days for the manager's answer. */
export function lyingStage(dueAt: Date, reviewDays: number, now: Date): LyingStage {
  if (now < dueAt) return "waiting";
  return now < escalatesAt(dueAt, reviewDays) ? "reminder" : "escalation";
}

/** From when on those above are told: at least a day after the reminder. */
export function escalatesAt(dueAt: Date, reviewDays: number): Date {
  return daysAfter(dueAt, Math.max(1, reviewDays));
}

/** Somebody who can be told: by role, and how many teams above the learner's own the role is held. */
export interface Above {
  personId: string;
  role: "manager" | "executive" | "administrator";
  /** 0 is the learner's own team; null: for the company. */
  height: number | null;
}

/** Who must answer, and who is told when they don't. */
export interface Chain {
  /** The managers of the nearest team that has any. */
  managers: string[];
  /** The managers of the next team above that has others, every executive over the learner, every administrator. */
  above: string[];
}

/** The chain over a learner, without the learner; nobody is told about their own delay twice. */
export function chainOf(people: readonly Above[], learnerId: string): Chain {
  const others = people.filter(({ personId }) => personId !== learnerId);
  const managers = others.filter(({ role }) => role === "manager").sort((a, b) => heightOf(a) - heightOf(b));
  const nearest = managers.filter((one) => heightOf(one) === heightOf(managers[0] ?? one)).map(({ personId }) => personId);
  const higher = managers.filter(({ personId }) => !nearest.includes(personId));
  const next = higher.filter((one) => heightOf(one) === heightOf(higher[0] ?? one));
  const rest = others.filter(({ role, personId }) => role !== "manager" && !nearest.includes(personId));
  return { managers: [...new Set(nearest)], above: [...new Set([...next, ...rest].map(({ personId }) => personId))] };
}

function heightOf({ height }: Above): number {
  return height ?? Number.MAX_SAFE_INTEGER;
}
