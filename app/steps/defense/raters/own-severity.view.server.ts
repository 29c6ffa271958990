import { type Kysely, sql } from "kysely";
import type { DB } from "~/db/schema";
import { lockedScores } from "../room/locked-scores.server";
import { seasonSeverity, type SeverityFigure } from "./season-severity";
import { seasonsOf } from "./seasons";

const DAY_MS = 86_400_000;

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
 * An examiner's own severity in each season of a cohort that is over: its last day has passed, and everything held is signed.
 * Only theirs leaves this function; what colleagues come to stays inside.
 */
export async function ownSeverity(db: Kysely<DB>, personId: string, now: Date): Promise<OwnSeverity[]> {
  const days = await db
    .selectFrom("defense_day as y")
    .innerJoin("cohort as c", "c.id", "y.cohort_id")
    .select(["c.id as cohortId", "c.name as cohortName", "y.starts_at as startsAt", "y.ends_at as endsAt", "y.state"])
    .select(sql<boolean>`exists (select from defense d join defense_slot l on l.id = d.slot_id where l.day_id = y.id and d.state <> 'signed')`.as("unsigned"))
    .where("y.state", "!=", "cancelled")
    .where(sql<boolean>`c.id in (select z.cohort_id from defense_score s join defense d on d.id = s.defense_id join defense_slot l on l.id = d.slot_id join defense_day z on z.id = l.day_id where s.examiner_id = ${personId})`)
    .orderBy("y.starts_at")
    .orderBy("y.id")
    .execute();
  const cohorts = new Map(days.map(({ cohortId, cohortName }) => [cohortId, cohortName]));
  const seasons = [...cohorts].flatMap(([cohortId, cohortName]) => seasonsOf(days.filter((day) => day.cohortId === cohortId), now).map((season) => ({ cohortId, cohortName, ...season })));
  const figures = await Promise.all(
    seasons
      .filter(({ over }) => over)
      .map(async ({ cohortId, cohortName, from, until }): Promise<OwnSeverity[]> => {
        const scores = await lockedScores(db, { from: new Date(from.getTime() - DAY_MS), to: new Date(until.getTime() + DAY_MS), cohortIds: [cohortId] });
        const most = Math.max(1, ...scores.map(({ range }) => range));
        const own = seasonSeverity(scores, most).examiners.find(({ examinerId }) => examinerId === personId);
        const slots = new Set(scores.filter(({ examinerId }) => examinerId === personId).map(({ slotId }) => slotId));
        const colleagues = new Set(scores.filter(({ slotId, examinerId }) => slots.has(slotId) && examinerId !== personId).map(({ examinerId }) => examinerId)).size;
        return own === undefined ? [] : [{ cohortId, cohortName, until, colleagues, severity: own.severity, most }];
      }),
  );
  return figures.flat().sort((a, b) => b.until.getTime() - a.until.getTime());
}
