import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import type { OpenStage } from "~/deals";
import { isOpen } from "~/deals";
import { dealsOf, sheetsOfDeals } from "~/deals/index.server";
import type { Actor } from "~/people";

/** An open deal of the learner's, with the sheets of this chapter's tools that lie on it. */
export interface FieldDeal {
  id: string;
  title: string;
  accountName: string;
  stage: OpenStage;
  nextAction: { text: string; due: string } | null;
  /** `moved`: it was worked on since the last application. */
  sheets: { key: string; sheetId: string; version: number; moved: boolean }[];
}

/** The learner's own open deals, the one used last first, then those with the next action due first. */
export async function fieldDeals(db: Kysely<DB>, actor: Actor, tools: readonly string[]): Promise<FieldDeal[]> {
  const [deals, used, logged] = await Promise.all([dealsOf(db, actor, { mine: true, state: "open" }), lastUsed(db, actor.id), lastLogged(db, actor.id)]);
  const sheets = await sheetsOfDeals(db, deals.map(({ id }) => id));
  const known = new Set(tools);
  return deals
    .flatMap(({ id, title, accountName, stage, nextAction }): FieldDeal[] => {
      if (!isOpen(stage)) return [];
      const own = (sheets.get(id) ?? []).filter(({ key }) => known.has(key)).map(({ key, sheetId, version }) => ({ key, sheetId, version, moved: version > (logged.get(sheetId) ?? 0) }));
      return [{ id, title, accountName, stage, nextAction: nextAction && { text: nextAction.text, due: nextAction.due }, sheets: own }];
    })
    .sort((a, b) => (used.get(b.id)?.getTime() ?? 0) - (used.get(a.id)?.getTime() ?? 0));
}

async function lastUsed(db: Kysely<DB>, personId: string): Promise<Map<string, Date>> {
  const rows = await db
    .selectFrom("field_application")
    .select(["deal_id as id", (eb) => eb.fn.max("logged_at").as("at")])
    .where("person_id", "=", personId)
    .groupBy("deal_id")
    .execute();
  return new Map(rows.map(({ id, at }) => [id, at]));
}

/** Up to which version each sheet was logged. */
async function lastLogged(db: Kysely<DB>, personId: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom("field_application")
    .select(["sheet_id as id", (eb) => eb.fn.max("version_after").as("version")])
    .where("person_id", "=", personId)
    .where("sheet_id", "is not", null)
    .where("state", "!=", "removed")
    .groupBy("sheet_id")
    .execute();
  return new Map(rows.flatMap(({ id, version }) => (id === null ? [] : [[id, version ?? 0] as const])));
}
