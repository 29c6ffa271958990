import { type Kysely, sql } from "kysely";
import type { DB } from "~/db/schema";
import { rubricsByHash } from "~/marking/index.server";

/** One examiner's level of one criterion in a signed defense. */
export interface LockedScore {
  slotId: string;
  cohortId: string;
  enrolmentId: string;
  chapterSlug: string;
  rubricHash: string;
  criterionId: string;
  examinerId: string;
  /** What the examiner gave before hearing the others: 0 is the lowest level. */
  level: number;
  /** The highest level of the criterion; levels go 0, 1, … `range`. */
  range: number;
  /** What the examiner changed it to after the discussion; null: it stands. */
  revised: number | null;
  /** What the panel agreed on. */
  agreed: number | null;
  /** When the examiner locked. */
  at: Date;
}

export interface ScoreFilter {
  /** Defenses that began in [from, to). */
  from: Date;
  to: Date;
  cohortIds?: readonly string[];
}

/**
 * Independent levels of all signed defenses of a time, for statistics over a season. Nothing of a defense that is not signed
 * yet: nobody learns from a season's figures what a panel is about to hear. Whether somebody may see them, the caller asks.
 */
export async function lockedScores(db: Kysely<DB>, { from, to, cohortIds }: ScoreFilter): Promise<LockedScore[]> {
  if (cohortIds?.length === 0) return [];
  const rows = await db
    .selectFrom("defense as d")
    .innerJoin("defense_slot as s", "s.id", "d.slot_id")
    .innerJoin("defense_day as y", "y.id", "s.day_id")
    .innerJoin("defense_score as c", "c.defense_id", "d.id")
    .select(["s.id as slotId", "y.cohort_id as cohortId", "s.enrolment_id as enrolmentId", "c.chapter_slug as chapterSlug", "c.rubric_hash as rubricHash", "c.criterion_id as criterionId", "c.examiner_id as examinerId", "c.level", "c.at"])
    .select([
      sql<number | null>`(select r.level from defense_revision r where r.score_id = c.id order by r.id desc limit 1)`.as("revised"),
      sql<number | null>`(select a.level from defense_agreed a where a.defense_id = c.defense_id and a.chapter_slug = c.chapter_slug and a.criterion_id = c.criterion_id order by a.id desc limit 1)`.as("agreed"),
    ])
    .where("d.state", "=", "signed")
    .where("d.presenting_at", ">=", from)
    .where("d.presenting_at", "<", to)
    .$if(cohortIds !== undefined, (query) => query.where("y.cohort_id", "in", cohortIds ?? []))
    .orderBy("d.presenting_at")
    .orderBy("c.id")
    .execute();
  const rubrics = await rubricsByHash(db, rows.map(({ rubricHash }) => rubricHash));
  return rows.map((row) => {
    const levels = rubrics.get(row.rubricHash)?.criteria.find(({ id }) => id === row.criterionId)?.levels.length ?? 1;
    return { ...row, range: levels - 1, revised: row.revised === row.level ? null : row.revised };
  });
}
