import { sql, type Transaction } from "kysely";
import type { DB } from "~/db/schema";

export interface ScaleDeals {
  /** Who sells (`seedScale`). */
  personIds: readonly string[];
  perPerson: number;
  now: Date;
}

/**
 * Very many deals: of each person's, two in five are open, spread over the five stages, with or without a next action, some of the
 * buying roles filled, and a sheet (all copies of one) on every third. Made of hashes, so that runs compare.
 */
export async function seedScaleDeals(trx: Transaction<DB>, { personIds, perPerson, now }: ScaleDeals): Promise<void> {
  const people = sql`(select id::uuid as id, row_number() over (order by id) as nth from jsonb_array_elements_text(${JSON.stringify(personIds)}::text::jsonb) as ids(id))`;
  const today = sql`${now}::date`;
  await sql`
    insert into account (id, name, owner_id, created_at, changed_at)
    select md5('many account ' || p.id)::uuid, '客户 ' || p.nth, p.id, ${now}, ${now} from ${people} p`.execute(trx);
  await sql`
    insert into contact (id, account_id, name, created_at)
    select md5('many contact ' || p.id)::uuid, md5('many account ' || p.id)::uuid, '联系人 ' || p.nth, ${now} from ${people} p`.execute(trx);
  await sql`
    insert into deal (id, account_id, title, owner_id, amount_minor, opened_on, stage, stage_since, closed_on, next_action, next_action_owner_id, next_action_due, created_at, changed_at)
    select md5('many deal ' || p.id || d)::uuid, md5('many account ' || p.id)::uuid, '商机 ' || d, p.id, (1 + luck % 90) * 10000000, ${today} - 200 - luck % 400, stage, ${today} - luck % 150,
      case when stage in ('won', 'lost') then ${today} - luck % 150 end,
      case when stage not in ('won', 'lost') and luck % 3 > 0 then '约见决策者' end, case when stage not in ('won', 'lost') and luck % 3 > 0 then p.id end, case when stage not in ('won', 'lost') and luck % 3 > 0 then ${today} + 10 - luck % 20 end, ${now}, ${now}
    from ${people} p cross join generate_series(1, ${perPerson}::int) d,
      lateral (select ('x' || substr(md5(p.id::text || d), 1, 6))::bit(24)::int as luck) l,
      lateral (select case when luck % 5 < 2 then (array['contact', 'find', 'qualify', 'clarify', 'proposal'])[1 + luck / 5 % 5] when luck % 5 = 2 then 'won' else 'lost' end as stage) s`.execute(trx);
  await sql`
    insert into deal_stage_change (deal_id, stage, entered_on, via, at)
    select d.id, d.stage, d.stage_since, 'seed', ${now} from deal d join ${people} p on p.id = d.owner_id where d.title like '商机 %'`.execute(trx);
  await sql`
    insert into deal_person (deal_id, contact_id, role, added_at)
    select d.id, md5('many contact ' || d.owner_id)::uuid, role, ${now}
    from deal d join ${people} p on p.id = d.owner_id cross join unnest(array['initiator', 'designer', 'user']) with ordinality as r(role, at)
    where d.closed_on is null and d.title like '商机 %' and ('x' || substr(md5(d.id::text), 1, 2))::bit(8)::int % 4 >= r.at`.execute(trx);
  await sql`
    with chosen as (
      select d.id as deal_id, md5('many sheet ' || d.id)::uuid as sheet_id from deal d join ${people} p on p.id = d.owner_id
      where d.closed_on is null and d.title like '商机 %' and ('x' || substr(md5(d.id::text), 3, 2))::bit(8)::int % 3 = 0
    ), copied as (
      insert into sheet (id, definition_key, definition_hash, title, locale, doc, content, created_at, changed_at, problem_count)
      select c.sheet_id, s.definition_key, s.definition_hash, s.title, s.locale, s.doc, s.content, ${now}, ${now}, s.problem_count
      from chosen c cross join (select * from sheet where definition_key = 'relationship-development' order by problem_count desc, id limit 1) s returning id
    )
    insert into deal_sheet (deal_id, sheet_id, added_at) select deal_id, sheet_id, ${now} from chosen where exists (select 1 from copied)`.execute(trx);
}
