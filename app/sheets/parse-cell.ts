/** What people type and paste, as the value of a cell. */
import type { CellDefinition, ChoiceOption } from "./definition";
import { folded } from "./engine/text";
import type { CellProblem } from "./evaluation";
import { type OfferedRow, rowNamed } from "./reference-named";
import { readAmount, type ReadCell } from "./read-amount";
import { readDay } from "./read-day";

export type { ReadCell } from "./read-amount";

const YES = new Set(["✓", "✔", "√", "☑", "x", "v", "是", "对", "有", "已", "完成", "已完成", "yes", "y", "true", "1", "done", "on", "ok"]);
const NO = new Set(["✗", "✘", "×", "☐", "否", "不", "没有", "无", "未", "未完成", "no", "n", "false", "0", "off", "-"]);

/**
 * Reads a typed or pasted text for a cell. Empty text empties it. Options are found by their label in either language and by their id;
 * `today` ("2026-11-28") completes dates without a year;
 * `references` are the rows that references may point at, by their `of`. Limits of size are the evaluation's matter: 7 of 5 is a value, and wrong.
 */
export function parseCell(cell: CellDefinition, text: string, today: string, references: Readonly<Record<string, readonly OfferedRow[]>> = {}): ReadCell {
  const trimmed = text.trim();
  if (trimmed === "") return { value: null };
  switch (cell.type) {
    case "text":
    case "person":
    case "member":
      return { value: trimmed.replace(/\s*[\r\n]+\s*/g, " ") };
    case "long-text":
      return { value: text.replace(/\r\n?/g, "\n").trimEnd() };
    case "number":
    case "money":
    case "percent":
      return readAmount(cell, trimmed);
    case "rating":
      return rating(trimmed);
    case "date": {
      const day = readDay(trimmed, today);
      return day === null ? { problem: { code: "not-a-date" } } : { value: day };
    }
    case "choice": {
      const option = optionNamed(cell.options ?? [], trimmed);
      return option === undefined ? { problem: unknown(trimmed) } : { value: option.id };
    }
    case "choices":
      return choices(cell.options ?? [], trimmed);
    case "check":
      return tick(trimmed);
    case "reference": {
      const named = rowNamed(references[cell.of ?? ""] ?? [], trimmed);
      return named.ok ? { value: named.value } : { problem: { code: named.reason, detail: trimmed } };
    }
  }
}

function rating(text: string): ReadCell {
  const digits = text.normalize("NFKC").replace(/−/g, "-").replace(/\s*(?:分|星|级|stars?|points?|\/\s*\d+)$/i, "");
  return /^[+-]?\d{1,3}$/.test(digits) ? { value: Number(digits) + 0 } : { problem: { code: "not-a-number" } };
}

function tick(text: string): ReadCell {
  const word = folded(text);
  if (YES.has(word)) return { value: true };
  return NO.has(word) ? { value: false } : { problem: unknown(text) };
}

function unknown(text: string): CellProblem {
  return { code: "unknown-option", detail: text };
}

function optionNamed(options: readonly ChoiceOption[], text: string): ChoiceOption | undefined {
  const wanted = folded(text);
  return options.find(({ id, label }) => [label.zh, label.en, id].some((name) => folded(name) === wanted));
}

/** Several options with anything between them that is not part of a label. */
function choices(options: readonly ChoiceOption[], text: string): ReadCell {
  const whole = optionNamed(options, text);
  if (whole !== undefined) return { value: [whole.id] };
  const found = new Set<string>();
  for (const part of text.split(/\s*[、,，;；|\n]\s*/).filter((entry) => entry !== "")) {
    const named = optionNamed(options, part);
    const parts = named === undefined ? part.split(/\s*\/\s*/).map((entry) => optionNamed(options, entry)) : [named];
    for (const option of parts) {
      if (option === undefined) return { problem: unknown(part) };
      found.add(option.id);
    }
  }
  return { value: options.filter(({ id }) => found.has(id)).map(({ id }) => id) };
}
