/** A cohort (班期): its states and who may go from one to the next. */

export const COHORT_STATES = ["draft", "open", "closed"] as const;
/** `draft`: being prepared, learners don't see it. `open`: it runs. `closed`: over; learners may still look, nobody is waited for. */
export type CohortState = (typeof COHORT_STATES)[number];

export const COHORT_MOVES = ["open", "close", "reopen"] as const;
export type CohortMove = (typeof COHORT_MOVES)[number];

const MOVES = {
  draft: { open: "open" },
  open: { close: "closed" },
  closed: { reopen: "open" },
} as const satisfies Record<CohortState, Partial<Record<CohortMove, CohortState>>>;

/** What people call it: an open cohort whose first day has not come is `upcoming`. `today` and `startsOn` are ISO days in the cohort's time zone. */
export function cohortStanding(state: CohortState, startsOn: string, today: string): CohortState | "upcoming" {
  return state === "open" && today < startsOn ? "upcoming" : state;
}

/** The state that `move` leads to; null where it cannot be made. */
export function stateAfter(state: CohortState, move: CohortMove): CohortState | null {
  const moves: Partial<Record<CohortMove, CohortState>> = MOVES[state];
  return moves[move] ?? null;
}

/** What can be done with a cohort in `state`. */
export function movesFrom(state: CohortState): CohortMove[] {
  return COHORT_MOVES.filter((move) => stateAfter(state, move) !== null);
}

/** Somebody else changed the cohort since the person looked at it. */
export interface CohortStale {
  code: "stale";
  /** The version to go on from, once seen. */
  version: number;
  by: string | null;
  at: Date | null;
}
