/** One conversation of a group: its states, the fixed order of its debrief, and who may read what when. */
import type { Role } from "./rotation";

export const ROUND_STATES = ["planned", "running", "debrief", "done", "void"] as const;
export type RoundState = (typeof ROUND_STATES)[number];

/** In the debrief the salesperson speaks first, then the customer, the observer last. */
export const TURNS = ["salesperson", "customer", "observer"] as const satisfies readonly Role[];
export type Turn = (typeof TURNS)[number];

export type RoundCommand = "start" | "end" | "advance" | "finish" | "void" | "mark" | "self-review" | "assess" | "consent" | "record";

/**
 * What can be done with a round in which state. `end`, `advance`: whoever is in it, or the instructor; `start`, `finish`,
 * `void`, `assess`: the instructor. Marks are taken after the end, too, until the observer hands in: the network may have been away.
 */
export const ROUND_COMMANDS = {
  planned: ["start", "consent"],
  running: ["end", "void", "mark", "consent", "record"],
  debrief: ["advance", "finish", "void", "mark", "self-review", "consent"],
  done: ["void", "mark", "self-review", "assess", "consent"],
  void: [],
} as const satisfies Record<RoundState, readonly RoundCommand[]>;

/** Whether `state` admits `command`. */
export function roundAdmits(state: RoundState, command: RoundCommand): boolean {
  return (ROUND_COMMANDS[state] as readonly RoundCommand[]).includes(command);
}

/** Whose turn comes next in the debrief; null when it is over. */
export function nextTurn(turn: Turn): Turn | null {
  return TURNS[TURNS.indexOf(turn) + 1] ?? null;
}

/** Whether a role of this round counts as held: its conversation took place. */
export function isHeld(state: RoundState): boolean {
  return state === "debrief" || state === "done";
}

/** Where somebody stands when they ask to read something of a round. */
export interface Reader {
  role: Role;
  state: RoundState;
  turn: Turn | null;
  /** The group's next round, or one that has begun: earlier nobody needs its secrets. */
  isDue: boolean;
  /** The reader is to sell in this scenario, in this or another round that is not over. */
  sellsHere: boolean;
}

/**
 * Whether the customer's hidden brief may be read: by the customer's player as soon as the round is due; by the others when
 * the debrief has come to the customer. Who is still to sell in the scenario never reads it, whatever else they played.
 */
export function mayReadBrief({ role, state, turn, isDue, sellsHere }: Reader): boolean {
  if (sellsHere || state === "void") return false;
  if (role === "customer") return isDue;
  return state === "done" || (state === "debrief" && turn !== null && turn !== "salesperson");
}

/** Whether the checklist with its anchors may be read: by observers always, by the others once the conversation is over. */
export function mayReadChecklist({ role, state }: Pick<Reader, "role" | "state">): boolean {
  return role === "observer" ? state !== "void" : isHeld(state);
}

/** Whether the salesperson's brief may be read: not by the customer before the conversation is over. */
export function mayReadSalesBrief({ role, state }: Pick<Reader, "role" | "state">): boolean {
  return role !== "customer" ? state !== "void" : isHeld(state);
}

/** Whether observers' and instructors' marks may be read by the others: when the debrief has come to the observer. */
export function mayReadMarks({ state, turn }: Pick<Reader, "state" | "turn">): boolean {
  return state === "done" || (state === "debrief" && turn === "observer");
}

/** Milliseconds that are left of a conversation; negative when its time is over. */
export function msLeft({ startedAt, minutes }: { startedAt: Date; minutes: number }, now: Date): number {
  return startedAt.getTime() + minutes * 60_000 - now.getTime();
}
