import { sql, type Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { replan, type Replanned } from "~/pipeline/index.server";
import { fail, ok, type Result } from "~/platform/result";
import { insertSteps, loadOmissions } from "./create-cohort.server";
import type { CohortStale } from "./cohort";
import { signChange, takeCohort } from "./take-cohort.server";

export type ChapterChange = { kind: "add"; slug: string } | { kind: "remove"; slug: string } | { kind: "earlier"; slug: string } | { kind: "later"; slug: string };

export type ChangeChaptersError = CohortStale | { code: "not-found" } | { code: "unknown-chapter" } | { code: "last-chapter" };

/**
 * Adds a chapter at the end with proposed dates, takes one out, or moves it by one place; then all roads follow. A chapter
 * taken out keeps on its roads what was earned, which counts again should it come back.
 */
export async function changeChapters(trx: Transaction<DB>, actorId: string, input: { cohortId: string; expectedVersion: number; change: ChapterChange; now: Date }): Promise<Result<Replanned, ChangeChaptersError>> {
  const { cohortId, change, now } = input;
  const taken = await takeCohort(trx, cohortId, input.expectedVersion);
  if (!taken.ok) return taken;
  const slugs = (await trx.selectFrom("cohort_chapter").select("chapter_slug").where("cohort_id", "=", cohortId).orderBy("position").execute()).map((row) => row.chapter_slug);
  const next = reordered(slugs, change);
  if (!next) return fail({ code: "unknown-chapter" });
  // An open cohort without a chapter would be an empty page for everybody.
  if (next.length === 0) return fail({ code: "last-chapter" });
  const omissions = await loadOmissions(trx, next);
  if (change.kind === "add" && !omissions.has(change.slug)) return fail({ code: "unknown-chapter" });
  if (change.kind === "remove") await trx.deleteFrom("cohort_chapter").where("cohort_id", "=", cohortId).where("chapter_slug", "=", change.slug).execute();
  await trx
    .insertInto("cohort_chapter")
    .values(next.map((slug, at) => ({ cohort_id: cohortId, chapter_slug: slug, position: at + 1 })))
    .onConflict((conflict) => conflict.columns(["cohort_id", "chapter_slug"]).doUpdateSet({ position: sql`excluded.position` }))
    .execute();
  if (change.kind === "add") await insertSteps(trx, cohortId, taken.value, next.map((slug) => ({ slug, omits: omissions.get(slug) ?? [] })), change.slug);
  const replanned = await replan(trx, cohortId, { actorId, now });
  await signChange(trx, actorId, cohortId, `${change.kind}-chapter`, { chapter: change.slug, chapters: next });
  return ok(replanned);
}

/** The chapters after the change, in order; null when it makes no sense. */
export function reordered(slugs: readonly string[], change: ChapterChange): string[] | null {
  const at = slugs.indexOf(change.slug);
  if (change.kind === "add") return at === -1 ? [...slugs, change.slug] : null;
  if (at === -1) return null;
  const without = slugs.filter((slug) => slug !== change.slug);
  if (change.kind === "remove") return without;
  const to = at + (change.kind === "earlier" ? -1 : 1);
  return to < 0 || to >= slugs.length ? null : [...without.slice(0, to), change.slug, ...without.slice(to)];
}
