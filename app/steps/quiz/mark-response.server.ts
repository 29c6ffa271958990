import type { Transaction } from "kysely";
import type { DB, JsonValue } from "~/db/schema";
import { fail, ok, type Result } from "~/platform/result";
import { decide, type Standing } from "./attempt";
import { reportStanding } from "./gate.server";
import { latestMarks } from "./latest-marks.server";
import { isOpenQuestion } from "./question";
import { readPaper } from "./read-paper.server";
import { ATTEMPT_COLUMNS, attemptOf, type ActorRef, type AttemptRow } from "./rows.server";
import { scoreByRubric, type CriterionPoints, type MarkingError } from "./score";

export type MarkInput = {
  /** The cohort in which the actor may teach; an attempt of another is not found. */
  cohortId: string;
  attemptId: string;
  position: number;
  criteria: CriterionPoints;
  remark: string | null;
  now: Date;
};
export type MarkOutcome = { points: number; max: number; pending: number; standing: Standing | null };
export type MarkError = MarkingError | { code: "not-found" } | { code: "not-submitted" } | { code: "not-open-question" };

/**
 * Marks one open answer by the rubric of the pinned question version. Once every open answer is marked the attempt is,
 * and the pipeline is told; marking again recomputes both. Earlier marks stay in the ledger.
 */
export async function markResponse(trx: Transaction<DB>, actor: ActorRef, input: MarkInput): Promise<Result<MarkOutcome, MarkError>> {
  const row = await trx
    .selectFrom("quiz_attempt")
    .innerJoin("enrolment", "enrolment.id", "quiz_attempt.enrolment_id")
    .select(ATTEMPT_COLUMNS)
    .where("quiz_attempt.id", "=", input.attemptId)
    .where("enrolment.cohort_id", "=", input.cohortId)
    .forUpdate("quiz_attempt")
    .executeTakeFirst();
  if (row === undefined) return fail({ code: "not-found" });
  if (row.state === "open") return fail({ code: "not-submitted" });
  const paper = await readPaper(trx, row.id);
  const place = paper.find(({ position }) => position === input.position);
  if (place === undefined) return fail({ code: "not-found" });
  if (!isOpenQuestion(place.question)) return fail({ code: "not-open-question" });
  const score = scoreByRubric(place.question.rubric, input.criteria);
  if (!score.ok) return score;

  await trx
    .insertInto("quiz_mark")
    .values({
      attempt_id: row.id,
      position: input.position,
      points: score.value.points,
      max: score.value.max,
      marker_id: actor.id,
      answered: place.answer !== null,
      answer: place.answer as JsonValue,
      criteria: input.criteria,
      remark: input.remark,
      at: input.now,
    })
    .execute();
  const marks = await latestMarks(trx, row.id);
  const pending = paper.length - marks.length;
  const standing = await settle(trx, actor, row, { pending, marks, now: input.now });
  return ok({ points: score.value.points, max: score.value.max, pending, standing });
}

/** Brings the attempt to what its marks add up to; null while answers wait. */
async function settle(trx: Transaction<DB>, actor: ActorRef, row: AttemptRow, { pending, marks, now }: { pending: number; marks: { points: number; max: number }[]; now: Date }): Promise<Standing | null> {
  const decided = decide(attemptOf(row), { type: "mark", pending, marks, passMark: row.pass_mark }, now);
  if (!decided.ok || decided.value.type !== "marked") return null;
  const { points, maxPoints, passed } = decided.value;
  await trx
    .updateTable("quiz_attempt")
    .set({ state: "marked", points, max_points: maxPoints, passed, version: row.version + 1 })
    .where("id", "=", row.id)
    .where("version", "=", row.version)
    .executeTakeFirstOrThrow();
  return reportStanding(trx, { enrolmentId: row.enrolment_id, chapterSlug: row.chapter_slug, attemptId: row.id, actorId: actor.id, now });
}
