/** This room's dealings with the pipeline: what a learner's applications come to for the step. */
import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { type Outcome, progressIn, type Refusal } from "~/pipeline";
import { applyCommand, loadRoad, recordEvidence, stepGate } from "~/pipeline/index.server";
import { fail, ok, type Result } from "~/platform/result";
import { standingOf } from "./application";
import type { FieldStep } from "./rows.server";

/** The pipeline does not let the step begin: left out, an earlier step unfinished, its date not come. */
export type StepClosed = { code: "step-closed"; refusal: Refusal };

type Cause = FieldStep & { applicationId: string; actorId: string; now: Date };

const STEP = "field-tracking";

/** Tells the pipeline that the learner is at it. Holds the road until the transaction ends; a refusal must end the act before anything is written. */
export async function reportBegun(trx: Transaction<DB>, cause: Cause): Promise<Result<undefined, StepClosed>> {
  const road = await report(trx, cause, "begun");
  if (!road.ok) return fail({ code: "step-closed", refusal: road.error });
  return progressIn(road.value, STEP).included ? ok() : fail({ code: "step-closed", refusal: { code: "left-out", step: STEP } });
}

/**
 * Tells the pipeline what all applications come to now. Enough confirmed ones pass; a confirmation that is taken back is a
 * correction, after which the learner is at work again, or the manager is waited for. What stands on somebody's word holds.
 * @param reason why the step is sent back to the learner, where it is.
 */
export async function reportStanding(trx: Transaction<DB>, cause: Cause, reason: string): Promise<void> {
  const { enrolmentId, chapterSlug, actorId, now } = cause;
  const gate = await stepGate(trx, enrolmentId, chapterSlug, STEP);
  const rows = await trx.selectFrom("field_application").select("state").where("enrolment_id", "=", enrolmentId).where("chapter_slug", "=", chapterSlug).execute();
  const standing = standingOf(rows.map(({ state }) => state), gate.confirmedApplications);
  if (standing === "passed") {
    await report(trx, cause, "passed");
    return;
  }
  const state = await stateNow(trx, cause);
  if (state === "passed" || standing === "none") await report(trx, cause, "retracted");
  if (standing === "begun" && state === "awaiting-review") {
    await applyCommand(trx, { enrolmentId, chapterSlug, step: STEP, command: { kind: "reopen", cause: { kind: "person", actorId, reason } }, now });
  } else if (standing !== "none") {
    await report(trx, cause, standing === "submitted" ? "submitted" : "begun");
  }
}

async function stateNow(trx: Transaction<DB>, { enrolmentId, chapterSlug }: FieldStep) {
  const planned = await loadRoad(trx, enrolmentId, chapterSlug);
  return planned && progressIn(planned.road, STEP).state;
}

function report(trx: Transaction<DB>, { enrolmentId, chapterSlug, applicationId, actorId, now }: Cause, outcome: Outcome) {
  return recordEvidence(trx, { enrolmentId, chapterSlug, step: STEP, outcome, evidence: { kind: "field-application", id: applicationId }, actorId, now });
}
