import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import { OPEN_STAGES, type OpenStage } from "~/deals";
import type { SheetContent } from "~/sheets";

/** The camps of the roadbook sheet, by the stage of the deal that they close. */
export const CAMPS = { contact: "contact", find: "find", qualify: "qualify", clarify: "clarify", proposal: "propose" } as const satisfies Record<OpenStage, string>;

/** The deadlines of deals' own roadbooks (项目路书), by deal and stage; the sheet that was changed last counts. */
export async function roadbooksOf(db: Kysely<DB>, dealIds: readonly string[]): Promise<Map<string, Partial<Record<OpenStage, string>>>> {
  const found = new Map<string, Partial<Record<OpenStage, string>>>();
  if (dealIds.length === 0) return found;
  const rows = await db
    .selectFrom("deal_sheet as ds")
    .innerJoin("sheet as s", "s.id", "ds.sheet_id")
    .select(["ds.deal_id as dealId", "s.content"])
    .where("ds.deal_id", "in", [...new Set(dealIds)])
    .where("ds.removed_at", "is", null)
    .where("s.definition_key", "=", "deal-roadbook")
    .orderBy("s.changed_at")
    .execute();
  for (const { dealId, content } of rows) found.set(dealId, deadlinesIn(content as unknown as SheetContent));
  return found;
}

function deadlinesIn({ tables }: SheetContent): Partial<Record<OpenStage, string>> {
  return Object.fromEntries(
    OPEN_STAGES.flatMap((stage) => {
      const deadline = tables.stages?.find(({ id }) => id === CAMPS[stage])?.cells.deadline;
      return typeof deadline === "string" && /^\d{4}-\d{2}-\d{2}$/.test(deadline) ? [[stage, deadline] as const] : [];
    }),
  );
}
