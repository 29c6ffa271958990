/** A group's sheet: its states, what can be done in each, and what a learner's part in it comes to on the road. */

export const GROUP_SHEET_STATES = ["open", "submitted", "returned", "accepted"] as const;
/** `open`: being filled in. `submitted`: handed in, locked. `returned`: the instructor's remarks are to be worked in. */
export type GroupSheetState = (typeof GROUP_SHEET_STATES)[number];

export const DECISIONS = ["returned", "accepted", "taken-back"] as const;
/** `taken-back`: an acceptance that counts no more; the group works on. */
export type Decision = (typeof DECISIONS)[number];

export type GroupSheetCommand = "hand-in" | "accept" | "send-back" | "take-back";

const AFTER = {
  open: { "hand-in": "submitted" },
  returned: { "hand-in": "submitted" },
  submitted: { "accept": "accepted", "send-back": "returned" },
  accepted: { "take-back": "returned" },
} as const satisfies Record<GroupSheetState, Partial<Record<GroupSheetCommand, GroupSheetState>>>;

/** The state that `command` leads to; null where it cannot be done. */
export function stateAfter(state: GroupSheetState, command: GroupSheetCommand): GroupSheetState | null {
  const after: Partial<Record<GroupSheetCommand, GroupSheetState>> = AFTER[state];
  return after[command] ?? null;
}

/** What became of something handed in. */
export type SubmissionFate = "waiting" | Decision;

/** A sheet that a learner was among the group for when it was handed in. */
export interface OwnWork {
  /** Key of the tool. */
  tool: string;
  fate: SubmissionFate;
}

/**
 * What all group work of a learner on a chapter comes to, given the tools that the groups fill in. In whichever group it
 * was done, it counts.
 */
export function standingOf(tools: readonly string[], work: readonly OwnWork[]): "passed" | "submitted" | "begun" {
  const has = (tool: string, fate: SubmissionFate): boolean => work.some((own) => own.tool === tool && own.fate === fate);
  if (tools.length === 0) return "begun";
  if (tools.every((tool) => has(tool, "accepted"))) return "passed";
  return tools.every((tool) => has(tool, "accepted") || has(tool, "waiting")) ? "submitted" : "begun";
}

/** Whether a sheet may be handed in as it is, by the cohort's gate; why not otherwise. */
export function handInProblem(sheet: { complete: boolean; done: number }, gate: { requireComplete: boolean }): "empty" | "incomplete" | null {
  if (sheet.done === 0) return "empty";
  return gate.requireComplete && !sheet.complete ? "incomplete" : null;
}

/** Most characters of a customer's name, of a group's word with a hand-in, of a remark. */
export const CUSTOMER_CHARACTERS = 80;
export const NOTE_CHARACTERS = 1_000;
export const REMARK_CHARACTERS = 2_000;
