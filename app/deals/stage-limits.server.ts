import type { Kysely, Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { type Actor, holds } from "~/people";
import { writeAudit } from "~/people/index.server";
import { fail, ok, type Result } from "~/platform/result";
import { DEFAULT_LIMITS, OPEN_STAGES, type OpenStage } from "./stage";

export type StageLimits = Record<OpenStage, number>;

/** How many days a deal may stay in each stage: the company's own, or the house's. */
export async function stageLimits(db: Kysely<DB>): Promise<StageLimits> {
  const rows = await db.selectFrom("deal_stage_limit").select(["stage", "days"]).execute();
  return { ...DEFAULT_LIMITS, ...Object.fromEntries(rows.map(({ stage, days }) => [stage, days])) };
}

/** Sets the company's deadlines, each 1–730 days. */
export async function setStageLimits(trx: Transaction<DB>, actor: Actor, { limits, now }: { limits: StageLimits; now: Date }): Promise<Result<undefined, { code: "not-yours" } | { code: "days"; stages: OpenStage[] }>> {
  if (!holds(actor, "people:manage", { kind: "company" })) return fail({ code: "not-yours" });
  const wrong = OPEN_STAGES.filter((stage) => !Number.isInteger(limits[stage]) || limits[stage] < 1 || limits[stage] > 730);
  if (wrong.length > 0) return fail({ code: "days", stages: wrong });
  const before = await stageLimits(trx);
  for (const stage of OPEN_STAGES) {
    if (before[stage] === limits[stage]) continue;
    await trx
      .insertInto("deal_stage_limit")
      .values({ stage, days: limits[stage], set_by: actor.id, set_at: now })
      .onConflict((conflict) => conflict.column("stage").doUpdateSet({ days: limits[stage], set_by: actor.id, set_at: now }))
      .execute();
  }
  await writeAudit(trx, { actorId: actor.id, action: "set-deal-deadlines", subject: { kind: "company", id: "deals" }, details: { before, after: limits } });
  return ok();
}
