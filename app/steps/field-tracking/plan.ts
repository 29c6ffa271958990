/** The 30/60/90-day plan: on which days manager and learner look at it together, and what each checkpoint still needs. Pure. */

const DAY_MS = 86_400_000;

/** Longest text of a checkpoint. */
export const MOST_CHECKPOINT_TEXT = 1_000;
/** Days before a checkpoint from which it is said to be near. */
export const NEAR_DAYS = 7;

/** What was agreed and done by one checkpoint, and who signed it. */
export interface CheckpointRecord {
  day: number;
  agreed: string;
  done: string;
  /** Counts changes, from 1; 0 when nothing was written yet. */
  version: number;
  learnerSignedAt: Date | null;
  managerSignedAt: Date | null;
}

/**
 * `ahead`: its day is more than a week away · `near` · `due`: the day is here or past and nobody signed · `overdue`: the
 * review days are over and a signature is missing · `half-signed`: one signed in time · `signed`: both did.
 */
export const CHECKPOINT_STATES = ["ahead", "near", "due", "half-signed", "overdue", "signed"] as const;
export type CheckpointState = (typeof CHECKPOINT_STATES)[number];

export interface Checkpoint extends CheckpointRecord {
  /** The business day it falls on, "2026-11-28". */
  on: string;
  state: CheckpointState;
  /** Days past its day; 0 before and on it. */
  daysOver: number;
}

/** `days` after a business day, "2026-11-28". */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Whole days from one business day to another; negative when the second is earlier. */
export function daysFromTo(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/**
 * Every checkpoint of the gate, in order of days, with what was recorded. Checkpoints that were recorded under an earlier
 * gate stay in the list.
 * @param openedOn the business day on which the step opened, in the cohort's time zone.
 */
export function checkpointsOf(openedOn: string, days: readonly number[], records: readonly CheckpointRecord[], { today, reviewDays }: { today: string; reviewDays: number }): Checkpoint[] {
  const all = [...new Set([...days, ...records.map(({ day }) => day)])].sort((a, b) => a - b);
  return all.map((day) => {
    const record = records.find((one) => one.day === day) ?? { day, agreed: "", done: "", version: 0, learnerSignedAt: null, managerSignedAt: null };
    const on = dayAfter(openedOn, day);
    const daysOver = Math.max(0, daysFromTo(on, today));
    return { ...record, on, daysOver, state: checkpointState(record, daysFromTo(today, on), reviewDays) };
  });
}

function checkpointState({ learnerSignedAt, managerSignedAt }: CheckpointRecord, daysUntil: number, reviewDays: number): CheckpointState {
  if (learnerSignedAt !== null && managerSignedAt !== null) return "signed";
  if (daysUntil < -reviewDays) return "overdue";
  if (learnerSignedAt !== null || managerSignedAt !== null) return "half-signed";
  if (daysUntil <= 0) return "due";
  return daysUntil <= NEAR_DAYS ? "near" : "ahead";
}

export type SignRefusal = { code: "signed-already" } | { code: "too-early"; on: string } | { code: "nothing-agreed" } | { code: "nothing-done" };

/** Whether a party can sign now: there is something to sign, its day is near, and they did not sign before. Null: yes. */
export function signRefusal(checkpoint: Checkpoint, party: "learner" | "manager"): SignRefusal | null {
  if ((party === "learner" ? checkpoint.learnerSignedAt : checkpoint.managerSignedAt) !== null) return { code: "signed-already" };
  if (checkpoint.state === "ahead") return { code: "too-early", on: checkpoint.on };
  if (checkpoint.agreed.trim() === "") return { code: "nothing-agreed" };
  if (checkpoint.done.trim() === "") return { code: "nothing-done" };
  return null;
}

/** What both signed stands; before that a change takes back the one signature there may be, since it was for other words. */
export function mayChange(record: Pick<CheckpointRecord, "learnerSignedAt" | "managerSignedAt">): boolean {
  return record.learnerSignedAt === null || record.managerSignedAt === null;
}
