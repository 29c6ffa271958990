import { type Kysely, sql } from "kysely";
import type { DB } from "~/db/schema";
import type { Actor } from "~/people";
import { mayOwn } from "../hand-over.server";
import { readDate, readMoney } from "../read-text.server";
import { openMinor } from "../receivables/invoices-of.server";
import type { EntryKind } from "../receivables/receivable";
import type { Mapping } from "./fields";
import type { PlannedLine, Refusal } from "./plan";
import type { TextTable } from "./read-table.server";

export interface PlannedPayment extends PlannedLine {
  entry: { receivableId: string; kind: EntryKind; bookedOn: string; amountMinor: string; reference: string | null; key: string } | null;
}

type Lines = readonly TextTable["lines"][number][];

const KIND_WORDS: Readonly<Record<string, EntryKind>> = { "": "payment", payment: "payment", 收款: "payment", 到账: "payment", "write-off": "write-off", 坏账: "write-off", 核销: "write-off", credit: "credit", 折让: "credit", 退货: "credit" };

/**
 * What each line of a file of payments would do. A payment is known by its own number; without one by invoice, day, amount and
 * note, and by which of several such it is, so that the same file again books nothing twice.
 */
export async function planPayments(db: Kysely<DB>, actor: Actor, { lines, mapping, source, today }: { lines: Lines; mapping: Mapping; source: string; today: string }): Promise<PlannedPayment[]> {
  const cell = (line: Lines[number], field: string): string => (mapping[field] === undefined ? "" : (line.cells[mapping[field]] ?? "").trim());
  const invoices = await invoicesByNumber(db, actor, lines.map((line) => cell(line, "number")));
  const open = new Map([...invoices.values()].flat().map(({ id, openMinor: minor }) => [id, BigInt(minor)]));
  const drafts = lines.map((line) => draft((field) => cell(line, field), invoices, today));
  const repeats = new Map<string, number>();
  const keys = drafts.map((one) => {
    if (!("entry" in one)) return null;
    if (one.entry.key !== "") return one.entry.key;
    const same = [one.entry.receivableId, one.entry.kind, one.entry.bookedOn, one.entry.amountMinor, one.entry.reference ?? ""].join("|");
    repeats.set(same, (repeats.get(same) ?? 0) + 1);
    return `${same}|${repeats.get(same) ?? 1}`;
  });
  const booked = await bookedKeys(db, source, keys.filter((key) => key !== null));
  const seen = new Set<string>();
  return drafts.map((one, at): PlannedPayment => {
    const line = lines[at];
    const number = line?.number ?? 0;
    const name = line ? [cell(line, "number"), cell(line, "paidOn"), cell(line, "amount")].filter((text) => text !== "").join(" · ") : "";
    const refuse = (reason: Refusal, field: string | null): PlannedPayment => ({ number, name, fate: "refused", changes: [], refusal: { reason, field }, entry: null });
    if (!("entry" in one)) return refuse(one.reason, one.field);
    const entry = { ...one.entry, key: keys[at] ?? "" };
    if (seen.has(entry.key)) return refuse("twice-in-file", "key");
    seen.add(entry.key);
    if (booked.has(entry.key)) return { number, name, fate: "unchanged", changes: [], refusal: null, entry };
    const left = (open.get(entry.receivableId) ?? 0n) - BigInt(entry.amountMinor);
    if (left < 0n || left > one.whole) return refuse("more-than-open", "amount");
    open.set(entry.receivableId, left);
    return { number, name, fate: "new", changes: [], refusal: null, entry };
  });
}

type Draft = { entry: NonNullable<PlannedPayment["entry"]>; whole: bigint } | { reason: Refusal; field: string };

function draft(read: (field: string) => string, invoices: Awaited<ReturnType<typeof invoicesByNumber>>, today: string): Draft {
  for (const field of ["number", "amount", "paidOn"]) if (read(field) === "") return { reason: "missing", field };
  const account = read("account").normalize("NFKC").toLowerCase();
  const found = (invoices.get(read("number")) ?? []).filter((invoice) => account === "" || invoice.account.normalize("NFKC").toLowerCase() === account);
  const [invoice] = found;
  if (!invoice) return { reason: "unknown-invoice", field: "number" };
  if (found.length > 1) return { reason: "ambiguous-invoice", field: "account" };
  const amountMinor = readMoney(read("amount"), invoice.currency);
  if (amountMinor === null || amountMinor === "0") return { reason: "amount", field: "amount" };
  const bookedOn = readDate(read("paidOn"), today);
  if (bookedOn === null) return { reason: "date", field: "paidOn" };
  if (bookedOn > today) return { reason: "future", field: "paidOn" };
  const kind = KIND_WORDS[read("kind").toLowerCase()];
  if (kind === undefined) return { reason: "kind", field: "kind" };
  return { entry: { receivableId: invoice.id, kind, bookedOn, amountMinor, reference: read("reference").slice(0, 120) || null, key: read("key").slice(0, 120) }, whole: BigInt(invoice.amountMinor) };
}

async function invoicesByNumber(db: Kysely<DB>, actor: Actor, numbers: readonly string[]) {
  const rows = await db
    .selectFrom("receivable as r")
    .innerJoin("account as a", "a.id", "r.account_id")
    .select(["r.id", "r.number", "a.name as account", "r.owner_id as ownerId", "r.currency", "r.amount_minor as amountMinor", openMinor("9999-12-31").as("openMinor")])
    .where(sql<boolean>`r.number = any(${[...new Set(numbers)]}::text[])`)
    .execute();
  const may = await mayOwn(db, actor, rows.map(({ ownerId }) => ownerId));
  const byNumber = new Map<string, typeof rows>();
  for (const row of rows) if (may.has(row.ownerId)) byNumber.set(row.number, [...(byNumber.get(row.number) ?? []), row]);
  return byNumber;
}

async function bookedKeys(db: Kysely<DB>, source: string, keys: readonly string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set();
  const rows = await db.selectFrom("receivable_entry").select("external_key").where("source", "=", source).where(sql<boolean>`external_key = any(${[...new Set(keys)]}::text[])`).execute();
  return new Set(rows.map(({ external_key }) => external_key ?? ""));
}
