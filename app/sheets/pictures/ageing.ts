/** Receivables by age, and the letters to be sent. */
import type { SheetContent, SheetRow } from "../content";
import type { Evaluation } from "../evaluation";
import { computedColumn, computedNumber, rowsOf, textOf } from "./reading";

/** The ageing buckets with the fields that hold their sums, from not due to the oldest. */
export const BUCKETS = ["not_due", "due_30", "due_60", "due_90", "due_over"] as const;
export type Bucket = (typeof BUCKETS)[number];

export interface AgeingSum {
  bucket: Bucket;
  amount: number;
  invoices: number;
}

/** The bucket that days overdue fall into. */
export function bucketOf(overdue: number): Bucket {
  if (overdue <= 0) return "not_due";
  if (overdue <= 30) return "due_30";
  if (overdue <= 60) return "due_60";
  return overdue <= 90 ? "due_90" : "due_over";
}

/** Sum and number of open invoices per bucket; the sums are the sheet's own. */
export function ageingSums(content: SheetContent, evaluation: Evaluation): AgeingSum[] {
  const open = openInvoices(content, evaluation);
  return BUCKETS.map((bucket) => ({ bucket, amount: computedNumber(evaluation, bucket) ?? 0, invoices: open.filter((invoice) => invoice.overdue !== null && bucketOf(invoice.overdue) === bucket).length }));
}

export interface OpenInvoice {
  row: SheetRow;
  customer: string;
  invoice: string;
  open: number | null;
  overdue: number | null;
  letter: string;
  letterOn: string;
  owner: string;
}

/** Invoices that are not paid in full: the next letter first, those without one before all others if they are overdue. */
export function openInvoices(content: SheetContent, evaluation: Evaluation): OpenInvoice[] {
  const late = (invoice: OpenInvoice): boolean => (invoice.overdue ?? 0) > 0 && (invoice.letter === "" || invoice.letterOn === "");
  return rowsOf(content, "invoices")
    .map((row) => ({
      row,
      customer: textOf(row.cells.customer),
      invoice: textOf(row.cells.invoice),
      open: computedColumn(evaluation, "invoices", row, "open_amount"),
      overdue: computedColumn(evaluation, "invoices", row, "overdue"),
      letter: textOf(row.cells.next_letter),
      letterOn: textOf(row.cells.letter_on),
      owner: textOf(row.cells.owner),
    }))
    .filter((invoice) => invoice.customer + invoice.invoice !== "" && (invoice.open === null || invoice.open > 0))
    .sort((a, b) => Number(late(b)) - Number(late(a)) || (a.letterOn || "9").localeCompare(b.letterOn || "9"));
}
