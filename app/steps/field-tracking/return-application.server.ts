import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import type { Actor } from "~/people";
import { writeAudit } from "~/people/index.server";
import { fail, ok, type Result } from "~/platform/result";
import { LEAST_REMARK } from "./application";
import { coachedApplication } from "./coached-application.server";
import type { DecideError } from "./confirm-application.server";
import { moveApplication } from "./move-application.server";
import { retractApplication } from "./record-application.server";

export type ReturnError = DecideError | { code: "no-remark" };

/** Sends an application back to the learner with a remark on what is still to be done. */
export async function returnApplication(trx: Transaction<DB>, actor: Actor, input: { applicationId: string; remark: string; seen?: number; now: Date }): Promise<Result<undefined, ReturnError>> {
  return sendBack(trx, actor, "returned", input);
}

/** Takes a confirmation back, with the reason: it counts no more, the step is recomputed, and the learner has it again. */
export async function withdrawConfirmation(trx: Transaction<DB>, actor: Actor, input: { applicationId: string; remark: string; seen?: number; now: Date }): Promise<Result<undefined, ReturnError>> {
  return sendBack(trx, actor, "withdrawn", input);
}

async function sendBack(trx: Transaction<DB>, actor: Actor, act: "returned" | "withdrawn", { applicationId, remark, seen, now }: { applicationId: string; remark: string; seen?: number; now: Date }): Promise<Result<undefined, ReturnError>> {
  if (remark.trim().length < LEAST_REMARK) return fail({ code: "no-remark" });
  const application = await coachedApplication(trx, actor, applicationId);
  if (!application) return fail({ code: "not-found" });
  const moved = await moveApplication(trx, application, { act, actorId: actor.id, remark, now, ...(seen === undefined ? {} : { seen }) });
  if (!moved.ok) return moved;
  if (act === "withdrawn") {
    await retractApplication(trx, application, now);
    await writeAudit(trx, { actorId: actor.id, action: "withdraw-field-application", subject: { kind: "field-application", id: applicationId }, details: { reason: remark.trim() } });
  }
  return ok();
}
