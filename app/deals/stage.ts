/** The stages of a deal (漏斗), in order, and what may be said about them. Mirrored by CHECKs of the migration. */
export const OPEN_STAGES = ["contact", "find", "qualify", "clarify", "proposal"] as const;
export type OpenStage = (typeof OPEN_STAGES)[number];
export const OUTCOMES = ["won", "lost"] as const;
export type Outcome = (typeof OUTCOMES)[number];
export const STAGES = [...OPEN_STAGES, ...OUTCOMES] as const;
export type Stage = (typeof STAGES)[number];

/** Why a deal was won: what the customer bought it for. */
export const WON_FOR = ["value", "relationship", "criteria", "risk", "price", "other"] as const;
/** Why it was lost. `withdrawn`: it turned out to be no deal (a double, taken back by the CRM); effects leave it out. */
export const LOST_FOR = ["rival", "price", "no-budget", "no-decision", "criteria", "risk", "relationship", "withdrawn", "other"] as const;
export type OutcomeReason = (typeof WON_FOR)[number] | (typeof LOST_FOR)[number];

/** Days a deal may stay in a stage before it should turn back: the house's defaults (those of the funnel review's example). */
export const DEFAULT_LIMITS: Readonly<Record<OpenStage, number>> = { contact: 45, find: 45, qualify: 40, clarify: 60, proposal: 35 };

/** Whether a stage is one of the road, and not its end. */
export function isOpen(stage: Stage): stage is OpenStage {
  return stage !== "won" && stage !== "lost";
}

/** Whether `reason` may stand beside the outcome. */
export function fits(outcome: Outcome, reason: OutcomeReason): boolean {
  return (outcome === "won" ? WON_FOR : LOST_FOR).includes(reason as never);
}

/** One move of the history as it holds today. Days as "2026-11-28". */
export interface Move {
  changeId: string;
  stage: Stage;
  on: string;
}

/** `unknown-move`: none of this deal's · `out-of-order`: before the move below it or after the one above · `future`: after today · `only-move`: a deal has a first stage. */
export type MoveFault = { code: "unknown-move" } | { code: "out-of-order"; after: string | null; before: string | null } | { code: "future" } | { code: "same-stage" } | { code: "only-move" };

/** Whether a deal may move to `stage` on a day, after `history` (in order). Going back is allowed: the roadbook turns back, too. */
export function checkMove(history: readonly Move[], next: { stage: Stage; on: string }, today: string): MoveFault | null {
  const last = history.at(-1);
  if (next.on > today) return { code: "future" };
  if (last && last.stage === next.stage) return { code: "same-stage" };
  if (last && next.on < last.on) return { code: "out-of-order", after: last.on, before: null };
  return null;
}

/** Whether a move may be corrected to another day, or taken back. */
export function checkCorrection(history: readonly Move[], correction: { changeId: string; on: string } | { changeId: string; withdrawn: true }, today: string): MoveFault | null {
  const at = history.findIndex((move) => move.changeId === correction.changeId);
  const move = history[at];
  if (!move) return { code: "unknown-move" };
  const [below, above] = [history[at - 1], history[at + 1]];
  if ("withdrawn" in correction) {
    if (history.length === 1) return { code: "only-move" };
    return below && above && below.stage === above.stage ? { code: "same-stage" } : null;
  }
  if (correction.on > today) return { code: "future" };
  const early = below !== undefined && correction.on < below.on;
  const late = above !== undefined && correction.on > above.on;
  return early || late ? { code: "out-of-order", after: below?.on ?? null, before: above?.on ?? null } : null;
}

/** Whole days from one day to another; negative when `to` lies before. */
export function daysFrom(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
