/** A question with its keys, in one language: for results where they may be seen, for marking, and for the bank. */
import type { Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import { isOpenQuestion, type AnyQuestion, type QuizResponse } from "./question";
import { redactQuestion } from "./redact";
import { showQuestion, type ShownQuestion } from "./shown-question";

export type RevealedCriterion = { id: string; title: string; levels: { points: number; text: string }[] };

export type RevealedQuestion = {
  /** In the question's real ids. */
  shown: ShownQuestion;
  /** The right answer; null where a person judges. */
  key: QuizResponse | null;
  /** For a number: how far off still counts. */
  tolerance: number | null;
  /** The misconception behind a wrong option, by its id. */
  why: Record<string, string>;
  explanation: string;
  rubric: RevealedCriterion[] | null;
};

/** Everything that may be shown once nothing is at stake any more. */
export function revealQuestion(question: AnyQuestion, locale: Locale): RevealedQuestion {
  const options = question.kind === "single" || question.kind === "multiple" ? question.options : [];
  return {
    shown: showQuestion(redactQuestion(question), locale),
    key: keyOf(question, locale),
    tolerance: question.kind === "numeric" && question.numeric.tolerance > 0 ? question.numeric.tolerance : null,
    why: Object.fromEntries(options.flatMap(({ id, why }) => (why === undefined ? [] : [[id, pick(why, locale)]]))),
    explanation: pick(question.explanation, locale),
    rubric: isOpenQuestion(question)
      ? question.rubric.criteria.map(({ id, title, levels }) => ({ id, title: pick(title, locale), levels: levels.map(({ points, text }) => ({ points, text: pick(text, locale) })) }))
      : null,
  };
}

/** The answer that earns every point; null where a person judges. */
export function keyOf(question: AnyQuestion, locale: Locale): QuizResponse | null {
  switch (question.kind) {
    case "single":
      return { kind: "single", option: question.options.find(({ correct }) => correct === true)?.id ?? "" };
    case "multiple":
      return { kind: "multiple", options: question.options.filter(({ correct }) => correct === true).map(({ id }) => id) };
    case "true-false":
      return { kind: "true-false", value: question.answer };
    case "matching":
      return { kind: "matching", pairs: question.pairs };
    case "ordering":
      return { kind: "ordering", order: question.items.map(({ id }) => id) };
    case "fill-in":
      return { kind: "fill-in", blanks: Object.fromEntries(question.blanks.map(({ id, accept }) => [id, accept[locale][0] ?? ""])) };
    case "numeric":
      return { kind: "numeric", text: String(question.numeric.value) };
    case "short-answer":
    case "case":
      return null;
  }
}
