import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { fail, ok, type Result } from "~/platform/result";

/** What an instructor says of a session (a class, a role-play) before it is held. */
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

/** Longest session, in hours: what is longer is a mistyped date. */
const LONGEST_HOURS = 16;

/** What a plan must hold against its cohort: the zone its times are meant in, its chapters in teaching order. */
export async function checkSessionPlan(trx: Transaction<DB>, cohortId: string, plan: SessionPlan): Promise<Result<{ timeZone: string; chapters: string[] }, PlanError>> {
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
