import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { isTimeZone } from "~/i18n/dates";
import type { Actor } from "~/people";
import { writeAudit } from "~/people/index.server";
import type { Step } from "~/pipeline";
import { fail, ok, type Result } from "~/platform/result";
import { proposeCalendar } from "./calendar";

export interface NewCohort {
  name: string;
  teamId: string;
  timeZone: string;
  /** Days `YYYY-MM-DD`. */
  startsOn: string;
  endsOn: string;
  /** In teaching order. */
  chapterSlugs: string[];
}

export type CreateCohortError =
  | { code: "ends-before-start" }
  | { code: "unknown-time-zone" }
  | { code: "unknown-team" }
  | { code: "no-chapters" }
  | { code: "unknown-chapter"; slug: string };

/**
 * Creates a cohort as a draft, with a proposed calendar and the default gates. Who creates it teaches it, unless they are
 * an administrator only: then instructors are named afterwards.
 */
export async function createCohort(trx: Transaction<DB>, actor: Actor, input: NewCohort): Promise<Result<{ cohortId: string }, CreateCohortError>> {
  if (input.endsOn <= input.startsOn) return fail({ code: "ends-before-start" });
  if (!isTimeZone(input.timeZone)) return fail({ code: "unknown-time-zone" });
  const slugs = [...new Set(input.chapterSlugs)];
  if (slugs.length === 0) return fail({ code: "no-chapters" });
  const team = await trx.selectFrom("team").select("id").where("id", "=", input.teamId).where("closed_at", "is", null).executeTakeFirst();
  if (!team) return fail({ code: "unknown-team" });
  const chapters = await loadOmissions(trx, slugs);
  const unknown = slugs.find((slug) => !chapters.has(slug));
  if (unknown !== undefined) return fail({ code: "unknown-chapter", slug: unknown });

  const { id: cohortId } = await trx
    .insertInto("cohort")
    .values({ name: input.name, team_id: team.id, time_zone: input.timeZone, starts_on: input.startsOn, ends_on: input.endsOn, created_by: actor.id })
    .returning("id")
    .executeTakeFirstOrThrow();
  await trx.insertInto("cohort_chapter").values(slugs.map((slug, at) => ({ cohort_id: cohortId, chapter_slug: slug, position: at + 1 }))).execute();
  await insertSteps(trx, cohortId, input, slugs.map((slug) => ({ slug, omits: chapters.get(slug) ?? [] })));
  if (actor.grants.some((grant) => grant.role === "instructor")) {
    await trx.insertInto("role_grant").values({ person_id: actor.id, role: "instructor", scope_kind: "cohort", team_id: null, cohort_id: cohortId, granted_by: actor.id, revoked_at: null, revoked_by: null }).execute();
  }
  await writeAudit(trx, { actorId: actor.id, action: "create-cohort", subject: { kind: "cohort", id: cohortId }, details: { name: input.name, chapters: slugs } });
  return ok({ cohortId });
}

/** Which steps each chapter leaves out; chapters that are not there are not in the answer. */
export async function loadOmissions(db: Transaction<DB>, slugs: string[]): Promise<Map<string, Step[]>> {
  const rows = await db.selectFrom("chapter").select(["slug", "definition"]).where("slug", "in", slugs).execute();
  return new Map(rows.map((row) => [row.slug, (row.definition as unknown as { omits: Step[] }).omits]));
}

/** Writes the proposed calendar of `chapters`, or of the one called `only` among them; a step left out by its chapter gets no row. */
export async function insertSteps(trx: Transaction<DB>, cohortId: string, dates: Pick<NewCohort, "startsOn" | "endsOn" | "timeZone">, chapters: { slug: string; omits: Step[] }[], only?: string): Promise<void> {
  const plan = proposeCalendar({ ...dates, chapters }).filter((row) => only === undefined || row.chapterSlug === only);
  await trx
    .insertInto("cohort_step")
    .values(plan.map((row) => ({ cohort_id: cohortId, chapter_slug: row.chapterSlug, step: row.step, opens_at: row.opensAt, due_at: row.dueAt })))
    .execute();
}
