import { sql, type Transaction } from "kysely";
import { newMemory } from "~/capability/index.server";
import type { DB } from "~/db/schema";

/** Cards of the questions that were missed, wholly or in part, in these marked attempts; one per person and question, of the version missed first. */
export async function makeCards(trx: Transaction<DB>, attemptIds: readonly string[], now: Date): Promise<void> {
  if (attemptIds.length === 0) return;
  await sql`
    insert into review_card (person_id, question_id, question_hash, chapter_slug, attempt_id, made_at, due_at, memory)
    select distinct on (e.person_id, v.question_id) e.person_id, v.question_id, v.hash, a.chapter_slug, a.id, ${now}::timestamptz, ${now}::timestamptz, ${JSON.stringify(newMemory(now))}::text::jsonb
    from (select distinct on (attempt_id, position) attempt_id, position, points, max from quiz_mark where attempt_id = any(${attemptIds}::uuid[]) order by attempt_id, position, id desc) m
    join quiz_attempt a on a.id = m.attempt_id and a.state = 'marked'
    join enrolment e on e.id = a.enrolment_id
    join quiz_paper_item i on i.attempt_id = m.attempt_id and i.position = m.position
    join question_version v on v.hash = i.question_hash
    where m.points < m.max - 1e-9
    order by e.person_id, v.question_id, a.number
    on conflict (person_id, question_id) do nothing`.execute(trx);
}
