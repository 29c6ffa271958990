/** A question put to the room: which kinds can be asked, and how the answers are counted. */
import { type CheckinQuestion, type CheckinResponse, isCorrect } from "~/courseware/checkin-question";

export const POLL_STATES = ["open", "closed"] as const;
export type PollState = (typeof POLL_STATES)[number];

export const POLL_KINDS = ["single", "multiple", "true-false"] as const;
export type PollKind = (typeof POLL_KINDS)[number];

/** A question of the bank that can be asked in class. */
export type PollQuestion = Extract<CheckinQuestion, { kind: PollKind }>;
export type PollResponse = Extract<CheckinResponse, { kind: PollKind }>;

/** Whether the question can be asked by a show of hands. */
export function isPollQuestion(question: { kind: string }): question is PollQuestion {
  return (POLL_KINDS as readonly string[]).includes(question.kind);
}

/** The ids that can be chosen, in the written order. */
export function choiceIds(question: PollQuestion): string[] {
  return question.kind === "true-false" ? ["true", "false"] : question.options.map((option) => option.id);
}

/** The ids that a response chooses. */
export function picks(response: PollResponse): string[] {
  switch (response.kind) {
    case "single":
      return [response.option];
    case "multiple":
      return response.options;
    case "true-false":
      return [String(response.value)];
  }
}

/** The ids that belong to the right answer. */
export function rightIds(question: PollQuestion): string[] {
  if (question.kind === "true-false") return [String(question.answer)];
  return question.options.filter((option) => option.correct === true).map((option) => option.id);
}

/** One bar of the picture. */
export interface PollBar {
  id: string;
  count: number;
  /** Share of those who answered, 0…1; with several choices the bars sum to more than 1. */
  share: number;
}

export interface PollTally {
  /** How many learners answered. */
  answered: number;
  /** How many of them got all of it right. */
  correct: number;
  bars: PollBar[];
}

/** Counts the answers, one per learner. */
export function tally(question: PollQuestion, responses: readonly PollResponse[]): PollTally {
  const counts = new Map(choiceIds(question).map((id) => [id, 0]));
  for (const response of responses) {
    for (const id of new Set(picks(response))) if (counts.has(id)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const answered = responses.length;
  const bars = [...counts].map(([id, count]) => ({ id, count, share: answered === 0 ? 0 : count / answered }));
  return { answered, correct: responses.filter((response) => isCorrect(question, response)).length, bars };
}

/** The letter by which the room speaks of a choice: A, B, C, … */
export function letterOf(position: number): string {
  return String.fromCharCode(65 + position);
}
