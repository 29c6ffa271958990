import type { Transaction } from "kysely";
import type { DB, JsonValue } from "~/db/schema";
import { holdForMarking, settleMarking } from "~/marking/index.server";
import { writeAudit } from "~/people/index.server";
import { fail, ok, type Result } from "~/platform/result";
import { answerSubject } from "./answer-subject";
import type { Standing } from "./attempt";
import { isOpenQuestion } from "./question";
import { readPaper } from "./read-paper.server";
import type { ActorRef } from "./rows.server";
import { scoreByRubric, type CriterionPoints, type MarkingError } from "./score";
import { lockAttempt, type MarkedMeanwhile, markedMeanwhile, settleMarks } from "./settle-marks.server";

export type MarkInput = {
  /** The cohort in which the actor may teach; an attempt of another is not found. */
  cohortId: string;
  attemptId: string;
  position: number;
  criteria: CriterionPoints;
  remark: string | null;
  /** The mark that the marker had before their eyes, null for none; left out, whatever is there is marked over. */
  seenMarkId?: string | null;
  now: Date;
};
export type MarkOutcome = { points: number; max: number; pending: number; standing: Standing | null };
export type MarkError = MarkingError | { code: "not-found" } | { code: "not-submitted" } | { code: "not-open-question" }
  | MarkedMeanwhile
  /** Somebody else has it in hand. */
  | { code: "claimed"; by: string; until: Date };

/**
 * Marks one open answer by the rubric of the pinned question version. Once every open answer is marked the attempt is,
 * and the pipeline is told; marking again recomputes both. Earlier marks stay in the ledger.
 */
export async function markResponse(trx: Transaction<DB>, actor: ActorRef, input: MarkInput): Promise<Result<MarkOutcome, MarkError>> {
  const row = await lockAttempt(trx, input);
  if (row === undefined) return fail({ code: "not-found" });
  if (row.state === "open") return fail({ code: "not-submitted" });
  const paper = await readPaper(trx, row.id);
  const place = paper.find(({ position }) => position === input.position);
  if (place === undefined) return fail({ code: "not-found" });
  if (!isOpenQuestion(place.question)) return fail({ code: "not-open-question" });
  const score = scoreByRubric(place.question.rubric, input.criteria);
  if (!score.ok) return score;
  const meanwhile = await markedMeanwhile(trx, input);
  if (meanwhile !== null) return fail(meanwhile);
  const subject = { kind: "quiz-answer", subjectId: answerSubject(row.id, input.position) } as const;
  const held = await holdForMarking(trx, actor, { ...subject, now: input.now });
  if (!held.ok) return fail({ code: "claimed", by: held.error.claim.name, until: held.error.claim.until });

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
  await settleMarking(trx, { ...subject, by: actor.id, now: input.now, score: { points: score.value.points, max: score.value.max } });
  await writeAudit(trx, { actorId: actor.id, action: "mark-answer", subject: { kind: "quiz-attempt", id: row.id }, details: { position: input.position, points: score.value.points, max: score.value.max } });
  const settled = await settleMarks(trx, actor, row, { places: paper.length, now: input.now });
  return ok({ points: score.value.points, max: score.value.max, ...settled });
}
