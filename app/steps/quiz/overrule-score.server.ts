import type { Transaction } from "kysely";
import type { DB, JsonValue } from "~/db/schema";
import { writeAudit } from "~/people/index.server";
import { fail, ok, type Result } from "~/platform/result";
import type { Standing } from "./attempt";
import { latestMarks } from "./latest-marks.server";
import { isOpenQuestion } from "./question";
import { readPaper } from "./read-paper.server";
import type { ActorRef } from "./rows.server";
import { lockAttempt, type MarkedMeanwhile, markedMeanwhile, settleMarks } from "./settle-marks.server";

export interface OverruleInput {
  /** The cohort in which the actor may teach; an attempt of another is not found. */
  cohortId: string;
  attemptId: string;
  position: number;
  /** 0 to what the question is worth. */
  points: number;
  reason: string;
  seenMarkId: string;
  now: Date;
}
export type OverruleError = { code: "not-found" } | { code: "not-submitted" } | { code: "marked-by-rubric" } | { code: "points-out-of-range"; max: number } | { code: "reason-too-short" } | MarkedMeanwhile;

/**
 * Overrules what a rule scored: the key was wrong, or the answer right in a way that nobody foresaw. The score of the rule
 * stays in the ledger; the attempt and the road are worked out anew.
 */
export async function overruleScore(trx: Transaction<DB>, actor: ActorRef, input: OverruleInput): Promise<Result<{ standing: Standing | null }, OverruleError>> {
  if (input.reason.trim().length < 3) return fail({ code: "reason-too-short" });
  const row = await lockAttempt(trx, input);
  if (row === undefined) return fail({ code: "not-found" });
  if (row.state === "open") return fail({ code: "not-submitted" });
  const paper = await readPaper(trx, row.id);
  const place = paper.find(({ position }) => position === input.position);
  const before = (await latestMarks(trx, row.id)).find(({ position }) => position === input.position);
  if (place === undefined || before === undefined) return fail({ code: "not-found" });
  if (isOpenQuestion(place.question)) return fail({ code: "marked-by-rubric" });
  if (!(input.points >= 0 && input.points <= before.max)) return fail({ code: "points-out-of-range", max: before.max });
  const meanwhile = await markedMeanwhile(trx, input);
  if (meanwhile !== null) return fail(meanwhile);
  await trx
    .insertInto("quiz_mark")
    .values({ attempt_id: row.id, position: input.position, points: input.points, max: before.max, marker_id: actor.id, answered: place.answer !== null, answer: place.answer as JsonValue, criteria: null, remark: input.reason.trim(), at: input.now })
    .execute();
  await writeAudit(trx, { actorId: actor.id, action: "overrule-score", subject: { kind: "quiz-attempt", id: row.id }, details: { position: input.position, from: before.points, points: input.points, max: before.max, reason: input.reason.trim() } });
  const { standing } = await settleMarks(trx, actor, row, { places: paper.length, now: input.now });
  return ok({ standing });
}
