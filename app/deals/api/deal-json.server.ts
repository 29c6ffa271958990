import { type Kysely, sql } from "kysely";
import type { DB } from "~/db/schema";
import type { Actor } from "~/people";
import type { BuyingRole } from "../deal";
import { visibleTo } from "../deal-right.server";
import { toDecimal } from "../money";
import { dealOf, type DealRow, dealRows } from "../rows.server";
import type { Stage } from "../stage";

/** A deal as the API says it (docs/api.md). Amounts are decimal texts, days "2026-11-28", moments in UTC. */
export interface DealJson {
  id: string;
  source: string | null;
  key: string | null;
  account: string;
  title: string;
  amount: string;
  currency: string;
  expectedClose: string | null;
  stage: Stage;
  stageSince: string;
  openedOn: string;
  closedOn: string | null;
  owner: string;
  nextAction: { text: string; due: string } | null;
  roles: BuyingRole[];
  url: string;
  updatedAt: string;
}

/** A page of deals that the token's owner may see, the longest unchanged first; `cursor` is where the page before it ended. */
export interface ListQuery {
  state: "open" | "closed" | "all";
  updatedSince: Date | null;
  limit: number;
  cursor: { at: Date; id: string } | null;
}

function jsonRows(db: Kysely<DB>, actor: Actor) {
  return dealRows(db).select("p.email as owner_email").where(visibleTo(actor, "d.owner_id"));
}

function toJson(row: DealRow & { owner_email: string }, origin: string): DealJson {
  const deal = dealOf(row);
  return {
    id: deal.id,
    source: deal.source,
    key: deal.externalKey,
    account: deal.accountName,
    title: deal.title,
    amount: toDecimal(deal.amountMinor, deal.currency),
    currency: deal.currency,
    expectedClose: deal.expectedClose,
    stage: deal.stage,
    stageSince: deal.stageSince,
    openedOn: deal.openedOn,
    closedOn: deal.closedOn,
    owner: row.owner_email,
    nextAction: deal.nextAction === null ? null : { text: deal.nextAction.text, due: deal.nextAction.due },
    roles: deal.roles,
    url: `${origin}/deals/${deal.id}`,
    updatedAt: deal.changedAt.toISOString(),
  };
}

/** The deal of a key; undefined where there is none that the token's owner may see. */
export async function dealByKey(db: Kysely<DB>, actor: Actor, { source, key, origin }: { source: string; key: string; origin: string }): Promise<DealJson | undefined> {
  const row = await jsonRows(db, actor).where("d.source", "=", source).where("d.external_key", "=", key).executeTakeFirst();
  return row && toJson(row, origin);
}

/** A page of deals and where the next one begins. */
export async function listDeals(db: Kysely<DB>, actor: Actor, { state, updatedSince, limit, cursor }: ListQuery, origin: string): Promise<{ data: DealJson[]; next: { at: Date; id: string } | null }> {
  const rows = await jsonRows(db, actor)
    .$if(state === "open", (query) => query.where("d.closed_on", "is", null))
    .$if(state === "closed", (query) => query.where("d.closed_on", "is not", null))
    .$if(updatedSince !== null, (query) => query.where("d.changed_at", ">=", updatedSince ?? new Date(0)))
    .$if(cursor !== null, (query) => query.where(sql<boolean>`(d.changed_at, d.id) > (${cursor?.at ?? new Date(0)}::timestamptz, ${cursor?.id ?? null}::uuid)`))
    .orderBy("d.changed_at")
    .orderBy("d.id")
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { data: page.map((row) => toJson(row, origin)), next: rows.length > limit && last ? { at: last.changed_at, id: last.id } : null };
}
