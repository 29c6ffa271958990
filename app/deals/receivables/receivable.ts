/** Invoices that are not paid yet: how old, which letter, what it does to the bonus (domain: chapter 10). Pure; money is bigint in minor units. */
import { percentOf } from "../money";
import { daysFrom } from "../stage";

/** By days overdue: not due, 1–30, 31–60, 61–90, more than 90; those of the sheet `receivables-dunning`. */
export const BUCKETS = ["not-due", "1-30", "31-60", "61-90", "over-90"] as const;
export type Bucket = (typeof BUCKETS)[number];

/** 到货函、催款函、逾期通知函: from finance to finance, each in its time. */
export const LETTERS = ["arrival", "reminder", "notice"] as const;
export type Letter = (typeof LETTERS)[number];

export const ENTRY_KINDS = ["payment", "write-off", "credit"] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** The reminder goes out so many days before the due date. */
export const REMINDER_BEFORE_DAYS = 7;
/** The overdue notice goes out after so many days overdue, and again every so many. */
export const NOTICE_AFTER_DAYS = 30;
export const NOTICE_AGAIN_DAYS = 30;
/** Days of billing that days outstanding look back on. */
export const DSO_DAYS = 90;

/** Days overdue on a day; zero and below: not due. */
export function overdueDays(dueOn: string, today: string): number {
  return daysFrom(dueOn, today);
}

export function bucketOf(overdue: number): Bucket {
  if (overdue <= 0) return "not-due";
  if (overdue <= 30) return "1-30";
  if (overdue <= 60) return "31-60";
  return overdue <= 90 ? "61-90" : "over-90";
}

/**
 * The letter that is due for an open invoice, and since when; null when none is. The sternest counts: more than 30 days overdue
 * it is the notice (again after 30 more), from 7 days before the due date the reminder, after the delivery the arrival letter.
 */
export function letterDue(invoice: { deliveredOn: string | null; dueOn: string; openMinor: string; letters: readonly { letter: Letter; on: string }[] }, today: string): { letter: Letter; since: string } | null {
  if (BigInt(invoice.openMinor) <= 0n) return null;
  const sent = (letter: Letter): string | null => invoice.letters.filter((one) => one.letter === letter).map((one) => one.on).sort().at(-1) ?? null;
  const overdue = overdueDays(invoice.dueOn, today);
  const notice = sent("notice");
  if (overdue > NOTICE_AFTER_DAYS) {
    const since = notice === null ? addDays(invoice.dueOn, NOTICE_AFTER_DAYS + 1) : addDays(notice, NOTICE_AGAIN_DAYS);
    return since <= today ? { letter: "notice", since } : null;
  }
  const remindOn = addDays(invoice.dueOn, -REMINDER_BEFORE_DAYS);
  if (remindOn <= today) return sent("reminder") === null ? { letter: "reminder", since: remindOn } : null;
  if (invoice.deliveredOn !== null && invoice.deliveredOn <= today && sent("arrival") === null) return { letter: "arrival", since: invoice.deliveredOn };
  return null;
}

/**
 * Days outstanding (应收账款周转天数), in tenths of a day: open ÷ billed × days of the period, rounded half up. Null when nothing was
 * billed in the period: then there is nothing to compare with. The usual accounting ratio, receivables at the end of the period
 * ÷ credit sales of the period × days.
 */
export function daysOutstandingTenths(openMinor: bigint, billedMinor: bigint, days: number = DSO_DAYS): bigint | null {
  if (billedMinor <= 0n) return null;
  const product = openMinor * BigInt(days) * 10n;
  return (product * 2n + billedMinor) / (billedMinor * 2n);
}

/** Bonus = base × rate − bad debt × rate, each rounded to the cent as in the bonus calculator; and if everything overdue went bad, too. */
export function bonusOf({ base, badDebt, overdue, ratePercent }: { base: bigint; badDebt: bigint; overdue: bigint; ratePercent: string }): { gross: bigint; deduction: bigint; bonus: bigint; atRisk: bigint; ifLost: bigint } {
  const gross = percentOf(base, ratePercent);
  const deduction = percentOf(badDebt, ratePercent);
  const atRisk = percentOf(overdue, ratePercent);
  return { gross, deduction, bonus: gross - deduction, atRisk, ifLost: gross - deduction - atRisk };
}

/** The first and last day of the quarter of a day. */
export function quarterOf(today: string): { from: string; to: string; year: number; quarter: number } {
  const year = Number(today.slice(0, 4));
  const quarter = Math.ceil(Number(today.slice(5, 7)) / 3);
  const first = `${year}-${String(quarter * 3 - 2).padStart(2, "0")}-01`;
  const next = quarter === 4 ? `${year + 1}-01-01` : `${year}-${String(quarter * 3 + 1).padStart(2, "0")}-01`;
  return { from: first, to: addDays(next, -1), year, quarter };
}

/** A day so many days later (earlier when below zero). */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
