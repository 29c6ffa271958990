import { type Kysely, sql } from "kysely";
import type { DB } from "~/db/schema";
import type { Actor } from "~/people";
import type { Deal } from "./deal";
import { visibleTo } from "./deal-right.server";
import { dealOf, dealRows } from "./rows.server";
import type { Stage } from "./stage";

export interface DealFilter {
  /** `open`: on the road · `closed`: won or lost · all when left out. */
  state?: "open" | "closed";
  stages?: readonly Stage[];
  ownerIds?: readonly string[];
  accountId?: string;
  /** Part of a deal's or a customer's name. */
  search?: string;
  /** Closed on or after that day, or still open. */
  since?: string;
}

/** Deals that `actor` works on (`mine`), or all that they may see, those due first. */
export async function dealsOf(db: Kysely<DB>, actor: Actor, filter: DealFilter & { mine?: boolean } = {}): Promise<Deal[]> {
  const rows = await narrowed(db, filter).where(filter.mine === true ? sql<boolean>`d.owner_id = ${actor.id}` : visibleTo(actor, "d.owner_id")).execute();
  return rows.map(dealOf);
}

/** Deals of the people in these teams, now or at a moment: rights to the teams are the caller's matter. */
export async function dealsOfTeams(db: Kysely<DB>, teamIds: readonly string[], filter: DealFilter & { at?: Date } = {}): Promise<Deal[]> {
  if (teamIds.length === 0) return [];
  const rows = await narrowed(db, filter).where("m.team_id", "in", [...teamIds]).execute();
  return rows.map(dealOf);
}

/** Deals by their ids; rights are the caller's matter. */
export async function dealsById(db: Kysely<DB>, ids: readonly string[]): Promise<Map<string, Deal>> {
  if (ids.length === 0) return new Map();
  const rows = await dealRows(db).where("d.id", "in", [...ids]).execute();
  return new Map(rows.map((row) => [row.id, dealOf(row)]));
}

function narrowed(db: Kysely<DB>, { state, stages, ownerIds, accountId, search, since, at }: DealFilter & { at?: Date }) {
  return dealRows(db, at === undefined ? {} : { at })
    .$if(state === "open", (query) => query.where("d.closed_on", "is", null))
    .$if(state === "closed", (query) => query.where("d.closed_on", "is not", null))
    .$if(stages !== undefined, (query) => query.where("d.stage", "in", [...(stages ?? [])]))
    .$if(ownerIds !== undefined, (query) => query.where(sql<boolean>`d.owner_id = any(${[...(ownerIds ?? [])]}::uuid[])`))
    .$if(accountId !== undefined, (query) => query.where("d.account_id", "=", accountId ?? ""))
    .$if(since !== undefined, (query) => query.where((eb) => eb.or([eb("d.closed_on", "is", null), eb("d.closed_on", ">=", since ?? "")])))
    .$if(search !== undefined && search.trim() !== "", (query) => {
      const pattern = `%${(search ?? "").trim().replace(/[\\%_]/g, "\\$&")}%`;
      return query.where((eb) => eb.or([eb("d.title", "ilike", pattern), eb("a.name", "ilike", pattern)]));
    })
    .orderBy("d.next_action_due", (order) => order.asc().nullsLast())
    .orderBy("d.stage_since")
    .orderBy("d.id");
}
