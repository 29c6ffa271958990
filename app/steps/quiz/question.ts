/**
 * What a question is: one discriminated union over `kind`, as content is written (docs/content.md),
 * and what a learner may answer to each kind.
 */

/** A text in both languages of the product. */
export type Bilingual = { zh: string; en: string };

/** 1 understand, 2 apply, 3 judge in a case. */
export type Difficulty = 1 | 2 | 3;

/** An option of a single or multiple choice; `why` names the misconception behind a wrong one. */
export type Option = { id: string; text: Bilingual; correct?: boolean; why?: Bilingual };

/** Something with a text that can be put in order or matched. */
export type Item = { id: string; text: Bilingual };

/** A gap in the stem, written there as `{{id}}`. Every accepted text of either language counts. */
export type Blank = { id: string; accept: { zh: string[]; en: string[] } };

export type NumericKey = { value: number; tolerance: number; unit?: Bilingual };
export type RubricLevel = { points: number; text: Bilingual };
export type Criterion = { id: string; title: Bilingual; levels: RubricLevel[] };
export type Rubric = { criteria: Criterion[] };

/** What every question has, whatever its kind. */
type Core<K extends string> = {
  id: string;
  kind: K;
  case?: Bilingual;
  stem: Bilingual;
  explanation: Bilingual;
};

export type SingleQuestion = Core<"single"> & { options: Option[] };
export type MultipleQuestion = Core<"multiple"> & { options: Option[] };
export type TrueFalseQuestion = Core<"true-false"> & { answer: boolean };
export type MatchingQuestion = Core<"matching"> & {
  left: Item[];
  right: Item[];
  pairs: Record<string, string>;
};
/** `items` are written in the right order: that order is the key. */
export type OrderingQuestion = Core<"ordering"> & { items: Item[] };
export type FillInQuestion = Core<"fill-in"> & { blanks: Blank[] };
export type NumericQuestion = Core<"numeric"> & { numeric: NumericKey };
export type ShortAnswerQuestion = Core<"short-answer"> & { rubric: Rubric; maxChars: number };
export type CaseQuestion = Core<"case"> & { case: Bilingual; rubric: Rubric; maxChars: number };

/** Any question with its keys, of the bank or inside a text. */
export type AnyQuestion =
  | SingleQuestion
  | MultipleQuestion
  | TrueFalseQuestion
  | MatchingQuestion
  | OrderingQuestion
  | FillInQuestion
  | NumericQuestion
  | ShortAnswerQuestion
  | CaseQuestion;

export type QuestionKind = AnyQuestion["kind"];

/** What a question of the bank speaks for, how hard it is, and where its answer is taught. */
export type Classification = { competencies: string[]; difficulty: Difficulty; section: string };

/** One version of a question of the bank: what is hashed, pinned to papers, and never changed. */
export type QuestionVersion = AnyQuestion & Classification;

/** The kinds that may stand inside a text. */
export const CHECK_IN_KINDS = ["single", "multiple", "true-false", "ordering"] as const;
export type CheckInKind = (typeof CHECK_IN_KINDS)[number];
/** A question inside a section of the preview. */
export type CheckInQuestion = Extract<AnyQuestion, { kind: CheckInKind }> & Partial<Classification>;

export const QUESTION_KINDS = [
  "single",
  "multiple",
  "true-false",
  "matching",
  "ordering",
  "fill-in",
  "numeric",
  "short-answer",
  "case",
] as const satisfies readonly QuestionKind[];

/** What a learner answered. "Nothing answered" is `null`, or a response that `isEmptyResponse`. */
export type QuizResponse =
  | { kind: "single"; option: string }
  | { kind: "multiple"; options: string[] }
  | { kind: "true-false"; value: boolean }
  | { kind: "matching"; pairs: Record<string, string> }
  | { kind: "ordering"; order: string[] }
  | { kind: "fill-in"; blanks: Record<string, string> }
  | { kind: "numeric"; text: string }
  | { kind: "short-answer"; text: string }
  | { kind: "case"; text: string };

/** Whether a response holds nothing that could be scored: no choice, or only blank text. */
export function isEmptyResponse(response: QuizResponse | null): boolean {
  if (response === null) return true;
  switch (response.kind) {
    case "single":
      return response.option === "";
    case "multiple":
      return response.options.length === 0;
    case "true-false":
      return false;
    case "matching":
      return Object.values(response.pairs).every((id) => id === "");
    case "ordering":
      return response.order.length === 0;
    case "fill-in":
      return Object.values(response.blanks).every((text) => text.trim() === "");
    case "numeric":
    case "short-answer":
    case "case":
      return response.text.trim() === "";
  }
}

/** Whether a person has to mark the answer. */
export function isOpenQuestion(
  question: AnyQuestion,
): question is Extract<AnyQuestion, { kind: "short-answer" | "case" }> {
  return question.kind === "short-answer" || question.kind === "case";
}

/** The gaps that a text names as `{{id}}`, in the order of the text. */
export function blanksInText(text: string): string[] {
  return [...text.matchAll(/\{\{\s*([a-z0-9-]+)\s*\}\}/giu)].map((match) => match[1] ?? "");
}

/** The ids of a question's parts in their written order: options, items or left side in `shown`. */
export type QuestionParts = { shown: string[]; right: string[] };

/** What of a question can be shown in another order. */
export function questionParts(question: AnyQuestion): QuestionParts {
  const ids = (items: readonly { id: string }[]) => items.map((item) => item.id);
  switch (question.kind) {
    case "single":
    case "multiple":
      return { shown: ids(question.options), right: [] };
    case "ordering":
      return { shown: ids(question.items), right: [] };
    case "matching":
      return { shown: ids(question.left), right: ids(question.right) };
    case "true-false":
    case "fill-in":
    case "numeric":
    case "short-answer":
    case "case":
      return { shown: [], right: [] };
  }
}
