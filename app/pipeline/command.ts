/** What can be asked of a road, and in which state. */
import type { Evidence } from "./road";
import type { Step, StepState } from "./step";

export interface EvidenceCause { kind: "evidence"; evidence: Evidence }
/** A named person's word. The reason may be empty only where the command says so. */
export interface PersonCause { kind: "person"; actorId: string; reason: string }
/** The cohort's plan: dates that come, steps left out or added. */
export interface CalendarCause { kind: "calendar" }
export type Cause = EvidenceCause | PersonCause | CalendarCause;
export const CAUSE_KINDS = ["evidence", "person", "calendar"] as const satisfies readonly Cause["kind"][];

/** Why, and by whom: for a person's word the person named in it, else `actorId`; null is the system. */
type By<C extends Cause> = { cause: C; actorId?: string | null };

/** Commands on one step. */
export type StepCommand =
  /** Work starts: the first time, or once more after a failure. */
  | ({ kind: "begin" } & By<Cause>)
  /** Work is handed in and waits for a judgement. */
  | ({ kind: "submit" } & By<Cause>)
  | ({ kind: "pass" } & By<Cause>)
  /** `final`: no further try unless a person reopens. */
  | ({ kind: "fail"; final: boolean } & By<Cause>)
  /** Another chance after a failure, or work sent back from review. */
  | ({ kind: "reopen" } & By<PersonCause>)
  | ({ kind: "waive" } & By<PersonCause>)
  | ({ kind: "withdraw-waiver" } & By<PersonCause>)
  /** The instructor records what happened. Where the step has a room this is the make-up and needs a reason. */
  | ({ kind: "record"; outcome: "passed" | "failed"; note: string } & By<PersonCause>)
  /** The evidence was corrected; `none`: nothing is left of it. */
  | ({ kind: "correct"; outcome: "passed" | "failed" | "none"; final?: boolean } & By<EvidenceCause | PersonCause>)
  /** The step's date has come. */
  | ({ kind: "open" } & By<CalendarCause>);

/** Takes over what the calendar says is on the road; the road's first command starts it. */
export type PlanCommand = { kind: "plan" } & By<CalendarCause>;

/** A command as `decide` takes it: where and when. */
export type Command = (StepCommand & { step: Step; at: Date }) | (PlanCommand & { at: Date });

export type CommandKind = StepCommand["kind"];
export const COMMAND_KINDS = ["begin", "submit", "pass", "fail", "reopen", "waive", "withdraw-waiver", "record", "correct", "open"] as const satisfies readonly CommandKind[];

/**
 * Which commands a state admits at all; order and dates come on top (see `refusalOf`).
 * Judgements are facts and are taken in any order: whoever attended the lecture before passing
 * the quiz has attended it. Only the learner's own work has to wait for its turn.
 */
export const LEGAL = {
  "locked": ["open", "begin", "submit", "pass", "fail", "record", "waive"],
  "available": ["begin", "submit", "pass", "fail", "record", "waive"],
  "in-progress": ["submit", "pass", "fail", "record", "waive", "correct"],
  "awaiting-review": ["pass", "fail", "reopen", "record", "waive", "correct"],
  "passed": ["correct"],
  "failed": ["begin", "submit", "pass", "fail", "reopen", "record", "waive", "correct"],
  "waived": ["pass", "withdraw-waiver"],
} as const satisfies Record<StepState, readonly CommandKind[]>;

/** Whether `state` admits `kind` at all. */
export function isLegal(state: StepState, kind: CommandKind): boolean {
  return (LEGAL[state] as readonly CommandKind[]).includes(kind);
}

/** Whose act a command is; null is the system. */
export function actorOf(command: { cause: Cause; actorId?: string | null }): string | null {
  return command.cause.kind === "person" ? command.cause.actorId : (command.actorId ?? null);
}
