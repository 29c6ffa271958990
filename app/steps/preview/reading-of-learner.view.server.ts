import { type Kysely, sql } from "kysely";
import type { DB } from "~/db/schema";
import type { Bilingual } from "~/i18n/locale";
import type { FinishedBy } from "./reading";

/** One section as the instructor sees what a learner did in it. */
export interface LearnersSection {
  id: string;
  title: Bilingual;
  minutes: number;
  required: boolean;
  openedAt: Date | null;
  lastSeenAt: Date | null;
  activeMs: number;
  reachedEnd: boolean;
  finishedAt: Date | null;
  finishedBy: FinishedBy | null;
  /** Which version was finished, counted from 1; null while it is not. */
  finishedVersion: number | null;
  checkins: { total: number; answered: number; rightFirstTime: number };
}

interface Row extends Omit<LearnersSection, "activeMs" | "checkins"> {
  activeMs: string;
  total: number;
  answered: number;
  right: number;
}

/** A learner's reading of a chapter, section by section; empty when the enrolment is not in that cohort or the chapter has no sections. */
export async function readingOfLearner(db: Kysely<DB>, { enrolmentId, chapterSlug, cohortId }: { enrolmentId: string; chapterSlug: string; cohortId: string }): Promise<LearnersSection[]> {
  const { rows } = await sql<Row>`
    select s.section_id as id, jsonb_build_object('zh', s.title, 'en', en.title) as title, s.minutes, s.required,
      r.first_opened_at as "openedAt", r.last_seen_at as "lastSeenAt", coalesce(r.active_ms, 0) as "activeMs", coalesce(r.reached_end, false) as "reachedEnd",
      r.finished_at as "finishedAt", r.finished_by as "finishedBy", v.ordinal as "finishedVersion", k.total, k.answered, k.right
    from enrolment e
    join cohort_chapter cc on cc.cohort_id = e.cohort_id and cc.chapter_slug = ${chapterSlug}
    join chapter c on c.slug = cc.chapter_slug
    join section_version s on s.chapter_version = c.current_version and s.locale = 'zh'
    join section_version en on en.chapter_version = s.chapter_version and en.section_id = s.section_id and en.locale = 'en'
    left join section_reading r on r.enrolment_id = e.id and r.chapter_slug = c.slug and r.section_id = s.section_id
    left join chapter_version v on v.hash = r.finished_version
    cross join lateral (
      select count(*)::int as total, count(first.correct)::int as answered, (count(*) filter (where first.correct))::int as right
      from section_checkin q
      left join lateral (
        select a.correct from checkin_response a
        where a.enrolment_id = e.id and a.chapter_slug = c.slug and a.checkin_id = q.checkin_id order by a.id limit 1
      ) first on true
      where q.chapter_version = s.chapter_version and q.section_id = s.section_id
    ) k
    where e.id = ${enrolmentId} and e.cohort_id = ${cohortId}
    order by s.position`.execute(db);
  return rows.map(({ activeMs, total, answered, right, ...row }) => ({ ...row, activeMs: Number(activeMs), checkins: { total, answered, rightFirstTime: right } }));
}
