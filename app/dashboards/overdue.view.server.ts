import { type Kysely, sql } from "kysely";
import { chapterNames, managersOfTeams } from "~/cohorts/index.server";
import type { DB } from "~/db/schema";
import type { Bilingual } from "~/i18n/locale";
import type { Step } from "~/pipeline";
import type { TeamScope } from "./scope.server";

export const OVERDUE_PAGE_SIZE = 50;

/** Whom learners can be kept waiting by, besides themselves and the calendar. */
export const OVERDUE_PARTIES = ["manager", "instructor", "examiner"] as const;
export type OverdueParty = (typeof OVERDUE_PARTIES)[number];

interface Name {
  name: string;
  nameLatin: string | null;
}

/** A learner's step that somebody else should have moved on by now. */
export interface OverdueStep {
  key: string;
  party: OverdueParty;
  /** By name, where known: a chapter's examiners are not until a panel is named. */
  people: Name[];
  learner: Name;
  team: Bilingual;
  cohortName: string;
  chapter: Bilingual;
  step: Step;
  dueAt: Date;
}

interface Row extends Omit<OverdueStep, "key" | "people" | "chapter" | "learner"> {
  enrolmentId: string;
  cohortId: string;
  chapterSlug: string;
  teamId: string;
  name: string;
  nameLatin: string | null;
  total: number;
}

/**
 * Steps of the people in these teams that wait for somebody else past their deadline, the longest first. A use in the field that waits for
 * the manager is no step of its own: field tracking lists those.
 */
export async function overdueSteps(db: Kysely<DB>, { within }: Pick<TeamScope, "within">, { now, page, pageSize = OVERDUE_PAGE_SIZE }: { now: Date; page: number; pageSize?: number }): Promise<{ steps: OverdueStep[]; total: number }> {
  const part = pageSize === Infinity ? sql`` : sql`limit ${pageSize} offset ${(page - 1) * pageSize}`;
  const { rows } = await sql<Row>`
    select e.id as "enrolmentId", e.cohort_id as "cohortId", c.chapter_slug as "chapterSlug", c.step, c.waiting_for as party, c.due_at as "dueAt", k.name as "cohortName",
      p.name, p.name_latin as "nameLatin", t.id as "teamId", jsonb_build_object('zh', t.name_zh, 'en', t.name_en) as team, (count(*) over ())::int as total
    from team_membership m
    join team t on t.id = m.team_id
    join person p on p.id = m.person_id and p.state <> 'suspended'
    join enrolment e on e.person_id = m.person_id and e.left_at is null
    join cohort k on k.id = e.cohort_id and k.state = 'open'
    join progress c on c.enrolment_id = e.id and c.included
    where m.valid_to is null and m.team_id = any(${[...within]}::uuid[]) and c.waiting_for in ('manager', 'instructor', 'examiner') and c.due_at < ${now} and not (c.step = 'field-tracking' and c.waiting_for = 'manager')
    order by c.due_at, e.id, c.chapter_slug, c.step ${part}`.execute(db);
  const [managers, instructors, chapters] = await Promise.all([
    managersOfTeams(db, [...new Set(rows.filter(({ party }) => party === "manager").map(({ teamId }) => teamId))]),
    instructorsOf(db, [...new Set(rows.filter(({ party }) => party === "instructor").map(({ cohortId }) => cohortId))]),
    chapterNames(db, [...new Set(rows.map(({ chapterSlug }) => chapterSlug))]),
  ]);
  return {
    total: rows[0]?.total ?? 0,
    steps: rows.map(({ enrolmentId, cohortId, chapterSlug, teamId, name, nameLatin, total: _total, ...row }) => ({
      ...row,
      key: `${enrolmentId} ${chapterSlug} ${row.step}`,
      people: row.party === "manager" ? (managers.get(teamId) ?? []) : row.party === "instructor" ? (instructors.get(cohortId) ?? []) : [],
      learner: { name, nameLatin },
      chapter: chapters.get(chapterSlug)?.title ?? { zh: chapterSlug, en: chapterSlug },
    })),
  };
}

/** Who teaches each of these cohorts, by name. */
async function instructorsOf(db: Kysely<DB>, cohortIds: readonly string[]): Promise<Map<string, Name[]>> {
  const found = new Map<string, Name[]>();
  if (cohortIds.length === 0) return found;
  const rows = await db
    .selectFrom("role_grant as g")
    .innerJoin("person as p", "p.id", "g.person_id")
    .select(["g.cohort_id as cohortId", "p.name", "p.name_latin as nameLatin"])
    .distinct()
    .where("g.cohort_id", "in", [...cohortIds])
    .where("g.role", "=", "instructor")
    .where("g.revoked_at", "is", null)
    .where("p.state", "=", "active")
    .orderBy("p.name")
    .execute();
  for (const { cohortId, ...person } of rows) if (cohortId !== null) found.set(cohortId, [...(found.get(cohortId) ?? []), person]);
  return found;
}
