import { randomBytes } from "node:crypto";
import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { fail, ok, type Result } from "~/platform/result";

/** What an instructor says of a class before it is held. */
export interface SessionPlan {
  title: string;
  /** Where it is held; a place, a link, or both. */
  place: string | null;
  link: string | null;
  startsAt: Date;
  endsAt: Date;
  /** One or several chapters of the cohort. */
  chapterSlugs: string[];
}

export type PlanError =
  | { code: "unknown-cohort" }
  | { code: "ends-before-start" }
  | { code: "too-long" }
  | { code: "nowhere" }
  | { code: "no-chapters" }
  | { code: "unknown-chapter" };

/** Longest class, in hours: what is longer is a mistyped date. */
const LONGEST_HOURS = 16;

/** Plans a class of a cohort, in the cohort's time zone. */
export async function planSession(trx: Transaction<DB>, actor: { id: string }, input: SessionPlan & { cohortId: string; now: Date }): Promise<Result<{ sessionId: string }, PlanError>> {
  const checked = await checkPlan(trx, input.cohortId, input);
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

/** What a plan must hold against its cohort: the zone its times are meant in, its chapters in teaching order. */
export async function checkPlan(trx: Transaction<DB>, cohortId: string, plan: SessionPlan): Promise<Result<{ timeZone: string; chapters: string[] }, PlanError>> {
  if (plan.endsAt <= plan.startsAt) return fail({ code: "ends-before-start" });
  if (plan.endsAt.getTime() - plan.startsAt.getTime() > LONGEST_HOURS * 3_600_000) return fail({ code: "too-long" });
  if (plan.place === null && plan.link === null) return fail({ code: "nowhere" });
  if (plan.chapterSlugs.length === 0) return fail({ code: "no-chapters" });
  const cohort = await trx.selectFrom("cohort").select("time_zone").where("id", "=", cohortId).executeTakeFirst();
  if (!cohort) return fail({ code: "unknown-cohort" });
  const rows = await trx.selectFrom("cohort_chapter").select("chapter_slug").where("cohort_id", "=", cohortId).where("chapter_slug", "in", plan.chapterSlugs).orderBy("position").execute();
  if (rows.length !== new Set(plan.chapterSlugs).size) return fail({ code: "unknown-chapter" });
  return ok({ timeZone: cohort.time_zone, chapters: rows.map((row) => row.chapter_slug) });
}

/** Writes which chapters a session covers. */
export async function insertChapters(trx: Transaction<DB>, sessionId: string, chapters: readonly string[]): Promise<void> {
  await trx
    .insertInto("lecture_session_chapter")
    .values(chapters.map((chapter_slug, at) => ({ session_id: sessionId, chapter_slug, position: at + 1 })))
    .execute();
}
