/** From a row of the ledger to the page of what it comes from, as far as the reader's rights go. */
import type { FigureRow, LinkedRow, SourceKind } from "~/capability";
import type { CapabilityRight } from "~/capability/index.server";
import { evidencePath, stepPath } from "~/cohorts";
import type { Step } from "~/pipeline";
import { resultPath } from "~/steps/quiz";
import { roundPath } from "~/steps/role-play";

/** The step whose room a row comes from. */
const STEP_OF: Record<SourceKind, Step | null> = {
  "quiz-item": "quiz",
  "group-sheet": "group-work",
  "role-play-criterion": "role-play",
  "homework-criterion": "homework",
  "defense-criterion": "defense",
  "field-application": "field-tracking",
  "coaching-observation": null,
  "self-rating": null,
  "peer-rating": null,
};

/** Adds the address to each row: the person's own page, the instructor's of the cohort it was seen in, otherwise none. */
export function evidenceLink(right: Pick<CapabilityRight, "self" | "cohortIds">): (row: FigureRow) => LinkedRow {
  return (row) => ({ ...row, path: right.self ? ownPath(row) : right.cohortIds.includes(row.cohortId ?? "") ? classPath(row) : null });
}

function ownPath({ kind, sourceId, occasion, enrolmentId, chapterSlug }: FigureRow): string | null {
  if (kind === "quiz-item") return resultPath(sourceId);
  if (kind === "role-play-criterion") return roundPath(sourceId);
  const step = stepOf({ kind, sourceId, occasion });
  return step === null || enrolmentId === null || chapterSlug === null ? null : stepPath(enrolmentId, chapterSlug, step);
}

function classPath({ kind, sourceId, occasion, cohortId, enrolmentId, chapterSlug }: FigureRow): string | null {
  const step = stepOf({ kind, sourceId, occasion });
  return step === null || cohortId === null || enrolmentId === null || chapterSlug === null ? null : evidencePath(cohortId, enrolmentId, chapterSlug, step);
}

/** A peer's word comes from an observer's sheet of a round (`<round>.<observer>`), or from a review of homework. */
function stepOf({ kind, sourceId }: Pick<FigureRow, "kind" | "sourceId" | "occasion">): Step | null {
  return kind === "peer-rating" ? (sourceId.includes(".") ? "role-play" : "homework") : STEP_OF[kind];
}
