/** This room's dealings with the pipeline, in one place: what a piece of homework is evidence of. */
import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import type { Outcome, Refusal as RoadRefusal } from "~/pipeline";
import { progressIn } from "~/pipeline";
import { applyCommand, loadRoad, recordEvidence } from "~/pipeline/index.server";
import { fail, ok, type Result } from "~/platform/result";
import type { HomeworkState } from "./homework";
import type { HomeworkOf } from "./rows.server";

/** The pipeline does not let the step begin: left out, an earlier step unfinished, its date not come. */
export type StepClosed = { code: "step-closed"; refusal: RoadRefusal };

type Cause = HomeworkOf & { evidence: { kind: "homework" | "homework-submission"; id: string }; actorId: string | null; now: Date };

/** Tells the pipeline that the learner works on it, or has handed it in; a refusal must end the act before anything is written. */
export async function reportWork(trx: Transaction<DB>, cause: Cause, outcome: "begun" | "submitted"): Promise<Result<undefined, StepClosed>> {
  const road = await report(trx, cause, outcome);
  if (!road.ok) return fail({ code: "step-closed", refusal: road.error });
  return progressIn(road.value, "homework").included ? ok() : fail({ code: "step-closed", refusal: { code: "left-out", step: "homework" } });
}

/**
 * Tells the pipeline the instructor's word. Returned work is sent back from review; an acceptance that is taken back is a
 * correction, after which the learner is at work again. Where the step stands on somebody's word (recorded, waived) that holds.
 */
export async function reportVerdict(trx: Transaction<DB>, cause: Cause & { actorId: string }, { before, after, reason }: { before: HomeworkState; after: HomeworkState; reason: string | null }): Promise<void> {
  if (after === "accepted") {
    await report(trx, cause, "passed");
    return;
  }
  if (before === "accepted") {
    await report(trx, cause, "retracted");
    await report(trx, cause, "begun");
    return;
  }
  const { enrolmentId, chapterSlug, actorId, now } = cause;
  const planned = await loadRoad(trx, enrolmentId, chapterSlug);
  if (planned === null || progressIn(planned.road, "homework").state !== "awaiting-review") return;
  await applyCommand(trx, { enrolmentId, chapterSlug, step: "homework", command: { kind: "reopen", cause: { kind: "person", actorId, reason: reason ?? "" } }, now });
}

function report(trx: Transaction<DB>, { enrolmentId, chapterSlug, evidence, actorId, now }: Cause, outcome: Outcome) {
  return recordEvidence(trx, { enrolmentId, chapterSlug, step: "homework", outcome, evidence, actorId, now });
}
