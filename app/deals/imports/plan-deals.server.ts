import { type Kysely, sql } from "kysely";
import type { DB } from "~/db/schema";
import type { Actor } from "~/people";
import { isCurrency } from "../money";
import { mayOwn } from "../hand-over.server";
import { readDate, readMoney } from "../read-text.server";
import { knownDeals } from "./apply-deal.server";
import { type DealRecord, judgeDeal, type Judged, type KnownDeal } from "./deal-record";
import { type Mapping, readStage } from "./fields";
import type { PlannedLine, Refusal } from "./plan";
import type { TextTable } from "./read-table.server";

export interface PlannedDeal extends PlannedLine {
  record: DealRecord | null;
  known: KnownDeal | undefined;
  judged: Judged;
}

type Lines = readonly TextTable["lines"][number][];
type Parsed = { ok: true; record: DealRecord } | { ok: false; reason: Refusal; field: string };

/** What each line of a file of deals would do, without writing anything. */
export async function planDeals(db: Kysely<DB>, actor: Actor, { lines, mapping, source, today }: { lines: Lines; mapping: Mapping; source: string; today: string }): Promise<PlannedDeal[]> {
  const cell = (line: Lines[number], field: string): string => (mapping[field] === undefined ? "" : (line.cells[mapping[field]] ?? "").trim());
  const owners = await ownersOf(db, actor, lines.map((line) => cell(line, "owner")));
  const known = await knownDeals(db, actor, source, lines.map((line) => cell(line, "key")));
  const seen = new Set<string>();
  return lines.map((line): PlannedDeal => {
    const read = (field: string) => cell(line, field);
    const key = read("key");
    const parsed = parse(read, owners, actor, today);
    const there = known.get(key);
    const judged = ((): Judged => {
      if (!parsed.ok) return { fate: "refused", reason: parsed.reason, field: parsed.field };
      if (seen.has(key)) return { fate: "refused", reason: "twice-in-file", field: "key" };
      if (there === "not-yours") return { fate: "refused", reason: "not-yours", field: "key" };
      return judgeDeal(parsed.record, there, today);
    })();
    if (key !== "") seen.add(key);
    const name = [key, read("account"), read("title")].filter((text) => text !== "").join(" · ");
    return {
      number: line.number,
      name,
      fate: judged.fate,
      changes: judged.fate === "changed" ? judged.changes : [],
      refusal: judged.fate === "refused" ? { reason: judged.reason, field: judged.field } : null,
      record: parsed.ok ? parsed.record : null,
      known: there === "not-yours" ? undefined : there,
      judged,
    };
  });
}

function parse(read: (field: string) => string, owners: ReadonlyMap<string, string>, actor: Actor, today: string): Parsed {
  for (const field of ["key", "account", "title", "amount"]) if (read(field) === "") return { ok: false, reason: "missing", field };
  const currency = read("currency") === "" ? "CNY" : currencyOf(read("currency"));
  if (currency === null) return { ok: false, reason: "currency", field: "currency" };
  const amountMinor = readMoney(read("amount"), currency);
  if (amountMinor === null || amountMinor.startsWith("-")) return { ok: false, reason: "amount", field: "amount" };
  const dates: Partial<Record<"expectedClose" | "stageOn", string>> = {};
  for (const field of ["expectedClose", "stageOn"] as const) {
    if (read(field) === "") continue;
    const day = readDate(read(field), today);
    if (day === null) return { ok: false, reason: "date", field };
    dates[field] = day;
  }
  const stage = read("stage") === "" ? undefined : readStage(read("stage"));
  if (stage === null) return { ok: false, reason: "stage", field: "stage" };
  const email = read("owner").toLowerCase();
  const ownerId = email === "" ? actor.id : owners.get(email);
  if (ownerId === undefined) return { ok: false, reason: "unknown-owner", field: "owner" };
  const record = { key: read("key").slice(0, 120), account: read("account").slice(0, 160), title: read("title").slice(0, 160), amountMinor, currency, ...dates, ...(stage === undefined ? {} : { stage }), ownerId, ownerImplied: email === "" };
  return { ok: true, record };
}

/** By address: the people for whom the actor may import. Whoever is not among them is unknown, whether or not there is such a person. */
export async function ownersOf(db: Kysely<DB>, actor: Actor, emails: readonly string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(emails.map((email) => email.toLowerCase()).filter((email) => email !== ""))];
  if (wanted.length === 0) return new Map();
  const rows = await db.selectFrom("person").select(["id", "email"]).where(sql<boolean>`email = any(${wanted}::text[])`).execute();
  const may = await mayOwn(db, actor, rows.map(({ id }) => id));
  return new Map(rows.filter(({ id }) => may.has(id)).map(({ id, email }) => [email, id]));
}

const CURRENCY_WORDS: Readonly<Record<string, string>> = { 人民币: "CNY", 元: "CNY", rmb: "CNY", "¥": "CNY", 美元: "USD", 欧元: "EUR", 日元: "JPY", 港币: "HKD", 港元: "HKD", 英镑: "GBP" };

/** A currency by its code or its usual word; null where it is none. */
export function currencyOf(text: string): string | null {
  const word = CURRENCY_WORDS[text.trim().toLowerCase()];
  const code = word ?? text.trim().toUpperCase();
  return isCurrency(code) ? code : null;
}
