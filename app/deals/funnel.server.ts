import { type Kysely, sql } from "kysely";
import type { DB } from "~/db/schema";
import type { Deal, StageSpan } from "./deal";
import { dealOf, dealRows, stageHistories } from "./rows.server";

export interface DealWithHistory extends Deal {
  /** In order, as it holds today: corrections are in it, moves that were taken back are not. */
  history: StageSpan[];
}

/** Deals with their stage histories: those open, or closed on or after `since`; of these people or teams (as of `at`), or all. Rights are the caller's matter. */
export async function dealsWithStageHistory(db: Kysely<DB>, { ownerIds, teamIds, since, at }: { ownerIds?: readonly string[]; teamIds?: readonly string[]; since?: string; at?: Date } = {}): Promise<DealWithHistory[]> {
  const rows = await dealRows(db, at === undefined ? {} : { at })
    .$if(ownerIds !== undefined, (query) => query.where(sql<boolean>`d.owner_id = any(${[...(ownerIds ?? [])]}::uuid[])`))
    .$if(teamIds !== undefined, (query) => query.where(sql<boolean>`m.team_id = any(${[...(teamIds ?? [])]}::uuid[])`))
    .$if(since !== undefined, (query) => query.where((eb) => eb.or([eb("d.closed_on", "is", null), eb("d.closed_on", ">=", since ?? "")])))
    .orderBy("d.opened_on")
    .orderBy("d.id")
    .execute();
  const histories = await stageHistories(db, rows.map(({ id }) => id));
  return rows.map((row) => ({ ...dealOf(row), history: histories.get(row.id) ?? [] }));
}

/** The open ones alone, as the sales meeting goes through them. */
export async function openDealsWithStageHistory(db: Kysely<DB>, options: { ownerIds?: readonly string[]; teamIds?: readonly string[] } = {}): Promise<DealWithHistory[]> {
  return (await dealsWithStageHistory(db, options)).filter(({ closedOn }) => closedOn === null);
}
