import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { fail, type Result } from "~/platform/result";
import { candidateDay } from "./candidate-days.view.server";
import { type CandidateError, setCandidateTimes } from "./change-candidates.server";
import { isOpenToAnswer, type Period } from "./day";
import { lockDay } from "./rows.server";

/**
 * A candidate says when they are free on a day that they are to be examined on; null for all day. Only until they were told a slot:
 * from then on it is the instructor who moves it. A day that they are not on is not there.
 */
export async function answerAsCandidate(trx: Transaction<DB>, actor: { id: string }, input: { dayId: string; free: Period[] | null; now: Date }): Promise<Result<undefined, CandidateError>> {
  const asked = await candidateDay(trx, actor.id, input.dayId);
  const day = asked && (await lockDay(trx, { cohortId: asked.day.cohortId, dayId: input.dayId }));
  // Once more under the lock: it may have been published meanwhile.
  const line = day && (await candidateDay(trx, actor.id, input.dayId));
  if (!line) return fail({ code: "unknown-day" });
  if (!isOpenToAnswer(line, input.now)) return fail({ code: "wrong-state" });
  return setCandidateTimes(trx, { cohortId: day.cohortId, dayId: day.id, enrolmentId: line.enrolmentId, free: input.free, now: input.now });
}
