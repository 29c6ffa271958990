import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import type { Letter } from "~/deals";
import { insertInvoice } from "~/deals/index.server";
import { isoDay } from "~/i18n/dates";
import { randomFrom } from "~/platform/random";
import { dayOf } from "./story";

/** An invoice of the story; days from the day of seeding, amounts with two decimals. */
export interface ToldInvoice {
  number: string;
  amount: string;
  cost: string;
  issued: number;
  delivered?: number | undefined;
  due: number;
  paid: Record<string, string>;
  "written-off"?: Record<string, string>;
  letters: Partial<Record<Letter, number>>;
}

/** The calendar day so many days from the day of seeding. */
export function dayAt(today: Date, days: number): string {
  return isoDay(dayOf(today, days, 4), "Asia/Shanghai");
}

/** A working hour of that day; never after the moment of seeding. */
export function momentAt(today: Date, days: number): Date {
  return new Date(Math.min(dayOf(today, days, 4, 20).getTime(), today.getTime()));
}

/** How a won deal is billed: 30 % with the signature, 60 % on delivery, 10 % after acceptance; most pay about in time. */
export function billWon(key: string, amountMinor: string, wonDay: number): ToldInvoice[] {
  const random = randomFrom(`invoices ${key}`);
  const whole = BigInt(amountMinor);
  const shares = [{ part: 30n, after: 3, term: 15 }, { part: 60n, after: 38, term: 45 }, { part: 10n, after: 70, term: 30 }];
  return shares.flatMap(({ part, after, term }, at): ToldInvoice[] => {
    const issued = wonDay + after;
    // The draws are made whether or not the invoice is there yet, so that each has its own.
    const [late, tardy, cents] = [random(), random(), BigInt(Math.floor(random() * 90))];
    if (issued > 0) return [];
    const minor = (whole * part) / 100n;
    const due = issued + term;
    const paidDay = due + (late < 0.7 ? Math.round(-8 + tardy * 14) : Math.round(10 + tardy * 75));
    const cost = (minor * (62n + (cents % 14n))) / 100n + cents;
    const reminded = due - 6;
    return [
      {
        number: `${key.replace(/[^a-z]/g, "").slice(0, 3).toUpperCase()}${String(Math.abs(wonDay)).padStart(3, "0")}-${at + 1}`,
        amount: text(minor),
        cost: text(cost),
        issued,
        ...(at > 0 ? { delivered: issued } : {}),
        due,
        paid: paidDay <= 0 ? { [String(paidDay)]: text(minor) } : {},
        letters: { ...(at > 0 && issued + 2 <= 0 ? { arrival: issued + 2 } : {}), ...(reminded <= 0 && reminded < paidDay && late > 0.2 ? { reminder: reminded } : {}) },
      },
    ];
  });
}

function text(minor: bigint): string {
  const digits = minor.toString().padStart(3, "0");
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Enters invoices with what was paid, written off and sent. */
export async function sendInvoices(trx: Transaction<DB>, { dealId, accountId, ownerId, invoices, today }: { dealId: string; accountId: string; ownerId: string; invoices: readonly ToldInvoice[]; today: Date }): Promise<void> {
  const minor = (amount: string): string => BigInt(amount.replace(".", "")).toString();
  for (const invoice of invoices) {
    const id = await insertInvoice(trx, {
      number: invoice.number, accountId, ownerId, byId: ownerId, dealId, amountMinor: minor(invoice.amount), costMinor: minor(invoice.cost), currency: "CNY", external: null, now: momentAt(today, invoice.issued),
      issuedOn: dayAt(today, invoice.issued), deliveredOn: invoice.delivered === undefined ? null : dayAt(today, invoice.delivered), dueOn: dayAt(today, invoice.due),
    });
    if (id === null) throw new Error(`the demo has the invoice ${invoice.number} twice`);
    const booked = [...Object.entries(invoice.paid).map((entry) => ["payment", ...entry] as const), ...Object.entries(invoice["written-off"] ?? {}).map((entry) => ["write-off", ...entry] as const)];
    if (booked.length > 0) await trx.insertInto("receivable_entry").values(booked.map(([kind, day, amount]) => ({ receivable_id: id, kind, booked_on: dayAt(today, Number(day)), amount_minor: minor(amount), reference: null, source: null, external_key: null, by_id: ownerId, at: momentAt(today, Number(day)) }))).execute();
    const letters = Object.entries(invoice.letters) as [Letter, number][];
    if (letters.length > 0) await trx.insertInto("receivable_letter").values(letters.map(([letter, day]) => ({ receivable_id: id, letter, sent_on: dayAt(today, day), by_id: ownerId, at: momentAt(today, day) }))).execute();
  }
}
