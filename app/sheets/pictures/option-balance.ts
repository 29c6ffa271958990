/** The options of a three-options brief, each with its gain and harm. */
import type { Locale } from "~/i18n/locale";
import type { SheetContent } from "../content";
import type { SheetDefinition } from "../definition";
import { numberOf, rowsOf, textOf } from "./reading";

export interface Balance {
  id: string;
  /** What the fixed row is called. */
  label: string;
  name: string;
  gains: string;
  harms: string;
  /** 1…5; null where nobody has weighed it yet. */
  gain: number | null;
  harm: number | null;
  cost: number | null;
}

/** One per fixed row, in the definition's order, also where the content has none of it. */
export function balances(definition: SheetDefinition, content: SheetContent, locale: Locale): Balance[] {
  const fixed = definition.tables.find((table) => table.id === "options")?.fixed ?? [];
  const rows = rowsOf(content, "options");
  const weight = (value: number | null): number | null => (value !== null && value >= 1 && value <= 5 ? value : null);
  return fixed.map(({ id, label }) => {
    const cells = rows.find((row) => row.id === id)?.cells ?? {};
    return { id, label: label[locale], name: textOf(cells.name), gains: textOf(cells.gains), harms: textOf(cells.harms), gain: weight(numberOf(cells.gain_weight)), harm: weight(numberOf(cells.harm_weight)), cost: numberOf(cells.cost) };
  });
}
