/**
 * One field application: this learner used this tool on this deal. Its states, what each takes, what the step comes to. Pure.
 *
 *   waiting ──confirm──▶ confirmed
 *    │  ▲ ▲                  │
 *    │  │ └──────withdraw────┘   (the manager takes the confirmation back, with a reason: returned)
 *  return│
 *    ▼  │
 *   returned ──send again──▶ waiting        waiting, returned ──take back──▶ removed
 */
import { fail, ok, type Result } from "~/platform/result";

export const APPLICATION_STATES = ["waiting", "returned", "confirmed", "removed"] as const;
export type ApplicationState = (typeof APPLICATION_STATES)[number];

export const APPLICATION_ACTS = ["logged", "confirmed", "returned", "withdrawn", "sent-again", "removed"] as const;
/** What can have happened to an application; the ledger's kinds. */
export type ApplicationAct = (typeof APPLICATION_ACTS)[number];

export type ApplicationCommand = Exclude<ApplicationAct, "logged">;

/** What each state takes, and what comes of it. Pages show these and no others. */
export const COMMANDS = {
  waiting: { confirmed: "confirmed", returned: "returned", removed: "removed" },
  returned: { "sent-again": "waiting", removed: "removed" },
  confirmed: { withdrawn: "returned" },
  removed: {},
} as const satisfies Record<ApplicationState, Partial<Record<ApplicationCommand, ApplicationState>>>;

/** The state after an act; null when the state does not take it. */
export function stateAfter(state: ApplicationState, act: ApplicationCommand): ApplicationState | null {
  return (COMMANDS[state] as Partial<Record<ApplicationCommand, ApplicationState>>)[act] ?? null;
}

/** How well the tool was used, as the manager judges on confirming. Each level is described in the language files. */
export const QUALITY_LEVELS = [1, 2, 3] as const;
export type QualityLevel = (typeof QUALITY_LEVELS)[number];

/** What the judgement says of the competencies of the tool, 0…1: a level's part of the highest. */
export function shareOf(level: QualityLevel): number {
  return level / QUALITY_LEVELS.length;
}

/** Shortest note that says anything, and the longest that is kept. */
export const LEAST_NOTE = 2;
export const MOST_NOTE = 600;
/** A remark on returning or withdrawing must say something. */
export const LEAST_REMARK = 2;

/** What a use of a tool left behind: a new version of the deal's sheet, or a note of what happened with the customer. */
export interface Change {
  /** The sheet's versions before and after; null when the deal has no sheet of this tool yet. */
  versions: { before: number; after: number } | null;
  note: string;
}

export type NothingChanged = { code: "nothing-changed" };

/** An application needs something that changed: the sheet moved on since the last one, or the note says what happened. */
export function checkChange({ versions, note }: Change): Result<undefined, NothingChanged> {
  const moved = versions !== null && versions.after > versions.before;
  return moved || note.trim().length >= LEAST_NOTE ? ok() : fail({ code: "nothing-changed" });
}

/** What all applications of a learner in one chapter come to for the step. */
export type Standing = "none" | "begun" | "submitted" | "passed";

/**
 * `passed` by enough confirmed ones; `submitted` when those that wait would make it enough: the learner has done their
 * part and the manager is waited for; `begun` when there is any that was not taken back.
 */
export function standingOf(states: readonly ApplicationState[], required: number): Standing {
  const count = (state: ApplicationState): number => states.filter((one) => one === state).length;
  const confirmed = count("confirmed");
  if (confirmed >= required && confirmed > 0) return "passed";
  if (confirmed + count("waiting") >= required && count("waiting") > 0) return "submitted";
  return confirmed + count("waiting") + count("returned") > 0 ? "begun" : "none";
}
