/** Answers from plain forms, for pages without JavaScript: the names that fields have, and what they mean. */
import type { QuizResponse } from "./question";

/** What of a question the fields of its form depend on. */
export type FormQuestion =
  | { kind: "single" | "multiple" | "true-false" | "numeric" | "short-answer" | "case" }
  | { kind: "matching"; left: readonly { id: string }[] }
  | { kind: "ordering"; items: readonly { id: string }[] }
  | { kind: "fill-in"; blanks: readonly { id: string }[] };

/** The name of a question's field; `part` is a left item, an item to order, or a blank. */
export function fieldName(position: number, part?: string): string {
  return part === undefined ? `q${position}` : `q${position}.${part}`;
}

/**
 * The answer that a posted form holds to a question; null when it holds none.
 * Choices: `q1` (several for multiple). Matching: `q1.<left>` = right id. Ordering: `q1.<item>` = its place, 1…n; items without
 * a place, or with one that is taken, are left out. Fill-in: `q1.<blank>`. Numeric and text: `q1`.
 */
export function responseFromForm(position: number, question: FormQuestion, form: FormData): QuizResponse | null {
  const field = (part?: string) => textOf(form.get(fieldName(position, part)));
  switch (question.kind) {
    case "single": {
      const option = field();
      return option === "" ? null : { kind: "single", option };
    }
    case "multiple": {
      const options = form.getAll(fieldName(position)).map(textOf);
      return options.length === 0 ? null : { kind: "multiple", options };
    }
    case "true-false": {
      const value = field();
      return value === "true" || value === "false" ? { kind: "true-false", value: value === "true" } : null;
    }
    case "matching": {
      const pairs = question.left.map(({ id }) => [id, field(id)] as const).filter(([, right]) => right !== "");
      return pairs.length === 0 ? null : { kind: "matching", pairs: Object.fromEntries(pairs) };
    }
    case "ordering": {
      const order = placed(question.items.map(({ id }) => ({ id, place: Number(field(id)) })));
      return order.length === 0 ? null : { kind: "ordering", order };
    }
    case "fill-in": {
      const blanks = question.blanks.map(({ id }) => [id, field(id)] as const).filter(([, text]) => text.trim() !== "");
      return blanks.length === 0 ? null : { kind: "fill-in", blanks: Object.fromEntries(blanks) };
    }
    case "numeric":
    case "short-answer":
    case "case": {
      const text = field();
      return text.trim() === "" ? null : { kind: question.kind, text };
    }
  }
}

function placed(items: { id: string; place: number }[]): string[] {
  const taken = new Map<number, string>();
  for (const { id, place } of items) {
    if (Number.isInteger(place) && place >= 1 && place <= items.length && !taken.has(place)) taken.set(place, id);
  }
  return [...taken].sort(([a], [b]) => a - b).map(([, id]) => id);
}

/** Forms end lines with CR LF; what is typed with JavaScript has LF: both must be the same answer. */
function textOf(value: FormDataEntryValue | null): string {
  return typeof value === "string" ? value.replace(/\r\n/gu, "\n") : "";
}
