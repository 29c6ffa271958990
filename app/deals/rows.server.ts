import { type Kysely, sql } from "kysely";
import type { DB } from "~/db/schema";
import type { BuyingRole, Deal, StageSpan } from "./deal";

/** Deals with what lists say of them; `at` (a moment) fixes the owner's team, now when left out. */
export function dealRows(db: Kysely<DB>, { at }: { at?: Date } = {}) {
  const moment = at === undefined ? sql`now()` : sql`${at}::timestamptz`;
  return db
    .selectFrom("deal as d")
    .innerJoin("account as a", "a.id", "d.account_id")
    .innerJoin("person as p", "p.id", "d.owner_id")
    .leftJoin("person as n", "n.id", "d.next_action_owner_id")
    .leftJoin("team_membership as m", (join) => join.onRef("m.person_id", "=", "d.owner_id").on(sql`tstzrange(m.valid_from, m.valid_to)`, "@>", moment))
    .select([
      "d.id", "d.title", "d.account_id", "a.name as account_name", "d.owner_id", "p.name as owner_name", "p.name_latin as owner_latin", "m.team_id", "d.amount_minor", "d.currency",
      "d.expected_close", "d.opened_on", "d.stage", "d.stage_since", "d.closed_on", "d.next_action", "d.next_action_owner_id", "n.name as action_owner_name", "n.name_latin as action_owner_latin",
      "d.next_action_due", "d.source", "d.external_key", "d.version", "d.changed_at",
    ])
    .select(sql<BuyingRole[]>`coalesce((select json_agg(distinct dp.role) from deal_person dp where dp.deal_id = d.id and dp.removed_at is null), '[]'::json)`.as("roles"))
    .select(sql<{ count: number; problems: number }>`(select json_build_object('count', count(*), 'problems', coalesce(sum(s.problem_count), 0)) from deal_sheet ds join sheet s on s.id = ds.sheet_id where ds.deal_id = d.id and ds.removed_at is null)`.as("sheets"));
}

export type DealRow = Awaited<ReturnType<ReturnType<typeof dealRows>["execute"]>>[number];

/** A row as the domain says it. */
export function dealOf(row: DealRow): Deal {
  return {
    id: row.id,
    title: row.title,
    accountId: row.account_id,
    accountName: row.account_name,
    ownerId: row.owner_id,
    ownerName: row.owner_name,
    ownerLatin: row.owner_latin,
    teamId: row.team_id,
    amountMinor: row.amount_minor,
    currency: row.currency,
    expectedClose: row.expected_close,
    openedOn: row.opened_on,
    stage: row.stage,
    stageSince: row.stage_since,
    closedOn: row.closed_on,
    nextAction: row.next_action === null ? null : { text: row.next_action, ownerId: row.next_action_owner_id ?? "", ownerName: row.action_owner_name ?? "", ownerLatin: row.action_owner_latin, due: row.next_action_due ?? "" },
    roles: row.roles,
    sheetCount: row.sheets.count,
    problems: row.sheets.problems,
    source: row.source,
    externalKey: row.external_key,
    version: row.version,
    changedAt: row.changed_at,
  };
}

/** The stages of deals as they hold today, by deal, in order. */
export async function stageHistories(db: Kysely<DB>, dealIds: readonly string[]): Promise<Map<string, StageSpan[]>> {
  const byDeal = new Map<string, StageSpan[]>();
  if (dealIds.length === 0) return byDeal;
  const rows = await db
    .selectFrom("deal_stage_history as h")
    .select(["h.deal_id", "h.change_id as changeId", "h.stage", "h.entered_on as enteredOn", "h.left_on as leftOn", "h.outcome", "h.reason", "h.corrected"])
    .where(sql<boolean>`h.deal_id = any(${[...new Set(dealIds)]}::uuid[])`)
    .orderBy("h.deal_id")
    .orderBy("h.entered_on")
    .orderBy("h.change_id")
    .execute();
  for (const { deal_id, ...span } of rows) byDeal.set(deal_id, [...(byDeal.get(deal_id) ?? []), span]);
  return byDeal;
}
