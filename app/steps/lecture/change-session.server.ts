import { sql, type Transaction } from "kysely";
import { checkSessionPlan, type PlanError, type SessionPlan } from "~/cohorts/index.server";
import type { DB } from "~/db/schema";
import { fail, ok, type Result } from "~/platform/result";
import { insertChapters } from "./plan-session.server";
import { reportAttendance } from "./report-attendance.server";
import { lockSession, type SessionKey } from "./rows.server";
import { type LectureSession, mayDo } from "./session";

export type ChangeError = PlanError | { code: "unknown-session" } | { code: "wrong-state" };

/**
 * Changes a class that is not over. Who attended it has attended whatever chapters it covers now. The answer says whether
 * people must be told: the time, the place or the link is another one.
 */
export async function changeSession(trx: Transaction<DB>, actor: { id: string }, input: SessionKey & SessionPlan & { now: Date }): Promise<Result<{ tell: boolean }, ChangeError>> {
  const before = await lockSession(trx, input, "update");
  if (!before) return fail({ code: "unknown-session" });
  if (!mayDo(before.state, "change")) return fail({ code: "wrong-state" });
  const checked = await checkSessionPlan(trx, input.cohortId, input);
  if (!checked.ok) return checked;
  await trx
    .updateTable("lecture_session")
    .set({
      title: input.title,
      place: input.place,
      link: input.link,
      starts_at: input.startsAt,
      ends_at: input.endsAt,
      time_zone: checked.value.timeZone,
      sequence: sql`sequence + 1`,
      version: sql`version + 1`,
    })
    .where("id", "=", before.id)
    .execute();
  await moveChapters(trx, actor, before, checked.value.chapters, input.now);
  const tell = before.startsAt.getTime() !== input.startsAt.getTime() || before.endsAt.getTime() !== input.endsAt.getTime() || before.place !== input.place || before.link !== input.link;
  return ok({ tell });
}

async function moveChapters(trx: Transaction<DB>, actor: { id: string }, before: LectureSession, chapters: string[], now: Date): Promise<void> {
  if (before.chapters.join() === chapters.join()) return;
  await trx.deleteFrom("lecture_session_chapter").where("session_id", "=", before.id).execute();
  await insertChapters(trx, before.id, chapters);
  const affected = [...new Set([...before.chapters, ...chapters])];
  await reportAttendance(trx, { session: { ...before, chapters: affected }, actorId: actor.id, now });
}
