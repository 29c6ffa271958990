import type { Transaction } from "kysely";
import type { DB, JsonValue } from "~/db/schema";
import type { Actor } from "~/people";
import { fail, ok, type Result } from "~/platform/result";
import type { Via } from "./deal";
import { dealRight } from "./deal-right.server";
import { isCurrency } from "./money";
import { writeDealEvent } from "./timeline-event.server";

/** What can be changed at the head of a deal; what is left out stays. */
export interface DealChange {
  title?: string;
  amountMinor?: string;
  currency?: string;
  expectedClose?: string | null;
}

export type ChangeDealError = { code: "not-found" } | { code: "changed-meanwhile" } | { code: "unknown-currency" };

/** Changes a deal's head; its owner alone may. `version`: what the person saw; somebody else's change in between is told instead of overwritten. */
export async function changeDeal(trx: Transaction<DB>, input: { dealId: string; change: DealChange; version?: number; actor: Actor; now: Date; via?: Via }): Promise<Result<{ changed: string[] }, ChangeDealError>> {
  if ((await dealRight(trx, input.actor, input.dealId)) !== "work") return fail({ code: "not-found" });
  return writeHead(trx, { ...input, byId: input.actor.id, via: input.via ?? "page" });
}

const FIELDS = [
  ["title", "title"],
  ["amountMinor", "amount_minor"],
  ["currency", "currency"],
  ["expectedClose", "expected_close"],
] as const;

/** The same without asking for rights: for imports and the API, which have asked already. Answers which fields became others. */
export async function writeHead(
  trx: Transaction<DB>,
  { dealId, change, version, byId, via, now }: { dealId: string; change: DealChange; version?: number; byId: string | null; via: Via; now: Date },
): Promise<Result<{ changed: string[] }, ChangeDealError>> {
  const row = await trx.selectFrom("deal").select(["title", "amount_minor", "currency", "expected_close", "version"]).where("id", "=", dealId).forUpdate().executeTakeFirst();
  if (!row) return fail({ code: "not-found" });
  if (version !== undefined && row.version !== version) return fail({ code: "changed-meanwhile" });
  if (change.currency !== undefined && !isCurrency(change.currency)) return fail({ code: "unknown-currency" });
  const details: Record<string, JsonValue> = {};
  const values: Partial<Record<(typeof FIELDS)[number][1], string | null>> = {};
  for (const [name, column] of FIELDS) {
    const next = change[name];
    if (next === undefined || next === row[column]) continue;
    values[column] = next;
    details[name] = { from: row[column], to: next };
  }
  const changed = Object.keys(details);
  if (changed.length === 0) return ok({ changed });
  // A sum and its currency are read together.
  if ("amountMinor" in details || "currency" in details) details.money = { from: { minor: row.amount_minor, currency: row.currency }, to: { minor: values.amount_minor ?? row.amount_minor, currency: values.currency ?? row.currency } };
  await trx
    .updateTable("deal")
    .set((eb) => ({ ...(values as { title?: string; amount_minor?: string; currency?: string; expected_close?: string | null }), changed_at: now, version: eb("version", "+", 1) }))
    .where("id", "=", dealId)
    .execute();
  await writeDealEvent(trx, { dealId, kind: "changed", details, byId, via, now });
  return ok({ changed });
}
