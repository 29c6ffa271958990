import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import type { Locale } from "~/i18n/locale";
import { type ShownRubric, showRubric } from "~/marking";
import { currentRubric, type PinnedRubric } from "~/marking/index.server";
import { keptByHash } from "~/platform/kept-by-hash.server";
import { type CandidateTask, type DefenseTask, taskForCandidate } from "./task";

const kept = keptByHash<DefenseTask>(500);

/** A chapter's task and rubric with the names of their versions. */
export type PinnedTask = { chapterSlug: string; taskHash: string; task: DefenseTask; rubric: PinnedRubric };

/** The task under which defenses of these chapters begin now, with its rubric; chapters that have none are missing. */
export async function currentTasks(db: Kysely<DB>, chapterSlugs: readonly string[]): Promise<Map<string, PinnedTask>> {
  if (chapterSlugs.length === 0) return new Map();
  const rows = await db
    .selectFrom("defense_task as t")
    .innerJoin("defense_task_version as v", "v.hash", "t.current_hash")
    .select(["t.chapter_slug as chapterSlug", "v.hash", "v.body"])
    .where("t.chapter_slug", "in", chapterSlugs)
    .where("t.retired_at", "is", null)
    .execute();
  const pinned = await Promise.all(
    rows.map(async ({ chapterSlug, hash, body }) => {
      const task = body as unknown as DefenseTask;
      const rubric = await currentRubric(db, task.rubric);
      return rubric === null ? [] : [{ chapterSlug, taskHash: hash, task, rubric }];
    }),
  );
  return new Map(pinned.flat().map((one) => [one.chapterSlug, one]));
}

/** What a candidate reads before the defense of a chapter: the task, the themes, the rubric; null where the chapter has no defense. */
export async function candidateTask(db: Kysely<DB>, chapterSlug: string, locale: Locale): Promise<{ task: CandidateTask; rubric: ShownRubric } | null> {
  const pinned = (await currentTasks(db, [chapterSlug])).get(chapterSlug);
  return pinned === undefined ? null : { task: taskForCandidate(pinned.task, locale), rubric: showRubric(pinned.rubric.rubric, locale) };
}

/** A version that a defense was begun under. */
export function tasksByHash(db: Kysely<DB>, hashes: readonly string[]): Promise<Map<string, DefenseTask>> {
  return kept(hashes, async (missing) => {
    const rows = await db.selectFrom("defense_task_version").select(["hash", "body"]).where("hash", "in", missing).execute();
    return rows.map(({ hash, body }) => [hash, body as unknown as DefenseTask]);
  });
}
