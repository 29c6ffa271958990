/**
 * What a learner may see of a question: no key, no explanation, no misconception, no rubric.
 *
 * The order in which things are written is a key too (`ordering`), and so are ids that authors
 * number in that order (`l1` belongs to `r1`). A paper therefore shows things in its own drawn order
 * under aliases, "1", "2", …; `toShown` and `fromShown` translate answers at the edge, so that what is
 * stored always speaks of the question's real ids. Without an order (check-ins, previews) real ids stay.
 */
import { questionParts } from "./question";
import type { AnyQuestion, Bilingual, Item, QuestionKind, QuestionParts, QuizResponse } from "./question";
import { randomFrom, shuffle } from "~/platform/random";

/** The order in which one question's parts are shown: real ids; `right` only for matching. */
export type OptionOrder = { shown: string[]; right: string[] };

type Shown<K extends string> = { id: string; kind: K; case?: Bilingual; stem: Bilingual };

export type RedactedQuestion =
  | (Shown<"single"> & { options: Item[] })
  | (Shown<"multiple"> & { options: Item[] })
  | Shown<"true-false">
  | (Shown<"matching"> & { left: Item[]; right: Item[] })
  | (Shown<"ordering"> & { items: Item[] })
  | (Shown<"fill-in"> & { blanks: { id: string }[] })
  | (Shown<"numeric"> & { unit?: Bilingual })
  | (Shown<"short-answer"> & { maxChars: number })
  | (Shown<"case"> & { maxChars: number });

/** Draws the order of a question's parts. An ordering question is never shown in its right order. */
export function drawOptionOrder(kind: QuestionKind, parts: QuestionParts, random: () => number): OptionOrder {
  const shown = shuffle(parts.shown, random);
  const right = shuffle(parts.right, random);
  const isKey = kind === "ordering" && shown.every((id, at) => id === parts.shown[at]);
  return { shown: isKey ? [...shown.slice(1), ...shown.slice(0, 1)] : shown, right };
}

/**
 * The question as a learner may see it, independent of the language shown.
 * With the paper's `order` its parts carry aliases; without, real ids in an order fixed by the question's id.
 */
export function redactQuestion(question: AnyQuestion, order?: OptionOrder): RedactedQuestion {
  const aliased = order !== undefined;
  const { shown, right } = order ?? plainOrder(question);
  const base = {
    id: question.id,
    ...(question.case === undefined ? {} : { case: question.case }),
    stem: question.stem,
  };
  switch (question.kind) {
    case "single":
      return { ...base, kind: question.kind, options: arrange(question.options, shown, aliased) };
    case "multiple":
      return { ...base, kind: question.kind, options: arrange(question.options, shown, aliased) };
    case "true-false":
      return { ...base, kind: question.kind };
    case "matching":
      return {
        ...base,
        kind: question.kind,
        left: arrange(question.left, shown, aliased),
        right: arrange(question.right, right, aliased),
      };
    case "ordering":
      return { ...base, kind: question.kind, items: arrange(question.items, shown, aliased) };
    case "fill-in":
      return { ...base, kind: question.kind, blanks: question.blanks.map(({ id }) => ({ id })) };
    case "numeric": {
      const { unit } = question.numeric;
      return { ...base, kind: question.kind, ...(unit === undefined ? {} : { unit }) };
    }
    case "short-answer":
    case "case":
      return { ...base, kind: question.kind, maxChars: question.maxChars };
  }
}

/** A stored answer in the aliases of a paper. */
export function toShown(order: OptionOrder, response: QuizResponse): QuizResponse {
  return translate(response, (id) => aliasOf(order.shown, id), (id) => aliasOf(order.right, id));
}

/** An answer in a paper's aliases, in the question's real ids. Unknown aliases fall away. */
export function fromShown(order: OptionOrder, response: QuizResponse): QuizResponse {
  return translate(response, (alias) => order.shown[Number(alias) - 1], (alias) => order.right[Number(alias) - 1]);
}

type Translation = (id: string) => string | undefined;

function translate(response: QuizResponse, shown: Translation, right: Translation): QuizResponse {
  switch (response.kind) {
    case "single":
      return { kind: "single", option: shown(response.option) ?? "" };
    case "multiple":
      return { kind: "multiple", options: [...new Set(response.options.flatMap((id) => shown(id) ?? []))] };
    case "ordering":
      return { kind: "ordering", order: [...new Set(response.order.flatMap((id) => shown(id) ?? []))] };
    case "matching": {
      const pairs = Object.entries(response.pairs).flatMap(([from, to]): [string, string][] => {
        const left = shown(from);
        const match = right(to);
        return left === undefined || match === undefined ? [] : [[left, match]];
      });
      return { kind: "matching", pairs: Object.fromEntries(pairs) };
    }
    case "true-false":
    case "fill-in":
    case "numeric":
    case "short-answer":
    case "case":
      return response;
  }
}

function aliasOf(ids: readonly string[], id: string): string | undefined {
  const at = ids.indexOf(id);
  return at < 0 ? undefined : String(at + 1);
}

/** Options in the written order, everything whose order is a key shuffled by the question's own id. */
function plainOrder(question: AnyQuestion): OptionOrder {
  const parts = questionParts(question);
  const drawn = drawOptionOrder(question.kind, parts, randomFrom(question.id));
  return question.kind === "ordering" ? drawn : { shown: parts.shown, right: drawn.right };
}

function arrange(items: readonly Item[], order: readonly string[], aliased: boolean): Item[] {
  return order.flatMap((id, at): Item[] => {
    const item = items.find((candidate) => candidate.id === id);
    return item === undefined ? [] : [{ id: aliased ? String(at + 1) : item.id, text: item.text }];
  });
}
