/** A contract's clauses with risk and result, and its payments as parts of a whole. */
import type { Locale } from "~/i18n/locale";
import type { SheetContent } from "../content";
import type { SheetDefinition } from "../definition";
import { numberOf, rowsOf, textOf } from "./reading";

export const RISKS = ["none", "low", "medium", "high"] as const;

export interface ClauseHeat {
  id: string;
  label: string;
  /** 0 none … 3 high; null where it was not judged. */
  level: number | null;
  risk: string;
  state: string;
  finding: string;
  /** A medium or high risk that is neither changed nor knowingly borne. */
  open: boolean;
}

/** One per fixed row, in the definition's order. */
export function clauseHeat(definition: SheetDefinition, content: SheetContent, locale: Locale): ClauseHeat[] {
  const fixed = definition.tables.find((table) => table.id === "clauses")?.fixed ?? [];
  return fixed.map(({ id, label }) => {
    const cells = rowsOf(content, "clauses").find((row) => row.id === id)?.cells ?? {};
    const [risk, state] = [textOf(cells.risk), textOf(cells.state)];
    const at = (RISKS as readonly string[]).indexOf(risk);
    return { id, label: label[locale], level: at < 0 ? null : at, risk, state, finding: textOf(cells.finding), open: at >= 2 && state !== "changed" && state !== "borne" };
  });
}

export interface PaymentPart {
  id: string;
  /** Percent of the contract's value. */
  percent: number;
  /** Where it begins, in percent. */
  from: number;
}

/** The payments in order of time; those that are empty or nothing are left out. */
export function paymentParts(content: SheetContent): PaymentPart[] {
  let from = 0;
  return ["pay_signing", "pay_delivery", "pay_acceptance", "pay_retention"].flatMap((id) => {
    const percent = numberOf(content.fields[id]);
    if (percent === null || percent <= 0) return [];
    const part = { id, percent, from };
    from += percent;
    return [part];
  });
}
