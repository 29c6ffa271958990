import type { Transaction } from "kysely";
// Not through the door, which brings components (and their CSS) that seeds and scripts in plain Node cannot load.
import { checkinFeedback, type CheckinFeedback, type CheckinFormError, type CheckinQuestion, checkinResponseFromForm, isCorrect, redactCheckin } from "~/courseware/checkin-question";
import type { DB, JsonValue } from "~/db/schema";
import type { Locale } from "~/i18n/locale";
import { fail, ok, type Result } from "~/platform/result";
import { beginReading } from "./begin-reading.server";
import type { ReadingKey } from "./chapter-reading.server";
import { type Learner, lockReading, type NoReading } from "./lock-reading.server";
import { type Settled, settleReading } from "./settle-reading.server";

export interface CheckinAnswer extends ReadingKey {
  checkinId: string;
  /** The version of the chapter that the reader had before them: the answer is judged by its question. */
  version: string;
  /** As posted by a check-in's form. */
  form: FormData;
  locale: Locale;
  now: Date;
}

export type AnsweredCheckin = Settled & { feedback: CheckinFeedback };

/**
 * Records an answer to a question inside the text and judges it. Every answer is kept; whether the section is answered
 * follows from the first, whether it was understood at once too. May finish the section by reading.
 */
export async function answerCheckin(trx: Transaction<DB>, learner: Learner, input: CheckinAnswer): Promise<Result<AnsweredCheckin, NoReading | CheckinFormError>> {
  const { enrolmentId, chapterSlug, checkinId, locale, now } = input;
  const locked = await lockReading(trx, learner, input, now);
  if (!locked.ok) return locked;
  const reading = locked.value;
  const checkin = await checkinOf(trx, input);
  if (checkin === undefined) return fail({ code: "not-found" });
  const question = checkin.definition as unknown as CheckinQuestion;
  const response = checkinResponseFromForm(redactCheckin(question, locale), input.form);
  if (!response.ok) return response;

  const section = reading.sections.find(({ id }) => id === checkin.section_id);
  await beginReading(trx, learner, input, reading, [checkin.section_id], now);
  await trx
    .insertInto("checkin_response")
    .values({
      enrolment_id: enrolmentId,
      chapter_slug: chapterSlug,
      section_id: checkin.section_id,
      checkin_id: checkinId,
      question_hash: checkin.hash,
      response: response.value as unknown as JsonValue,
      correct: isCorrect(question, response.value),
      answered_at: now,
    })
    .execute();
  if (section !== undefined) section.checkins = section.checkins.map((entry) => (entry.id === checkinId ? { ...entry, answered: true } : entry));
  const settled = await settleReading(trx, learner, input, reading, { ids: [checkin.section_id], by: "reading" }, now);
  return ok({ feedback: checkinFeedback(question, response.value, locale), ...settled });
}

async function checkinOf(trx: Transaction<DB>, { chapterSlug, version, checkinId }: CheckinAnswer) {
  return trx
    .selectFrom("section_checkin as k")
    .innerJoin("checkin_version as q", "q.hash", "k.checkin_hash")
    .select(["k.section_id", "q.hash", "q.definition"])
    .where("k.chapter_version", "=", version)
    .where("k.checkin_id", "=", checkinId)
    .where("q.slug", "=", chapterSlug)
    .executeTakeFirst();
}
