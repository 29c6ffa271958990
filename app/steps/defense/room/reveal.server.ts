import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import { isDiscussed, proposedLevel } from "./agreement";
import { sightOf, type Viewer, visibleScores } from "./blindness";
import type { PinnedChapter } from "./pinned.server";
import type { DefenseRow } from "./rows.server";
import { agreedLevels, type AgreedLevel, levelNow, storedScores, type StoredScore } from "./scores.server";

/** One criterion with what each examiner gave, side by side. */
export interface RevealedCriterion {
  chapterSlug: string;
  criterionId: string;
  discussed: boolean;
  scores: StoredScore[];
  /** Without it nothing is agreed yet. */
  agreed: Pick<AgreedLevel, "level" | "how"> | null;
  /** The median of what the examiners hold now. */
  proposed: number | null;
}

/** The scores of a defense side by side, for whom may read them; null for everybody else. Nothing is read from the tables before that is clear. */
export async function revealTo(db: Kysely<DB>, row: DefenseRow, viewer: Viewer, chapters: readonly PinnedChapter[]): Promise<RevealedCriterion[] | null> {
  if (row.id === null || !sightOf(row, viewer).others) return null;
  const [stored, agreed] = await Promise.all([storedScores(db, row.id), agreedLevels(db, row.id)]);
  const scores = visibleScores(row, viewer, stored);
  return chapters.flatMap(({ chapterSlug, rubric }) =>
    rubric.criteria.map(({ id: criterionId }): RevealedCriterion => {
      const isThis = (one: { chapterSlug: string; criterionId: string }): boolean => one.chapterSlug === chapterSlug && one.criterionId === criterionId;
      const own = scores.filter(isThis);
      const found = agreed.find(isThis);
      return {
        chapterSlug,
        criterionId,
        discussed: isDiscussed(own.map(({ level }) => level)),
        scores: own,
        agreed: found ? { level: found.level, how: found.how } : null,
        proposed: proposedLevel(own.map(levelNow)),
      };
    }),
  );
}
