/** What a cell can hold, whatever somebody's device sends. Whether it makes sense is the evaluation's matter. */
import type { CellValue, Quantity, RowReference } from "../content";
import type { CellDefinition } from "../definition";

/** Most characters that any cell keeps; what is too long for its cell but not for this is kept, and said to be too long. */
export const MOST_CHARACTERS = 20_000;
const MOST_SHORT = 500;
const MOST_CHOICES = 100;

/** Cells whose text several people write together, letter by letter; other cells take the last value. */
export function isSharedText(cell: CellDefinition): boolean {
  return (cell.type === "text" || cell.type === "long-text") && cell.formula === undefined;
}

/** `raw` as a value of this cell, or undefined where it is empty, computed, or nothing the cell can hold. */
export function cleanValue(cell: CellDefinition, raw: unknown): CellValue | undefined {
  if (cell.formula !== undefined || raw === null || raw === undefined) return undefined;
  switch (cell.type) {
    case "text":
    case "long-text":
      return shortText(raw, MOST_CHARACTERS);
    case "number":
      return Array.isArray(cell.unit) ? quantity(raw) : shortText(raw);
    case "money":
    case "percent":
    case "date":
    case "choice":
    case "person":
    case "member":
      return shortText(raw);
    case "choices":
      return choices(raw);
    case "rating":
      return typeof raw === "number" && Number.isSafeInteger(raw) ? raw : undefined;
    case "check":
      return typeof raw === "boolean" ? raw : undefined;
    case "reference":
      return reference(raw);
  }
}

function shortText(raw: unknown, most = MOST_SHORT): string | undefined {
  return typeof raw === "string" && raw !== "" ? cut(raw, most) : undefined;
}

/** The first `most` characters, without half of a pair at the end, and without what PostgreSQL cannot keep. */
function cut(text: string, most: number): string {
  const kept = text.replaceAll("\u0000", "").slice(0, most);
  return /[\uD800-\uDBFF]$/.test(kept) ? kept.slice(0, -1) : kept;
}

function quantity(raw: unknown): Quantity | undefined {
  if (!isRecord(raw)) return undefined;
  const value = shortText(raw.value);
  const unit = shortText(raw.unit);
  return value !== undefined && unit !== undefined ? { value, unit } : undefined;
}

function choices(raw: unknown): string[] | undefined {
  if (!Array.isArray(raw)) return undefined;
  const ids = [...new Set(raw.filter((id): id is string => typeof id === "string" && id !== "").map((id) => cut(id, MOST_SHORT)))].slice(0, MOST_CHOICES);
  return ids.length > 0 ? ids : undefined;
}

function reference(raw: unknown): RowReference | undefined {
  if (!isRecord(raw)) return undefined;
  const [sheetId, rowId, label] = [shortText(raw.sheetId), shortText(raw.rowId), shortText(raw.label)];
  return sheetId !== undefined && rowId !== undefined && label !== undefined ? { sheetId, rowId, label } : undefined;
}

function isRecord(raw: unknown): raw is Record<string, unknown> {
  return typeof raw === "object" && raw !== null && Object.getPrototypeOf(raw) === Object.prototype;
}

/** Whether two JSON values say the same; the order of an object's names does not matter, and neither does what is undefined. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, at) => sameValue(item, b[at]));
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].every((key) => sameValue(left[key], right[key]));
}
