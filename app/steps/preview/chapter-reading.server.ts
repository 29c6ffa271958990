/** What is known of one learner's reading of one chapter, in one query: the facts that every rule and page here starts from. */
import { type Kysely, sql } from "kysely";
import type { DB, JsonValue } from "~/db/schema";
import type { Locale } from "~/i18n/locale";
import { parseGate } from "~/pipeline/index.server";
import { isDone, type StepState } from "~/pipeline";
import type { ReadingGate, SectionFacts } from "./reading";
import { type Activity, activityFrom, activityOf, type ActivityRow } from "./section-activity.server";

/** Which reading. */
export interface ReadingKey {
  enrolmentId: string;
  chapterSlug: string;
}

/** What a reading page asks besides: whose the reading must be, and of which section it wants to know what was done in it. */
export interface ReadingPage {
  personId: string;
  sectionId: string;
}

export interface SectionReading extends SectionFacts {
  title: string;
  /** Names the compiled text; may change without the version when it is compiled anew. */
  codeHash: string;
  position: number;
  /** Where the reader was. */
  place: number;
  anchor: string | null;
  openedVersion: string | null;
  /** The version whose text the learner knows. */
  knownVersion: string | null;
  finishedVersion: string | null;
}

/** The step on the learner's road, as far as reading needs it. */
export interface PreviewStep {
  /** False: the cohort leaves the preview out; it can be read and proves nothing. */
  included: boolean;
  /** As stored; see `isOpen`. */
  state: StepState;
  opensAt: Date | null;
  dueAt: Date | null;
  gate: ReadingGate;
}

export interface ChapterReading {
  /** Hash of the version that readers get now; null where nothing is published. */
  version: string | null;
  /** Changes whenever the glossary is published anew. */
  glossary: string | null;
  step: PreviewStep;
  /** In order; empty for an outline. */
  sections: SectionReading[];
  /** Of the page's section; null where none was asked for. */
  activity: Activity | null;
}

/** Whether it may be read: its day has come, or something was earned in it already. Preview is the first step: nothing else locks it. */
export function isOpen({ state, opensAt }: Pick<PreviewStep, "state" | "opensAt">, now: Date): boolean {
  return isDone(state) || state === "in-progress" || opensAt === null || opensAt <= now;
}

interface Row {
  version: string | null;
  glossary: string | null;
  included: boolean | null;
  state: StepState | null;
  opens_at: Date | null;
  due_at: Date | null;
  gate: JsonValue;
  id: string | null;
  code_hash: string;
  activity: ActivityRow | null;
  title: string;
  minutes: number;
  required: boolean;
  at: number;
  first_opened_at: Date | null;
  last_seen_at: Date | null;
  opened_version: string | null;
  known_version: string | null;
  finished_version: string | null;
  active_ms: string | null;
  position: number | null;
  anchor: string | null;
  reached_end: boolean | null;
  finished_at: Date | null;
  changed: boolean | null;
  checkins: { id: string; answered: boolean }[];
}

/**
 * Null when there is no such enrolment or its cohort has no such chapter. Without `page`, ask `ownEnrolment` whose it is;
 * with it, null also when the place is not open to this person, by the rules of `ownEnrolment`.
 */
export async function chapterReading(db: Kysely<DB>, { enrolmentId, chapterSlug }: ReadingKey, locale: Locale, page?: ReadingPage): Promise<ChapterReading | null> {
  const activity = page === undefined ? sql`null` : sql`case when s.section_id = ${page.sectionId} then ${activityOf(page.sectionId)} end`;
  const own =
    page === undefined ? sql`true` : sql`e.person_id = ${page.personId} and e.left_at is null and exists (select from cohort where cohort.id = e.cohort_id and cohort.state <> 'draft')`;
  const { rows } = await sql<Row>`
    select c.current_version as version, (select source_hash from content_source where name = 'glossary') as glossary, s.code_hash, ${activity} as activity, p.included, p.state, cs.opens_at, cs.due_at, coalesce(cs.gate, '{}') as gate,
      s.section_id as id, s.title, s.minutes, s.required, s.position as at,
      r.first_opened_at, r.last_seen_at, r.opened_version, r.known_version, r.finished_version, r.active_ms, r.position, r.anchor, r.reached_end, r.finished_at,
      (r.known_version is not null and k.content_hash is distinct from s.content_hash) as changed,
      (select coalesce(jsonb_agg(jsonb_build_object('id', q.checkin_id, 'answered', exists (
          select 1 from checkin_response a where a.enrolment_id = e.id and a.chapter_slug = c.slug and a.checkin_id = q.checkin_id
        )) order by q.position), '[]')
        from section_checkin q where q.chapter_version = s.chapter_version and q.section_id = s.section_id) as checkins
    from enrolment e
    join cohort_chapter cc on cc.cohort_id = e.cohort_id and cc.chapter_slug = ${chapterSlug}
    join chapter c on c.slug = cc.chapter_slug
    left join cohort_step cs on cs.cohort_id = e.cohort_id and cs.chapter_slug = c.slug and cs.step = 'preview'
    left join progress p on p.enrolment_id = e.id and p.chapter_slug = c.slug and p.step = 'preview'
    left join section_version s on s.chapter_version = c.current_version and s.locale = ${locale}
    left join section_reading r on r.enrolment_id = e.id and r.chapter_slug = c.slug and r.section_id = s.section_id
    left join section_version k on k.chapter_version = r.known_version and k.section_id = s.section_id and k.locale = s.locale
    where e.id = ${enrolmentId} and ${own}
    order by s.position`.execute(db);
  const [first] = rows;
  if (first === undefined) return null;
  return {
    version: first.version,
    glossary: first.glossary,
    step: {
      included: first.included ?? false,
      state: first.state ?? "locked",
      opensAt: first.opens_at,
      dueAt: first.due_at,
      gate: { requireCheckins: parseGate("preview", first.gate).requireCheckins },
    },
    sections: rows.flatMap((row) => (row.id === null ? [] : [sectionOf(row, row.id)])),
    activity: page === undefined ? null : activityFrom(rows.find((row) => row.id === page.sectionId)?.activity ?? null),
  };
}

function sectionOf(row: Row, id: string): SectionReading {
  return {
    id,
    title: row.title,
    codeHash: row.code_hash,
    minutes: row.minutes,
    required: row.required,
    position: row.at,
    openedAt: row.first_opened_at,
    lastSeenAt: row.last_seen_at,
    openedVersion: row.opened_version,
    knownVersion: row.known_version,
    finishedVersion: row.finished_version,
    activeMs: Number(row.active_ms ?? 0),
    place: row.position ?? 0,
    anchor: row.anchor,
    reachedEnd: row.reached_end ?? false,
    finishedAt: row.finished_at,
    changed: row.changed ?? false,
    checkins: row.checkins,
  };
}
