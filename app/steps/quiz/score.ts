/**
 * How an answer becomes points. Every question is worth `weight` (1 unless said otherwise); the rules for parts:
 *
 * - multiple: max(0, (right chosen − wrong chosen) ÷ right options), the "right minus wrong" correction for guessing
 *   (Frary, "Partial-credit scoring methods for multiple-choice tests", Applied Measurement in Education 2(1), 1989);
 * - matching, fill-in: the share of right pairs and blanks;
 * - ordering: Kendall's rank correlation with the right order, not below 0: 1 − 2 × (pairs in the wrong order ÷ all pairs)
 *   (Kendall, "A new measure of rank correlation", Biometrika 30, 1938). A reversed or random order earns nothing to speak of;
 * - numeric: all or nothing, within the tolerance, in the key's unit or one that can be converted to it;
 * - short answer, case: by a person; rubric points ÷ the rubric's most points.
 */
import { type CriterionPoints, type RubricError, rubricPoints } from "~/marking";
import { ok, type Result } from "~/platform/result";
import { matchesAny, parseAmount, unitWord } from "./normalise";
import { isEmptyResponse } from "./question";
import type { AnyQuestion, Blank, NumericKey, Option, QuizResponse, Rubric } from "./question";

export type ScoreState = "scored" | "needs-marking" | "unanswered";
export type Score = { points: number; max: number; state: ScoreState };

/** What an answer earns. An answer of another kind than the question's counts as none. */
export function scoreResponse(question: AnyQuestion, response: QuizResponse | null, weight = 1): Score {
  if (response === null || isEmptyResponse(response)) return { points: 0, max: weight, state: "unanswered" };
  if (response.kind !== question.kind) return { points: 0, max: weight, state: "unanswered" };
  if (question.kind === "short-answer" || question.kind === "case") {
    return { points: 0, max: weight, state: "needs-marking" };
  }
  return { points: shareRight(question, response) * weight, max: weight, state: "scored" };
}

type ClosedQuestion = Exclude<AnyQuestion, { kind: "short-answer" | "case" }>;

/** The share of the question that is right, 0…1. */
function shareRight(question: ClosedQuestion, response: QuizResponse): number {
  switch (question.kind) {
    case "single":
      return response.kind === "single" && isRight(question.options, response.option) ? 1 : 0;
    case "multiple":
      return response.kind === "multiple" ? shareOfChoices(question.options, response.options) : 0;
    case "true-false":
      return response.kind === "true-false" && response.value === question.answer ? 1 : 0;
    case "matching": {
      if (response.kind !== "matching") return 0;
      const { pairs } = response;
      return share(question.left, ({ id }) => question.pairs[id] !== undefined && pairs[id] === question.pairs[id]);
    }
    case "ordering":
      return response.kind === "ordering" ? shareOfOrder(question.items.map(({ id }) => id), response.order) : 0;
    case "fill-in":
      return response.kind === "fill-in" ? share(question.blanks, (blank) => isBlankRight(blank, response.blanks[blank.id])) : 0;
    case "numeric":
      return response.kind === "numeric" && isNumberRight(question.numeric, response.text) ? 1 : 0;
  }
}

function share<T>(list: readonly T[], isItRight: (item: T) => boolean): number {
  return list.length === 0 ? 0 : list.filter(isItRight).length / list.length;
}

function isRight(options: readonly Option[], id: string): boolean {
  return options.some((option) => option.id === id && option.correct === true);
}

function shareOfChoices(options: readonly Option[], chosen: readonly string[]): number {
  const picked = new Set(chosen);
  const right = options.filter((option) => option.correct === true);
  const hits = right.filter(({ id }) => picked.has(id)).length;
  const misses = options.filter((option) => option.correct !== true && picked.has(option.id)).length;
  return right.length === 0 ? 0 : Math.max(0, (hits - misses) / right.length);
}

/** Kendall's tau against the key, not below 0; pairs with an item that was not placed count as wrong. */
function shareOfOrder(key: readonly string[], order: readonly string[]): number {
  const place = new Map<string, number>();
  order.forEach((id, at) => {
    if (!place.has(id)) place.set(id, at);
  });
  let concordant = 0;
  for (let first = 0; first < key.length; first += 1) {
    for (let second = first + 1; second < key.length; second += 1) {
      const a = place.get(key[first] ?? "");
      const b = place.get(key[second] ?? "");
      if (a !== undefined && b !== undefined && a < b) concordant += 1;
    }
  }
  const pairs = (key.length * (key.length - 1)) / 2;
  return pairs === 0 ? 0 : Math.max(0, (2 * concordant) / pairs - 1);
}

/** An answer in either language is right: terms are taught in both. */
function isBlankRight(blank: Blank, typed: string | undefined): boolean {
  return typed !== undefined && matchesAny(typed, [...blank.accept.zh, ...blank.accept.en]);
}

/**
 * A bare number is taken in the key's unit. A number with its own scale or unit is converted: 125,000元 is 12.5万元.
 * Another unit is wrong.
 */
function isNumberRight(key: NumericKey, typed: string): boolean {
  const given = inKeyUnit(typed, key) ?? parseAmount(typed);
  if (given === null) return false;
  const unit = key.unit === undefined ? { factor: 1, words: [""] } : readUnit(key.unit);
  const wanted = key.value * unit.factor;
  const isBare = given.scale === null && given.unit === "";
  if (given.unit !== "" && !unit.words.includes(given.unit)) return false;
  const value = isBare ? given.value * unit.factor : given.value;
  return Math.abs(value - wanted) <= key.tolerance * unit.factor + 1e-9 * Math.max(1, Math.abs(wanted));
}

/** "12.5 CNY 10k": the number followed by the unit exactly as it is shown beside the field. */
function inKeyUnit(typed: string, key: NumericKey): { value: number; scale: null; unit: "" } | null {
  if (key.unit === undefined) return null;
  const text = squeeze(typed);
  for (const unit of [squeeze(key.unit.zh), squeeze(key.unit.en)]) {
    if (unit === "" || !text.endsWith(unit)) continue;
    const bare = parseAmount(text.slice(0, -unit.length));
    if (bare !== null && bare.scale === null && bare.unit === "") return { value: bare.value, scale: null, unit: "" };
  }
  return null;
}

function squeeze(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s/gu, "");
}

/** What a unit multiplies by (万元: 10,000; %: 0.01), from its Chinese form, and its words in both languages. */
function readUnit(unit: { zh: string; en: string }): { factor: number; words: string[] } {
  const zh = parseAmount(`1${unit.zh}`);
  const en = unitWord(unit.en.replace(/\d[\d,]*\s*k?\b/giu, ""));
  return { factor: zh?.scale ?? 1, words: [zh?.unit ?? "", en] };
}

export type { CriterionPoints };
export type MarkingError = RubricError;

/** Points by hand: every criterion gets exactly the points of one of its levels; scaled to the question's weight. */
export function scoreByRubric(rubric: Rubric, given: CriterionPoints, weight = 1): Result<Score, MarkingError> {
  const sum = rubricPoints(rubric, given);
  return sum.ok ? ok({ points: (sum.value.points / sum.value.max) * weight, max: weight, state: "scored" }) : sum;
}
