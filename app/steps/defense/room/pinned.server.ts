import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import type { Rubric } from "~/marking";
import { rubricsByHash } from "~/marking/index.server";
import { currentTasks, tasksByHash } from "../load-task.server";
import type { DefenseTask } from "../task";
import { chaptersOf } from "./rows.server";

/** A chapter of a defense with what it is held by. */
export interface PinnedChapter {
  chapterSlug: string;
  task: DefenseTask;
  rubricHash: string;
  rubric: Rubric;
}

/** The chapters of a defense with the versions it began under; before it began, those it would begin under. */
export async function pinnedChapters(db: Kysely<DB>, defense: { id: string | null; slotId: string }): Promise<PinnedChapter[]> {
  if (defense.id === null) return (await upcoming(db, defense.slotId)).map(({ chapterSlug, task, rubric }) => ({ chapterSlug, task, rubricHash: rubric.hash, rubric: rubric.rubric }));
  const rows = await chaptersOf(db, defense.id);
  const [tasks, rubrics] = await Promise.all([tasksByHash(db, rows.map(({ taskHash }) => taskHash)), rubricsByHash(db, rows.map(({ rubricHash }) => rubricHash))]);
  return rows.flatMap(({ chapterSlug, taskHash, rubricHash }) => {
    const task = tasks.get(taskHash);
    const rubric = rubrics.get(rubricHash);
    return task && rubric ? [{ chapterSlug, task, rubricHash, rubric }] : [];
  });
}

/** What a slot's chapters ask for now, in the chapters' order; chapters without a defense are missing. */
export async function upcoming(db: Kysely<DB>, slotId: string) {
  const slugs = await slotChapters(db, slotId);
  const tasks = await currentTasks(db, slugs);
  return slugs.flatMap((slug) => tasks.get(slug) ?? []);
}

/** The chapters of a slot, in the curriculum's order. */
export async function slotChapters(db: Kysely<DB>, slotId: string): Promise<string[]> {
  const rows = await db.selectFrom("defense_slot_chapter as k").innerJoin("chapter as c", "c.slug", "k.chapter_slug").select("c.slug").where("k.slot_id", "=", slotId).orderBy("c.number").execute();
  return rows.map(({ slug }) => slug);
}
