/** Method checks: what a good coach would see in a sheet. */
import { fieldAddress } from "../content";
import type { Evaluation, Finding } from "../evaluation";
import { formatCell, formatComputed } from "../format";
import { fillIn } from "../placeholders";
import { type Bilingual, type Locale, LOCALES } from "~/i18n/locale";
import type { CheckPlan } from "./plan";
import type { Run, RunRow, Slot } from "./run";

/** Stands where a message names an empty cell. */
const EMPTY = "—";

/** The checks that find something, in the definition's order and row by row; none in a sheet in which nothing is written. */
export function findingsOf(run: Run, computed: Evaluation["computed"], currency: string): Finding[] {
  if (!run.written) return [];
  const text = (slot: Slot, locale: Locale): string => {
    const { cell, formula } = slot.plan;
    const { address } = slot.name;
    return formula === null ? formatCell(cell, slot.raw, locale, currency) : formatComputed(cell, computed[address], locale, currency);
  };
  const message = (check: CheckPlan, row: RunRow | null): Bilingual => {
    const inLocale = (locale: Locale): string =>
      fillIn(check.check.message[locale], (id) => {
        const slot = slotOf(run, row, id);
        if (slot === undefined) return EMPTY;
        return text(slot, locale) || (row !== null && check.table?.table.rowTitle === id ? `#${row.at + 1}` : EMPTY);
      });
    return Object.fromEntries(LOCALES.map((locale) => [locale, inLocale(locale)])) as Bilingual;
  };
  return run.plan.checks.flatMap((plan) => {
    const places = plan.table === null ? [null] : (run.tables[plan.table.index] ?? []);
    return places
      .filter((row) => plan.defect.evaluate(run.frame(row)) === true)
      .map((row) => {
        const { id, severity, reason, read } = plan.check;
        return { checkId: id, severity, at: addressOf(plan, row), message: message(plan, row), reason, read };
      });
  });
}

function addressOf({ check, table }: CheckPlan, row: RunRow | null): string | null {
  const own = row?.slots.find((slot) => slot.plan.cell.id === check.at);
  if (own !== undefined) return own.name.address;
  if (check.at !== undefined) return fieldAddress(check.at);
  return row === null || table === null ? null : `${table.table.id}/${row.id}`;
}

/** The cell that a name in a message means: the row's column, else the field. */
function slotOf(run: Run, row: RunRow | null, id: string): Slot | undefined {
  return [...(row?.slots ?? []), ...run.fields].find((slot) => slot.plan.cell.id === id);
}
