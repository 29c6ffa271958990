import { sql, type Transaction } from "kysely";
import { checkSessionPlan, type PlanError, type SessionPlan } from "~/cohorts/index.server";
import type { DB } from "~/db/schema";
import { fail, ok, type Result } from "~/platform/result";
import { chaptersWithScenarios } from "./load-scenarios.server";
import { lockSession, type SessionKey } from "./rows.server";
import { sessionAdmits } from "./session";

/** A role-play session before it is held; `conversationMinutes` null takes each scenario's own. */
export interface RolePlayPlan extends SessionPlan {
  conversationMinutes: number | null;
}

export type RolePlayPlanError = PlanError | { code: "nothing-to-play" };
export type ChangeError = RolePlayPlanError | { code: "unknown-session" } | { code: "wrong-state" } | { code: "chapters-in-play" };

/** Plans a role-play session of a cohort, in the cohort's time zone. Every chapter of it must have scenarios. */
export async function planSession(trx: Transaction<DB>, actor: { id: string }, input: RolePlayPlan & { cohortId: string; now: Date }): Promise<Result<{ sessionId: string }, RolePlayPlanError>> {
  const checked = await checkPlan(trx, input.cohortId, input);
  if (!checked.ok) return checked;
  const { timeZone, chapters } = checked.value;
  const { id: sessionId } = await trx
    .insertInto("role_play_session")
    .values({ cohort_id: input.cohortId, ...columns(input), time_zone: timeZone, created_by: actor.id, created_at: input.now })
    .returning("id")
    .executeTakeFirstOrThrow();
  await writeChapters(trx, sessionId, chapters);
  return ok({ sessionId });
}

/**
 * Changes a session that is not over; its chapters only as long as nothing was played. The answer says whether people must be
 * told: the time, the place or the link is another one.
 */
export async function changeSession(trx: Transaction<DB>, input: SessionKey & RolePlayPlan): Promise<Result<{ tell: boolean }, ChangeError>> {
  const before = await lockSession(trx, input);
  if (!before) return fail({ code: "unknown-session" });
  if (!sessionAdmits(before.state, "change")) return fail({ code: "wrong-state" });
  const checked = await checkPlan(trx, input.cohortId, input);
  if (!checked.ok) return checked;
  const { timeZone, chapters } = checked.value;
  if (chapters.join() !== before.chapters.join()) {
    const grouped = await trx.selectFrom("role_play_group").select("id").where("session_id", "=", before.id).limit(1).executeTakeFirst();
    if (grouped) return fail({ code: "chapters-in-play" });
    await trx.deleteFrom("role_play_session_chapter").where("session_id", "=", before.id).execute();
    await writeChapters(trx, before.id, chapters);
  }
  await trx
    .updateTable("role_play_session")
    .set({ ...columns(input), time_zone: timeZone, sequence: sql`sequence + 1`, version: sql`version + 1` })
    .where("id", "=", before.id)
    .execute();
  const tell = before.startsAt.getTime() !== input.startsAt.getTime() || before.endsAt.getTime() !== input.endsAt.getTime() || before.place !== input.place || before.link !== input.link;
  return ok({ tell });
}

async function checkPlan(trx: Transaction<DB>, cohortId: string, plan: RolePlayPlan): Promise<Result<{ timeZone: string; chapters: string[] }, RolePlayPlanError>> {
  const checked = await checkSessionPlan(trx, cohortId, plan);
  if (!checked.ok) return checked;
  const playable = await chaptersWithScenarios(trx);
  return checked.value.chapters.every((slug) => playable.has(slug)) ? checked : fail({ code: "nothing-to-play" });
}

function columns({ title, place, link, startsAt, endsAt, conversationMinutes }: RolePlayPlan) {
  return { title, place, link, starts_at: startsAt, ends_at: endsAt, minutes: conversationMinutes };
}

async function writeChapters(trx: Transaction<DB>, sessionId: string, chapters: readonly string[]): Promise<void> {
  await trx
    .insertInto("role_play_session_chapter")
    .values(chapters.map((chapter_slug, at) => ({ session_id: sessionId, chapter_slug, position: at + 1 })))
    .execute();
}
