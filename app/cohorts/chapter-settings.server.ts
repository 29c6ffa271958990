import { type Kysely, sql, type Transaction } from "kysely";
import type { DB, JsonRecord, JsonValue } from "~/db/schema";
import { DEFAULT_GATES, type Step, STEPS } from "~/pipeline";
import { parseGate } from "~/pipeline/index.server";
import type { ChapterSettings, StepSettings } from "./calendar-change";

/** What the cohort sets for each step of a chapter, over the defaults; undefined when the chapter is not in the cohort. */
export async function chapterSettings(db: Kysely<DB>, cohortId: string, chapterSlug: string): Promise<ChapterSettings | undefined> {
  const chapter = await db
    .selectFrom("cohort_chapter as cc")
    .leftJoin("chapter as ch", "ch.slug", "cc.chapter_slug")
    .select(sql<string[] | null>`ch.definition -> 'omits'`.as("omits"))
    .where("cc.cohort_id", "=", cohortId)
    .where("cc.chapter_slug", "=", chapterSlug)
    .executeTakeFirst();
  if (!chapter) return undefined;
  const rows = await db.selectFrom("cohort_step").select(["step", "included", "opens_at", "due_at", "gate"]).where("cohort_id", "=", cohortId).where("chapter_slug", "=", chapterSlug).execute();
  const entries = STEPS.filter((step) => !chapter.omits?.includes(step)).map((step): [Step, StepSettings] => {
    const row = rows.find((one) => one.step === step);
    return [step, { included: row?.included ?? true, opensAt: row?.opens_at ?? null, dueAt: row?.due_at ?? null, gate: parseGate(step, row?.gate ?? {}) }];
  });
  return Object.fromEntries(entries) as ChapterSettings;
}

/** Writes the settings; of the gates only what differs from the defaults, so that a better default reaches old cohorts too. */
export async function writeChapterSettings(trx: Transaction<DB>, cohortId: string, chapterSlug: string, settings: ChapterSettings): Promise<void> {
  const rows = STEPS.flatMap((step) => {
    const set = settings[step];
    return set ? [{ cohort_id: cohortId, chapter_slug: chapterSlug, step, included: set.included, opens_at: set.opensAt, due_at: set.dueAt, gate: ownSettings(step, set.gate) }] : [];
  });
  await trx
    .insertInto("cohort_step")
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(["cohort_id", "chapter_slug", "step"]).doUpdateSet((eb) => ({
        included: eb.ref("excluded.included"),
        opens_at: eb.ref("excluded.opens_at"),
        due_at: eb.ref("excluded.due_at"),
        gate: eb.ref("excluded.gate"),
      })),
    )
    .execute();
}

function ownSettings(step: Step, gate: object): JsonRecord {
  const defaults = DEFAULT_GATES[step] as unknown as Record<string, JsonValue>;
  return Object.fromEntries(Object.entries(gate as Record<string, JsonValue>).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(defaults[name])));
}
