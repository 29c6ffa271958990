/** What executives' figures are made of: applications, coaching, certified people with a sheet on a deal. */
import { type Kysely, sql } from "kysely";
import type { DB } from "~/db/schema";
import type { ApplicationState, QualityLevel } from "./application";
import { applications, toApplication } from "./rows.server";

export interface ApplicationFact {
  id: string;
  personId: string;
  /** The learner's team on the day of the use; null outside of every team. */
  teamId: string | null;
  enrolmentId: string;
  cohortId: string;
  chapterSlug: string;
  dealId: string;
  sheetKey: string;
  sheetId: string | null;
  /** Business day. */
  usedOn: string;
  loggedAt: Date;
  state: ApplicationState;
  level: QualityLevel | null;
}

export interface FactFilter {
  teamIds?: readonly string[];
  personIds?: readonly string[];
  cohortIds?: readonly string[];
  states?: readonly ApplicationState[];
  /** Used on or after, and before, these business days. */
  from?: string;
  to?: string;
}

/** Applications (without those taken back), the oldest first; rights are the caller's matter. */
export async function applicationsOf(db: Kysely<DB>, filter: FactFilter = {}): Promise<ApplicationFact[]> {
  const { teamIds, personIds, cohortIds, states = ["waiting", "returned", "confirmed"], from, to } = filter;
  const rows = await applications(db)
    .clearSelect()
    .leftJoin("team_membership as m", (join) => join.onRef("m.person_id", "=", "a.person_id").on(sql<boolean>`tstzrange(m.valid_from, m.valid_to) @> (a.used_on::timestamptz + interval '12 hours')`))
    .select(["a.id", "a.person_id as personId", "m.team_id as teamId", "a.enrolment_id as enrolmentId", "e.cohort_id as cohortId", "a.chapter_slug as chapterSlug", "a.deal_id as dealId", "a.sheet_key as sheetKey", "a.sheet_id as sheetId", "a.used_on as usedOn", "a.logged_at as loggedAt", "a.state", "a.level"])
    .where("a.state", "in", [...states])
    .$if(teamIds !== undefined, (query) => query.where(sql<boolean>`m.team_id = any(${[...(teamIds ?? [])]}::uuid[])`))
    .$if(personIds !== undefined, (query) => query.where(sql<boolean>`a.person_id = any(${[...(personIds ?? [])]}::uuid[])`))
    .$if(cohortIds !== undefined, (query) => query.where(sql<boolean>`e.cohort_id = any(${[...(cohortIds ?? [])]}::uuid[])`))
    .$if(from !== undefined, (query) => query.where("a.used_on", ">=", from ?? ""))
    .$if(to !== undefined, (query) => query.where("a.used_on", "<", to ?? ""))
    .orderBy("a.used_on")
    .orderBy("a.id")
    .execute();
  return rows.map(toApplication);
}

export interface CoachingCoverage {
  teamId: string;
  /** People of the team now, without its managers. */
  people: number;
  /** Of them: with a coaching note or a judged application in the span. */
  coached: number;
  notes: number;
  /** Applications of theirs that a manager confirmed or returned in the span. */
  judged: number;
  /** Follow-ups that are past their day at the end of the span and were not done. */
  overdueFollowUps: number;
}

/** How many of each team's people were coached between two moments; every team asked for has a row. */
export async function coachingCoverage(db: Kysely<DB>, teamIds: readonly string[], { from, to }: { from: Date; to: Date }): Promise<CoachingCoverage[]> {
  if (teamIds.length === 0) return [];
  const { rows } = await sql<CoachingCoverage>`
    with member as (
      select m.team_id, m.person_id from team_membership m join person p on p.id = m.person_id and p.state <> 'suspended'
      where m.valid_to is null and m.team_id = any(${[...teamIds]}::uuid[])
        and not exists (select from role_grant g where g.person_id = m.person_id and g.role = 'manager' and g.revoked_at is null)
    ), note as (
      select n.person_id, count(*) as notes from coaching_note n where n.withdrawn_at is null and n.written_at >= ${from} and n.written_at < ${to} group by 1
    ), judged as (
      select a.person_id, count(*) as judged from field_application_event v join field_application a on a.id = v.application_id
      where v.kind in ('confirmed', 'returned') and v.at >= ${from} and v.at < ${to} group by 1
    ), open as (
      select n.person_id, count(*) as overdue from coaching_note n
      where n.withdrawn_at is null and n.follow_up_on < (${to}::timestamptz)::date and (n.followed_up_at is null or n.followed_up_at >= ${to}) and n.written_at < ${to} group by 1
    )
    select t.id as "teamId", count(member.person_id)::int as people, (count(*) filter (where note.person_id is not null or judged.person_id is not null))::int as coached,
      coalesce(sum(note.notes), 0)::int as notes, coalesce(sum(judged.judged), 0)::int as judged, coalesce(sum(open.overdue), 0)::int as "overdueFollowUps"
    from unnest(${[...teamIds]}::uuid[]) as t (id)
    left join member on member.team_id = t.id
    left join note on note.person_id = member.person_id
    left join judged on judged.person_id = member.person_id
    left join open on open.person_id = member.person_id
    group by t.id`.execute(db);
  return rows;
}

/** Days after passing the defense within which a tool should reach a real deal. */
export const CERTIFIED_DAYS = 30;

export interface CertifiedPerson {
  personId: string;
  teamId: string | null;
  cohortId: string;
  /** When their first defense was passed (or recorded). */
  certifiedAt: Date;
  /** When a sheet first came to an open deal of theirs after that, or was changed on it; null as long as none was. */
  sheetAt: Date | null;
  /** `yes` within the days · `no`: they are over without one · `open`: they are not over yet. */
  within: "yes" | "no" | "open";
}

/**
 * Everybody certified (a defense passed) between two moments, and whether a tool sheet came to (or was worked on at) a deal of
 * theirs that was open then, within 30 days. Who is `open` belongs in no share yet.
 */
export async function certifiedWithSheet(db: Kysely<DB>, { teamIds, from, to, now }: { teamIds?: readonly string[]; from: Date; to: Date; now: Date }): Promise<CertifiedPerson[]> {
  const within = teamIds === undefined ? sql`true` : sql`m.team_id = any(${[...teamIds]}::uuid[])`;
  const { rows } = await sql<Omit<CertifiedPerson, "within">>`
    with certified as (
      select distinct on (e.person_id) e.person_id, e.cohort_id, v.at as certified_at
      from progress_event v join enrolment e on e.id = v.enrolment_id
      join progress x on x.enrolment_id = v.enrolment_id and x.chapter_slug = v.chapter_slug and x.step = v.step and x.state = 'passed'
      where v.step = 'defense' and v.to_state = 'passed'
      order by e.person_id, v.at
    )
    select c.person_id as "personId", m.team_id as "teamId", c.cohort_id as "cohortId", c.certified_at as "certifiedAt",
      (select min(touched.at) from (
        select greatest(ds.added_at, c.certified_at) as at, ds.deal_id from deal d join deal_sheet ds on ds.deal_id = d.id where d.owner_id = c.person_id and ds.added_at >= c.certified_at and ds.removed_at is null
        union all
        select x.at, ds.deal_id from deal d join deal_sheet ds on ds.deal_id = d.id join sheet_change x on x.sheet_id = ds.sheet_id and x.how <> 'copy' where d.owner_id = c.person_id and x.at >= c.certified_at and ds.removed_at is null
      ) touched join deal d on d.id = touched.deal_id where d.closed_on is null or d.closed_on >= touched.at::date) as "sheetAt"
    from certified c left join team_membership m on m.person_id = c.person_id and m.valid_to is null
    where c.certified_at >= ${from} and c.certified_at < ${to} and ${within}
    order by c.certified_at, c.person_id`.execute(db);
  return rows.map((row) => {
    const until = new Date(row.certifiedAt.getTime() + CERTIFIED_DAYS * 86_400_000);
    return { ...row, within: row.sheetAt !== null && row.sheetAt <= until ? "yes" : now < until ? "open" : "no" };
  });
}
