import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { writeAudit } from "~/people/index.server";
import type { Actor } from "~/people";
import { fail, ok, type Result } from "~/platform/result";
import type { QualityLevel } from "./application";
import { coachedApplication } from "./coached-application.server";
import { moveApplication, type NotTaken, type Overtaken } from "./move-application.server";
import { recordApplication } from "./record-application.server";

export type DecideError = { code: "not-found" } | Overtaken | NotTaken;

/**
 * The manager's word that the tool was used on the deal, and how well. It counts for the step and for the learner's
 * capability in what the tool is about.
 */
export async function confirmApplication(trx: Transaction<DB>, actor: Actor, input: { applicationId: string; level: QualityLevel; seen?: number; remark?: string; now: Date }): Promise<Result<undefined, DecideError>> {
  const { applicationId, level, seen, remark, now } = input;
  const application = await coachedApplication(trx, actor, applicationId);
  if (!application) return fail({ code: "not-found" });
  const moved = await moveApplication(trx, application, { act: "confirmed", actorId: actor.id, level, now, ...(seen === undefined ? {} : { seen }), ...(remark === undefined ? {} : { remark }) });
  if (!moved.ok) return moved;
  await recordApplication(trx, application, { level, by: actor.id, now });
  await writeAudit(trx, { actorId: actor.id, action: "confirm-field-application", subject: { kind: "field-application", id: applicationId }, details: { level, enrolment: application.enrolmentId, chapter: application.chapterSlug } });
  return ok();
}
