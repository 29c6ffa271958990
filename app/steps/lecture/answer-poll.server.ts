import type { Transaction } from "kysely";
import { checkinResponseFromForm, redactCheckin } from "~/courseware/checkin-question";
import type { DB, JsonValue } from "~/db/schema";
import { fail, ok, type Result } from "~/platform/result";
import { announceRoom } from "./announce.server";
import { isPollQuestion, type PollQuestion, type PollResponse } from "./poll";

export type AnswerError = { code: "unknown-poll" } | { code: "closed" } | { code: "empty" } | { code: "unfit" };

/** Takes a learner's answer from the posted form (`answer`, once or several times). While the poll is open it can be changed. */
export async function answerPoll(trx: Transaction<DB>, actor: { id: string }, input: { sessionId: string; pollId: string; form: FormData; now: Date }): Promise<Result<PollResponse, AnswerError>> {
  const place = await trx
    .selectFrom("lecture_poll as p")
    .innerJoin("lecture_session as s", "s.id", "p.session_id")
    .innerJoin("enrolment as e", "e.cohort_id", "s.cohort_id")
    .innerJoin("question_version as v", "v.hash", "p.question_hash")
    .select(["p.state", "e.id as enrolment_id", "v.body"])
    .where("p.id", "=", input.pollId)
    .where("p.session_id", "=", input.sessionId)
    .where("e.person_id", "=", actor.id)
    .where("e.left_at", "is", null)
    // Whoever closes the poll waits for answers that are under way.
    .forShare("p")
    .executeTakeFirst();
  if (!place) return fail({ code: "unknown-poll" });
  if (place.state !== "open") return fail({ code: "closed" });
  const question = place.body as unknown as PollQuestion;
  if (!isPollQuestion(question)) return fail({ code: "unfit" });
  const parsed = checkinResponseFromForm(redactCheckin(question, "zh"), input.form);
  if (!parsed.ok) return parsed;
  const response = parsed.value as PollResponse;
  const value = { response: response as unknown as JsonValue, at: input.now };
  await trx
    .insertInto("lecture_poll_response")
    .values({ poll_id: input.pollId, enrolment_id: place.enrolment_id, ...value })
    .onConflict((conflict) => conflict.columns(["poll_id", "enrolment_id"]).doUpdateSet(value))
    .execute();
  await announceRoom(trx, input.sessionId);
  return ok(response);
}
