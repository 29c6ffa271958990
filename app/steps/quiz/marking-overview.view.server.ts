import { type Kysely, sql } from "kysely";
import type { DB, JsonValue } from "~/db/schema";
import type { Bilingual } from "~/i18n/locale";
import type { Reach } from "~/people";
import { daysAfter } from "~/pipeline";
import { parseGate } from "~/pipeline/index.server";

/** One open answer that waits, in whichever cohort. */
export type WaitingAnswer = {
  cohortId: string;
  cohortName: string;
  chapterSlug: string;
  chapterTitle: Bilingual;
  attemptId: string;
  position: number;
  learner: string;
  stem: Bilingual;
  submittedAt: Date;
  dueAt: Date;
};
export type MarkingOverview = {
  /** Longest waiting first. */
  lines: WaitingAnswer[];
  /** Cohorts in which something waits. */
  cohorts: { id: string; name: string; waiting: number }[];
  total: number;
};

/** How many lines one page shows; the counts are of all. */
const MOST = 100;

/** Every open answer that waits for marks within reach, the longest blocked learner first. */
export async function markingOverview(db: Kysely<DB>, input: { reach: Reach; cohortId: string | null }): Promise<MarkingOverview> {
  const { rows } = await sql<{
    cohort_id: string; cohort_name: string; chapter_slug: string; title: Bilingual | null; attempt_id: string; position: number;
    learner: string; stem: Bilingual; submitted_at: Date; gate: JsonValue | null;
  }>`
    select e.cohort_id, c.name as cohort_name, a.chapter_slug, ch.title, a.id as attempt_id, i.position,
           p.name as learner, v.body -> 'stem' as stem, a.submitted_at, s.gate
    from quiz_attempt a
    join enrolment e on e.id = a.enrolment_id
    join cohort c on c.id = e.cohort_id
    join person p on p.id = e.person_id
    join quiz_paper_item i on i.attempt_id = a.id and i.kind in ('short-answer', 'case')
    join question_version v on v.hash = i.question_hash
    left join chapter ch on ch.slug = a.chapter_slug
    left join cohort_step s on s.cohort_id = c.id and s.chapter_slug = a.chapter_slug and s.step = 'quiz'
    where a.state = 'submitted' and ${within(input.reach)}
      and not exists (select from quiz_mark m where m.attempt_id = a.id and m.position = i.position)
    order by a.submitted_at, a.id, i.position`.execute(db);
  const cohorts = new Map<string, { id: string; name: string; waiting: number }>();
  for (const { cohort_id: id, cohort_name: name } of rows) cohorts.set(id, { id, name, waiting: (cohorts.get(id)?.waiting ?? 0) + 1 });
  const chosen = rows.filter((row) => input.cohortId === null || row.cohort_id === input.cohortId);
  return {
    cohorts: [...cohorts.values()],
    total: chosen.length,
    lines: chosen.slice(0, MOST).map((row) => ({
      cohortId: row.cohort_id,
      cohortName: row.cohort_name,
      chapterSlug: row.chapter_slug,
      chapterTitle: row.title ?? { zh: row.chapter_slug, en: row.chapter_slug },
      attemptId: row.attempt_id,
      position: row.position,
      learner: row.learner,
      stem: row.stem,
      submittedAt: row.submitted_at,
      dueAt: daysAfter(row.submitted_at, parseGate("quiz", row.gate ?? {}).reviewDays),
    })),
  };
}

function within(reach: Reach) {
  return reach.all ? sql<boolean>`true` : sql<boolean>`(c.id = any(${reach.cohortIds}::uuid[]) or c.team_id = any(${reach.teamIds}::uuid[]))`;
}
