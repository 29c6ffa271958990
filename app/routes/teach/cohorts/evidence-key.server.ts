import { uuidParam } from "~/auth/index.server";
import { isStep, type Step } from "~/pipeline";
import { notFound } from "~/platform/errors";

export interface EvidenceKey {
  cohortId: string;
  enrolmentId: string;
  chapterSlug: string;
  step: Step;
}

/** The step of a learner that the address names. */
export function evidenceKey(params: Record<string, string | undefined>): EvidenceKey {
  const step = params.step ?? "";
  if (!isStep(step)) throw notFound();
  return { cohortId: uuidParam(params, "cohort"), enrolmentId: uuidParam(params, "enrolment"), chapterSlug: params.chapter ?? "", step };
}
