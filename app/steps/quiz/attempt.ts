/**
 * One attempt at a chapter's quiz: its states, what may be done in each, and the deadline.
 *
 *   open ──submit / deadline──▶ submitted ──every open answer marked──▶ marked
 *     └───────── nothing to mark ──────────────────────────────────────▶ marked ──mark again──▶ marked
 *
 * An attempt past its deadline is `submitted` by the deadline, whether or not anybody was there to see it.
 */
import { fail, ok, type Result } from "~/platform/result";

/** How long after the deadline an answer that was under way may still arrive. */
export const GRACE_SECONDS = 5;

export const ATTEMPT_STATES = ["open", "submitted", "marked"] as const;
export type AttemptState = (typeof ATTEMPT_STATES)[number];
export const SUBMITTERS = ["learner", "deadline"] as const;
export type Submitter = (typeof SUBMITTERS)[number];

type Timed = { startedAt: Date; deadlineAt: Date };
type Handed = Timed & { submittedAt: Date; submittedBy: Submitter };

export type Attempt =
  | ({ state: "open" } & Timed)
  | ({ state: "submitted" } & Handed)
  | ({ state: "marked"; points: number; maxPoints: number; passed: boolean } & Handed);

/** What is known of every place on the paper when it is scored: null where a person has yet to mark. */
export type Marks = { points: number; max: number }[];

export type Command =
  | { type: "save" }
  | { type: "submit" }
  | { type: "expire" }
  | { type: "mark"; pending: number; marks: Marks; passMark: number }
  | { type: "reopen"; attemptsUsed: number; attemptsAllowed: number };

export type Decision =
  | { type: "saved" }
  | { type: "submitted"; submittedAt: Date; submittedBy: Submitter }
  | { type: "partly-marked"; pending: number }
  | { type: "marked"; points: number; maxPoints: number; passed: boolean; corrects: boolean }
  | { type: "reopened" };

export type Refusal =
  | { code: "late" }
  | { code: "already-submitted" }
  | { code: "not-due" }
  | { code: "not-submitted" }
  | { code: "already-passed" }
  | { code: "attempt-open" }
  | { code: "awaiting-marks" }
  | { code: "attempts-left"; left: number };

/** Which commands a state takes: pages show these and no others. */
export const COMMANDS = {
  open: ["save", "submit", "expire"],
  submitted: ["mark"],
  marked: ["mark", "reopen"],
} as const satisfies Record<AttemptState, readonly Command["type"][]>;

/** The deadline: the chapter's minutes, longer by the learner's extra time. */
export function deadlineOf(startedAt: Date, minutes: number, extraTimePercent: number): Date {
  return new Date(startedAt.getTime() + Math.round(minutes * 60_000 * (1 + extraTimePercent / 100)));
}

/** Whether an answer that arrives now is too late to count. */
export function isLate(deadlineAt: Date, now: Date): boolean {
  return now.getTime() > deadlineAt.getTime() + GRACE_SECONDS * 1000;
}

/** Decides one command; changes nothing. */
export function decide(attempt: Attempt, command: Command, now: Date): Result<Decision, Refusal> {
  switch (command.type) {
    case "save":
      if (attempt.state !== "open") return fail({ code: "already-submitted" });
      return isLate(attempt.deadlineAt, now) ? fail({ code: "late" }) : ok({ type: "saved" });
    case "submit":
      if (attempt.state !== "open") return fail({ code: "already-submitted" });
      return ok(handIn(attempt, isLate(attempt.deadlineAt, now) ? "deadline" : "learner", now));
    case "expire":
      if (attempt.state !== "open") return fail({ code: "already-submitted" });
      return isLate(attempt.deadlineAt, now) ? ok(handIn(attempt, "deadline", now)) : fail({ code: "not-due" });
    case "mark":
      return attempt.state === "open" ? fail({ code: "not-submitted" }) : ok(markAll(attempt, command));
    case "reopen":
      return reopen(attempt, command);
  }
}

function handIn(attempt: Timed, submittedBy: Submitter, now: Date): Decision {
  const submittedAt = new Date(Math.min(now.getTime(), attempt.deadlineAt.getTime()));
  return { type: "submitted", submittedAt, submittedBy };
}

function markAll(attempt: Exclude<Attempt, { state: "open" }>, command: Extract<Command, { type: "mark" }>): Decision {
  if (command.pending > 0) return { type: "partly-marked", pending: command.pending };
  const { points, max } = total(command.marks);
  return {
    type: "marked",
    points,
    maxPoints: max,
    passed: reachesMark(points, max, command.passMark),
    corrects: attempt.state === "marked",
  };
}

function reopen(attempt: Attempt, { attemptsUsed, attemptsAllowed }: Extract<Command, { type: "reopen" }>): Result<Decision, Refusal> {
  if (attempt.state === "open") return fail({ code: "attempt-open" });
  if (attempt.state === "submitted") return fail({ code: "awaiting-marks" });
  if (attempt.passed) return fail({ code: "already-passed" });
  const left = attemptsAllowed - attemptsUsed;
  return left > 0 ? fail({ code: "attempts-left", left }) : ok({ type: "reopened" });
}

/** The sum over a paper. */
export function total(marks: readonly { points: number; max: number }[]): { points: number; max: number } {
  return marks.reduce((sum, mark) => ({ points: sum.points + mark.points, max: sum.max + mark.max }), { points: 0, max: 0 });
}

/** Whether the points reach a pass mark (a share, 0…1); thirds that do not add up in binary fail nobody. */
export function reachesMark(points: number, max: number, passMark: number): boolean {
  return max > 0 && points / max >= passMark - 1e-9;
}

/** What the attempts so far mean for the step, all taken together: a pass stays a pass, whatever came before or after. */
export type Standing = "none" | "begun" | "submitted" | "passed" | "failed" | "failed-final";

/** `allowed`: the gate's attempts plus those an instructor granted. */
export function standingOf(attempts: readonly { state: AttemptState; passed: boolean | null }[], allowed: number): Standing {
  if (attempts.length === 0) return "none";
  if (attempts.some(({ passed }) => passed === true)) return "passed";
  if (attempts.some(({ state }) => state === "submitted")) return "submitted";
  if (attempts.some(({ state }) => state === "open")) return "begun";
  return attempts.length >= allowed ? "failed-final" : "failed";
}
