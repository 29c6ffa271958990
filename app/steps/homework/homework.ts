/**
 * One learner's homework of one chapter: its states, what may be done in each, and whether it can be handed in. Pure.
 *
 *   draft ──hand in──▶ handed-in ──accept──▶ accepted
 *                        │   ▲                  │
 *                        └─return─▶ returned ◀──┘ (corrected)
 *                                      └──hand in──▶ handed-in (the next version)
 */
import { fail, ok, type Result } from "~/platform/result";
import type { Part } from "./assignment";

export const HOMEWORK_STATES = ["draft", "handed-in", "returned", "accepted"] as const;
export type HomeworkState = (typeof HOMEWORK_STATES)[number];

export const VERDICTS = ["accepted", "returned"] as const;
export type Verdict = (typeof VERDICTS)[number];

export type HomeworkCommand = "write" | "hand-in" | "accept" | "return";

/** What each state takes: pages show these and no others. A verdict can be corrected as long as no newer version is in. */
export const COMMANDS = {
  "draft": ["write", "hand-in"],
  "handed-in": ["accept", "return"],
  "returned": ["write", "hand-in", "accept"],
  "accepted": ["accept", "return"],
} as const satisfies Record<HomeworkState, readonly HomeworkCommand[]>;

export function takes(state: HomeworkState, command: HomeworkCommand): boolean {
  return (COMMANDS[state] as readonly HomeworkCommand[]).includes(command);
}

/** What lies with the parts now, by part. */
export interface Work {
  texts: Readonly<Record<string, string>>;
  files: readonly { part: string }[];
  sheets: readonly { part: string }[];
}

/** When it is handed in, by the rules of the cohort. */
export interface HandInRules {
  now: Date;
  dueAt: Date | null;
  acceptLate: boolean;
  /** It was in before: a returned version is taken whenever it comes. */
  handedInBefore: boolean;
}

export type HandInRefusal =
  | { code: "not-open" }
  /** The time is over and the cohort takes nothing late. */
  | { code: "closed"; dueAt: Date }
  | { code: "missing"; parts: string[] }
  | { code: "too-long"; parts: string[] };

/** Whether work can be handed in as it lies there, and whether it is late. */
export function decideHandIn(state: HomeworkState, parts: readonly Part[], work: Work, rules: HandInRules): Result<{ late: boolean }, HandInRefusal> {
  if (!takes(state, "hand-in")) return fail({ code: "not-open" });
  const over = rules.dueAt !== null && rules.now > rules.dueAt && !rules.handedInBefore;
  if (over && !rules.acceptLate && rules.dueAt !== null) return fail({ code: "closed", dueAt: rules.dueAt });
  const missing = parts.filter((part) => part.required && isEmpty(part, work));
  if (missing.length > 0) return fail({ code: "missing", parts: missing.map(({ id }) => id) });
  const tooLong = parts.filter((part) => part.kind === "text" && lengthOf(work.texts[part.id] ?? "") > part.maxChars);
  if (tooLong.length > 0) return fail({ code: "too-long", parts: tooLong.map(({ id }) => id) });
  return ok({ late: over });
}

function isEmpty(part: Part, { texts, files, sheets }: Work): boolean {
  switch (part.kind) {
    case "text":
      return (texts[part.id] ?? "").trim() === "";
    case "sheet":
      return !sheets.some((sheet) => sheet.part === part.id);
    case "files":
    case "recording":
      return !files.some((file) => file.part === part.id);
  }
}

/** Characters as people count them. */
export function lengthOf(text: string): number {
  return [...text].length;
}

/** The state after the instructor's word. */
export function stateAfter(verdict: Verdict): HomeworkState {
  return verdict === "accepted" ? "accepted" : "returned";
}
