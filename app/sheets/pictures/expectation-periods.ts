/** The four periods after a signature with what is promised in each, laid out from top to bottom. */
import type { Locale } from "~/i18n/locale";
import type { SheetContent } from "../content";
import type { SheetDefinition } from "../definition";
import { rowsOf, textOf } from "./reading";

export interface PeriodPromise {
  id: string;
  promise: string;
  due: string;
  owner: string;
  /** Beyond the contract: charged, or given. */
  beyond: "" | "paid" | "gift";
}

export interface Period {
  id: string;
  label: string;
  from: string;
  until: string;
  touch: string;
  keeper: string;
  /** By date; those without one at the end. */
  promises: PeriodPromise[];
  /** Top of its band, and how high it is. */
  y: number;
  height: number;
}

export const HEAD_HEIGHT = 44;
export const PROMISE_HEIGHT = 32;
const LEAST = 60;

/** One per fixed row, in the definition's order, from `top` downwards. */
export function layOutPeriods(definition: SheetDefinition, content: SheetContent, locale: Locale, top: number): Period[] {
  const fixed = definition.tables.find((table) => table.id === "periods")?.fixed ?? [];
  const all = rowsOf(content, "promises").map((row): PeriodPromise & { period: string } => {
    const scope = textOf(row.cells.scope);
    return { id: row.id, period: textOf(row.cells.period), promise: textOf(row.cells.promise) || textOf(row.cells.hope), due: textOf(row.cells.due), owner: textOf(row.cells.owner), beyond: scope === "paid" || scope === "gift" ? scope : "" };
  });
  let y = top;
  return fixed.map(({ id, label }) => {
    const cells = rowsOf(content, "periods").find((row) => row.id === id)?.cells ?? {};
    const promises = all.filter((one) => one.period === id && one.promise !== "").sort((a, b) => (a.due || "9").localeCompare(b.due || "9"));
    const height = Math.max(LEAST, HEAD_HEIGHT + promises.length * PROMISE_HEIGHT + 6);
    const period = { id, label: label[locale], from: textOf(cells.from), until: textOf(cells.until), touch: textOf(cells.touch), keeper: textOf(cells.keeper), promises, y, height };
    y += height;
    return period;
  });
}
