import { type Kysely, sql } from "kysely";
import { inTransaction } from "~/db/index.server";
import type { DB } from "~/db/schema";
import type { ClassKey } from "../rows.server";
import { advanceReviews } from "./advance-reviews.server";

/**
 * The job: brings every class along in which a request's time has run out, somebody asked has left, or work waits for a reviewer. Each class in a
 * transaction of its own. Answers how many.
 */
export async function advanceAll(db: Kysely<DB>, now: Date): Promise<number> {
  const { rows } = await sql<ClassKey>`
    select distinct e.cohort_id as "cohortId", h.chapter_slug as "chapterSlug"
    from homework_submission s
    join homework h on h.id = s.homework_id and h.state = 'handed-in'
    join enrolment e on e.id = h.enrolment_id
    left join lateral (select count(*) filter (where r.state in ('asked', 'done')) as alive, bool_or(r.state = 'asked' and (r.due_at <= ${now} or reviewer.left_at is not null)) as due
      from homework_review r join enrolment reviewer on reviewer.id = r.reviewer_id where r.submission_id = s.id) r on true
    where s.reviews_until > ${now} and s.reviews_wanted > 0 and (r.due or coalesce(r.alive, 0) < s.reviews_wanted)
       or r.due`.execute(db);
  for (const key of rows) await inTransaction(db, "advance reviews", (trx) => advanceReviews(trx, { ...key, now }));
  return rows.length;
}
