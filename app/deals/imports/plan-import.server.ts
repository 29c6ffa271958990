import type { Kysely, Transaction } from "kysely";
import type { DB, JsonValue } from "~/db/schema";
import type { Actor } from "~/people";
import { fail, ok, type Result } from "~/platform/result";
import { IMPORT_FIELDS, type ImportKind, type Mapping, missingFields } from "./fields";
import { countFates, type Counts, type PlannedLine } from "./plan";
import { planDeals, type PlannedDeal } from "./plan-deals.server";
import { planInvoices, type PlannedInvoice } from "./plan-invoices.server";
import { planPayments, type PlannedPayment } from "./plan-payments.server";
import type { TextTable } from "./read-table.server";

export interface StoredImport {
  id: string;
  kind: ImportKind;
  source: string;
  fileName: string;
  encoding: TextTable["encoding"];
  header: string[];
  mapping: Mapping;
  lines: TextTable["lines"];
  counts: Counts | null;
  takenAt: Date | null;
}

export type Plan = { kind: "deals"; lines: PlannedDeal[] } | { kind: "invoices"; lines: PlannedInvoice[] } | { kind: "payments"; lines: PlannedPayment[] };

/** An import of the actor's own; undefined where there is none. */
export async function findImport(db: Kysely<DB>, actor: Pick<Actor, "id">, importId: string, lock = false): Promise<StoredImport | undefined> {
  const row = await db
    .selectFrom("deal_import")
    .select(["id", "kind", "source", "file_name", "encoding", "header", "mapping", "lines", "counts", "taken_at"])
    .where("id", "=", importId)
    .where("person_id", "=", actor.id)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();
  if (!row) return undefined;
  const lines = ((row.lines ?? []) as string[][]).map(([number = "0", ...cells]) => ({ number: Number(number), cells }));
  return { id: row.id, kind: row.kind, source: row.source, fileName: row.file_name, encoding: row.encoding, header: row.header, mapping: (row.mapping ?? {}) as Mapping, lines, counts: row.counts as Counts | null, takenAt: row.taken_at };
}

/** What the file would do with its mapping, line by line; nothing is written. Null while required columns are missing. */
export async function planImport(db: Kysely<DB>, actor: Actor, { kind, mapping, lines, source }: StoredImport, today: string): Promise<Plan | null> {
  if (missingFields(kind, mapping).length > 0) return null;
  const input = { lines, mapping, source, today };
  switch (kind) {
    case "deals":
      return { kind, lines: await planDeals(db, actor, input) };
    case "invoices":
      return { kind, lines: await planInvoices(db, actor, input) };
    case "payments":
      return { kind, lines: await planPayments(db, actor, input) };
  }
}

/** Says which column is what; fields that are not named have none. */
export async function mapImport(trx: Transaction<DB>, actor: Actor, { importId, mapping }: { importId: string; mapping: Mapping }): Promise<Result<undefined, { code: "not-found" }>> {
  const found = await findImport(trx, actor, importId, true);
  if (!found || found.takenAt !== null) return fail({ code: "not-found" });
  const known = Object.fromEntries(IMPORT_FIELDS[found.kind].flatMap(({ id }) => (Number.isInteger(mapping[id]) && (mapping[id] ?? -1) >= 0 && (mapping[id] ?? 0) < found.header.length ? [[id, mapping[id] ?? 0]] : [])));
  await trx.updateTable("deal_import").set({ mapping: known as JsonValue }).where("id", "=", importId).execute();
  return ok();
}

export interface ImportPage extends Omit<StoredImport, "lines"> {
  missing: string[];
  plan: { counts: Counts; lines: PlannedLine[]; more: number } | null;
}

const MOST_SHOWN = 200;

/** What the page of an import shows: its columns, and what it would do; refused lines first. */
export async function importPage(db: Kysely<DB>, actor: Actor, importId: string, today: string): Promise<ImportPage | undefined> {
  const found = await findImport(db, actor, importId);
  if (!found) return undefined;
  const { lines: _lines, ...head } = found;
  const plan = found.takenAt === null ? await planImport(db, actor, found, today) : null;
  const missing = missingFields(found.kind, found.mapping);
  if (!plan) return { ...head, missing, plan: null };
  const order = ["refused", "changed", "new", "unchanged"];
  const lines = plan.lines.map(({ number, fate, name, changes, refusal }): PlannedLine => ({ number, fate, name, changes, refusal })).sort((a, b) => order.indexOf(a.fate) - order.indexOf(b.fate) || a.number - b.number);
  return { ...head, missing, plan: { counts: countFates(lines), lines: lines.slice(0, MOST_SHOWN), more: Math.max(0, lines.length - MOST_SHOWN) } };
}
