import type { Transaction } from "kysely";
import type { DB, JsonValue } from "~/db/schema";
import { holdForMarking, settleMarking } from "~/marking/index.server";
import { writeAudit } from "~/people/index.server";
import { fail, ok, type Result } from "~/platform/result";
import { answerSubject } from "./answer-subject";
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
  /** The mark that the marker had before their eyes, null for none; left out, whatever is there is marked over. */
  seenMarkId?: string | null;
  now: Date;
};
export type MarkOutcome = { points: number; max: number; pending: number; standing: Standing | null };
export type MarkError = MarkingError | { code: "not-found" } | { code: "not-submitted" } | { code: "not-open-question" }
  /** Somebody else marked it since the marker looked. */
  | { code: "marked-meanwhile"; by: string; points: number; max: number }
  /** Somebody else has it in hand. */
  | { code: "claimed"; by: string; until: Date };

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
  const marks = await latestMarks(trx, row.id);
  const pending = paper.length - marks.length;
  const standing = await settle(trx, actor, row, { pending, marks, now: input.now });
  return ok({ points: score.value.points, max: score.value.max, pending, standing });
}

/** Whether the place has another mark by now than the marker saw. The attempt's row lock is held. */
async function markedMeanwhile(trx: Transaction<DB>, { attemptId, position, seenMarkId }: MarkInput): Promise<Extract<MarkError, { code: "marked-meanwhile" }> | null> {
  if (seenMarkId === undefined) return null;
  const latest = await trx
    .selectFrom("quiz_mark")
    .leftJoin("person", "person.id", "quiz_mark.marker_id")
    .select(["quiz_mark.id", "quiz_mark.points", "quiz_mark.max", "person.name"])
    .where("attempt_id", "=", attemptId)
    .where("position", "=", position)
    .orderBy("quiz_mark.id", "desc")
    .limit(1)
    .executeTakeFirst();
  if (latest === undefined || latest.id === seenMarkId) return null;
  return { code: "marked-meanwhile", by: latest.name ?? "", points: latest.points, max: latest.max };
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
