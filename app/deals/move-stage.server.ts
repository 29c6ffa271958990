import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { isoDay } from "~/i18n/dates";
import type { Actor } from "~/people";
import { fail, ok, type Result } from "~/platform/result";
import type { Via } from "./deal";
import { dealRight } from "./deal-right.server";
import { checkMove, fits, isOpen, type MoveFault, type OutcomeReason, type Stage } from "./stage";
import { lockedHistory, writeStage } from "./write-stage.server";

export interface MoveStageInput {
  dealId: string;
  stage: Stage;
  /** The day the customer took the step, as "2026-11-28"; not after today. */
  on: string;
  actor: Actor;
  now: Date;
  /** Why it was won or lost: wanted there, and only there. */
  outcome?: OutcomeReason;
  reason?: string;
  via?: Via;
}

export type MoveStageError = { code: "not-found" } | { code: "outcome-needed" } | MoveFault;

/** Moves a deal to a stage, forwards or back; its owner alone may. Every move is dated and stays. */
export async function moveStage(trx: Transaction<DB>, { dealId, stage, on, actor, now, outcome, reason, via = "page" }: MoveStageInput): Promise<Result<undefined, MoveStageError>> {
  if ((await dealRight(trx, actor, dealId)) !== "work") return fail({ code: "not-found" });
  return placeMove(trx, { dealId, stage, on, byId: actor.id, today: isoDay(now, actor.timeZone), now, outcome, reason, via });
}

/** The same without asking for rights: for imports and the API, which have asked already. */
export async function placeMove(
  trx: Transaction<DB>,
  move: Pick<MoveStageInput, "dealId" | "stage" | "on" | "now"> & { outcome?: OutcomeReason | undefined; reason?: string | undefined; byId: string | null; today: string; via: Via },
): Promise<Result<undefined, MoveStageError>> {
  const { dealId, stage, on, outcome, reason } = move;
  if (!isOpen(stage) && (outcome === undefined || !fits(stage, outcome))) return fail({ code: "outcome-needed" });
  const fault = checkMove(await lockedHistory(trx, dealId), { stage, on }, move.today);
  if (fault) return fail(fault);
  await writeStage(trx, { dealId, stage, on, outcome: isOpen(stage) ? null : (outcome ?? null), reason: reason?.trim() || null, byId: move.byId, via: move.via, now: move.now });
  return ok();
}
