import { type Kysely, sql } from "kysely";
import type { DB } from "~/db/schema";
import type { Bilingual } from "~/i18n/locale";

/** A tool sheet on a deal, with what it comes to now and where it came from. */
export interface DealSheet {
  sheetId: string;
  key: string;
  /** What kind of sheet it is. */
  kind: Bilingual;
  title: string;
  version: number;
  done: number;
  of: number;
  complete: boolean;
  problems: number;
  warnings: number;
  /** Method checks that find something now, each as `<check>@<address>`. */
  findings: string[];
  changedAt: Date;
  addedAt: Date;
  /** Copied from a sheet of a class group or one's own, as it stood at a version. */
  from: { sheetId: string; version: number; title: string; group: string | null } | null;
}

/** The sheets on a deal, the one added last first. */
export async function dealSheets(db: Kysely<DB>, dealId: string): Promise<DealSheet[]> {
  return (await sheetsOfDeals(db, [dealId])).get(dealId) ?? [];
}

/** The sheets on several deals, by deal; rights are the caller's matter. */
export async function sheetsOfDeals(db: Kysely<DB>, dealIds: readonly string[]): Promise<Map<string, DealSheet[]>> {
  const byDeal = new Map<string, DealSheet[]>();
  if (dealIds.length === 0) return byDeal;
  const rows = await db
    .selectFrom("deal_sheet as ds")
    .innerJoin("sheet as s", "s.id", "ds.sheet_id")
    .innerJoin("sheet_definition as d", "d.hash", "s.definition_hash")
    .leftJoin("sheet as f", "f.id", "s.copied_from")
    .select([
      "ds.deal_id", "s.id", "s.definition_key as key", "s.title", "s.version", "s.done_count as done", "s.of_count as of", "s.complete", "s.problem_count as problems", "s.warning_count as warnings", "s.findings",
      "s.changed_at as changedAt", "ds.added_at as addedAt", "f.id as fromId", "f.title as fromTitle", "s.copied_version as fromVersion",
    ])
    .select(sql<Bilingual>`d.body->'title'`.as("kind"))
    .select(sql<string | null>`(select g.name from group_sheet gs join cohort_group g on g.id = gs.group_id where gs.sheet_id = f.id limit 1)`.as("group"))
    .where("ds.deal_id", "in", [...new Set(dealIds)])
    .where("ds.removed_at", "is", null)
    .orderBy("ds.added_at", "desc")
    .orderBy("s.id")
    .execute();
  for (const { deal_id, id, fromId, fromTitle, fromVersion, group, ...row } of rows) {
    const from = fromId === null ? null : { sheetId: fromId, version: fromVersion ?? 1, title: fromTitle ?? "", group };
    byDeal.set(deal_id, [...(byDeal.get(deal_id) ?? []), { sheetId: id, ...row, from }]);
  }
  return byDeal;
}
