import { sql, type Transaction } from "kysely";
import { COMPETENCY_IDS } from "~/capability";
import type { DB } from "~/db/schema";

export interface ScaleLedger {
  /** The people of a scale (`seedScale`), who all belong to this cohort. */
  cohortId: string;
  personIds: readonly string[];
  /** Occasions of evidence per person, and lines of each: together the ledger's rows. */
  entries: number;
  lines: number;
  now: Date;
}

const KINDS = ["quiz-item", "role-play-criterion", "homework-criterion", "defense-criterion", "field-application"] as const;
const VIEWS = ["exam", "instructor", "instructor", "panel", "field"] as const;

/**
 * A ledger of evidence over the past year for a whole scale: every person has an ability of their own, and shows it with luck. Made of
 * hashes, not of chance, so that runs compare. Estimates are only marked as long out of date: the nightly job works them out.
 */
export async function seedLedger(trx: Transaction<DB>, { cohortId, personIds, entries, lines, now }: ScaleLedger): Promise<void> {
  const people = sql`(select id::uuid as id from jsonb_array_elements_text(${JSON.stringify(personIds)}::text::jsonb) as ids(id))`;
  await sql`
    insert into capability_entry (person_id, source_kind, source_id, view, enrolment_id, cohort_id, chapter_slug, occasion, observed_at, recorded_at, retracted, digest)
    select p.id, (${[...KINDS]}::text[])[1 + e % 5], 'scale ' || e, (${[...VIEWS]}::text[])[1 + e % 5], null, ${cohortId}, null, 'scale ' || e,
      ${now}::timestamptz - make_interval(days => e * 365 / ${entries}::int), ${now}::timestamptz - make_interval(days => e * 365 / ${entries}::int), false, 'scale'
    from ${people} p cross join generate_series(1, ${entries}::int) e
    order by p.id, e desc`.execute(trx);
  // In bulk: whether every line has its entry, the statement itself says.
  await sql`set local session_replication_role = replica`.execute(trx);
  await sql`
    insert into capability_line (entry_id, item, competency, share)
    select c.id, 'item ' || l, (${[...COMPETENCY_IDS]}::text[])[1 + (c.id + l) % ${COMPETENCY_IDS.length}::int],
      case when ('x' || substr(md5(c.id || ' ' || l), 1, 6))::bit(24)::int / 16777216.0 < 0.3 + 0.65 * (('x' || substr(md5(c.person_id || ' ability'), 1, 6))::bit(24)::int / 16777216.0) then 1 else 0.25 end
    from capability_entry c cross join generate_series(1, ${lines}::int) l where c.cohort_id = ${cohortId} and c.digest = 'scale'`.execute(trx);
  await sql`set local session_replication_role = origin`.execute(trx);
  await sql`
    insert into capability_estimate (person_id, competency, state, alpha, beta, n, rows, cohort_id, prior_mean, prior_strength, at, method)
    select p.id, competency, 'insufficient', 1, 1, 0, 0, ${cohortId}, 0.5, 2, 'epoch', 1 from ${people} p cross join unnest(${[...COMPETENCY_IDS]}::text[]) as competency`.execute(trx);
}

/** Open and closed deals over two years, a sheet on some of the open ones (all copies of one sheet), and coaching notes of the last months. */
export async function seedField(trx: Transaction<DB>, { personIds, coachId, perPerson, now }: { personIds: readonly string[]; coachId: string; perPerson: number; now: Date }): Promise<void> {
  const people = sql`(select id::uuid as id, row_number() over (order by id) as nth from jsonb_array_elements_text(${JSON.stringify(personIds)}::text::jsonb) as ids(id))`;
  await sql`
    with customers as (
      insert into account (id, name, owner_id, created_at, changed_at) select md5('scale account ' || p.id)::uuid, '客户 ' || p.nth, p.id, ${now}, ${now} from ${people} p
    ), deals as (
      insert into deal (id, account_id, title, owner_id, amount_minor, opened_on, stage, stage_since, closed_on, created_at, changed_at)
      select md5('scale deal ' || p.id || d)::uuid, md5('scale account ' || p.id)::uuid, '商机 ' || d, p.id, 10000000, opened, stage, opened + 60, case when stage in ('won', 'lost') then opened + 60 + (p.nth % 40)::int end, ${now}, ${now}
      from ${people} p cross join generate_series(1, ${perPerson}::int) d, lateral (
        select (${now}::date - ((d * 730) / ${perPerson}::int)) as opened, case when d * 730 / ${perPerson}::int < 120 then 'clarify' when ('x' || substr(md5(p.id::text || d), 1, 4))::bit(16)::int % 3 = 0 then 'won' else 'lost' end as stage) as fate
    )
    insert into deal_stage_change (deal_id, stage, entered_on, via, at)
    select md5('scale deal ' || p.id || d)::uuid, stage, (${now}::date - ((d * 730) / ${perPerson}::int)) + after, 'seed', ${now}
    from ${people} p cross join generate_series(1, ${perPerson}::int) d cross join (values ('contact', 0), ('find', 14), ('qualify', 30), ('clarify', 60)) as s(stage, after)
    where (${now}::date - ((d * 730) / ${perPerson}::int)) + after <= ${now}::date`.execute(trx);
  await sql`
    with copied as (
      insert into sheet (id, definition_key, definition_hash, title, locale, doc, content, created_at, changed_at)
      select md5('scale sheet ' || p.id)::uuid, s.definition_key, s.definition_hash, s.title, s.locale, s.doc, s.content, ${now}, ${now}
      from ${people} p cross join (select * from sheet order by id limit 1) s where p.nth % 3 = 0 returning id
    )
    insert into deal_sheet (deal_id, sheet_id, added_at)
    select md5('scale deal ' || p.id || '1')::uuid, md5('scale sheet ' || p.id)::uuid, ${now} from ${people} p where p.nth % 3 = 0 and exists (select 1 from copied)`.execute(trx);
  await sql`
    insert into coaching_note (op_id, coach_id, person_id, observed_on, occasion, own_view, agreed, follow_up_on, written_at)
    select md5('scale note ' || p.id)::uuid, ${coachId}, p.id, ${now}::date - (p.nth % 90)::int, '随访', '还行', '先问再讲', ${now}::date + 14, ${now} from ${people} p where p.nth % 2 = 0`.execute(trx);
}
