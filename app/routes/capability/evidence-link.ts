/** From a row of the ledger to the page of what it comes from, as far as the reader's rights go. */
import type { FigureRow, LinkedRow, SourceKind } from "~/capability";
import type { CapabilityRight } from "~/capability/index.server";
import { evidencePath, stepPath } from "~/cohorts";
import { dealPath } from "~/deals";
import { type Actor, holds } from "~/people";
import type { Step } from "~/pipeline";
import { coachedApplicationPath, COACHING_LOG_PATH, FIELD_BOOK_PATH, ownApplicationPath } from "~/steps/field-tracking";
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

/**
 * Adds the address to each row: the person's own page, the instructor's of the cohort it was seen in, what the manager confirmed,
 * the deal for who sees the team's deals; otherwise none.
 */
export function evidenceLink(actor: Actor, right: Pick<CapabilityRight, "self" | "team" | "cohortIds">): (row: FigureRow) => LinkedRow {
  return (row) => ({ ...row, path: right.self ? ownPath(row) : ((right.team ? fieldPath(actor, row) : null) ?? (right.cohortIds.includes(row.cohortId ?? "") ? classPath(row) : null)) });
}

function ownPath({ kind, sourceId, enrolmentId, chapterSlug }: FigureRow): string | null {
  if (kind === "quiz-item") return resultPath(sourceId);
  if (kind === "role-play-criterion") return roundPath(sourceId);
  if (kind === "field-application") return ownApplicationPath(sourceId);
  if (kind === "coaching-observation") return FIELD_BOOK_PATH;
  const step = stepOf({ kind, sourceId });
  return step === null || enrolmentId === null || chapterSlug === null ? null : stepPath(enrolmentId, chapterSlug, step);
}

/** What was seen with customers, for those above: who coaches opens what was confirmed, who only reads deals opens the deal. */
function fieldPath(actor: Actor, { kind, sourceId, dealId }: FigureRow): string | null {
  if (kind !== "field-application" && kind !== "coaching-observation") return null;
  if (holds(actor, "field:coach", { kind: "any" })) return kind === "field-application" ? coachedApplicationPath(sourceId) : COACHING_LOG_PATH;
  return dealId !== null && holds(actor, "deal:list", { kind: "any" }) ? dealPath(dealId) : null;
}

function classPath({ kind, sourceId, cohortId, enrolmentId, chapterSlug }: FigureRow): string | null {
  const step = stepOf({ kind, sourceId });
  return step === null || cohortId === null || enrolmentId === null || chapterSlug === null ? null : evidencePath(cohortId, enrolmentId, chapterSlug, step);
}

/** A peer's word comes from an observer's sheet of a round (`<round>.<observer>`), or from a review of homework. */
function stepOf({ kind, sourceId }: Pick<FigureRow, "kind" | "sourceId">): Step | null {
  return kind === "peer-rating" ? (sourceId.includes(".") ? "role-play" : "homework") : STEP_OF[kind];
}
