/** A redacted question in one language: what the pages of a quiz get, so that no text travels twice. */
import type { Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import type { Item } from "./question";
import type { RedactedQuestion } from "./redact";

export type ShownItem = { id: string; text: string };
type Shown<K extends string> = { kind: K; case?: string; stem: string };

export type ShownQuestion =
  | (Shown<"single"> & { options: ShownItem[] })
  | (Shown<"multiple"> & { options: ShownItem[] })
  | Shown<"true-false">
  | (Shown<"matching"> & { left: ShownItem[]; right: ShownItem[] })
  | (Shown<"ordering"> & { items: ShownItem[] })
  | (Shown<"fill-in"> & { blanks: { id: string }[] })
  | (Shown<"numeric"> & { unit?: string })
  | (Shown<"short-answer"> & { maxChars: number })
  | (Shown<"case"> & { maxChars: number });

/** The question in the reader's language. */
export function showQuestion(question: RedactedQuestion, locale: Locale): ShownQuestion {
  const base = { ...(question.case === undefined ? {} : { case: pick(question.case, locale) }), stem: pick(question.stem, locale) };
  const items = (list: readonly Item[]): ShownItem[] => list.map(({ id, text }) => ({ id, text: pick(text, locale) }));
  switch (question.kind) {
    case "single":
      return { ...base, kind: question.kind, options: items(question.options) };
    case "multiple":
      return { ...base, kind: question.kind, options: items(question.options) };
    case "true-false":
      return { ...base, kind: question.kind };
    case "matching":
      return { ...base, kind: question.kind, left: items(question.left), right: items(question.right) };
    case "ordering":
      return { ...base, kind: question.kind, items: items(question.items) };
    case "fill-in":
      return { ...base, kind: question.kind, blanks: question.blanks };
    case "numeric":
      return { ...base, kind: question.kind, ...(question.unit === undefined ? {} : { unit: pick(question.unit, locale) }) };
    case "short-answer":
    case "case":
      return { ...base, kind: question.kind, maxChars: question.maxChars };
  }
}

/** The letter of a choice: A, B, C, … */
export function letter(index: number): string {
  return String.fromCharCode(65 + index);
}
