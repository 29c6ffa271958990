import { type Kysely, sql } from "kysely";
import type { DB } from "~/db/schema";
import type { Actor } from "~/people";
import { mayOwn } from "../hand-over.server";
import { readDate, readMoney } from "../read-text.server";
import { openMinor } from "../receivables/invoices-of.server";
import type { Mapping } from "./fields";
import type { PlannedLine, Refusal } from "./plan";
import { currencyOf, ownersOf } from "./plan-deals.server";
import type { TextTable } from "./read-table.server";

interface InvoiceRecord {
  number: string;
  account: string;
  amountMinor: string;
  currency: string;
  costMinor: string | null;
  issuedOn: string;
  deliveredOn: string | null;
  dueOn: string;
  dealId: string | null;
  ownerId: string;
}

export interface PlannedInvoice extends PlannedLine {
  record: InvoiceRecord | null;
  knownId: string | null;
}

type Lines = readonly TextTable["lines"][number][];
type Read = (field: string) => string;

/** What each line of a file of invoices would do. An invoice is known by its number, at its customer, within the source. */
export async function planInvoices(db: Kysely<DB>, actor: Actor, { lines, mapping, source, today }: { lines: Lines; mapping: Mapping; source: string; today: string }): Promise<PlannedInvoice[]> {
  const reader = (line: Lines[number]): Read => (field) => (mapping[field] === undefined ? "" : (line.cells[mapping[field]] ?? "").trim());
  const owners = await ownersOf(db, actor, lines.map((line) => reader(line)("owner")));
  const known = await knownInvoices(db, actor, lines.map((line) => reader(line)("number")));
  const deals = await dealsByKey(db, actor, source, lines.map((line) => reader(line)("deal")));
  const seen = new Set<string>();
  return lines.map((line): PlannedInvoice => {
    const read = reader(line);
    const parsed = parse(read, { owners, deals, actor, today });
    const name = [read("number"), read("account")].filter((text) => text !== "").join(" · ");
    const refuse = (reason: Refusal, field: string | null): PlannedInvoice => ({ number: line.number, name, fate: "refused", changes: [], refusal: { reason, field }, record: null, knownId: null });
    if ("reason" in parsed) return refuse(parsed.reason, parsed.field);
    const place = keyOf(parsed.number, parsed.account);
    if (seen.has(place)) return refuse("twice-in-file", "number");
    seen.add(place);
    const there = known.get(place);
    if (there === undefined) return { number: line.number, name, fate: "new", changes: [], refusal: null, record: parsed, knownId: null };
    if (BigInt(there.settled) > BigInt(parsed.amountMinor)) return refuse("more-than-open", "amount");
    const changes = (["amountMinor", "currency", "issuedOn", "dueOn"] as const).filter((field) => there[field] !== parsed[field]) as string[];
    // What the file does not say stays as it is.
    for (const field of ["costMinor", "deliveredOn", "dealId"] as const) if (parsed[field] !== null && there[field] !== parsed[field]) changes.push(field);
    return { number: line.number, name, fate: changes.length === 0 ? "unchanged" : "changed", changes: changes.map((field) => FIELD_OF[field] ?? field), refusal: null, record: parsed, knownId: there.id };
  });
}

const FIELD_OF: Readonly<Record<string, string>> = { amountMinor: "amount", costMinor: "cost", dealId: "deal" };
const keyOf = (number: string, account: string): string => `${number.trim()} ${account.normalize("NFKC").trim().toLowerCase()}`;

function parse(read: Read, { owners, deals, actor, today }: { owners: ReadonlyMap<string, string>; deals: ReadonlyMap<string, string>; actor: Actor; today: string }): InvoiceRecord | { reason: Refusal; field: string } {
  for (const field of ["number", "account", "amount", "issuedOn", "dueOn"]) if (read(field) === "") return { reason: "missing", field };
  const currency = read("currency") === "" ? "CNY" : currencyOf(read("currency"));
  if (currency === null) return { reason: "currency", field: "currency" };
  const amountMinor = readMoney(read("amount"), currency);
  if (amountMinor === null || BigInt(amountMinor) <= 0n) return { reason: "amount", field: "amount" };
  const costMinor = read("cost") === "" ? null : readMoney(read("cost"), currency);
  if (read("cost") !== "" && (costMinor === null || costMinor.startsWith("-"))) return { reason: "amount", field: "cost" };
  const days: Record<string, string | null> = {};
  for (const field of ["issuedOn", "deliveredOn", "dueOn"]) {
    days[field] = read(field) === "" ? null : readDate(read(field), today);
    if (read(field) !== "" && days[field] === null) return { reason: "date", field };
  }
  const { issuedOn, deliveredOn = null, dueOn } = days;
  if (!issuedOn || !dueOn) return { reason: "missing", field: "dueOn" };
  if (dueOn < issuedOn) return { reason: "due-before-issue", field: "dueOn" };
  const email = read("owner").toLowerCase();
  const ownerId = email === "" ? actor.id : owners.get(email);
  if (ownerId === undefined) return { reason: "unknown-owner", field: "owner" };
  const dealId = read("deal") === "" ? null : deals.get(read("deal"));
  if (dealId === undefined) return { reason: "unknown-deal", field: "deal" };
  return { number: read("number").slice(0, 80), account: read("account").slice(0, 160), amountMinor, currency, costMinor, issuedOn, deliveredOn, dueOn, dealId, ownerId };
}

async function knownInvoices(db: Kysely<DB>, actor: Actor, numbers: readonly string[]) {
  const rows = await db
    .selectFrom("receivable as r")
    .innerJoin("account as a", "a.id", "r.account_id")
    .select(["r.id", "r.number", "a.name as account", "r.owner_id as ownerId", "r.amount_minor as amountMinor", "r.cost_minor as costMinor", "r.currency", "r.issued_on as issuedOn", "r.delivered_on as deliveredOn", "r.due_on as dueOn", "r.deal_id as dealId"])
    .select(sql<string>`r.amount_minor - ${openMinor("9999-12-31")}::bigint`.as("settled"))
    .where(sql<boolean>`r.number = any(${[...new Set(numbers)]}::text[])`)
    .execute();
  const may = await mayOwn(db, actor, rows.map(({ ownerId }) => ownerId));
  return new Map(rows.filter(({ ownerId }) => may.has(ownerId)).map((row) => [keyOf(row.number, row.account), row]));
}

async function dealsByKey(db: Kysely<DB>, actor: Actor, source: string, keys: readonly string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(keys.filter((key) => key !== ""))];
  if (wanted.length === 0) return new Map();
  const rows = await db.selectFrom("deal").select(["id", "external_key as key", "owner_id as ownerId"]).where("source", "=", source).where(sql<boolean>`external_key = any(${wanted}::text[])`).execute();
  const may = await mayOwn(db, actor, rows.map(({ ownerId }) => ownerId));
  return new Map(rows.filter(({ ownerId }) => may.has(ownerId)).map(({ id, key }) => [key ?? "", id]));
}
