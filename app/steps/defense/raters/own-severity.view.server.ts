import { type Kysely, sql } from "kysely";
import type { DB } from "~/db/schema";
import { lockedScores } from "../room/locked-scores.server";
import { seasonSeverity, type SeverityFigure } from "./season-severity";

/** What an examiner learns of themself when a cohort's season is over. */
export interface OwnSeverity {
  cohortId: string;
  cohortName: string;
  /** The last defense of it. */
  until: Date;
  /** Colleagues on the panels they shared. */
  colleagues: number;
  severity: SeverityFigure;
  most: number;
}

/**
 * An examiner's own severity in each cohort whose season is over: no defense day of it still planned or running, and none of
 * its held defenses unsigned. Only theirs leaves this function; what colleagues come to stays inside.
 */
export async function ownSeverity(db: Kysely<DB>, personId: string, now: Date): Promise<OwnSeverity[]> {
  const seasons = await db
    .selectFrom("cohort as c")
    .innerJoin("defense_day as y", "y.cohort_id", "c.id")
    .select(["c.id as cohortId", "c.name as cohortName"])
    .select([sql<Date>`min(y.starts_at)`.as("from"), sql<Date>`max(y.ends_at)`.as("until")])
    .where("y.state", "!=", "cancelled")
    .where(sql<boolean>`exists (select from defense_score s join defense d on d.id = s.defense_id join defense_slot l on l.id = d.slot_id join defense_day z on z.id = l.day_id where z.cohort_id = c.id and s.examiner_id = ${personId})`)
    .where(sql<boolean>`not exists (select from defense_day z where z.cohort_id = c.id and (z.state = 'draft' or (z.state = 'published' and z.ends_at > ${now})))`)
    .where(sql<boolean>`not exists (select from defense d join defense_slot l on l.id = d.slot_id join defense_day z on z.id = l.day_id where z.cohort_id = c.id and d.state <> 'signed')`)
    .groupBy("c.id")
    .orderBy("until", "desc")
    .execute();
  const figures = await Promise.all(
    seasons.map(async ({ from, until, ...season }): Promise<OwnSeverity[]> => {
      const scores = await lockedScores(db, { from: new Date(from.getTime() - 86_400_000), to: new Date(until.getTime() + 86_400_000), cohortIds: [season.cohortId] });
      const most = Math.max(1, ...scores.map(({ range }) => range));
      const own = seasonSeverity(scores, most).examiners.find(({ examinerId }) => examinerId === personId);
      const slots = new Set(scores.filter(({ examinerId }) => examinerId === personId).map(({ slotId }) => slotId));
      const colleagues = new Set(scores.filter(({ slotId, examinerId }) => slots.has(slotId) && examinerId !== personId).map(({ examinerId }) => examinerId)).size;
      return own === undefined ? [] : [{ ...season, until, colleagues, severity: own.severity, most }];
    }),
  );
  return figures.flat();
}
