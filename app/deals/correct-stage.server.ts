import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { isoDay } from "~/i18n/dates";
import type { Actor } from "~/people";
import { fail, ok, type Result } from "~/platform/result";
import { dealRight } from "./deal-right.server";
import { stageHistories } from "./rows.server";
import { checkCorrection, type MoveFault } from "./stage";
import { lockedHistory, writeStage } from "./write-stage.server";

export interface CorrectStageInput {
  dealId: string;
  changeId: string;
  /** Another day, or that there was no such move. */
  to: { on: string } | { withdrawn: true };
  reason: string;
  actor: Actor;
  now: Date;
}

export type CorrectStageError = { code: "not-found" } | { code: "reason-needed" } | MoveFault;

/** Puts a move right, with a reason. The first wording stays; it can be read in the timeline. */
export async function correctStage(trx: Transaction<DB>, { dealId, changeId, to, reason, actor, now }: CorrectStageInput): Promise<Result<undefined, CorrectStageError>> {
  if ((await dealRight(trx, actor, dealId)) !== "work") return fail({ code: "not-found" });
  if (reason.trim() === "") return fail({ code: "reason-needed" });
  const history = await lockedHistory(trx, dealId);
  const fault = checkCorrection(history, { changeId, ...to }, isoDay(now, actor.timeZone));
  if (fault) return fail(fault);
  const span = (await stageHistories(trx, [dealId])).get(dealId)?.find((move) => move.changeId === changeId);
  if (!span) return fail({ code: "not-found" });
  const withdrawn = "withdrawn" in to;
  await writeStage(trx, { dealId, stage: span.stage, on: withdrawn ? span.enteredOn : to.on, corrects: changeId, withdrawn, outcome: span.outcome, reason: reason.trim(), byId: actor.id, via: "page", now });
  return ok();
}
