/** Functions over rows, trees and dates: the first argument is where the expression stands. Inner expressions are compiled beforehand. */
import { dayNumber } from "./calendar-days";
import type { Frame, Inner } from "./frame";
import { add } from "./operators";
import { parseUnit, PLAIN } from "./units";
import { Blank, Fault, misfit, NO_AMOUNT, NOTHING, number, type RowHandle, type Rows, type Value } from "./value";

const DAY = parseUnit("day") ?? PLAIN;

function inRow(frame: Frame, row: RowHandle): Frame {
  return { sheet: frame.sheet, row, outer: frame };
}

/** The rows where a condition is true; a fault of the condition is the result. */
function where(frame: Frame, { rows }: Rows, condition: Inner): Frame[] | Fault {
  const found: Frame[] = [];
  for (const row of rows) {
    const inside = inRow(frame, row);
    const holds = condition.evaluate(inside);
    if (holds instanceof Fault) return holds;
    if (holds === true) found.push(inside);
  }
  return found;
}

export function count(_: Frame, { rows }: Rows): Value {
  return number(rows.length);
}

export function countWhere(frame: Frame, rows: Rows, condition: Inner): Value {
  const found = where(frame, rows, condition);
  return found instanceof Fault ? found : number(found.length);
}

export function anyWhere(frame: Frame, rows: Rows, condition: Inner): Value {
  const found = where(frame, rows, condition);
  return found instanceof Fault ? found : found.length > 0;
}

export function everyWhere(frame: Frame, rows: Rows, condition: Inner): Value {
  const found = where(frame, rows, condition);
  return found instanceof Fault ? found : found.length === rows.rows.length;
}

export function sumWhere(frame: Frame, rows: Rows, value: Inner, condition: Inner): Value {
  const found = where(frame, rows, condition);
  if (found instanceof Fault) return found;
  return total(found.map((inside) => value.evaluate(inside)));
}

/** Passes over what is empty; 0 where there is nothing. */
function total(values: readonly Value[]): Value {
  return values.filter((value) => !(value instanceof Blank)).reduce<Value>(add, NO_AMOUNT);
}

export function firstWhere(frame: Frame, rows: Rows, value: Inner, condition: Inner): Value {
  const found = where(frame, rows, condition);
  if (found instanceof Fault) return found;
  return found[0] === undefined ? NOTHING : value.evaluate(found[0]);
}

export function valueAt(_: Frame, { rows }: Rows, id: string, column: number): Value {
  return rows.find((row) => row.id === id)?.value(column) ?? NOTHING;
}

export function rowId({ row }: Frame): Value {
  return row?.id ?? NOTHING;
}

/** From 1. */
export function rowNumber({ row }: Frame): Value {
  return row === null ? NOTHING : number(row.at + 1);
}

export function previous({ row }: Frame, column: number): Value {
  return row?.above?.value(column) ?? NOTHING;
}

export function childSum({ row }: Frame, column: number): Value {
  return total((row?.children ?? []).map((child) => child.value(column)));
}

export function childCount({ row }: Frame): Value {
  return number(row?.children.length ?? 0);
}

/** 0 at the top. */
export function depth({ row }: Frame): Value {
  let level = 0;
  for (let above = row?.parent ?? null; above !== null; above = above.parent) level += 1;
  return number(level);
}

export function parentOf({ row }: Frame, column: number): Value {
  return row?.parent?.value(column) ?? NOTHING;
}

export function today({ sheet }: Frame): Value {
  return sheet.today;
}

/** Whole days from one date to another; negative where the second comes first. */
export function days(_: Frame, from: Value, to: Value): Value {
  for (const date of [from, to]) if (date instanceof Fault) return date;
  for (const date of [from, to]) if (date instanceof Blank) return date;
  if (typeof from !== "string" || typeof to !== "string") return misfit();
  const [start, end] = [dayNumber(from), dayNumber(to)];
  return start === null || end === null ? misfit() : number(end - start, DAY);
}
