/** Between what stands in a cell and what expressions work with. */
import type { CellValue } from "../content";
import type { CellDefinition } from "../definition";
import type { Computed } from "../evaluation";
import { LONG_TEXT_CHARS, NUMBER_DIGITS, TEXT_CHARS } from "../limits";
import { dayNumber } from "./calendar-days";
import { type Decimal, decimal } from "./math";
import type { CellPlan } from "./plan";
import { charCount } from "./text";
import { conversion, PLAIN, scaled, type Unit } from "./units";
import { Blank, type CellName, Fault, misfit, Quantity, type Value } from "./value";

const DECIMAL = /^[+-]?(\d+(\.\d*)?|\.\d+)$/;
/** Digits of a computed number that are kept: fewer than are computed with, so that what was divided and multiplied again is whole again. */
const KEPT_DIGITS = 50;
const SHOWN_PLACES = 20;

/** What an expression sees of a typed cell: a value, nothing, or a fault with this cell's name. */
export function typedValue(plan: CellPlan, raw: CellValue | undefined, name: CellName): Value {
  const { cell } = plan;
  if (cell.type === "check") return raw === true;
  if (raw === undefined || (typeof raw === "string" && raw.trim() === "") || (Array.isArray(raw) && raw.length === 0)) return new Blank(name);
  const value = read(plan, raw);
  return value instanceof Fault ? new Fault(value.code, value.detail, name) : value;
}

function read(plan: CellPlan, raw: CellValue): Value {
  const { cell } = plan;
  switch (cell.type) {
    case "text":
    case "long-text":
    case "person":
    case "member":
      return plainText(cell, raw);
    case "number":
    case "money":
    case "percent":
      return amount(plan, raw);
    case "rating":
      return rating(cell, raw);
    case "date":
      return typeof raw === "string" && dayNumber(raw.trim()) !== null ? raw.trim() : new Fault("not-a-date");
    case "choice":
      return cell.options?.some((option) => option.id === raw) === true ? (raw as string) : new Fault("unknown-option", named(raw));
    case "choices":
      return choices(cell, raw);
    case "check":
      return raw === true;
    case "reference":
      return typeof raw === "object" && !Array.isArray(raw) && "label" in raw ? raw.label : misfit();
  }
}

/** Most characters of a cell that takes text. */
export function mostChars({ type, maxChars }: CellDefinition): number {
  return maxChars ?? (type === "long-text" ? LONG_TEXT_CHARS : TEXT_CHARS);
}

function plainText(cell: CellDefinition, raw: CellValue): Value {
  if (typeof raw !== "string") return misfit();
  const most = mostChars(cell);
  return charCount(raw) > most ? new Fault("too-long", String(most)) : raw.trim();
}

/** A wrong value in a message. */
function named(raw: CellValue): string {
  return (typeof raw === "string" ? raw : JSON.stringify(raw)).slice(0, 60);
}

function choices({ options = [] }: CellDefinition, raw: CellValue): Value {
  const list = Array.isArray(raw) ? raw : [named(raw)];
  const unknown = list.find((id) => !options.some((option) => option.id === id));
  return unknown === undefined ? list : new Fault("unknown-option", named(unknown));
}

function rating({ min = 1, max = 5 }: CellDefinition, raw: CellValue): Value {
  const digits = digitsOf(raw);
  if (digits === null) return new Fault("not-a-number");
  return digits.isInteger() && digits.greaterThanOrEqualTo(min) && digits.lessThanOrEqualTo(max) ? new Quantity(digits) : new Fault("out-of-range", `${min}–${max}`);
}

function amount({ cell, unit, units }: CellPlan, raw: CellValue): Value {
  const chosen = typeof raw === "object" && !Array.isArray(raw) && "unit" in raw ? raw : null;
  const own = chosen === null ? unit : units.get(chosen.unit);
  if (own === undefined) return new Fault("unit-mismatch", chosen?.unit);
  const text = chosen === null ? raw : chosen.value;
  if (typeof text === "string" && text.replace(/\D/g, "").length > NUMBER_DIGITS) return new Fault("too-long", String(NUMBER_DIGITS));
  const digits = digitsOf(text);
  if (digits === null) return new Fault("not-a-number");
  const { min, max } = cell;
  if ((min !== undefined && digits.lessThan(min)) || (max !== undefined && digits.greaterThan(max))) return new Fault("out-of-range", rangeText(min, max));
  return new Quantity(cell.type === "percent" ? (digits.dividedBy(100) as Decimal) : digits, own);
}

/** `1–5`, `≥ 0`, `≤ 100`. */
function rangeText(min: number | undefined, max: number | undefined): string {
  if (min !== undefined && max !== undefined) return `${min}–${max}`;
  return min === undefined ? `≤ ${max ?? ""}` : `≥ ${min}`;
}

function digitsOf(raw: CellValue): Decimal | null {
  if (typeof raw === "number") return Number.isFinite(raw) ? decimal(raw) : null;
  return typeof raw === "string" && DECIMAL.test(raw.trim()) ? decimal(raw.trim()) : null;
}

/** A formula's result as the value of its cell: in the declared unit, of the declared type. Faults get the cell's name unless they have one. */
export function settled({ cell, unit }: CellPlan, result: Value, name: CellName): Value {
  const value = fitted(cell, unit, result);
  return value instanceof Fault && value.cell === null ? new Fault(value.code, value.detail, name) : value;
}

function fitted(cell: CellDefinition, unit: Unit, result: Value): Value {
  if (result instanceof Fault || result instanceof Blank) return result;
  switch (cell.type) {
    case "number":
    case "money":
    case "percent":
    case "rating":
      return result instanceof Quantity ? inUnit(result, unit) : misfit();
    case "check":
      return typeof result === "boolean" ? result : misfit();
    case "choice":
      return cell.options?.some((option) => option.id === result) === true ? result : new Fault("unknown-option", String(result));
    default:
      return typeof result === "string" ? result : misfit();
  }
}

function inUnit(quantity: Quantity, unit: Unit): Value {
  const fits = quantity.unit === unit || quantity.value.isZero() || (quantity.bare && quantity.unit === PLAIN);
  const factor = fits ? null : conversion(quantity.unit, unit);
  if (!fits && factor === null) return new Fault("unit-mismatch", `${quantity.unit.key || "1"} ≠ ${unit.key || "1"}`);
  const value = factor === null ? quantity.value : scaled(quantity.value, factor);
  return new Quantity(value.toSignificantDigits(KEPT_DIGITS) as Decimal, unit);
}

/** A computed value for the outside; null where there is none. */
export function computedOf({ cell }: CellPlan, value: Value): Computed | null {
  if (typeof value === "string") return { text: value };
  if (typeof value === "boolean") return { flag: value };
  if (!(value instanceof Quantity)) return null;
  const digits = value.value.toDecimalPlaces(SHOWN_PLACES).toFixed();
  return typeof cell.unit === "string" ? { value: digits, unit: cell.unit } : { value: digits };
}
