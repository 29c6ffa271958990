import { randomBytes } from "node:crypto";
import type { Transaction } from "kysely";
import { checkSessionPlan, type PlanError, type SessionPlan } from "~/cohorts/index.server";
import type { DB } from "~/db/schema";
import { ok, type Result } from "~/platform/result";

/** Plans a class of a cohort, in the cohort's time zone. */
export async function planSession(trx: Transaction<DB>, actor: { id: string }, input: SessionPlan & { cohortId: string; now: Date }): Promise<Result<{ sessionId: string }, PlanError>> {
  const checked = await checkSessionPlan(trx, input.cohortId, input);
  if (!checked.ok) return checked;
  const { timeZone, chapters } = checked.value;
  const { id: sessionId } = await trx
    .insertInto("lecture_session")
    .values({
      cohort_id: input.cohortId,
      title: input.title,
      place: input.place,
      link: input.link,
      starts_at: input.startsAt,
      ends_at: input.endsAt,
      time_zone: timeZone,
      code_secret: randomBytes(32).toString("base64url"),
      created_by: actor.id,
      created_at: input.now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await insertChapters(trx, sessionId, chapters);
  return ok({ sessionId });
}

/** Writes which chapters a session covers. */
export async function insertChapters(trx: Transaction<DB>, sessionId: string, chapters: readonly string[]): Promise<void> {
  await trx
    .insertInto("lecture_session_chapter")
    .values(chapters.map((chapter_slug, at) => ({ session_id: sessionId, chapter_slug, position: at + 1 })))
    .execute();
}
