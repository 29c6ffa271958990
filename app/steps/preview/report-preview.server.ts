/** This room's word to the pipeline, in one place. */
import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { isDone } from "~/pipeline";
import { recordEvidence } from "~/pipeline/index.server";
import type { PreviewStep, ReadingKey } from "./chapter-reading.server";

interface Report extends ReadingKey {
  actorId: string;
  now: Date;
}

/**
 * Says that reading began, or that all of it is done. What the cohort leaves out is read without saying so;
 * a repetition says nothing new.
 */
export async function reportPreview(trx: Transaction<DB>, step: PreviewStep, outcome: "begun" | "passed", { enrolmentId, chapterSlug, actorId, now }: Report): Promise<void> {
  if (!step.included || isDone(step.state) || (outcome === "begun" && step.state === "in-progress")) return;
  const evidence = { kind: "preview", id: `${enrolmentId}/${chapterSlug}` };
  const result = await recordEvidence(trx, { enrolmentId, chapterSlug, step: "preview", outcome, evidence, actorId, now });
  if (!result.ok) throw new Error(`the pipeline refused that the preview is ${outcome}: ${result.error.code}`);
}
