import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import type { Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import type { Actor } from "~/people";
import { sightOf } from "./blindness";
import { type PinnedChapter, pinnedChapters } from "./pinned.server";
import { findDefense, viewerOf } from "./rows.server";
import { agreedLevels, latestVerdict, type VerdictOutcome } from "./scores.server";
import { type ShownChapter, shownChapters, type ShownHead, shownHead, shownVerdict } from "./shown.server";

/** What the candidate takes home: what the panel agreed on, never who scored what. */
export interface FeedbackPage {
  head: ShownHead;
  outcome: VerdictOutcome;
  signedAt: Date;
  /** Who sat there. */
  panel: string[];
  chapters: (Pick<ShownChapter, "slug" | "number" | "title"> & {
    criteria: { id: string; title: string; level: number; levels: { points: number; text: string }[]; remark: string | null }[];
    /** The questions of the chapter that were asked. */
    asked: string[];
  })[];
  strengths: string;
  redo: string | null;
  condition: { what: string; due: string; checker: string } | null;
  settlement: { outcome: "met" | "missed"; note: string; by: string; at: Date } | null;
}

/** The feedback sheet of one's own signed defense; null for everybody else, and before that. */
export async function feedbackPage(db: Kysely<DB>, actor: Actor, { slotId, locale }: { slotId: string; locale: Locale }): Promise<FeedbackPage | null> {
  const row = await findDefense(db, slotId);
  const viewer = row && viewerOf(actor, row);
  if (!row || row.id === null || viewer?.kind !== "candidate" || !sightOf(row, viewer).agreed || row.times.signed === null) return null;
  const pinned = await pinnedChapters(db, row);
  const [chapters, agreed, verdict, asked] = await Promise.all([shownChapters(db, pinned, locale), agreedLevels(db, row.id), latestVerdict(db, row.id), askedIn(db, row.id, pinned, locale)]);
  if (verdict === null) return null;
  const { condition, settlement, signatures, outcome, strengths, redo, remarks } = await shownVerdict(db, verdict, locale);
  return {
    head: shownHead(row, locale),
    outcome,
    signedAt: row.times.signed,
    panel: signatures.map(({ name }) => name),
    chapters: chapters.map(({ slug, number, title, criteria }) => ({
      slug,
      number,
      title,
      criteria: criteria.flatMap(({ id, title: name, levels }) => {
        const isThis = (one: { chapterSlug: string; criterionId: string }): boolean => one.chapterSlug === slug && one.criterionId === id;
        const level = agreed.find(isThis)?.level;
        return level === undefined ? [] : [{ id, title: name, level, levels, remark: remarks.find(isThis)?.remark ?? null }];
      }),
      asked: asked.get(slug) ?? [],
    })),
    strengths,
    redo,
    condition: condition && { what: condition.what, due: condition.due, checker: condition.checker },
    settlement,
  };
}

/** Questions that somebody on the panel marked as asked, by chapter; how the answer was marked stays with the panel. */
async function askedIn(db: Kysely<DB>, defenseId: string, chapters: readonly PinnedChapter[], locale: Locale): Promise<Map<string, string[]>> {
  const rows = await db.selectFrom("defense_prompt_mark").select(["chapter_slug as chapterSlug", "prompt_id as promptId"]).distinct().where("defense_id", "=", defenseId).execute();
  return new Map(
    chapters.map(({ chapterSlug, task }) => {
      const asked = task.prompts.filter(({ id }) => rows.some((row) => row.chapterSlug === chapterSlug && row.promptId === id));
      return [chapterSlug, asked.map(({ text }) => pick(text, locale))];
    }),
  );
}
