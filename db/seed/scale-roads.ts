import { sql, type Transaction } from "kysely";
import type { DB } from "~/db/schema";

/**
 * Brings other enrolments' roads to where the model's are, with the same history, on every chapter they share. They must
 * have begun alike: what they have so far is the beginning of the model's.
 */
export async function copyRoads(trx: Transaction<DB>, modelId: string, otherIds: readonly string[]): Promise<void> {
  await sql`
    with other as (
      select r.enrolment_id, m.chapter_slug, r.version as had, m.version, m.completed_at, m.camp, m.camp_waiting_for, m.camp_due_at, m.next_due_at, m.manager_waiting
      from jsonb_array_elements_text(${JSON.stringify(otherIds)}::text::jsonb) as ids(id)
      join road r on r.enrolment_id = ids.id::uuid join road m on m.enrolment_id = ${modelId} and m.chapter_slug = r.chapter_slug
    ), roads as (
      update road r set (version, completed_at, camp, camp_waiting_for, camp_due_at, next_due_at, manager_waiting)
        = (other.version, other.completed_at, other.camp, other.camp_waiting_for, other.camp_due_at, other.next_due_at, other.manager_waiting) from other
      where r.enrolment_id = other.enrolment_id and r.chapter_slug = other.chapter_slug
    ), cells as (
      update progress p set included = m.included, state = m.state, since = m.since, final = m.final, beneath = m.beneath, reopened_at = m.reopened_at,
        evidence_kind = m.evidence_kind, evidence_id = m.evidence_id, waiting_for = m.waiting_for, due_at = m.due_at, opens_at = m.opens_at, seq = m.seq
      from other join progress m on m.enrolment_id = ${modelId} and m.chapter_slug = other.chapter_slug
      where p.enrolment_id = other.enrolment_id and p.chapter_slug = other.chapter_slug and p.step = m.step
    )
    insert into progress_event (enrolment_id, chapter_slug, seq, kind, step, from_state, to_state, final, steps, cause_kind, evidence_kind, evidence_id, actor_id, reason, note, at)
    select other.enrolment_id, m.chapter_slug, m.seq, m.kind, m.step, m.from_state, m.to_state, m.final, m.steps, m.cause_kind, m.evidence_kind, m.evidence_id, m.actor_id, m.reason, m.note, m.at
    from other join progress_event m on m.enrolment_id = ${modelId} and m.chapter_slug = other.chapter_slug and m.seq > other.had
    order by other.enrolment_id, m.chapter_slug, m.seq`.execute(trx);
}
