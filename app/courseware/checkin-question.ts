/**
 * A question inside the text: what it is, what a reader sees of it, what an answer is and how it is judged.
 * Shapes are those of the question bank (the quiz room's `CheckInQuestion` and `QuizResponse` fit), limited to four kinds.
 */
import type { Bilingual, Locale } from "~/i18n/locale";
import { fail, ok, type Result } from "~/platform/result";

export const CHECKIN_KINDS = ["single", "multiple", "true-false", "ordering"] as const;
export type CheckinKind = (typeof CHECKIN_KINDS)[number];

export type CheckinOption = { id: string; text: Bilingual; correct?: boolean; why?: Bilingual };
export type CheckinItem = { id: string; text: Bilingual };

type Core<K extends CheckinKind> = { id: string; kind: K; case?: Bilingual; stem: Bilingual; explanation: Bilingual };

/** A check-in with its key. Never sent to a browser. */
export type CheckinQuestion =
  | (Core<"single"> & { options: CheckinOption[] })
  | (Core<"multiple"> & { options: CheckinOption[] })
  | (Core<"true-false"> & { answer: boolean })
  | (Core<"ordering"> & { items: CheckinItem[] });

/** A check-in as a reader of one language sees it before answering: no key, items in an order that is not the key. */
export interface RedactedCheckin {
  id: string;
  kind: CheckinKind;
  case: string | null;
  stem: string;
  /** Options or items; empty for true-false. */
  choices: { id: string; text: string }[];
}

/** An answer, always in the question's real ids. */
export type CheckinResponse =
  | { kind: "single"; option: string }
  | { kind: "multiple"; options: string[] }
  | { kind: "true-false"; value: boolean }
  | { kind: "ordering"; order: string[] };

/** What the reader learns after answering. */
export interface CheckinFeedback {
  correct: boolean;
  explanation: string;
  /** Per choice: whether it belongs to the right answer, and why it tempts. Empty for true-false and ordering. */
  choices: Record<string, { correct: boolean; why: string | null }>;
  /** true-false: the right answer. */
  answer: boolean | null;
  /** ordering: ids in the right order. */
  order: string[];
}

/** The question without its key, in the reader's language. */
export function redactCheckin(question: CheckinQuestion, locale: Locale): RedactedCheckin {
  const parts = question.kind === "true-false" ? [] : question.kind === "ordering" ? shuffled(question.items) : question.options;
  return {
    id: question.id,
    kind: question.kind,
    case: question.case?.[locale] ?? null,
    stem: question.stem[locale],
    choices: parts.map(({ id, text }) => ({ id, text: text[locale] })),
  };
}

/** Whether the answer is right: all of it or nothing, as a reader checks their own understanding. */
export function isCorrect(question: CheckinQuestion, response: CheckinResponse): boolean {
  switch (question.kind) {
    case "single":
      return response.kind === "single" && question.options.some((option) => option.correct === true && option.id === response.option);
    case "multiple": {
      if (response.kind !== "multiple") return false;
      const chosen = new Set(response.options);
      return question.options.every((option) => (option.correct === true) === chosen.has(option.id));
    }
    case "true-false":
      return response.kind === "true-false" && response.value === question.answer;
    case "ordering":
      return response.kind === "ordering" && response.order.length === question.items.length && question.items.every((item, at) => item.id === response.order[at]);
  }
}

/** The verdict on an answer with its explanation, in the reader's language. */
export function checkinFeedback(question: CheckinQuestion, response: CheckinResponse, locale: Locale): CheckinFeedback {
  const options = question.kind === "single" || question.kind === "multiple" ? question.options : [];
  return {
    correct: isCorrect(question, response),
    explanation: question.explanation[locale],
    choices: Object.fromEntries(options.map(({ id, correct, why }) => [id, { correct: correct === true, why: why?.[locale] ?? null }])),
    answer: question.kind === "true-false" ? question.answer : null,
    order: question.kind === "ordering" ? question.items.map((item) => item.id) : [],
  };
}

/** Why a posted answer was not taken: nothing chosen, or not an answer to this question. */
export type CheckinFormError = { code: "empty" } | { code: "unfit" };

/**
 * An answer from a posted form: `answer` (once, or several times for multiple choice), or `order.<id>` = 1…n per item.
 * Works on what the reader saw, so it needs no key.
 */
export function checkinResponseFromForm(question: Pick<RedactedCheckin, "kind" | "choices">, form: FormData): Result<CheckinResponse, CheckinFormError> {
  if (question.kind === "ordering") return orderingFromForm(question.choices, form);
  const answers = form.getAll("answer").map(String);
  const known = new Set(question.kind === "true-false" ? ["true", "false"] : question.choices.map((choice) => choice.id));
  const [first] = answers;
  if (first === undefined) return fail({ code: "empty" });
  if (!answers.every((id) => known.has(id))) return fail({ code: "unfit" });
  if (question.kind === "multiple") return ok({ kind: "multiple", options: [...new Set(answers)] });
  if (answers.length > 1) return fail({ code: "unfit" });
  return ok(question.kind === "single" ? { kind: "single", option: first } : { kind: "true-false", value: first === "true" });
}

function orderingFromForm(choices: RedactedCheckin["choices"], form: FormData): Result<CheckinResponse, CheckinFormError> {
  const ranks = choices.map(({ id }) => ({ id, rank: Number(form.get(`order.${id}`)) }));
  const whole = ranks.every(({ rank }) => Number.isInteger(rank) && rank >= 1 && rank <= ranks.length);
  if (!whole || new Set(ranks.map(({ rank }) => rank)).size !== ranks.length) return fail({ code: "unfit" });
  return ok({ kind: "ordering", order: ranks.sort((a, b) => a.rank - b.rank).map(({ id }) => id) });
}

/** A fixed order per item set that is never the written one (which is the key). */
function shuffled(items: readonly CheckinItem[]): CheckinItem[] {
  const weight = (id: string): number => [...id].reduce((sum, char) => (Math.imul(sum, 31) + char.charCodeAt(0)) | 0, 2166136261) >>> 0;
  const mixed = [...items].sort((a, b) => (Math.imul(weight(a.id), 2654435761) >>> 0) - (Math.imul(weight(b.id), 2654435761) >>> 0));
  const same = mixed.every((item, at) => item.id === items[at]?.id);
  return same ? [...mixed.slice(1), ...mixed.slice(0, 1)] : mixed;
}
