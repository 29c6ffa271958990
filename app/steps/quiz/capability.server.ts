/** What a marked attempt says about its learner's capability: each question, with how hard it is known to be. */
import { type Kysely, sql, type Transaction } from "kysely";
import { type CapabilityStatement, difficultyOf } from "~/capability";
import { knownDifficulties, recordCapabilities } from "~/capability/index.server";
import type { DB } from "~/db/schema";
import type { Difficulty } from "./question";
import { makeCards } from "./review/make-cards.server";

/** Says it in the ledger, and makes cards of what was missed; of attempts that are not marked yet nothing. */
export async function sayAttempts(trx: Transaction<DB>, attemptIds: readonly string[], now: Date): Promise<void> {
  await recordCapabilities(trx, await attemptStatements(trx, attemptIds), now);
  await makeCards(trx, attemptIds, now);
}

/** Marked attempts of which the ledger knows nothing. */
export async function unsaidAttempts(db: Kysely<DB>, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom("quiz_attempt as a")
    .innerJoin("enrolment as e", "e.id", "a.enrolment_id")
    .select("a.id")
    .where("a.state", "=", "marked")
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom("capability_entry as c").select("c.id").where("c.source_kind", "=", "quiz-item").whereRef("c.source_id", "=", sql<string>`a.id::text`).whereRef("c.person_id", "=", "e.person_id"))))
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}

async function attemptStatements(db: Kysely<DB>, attemptIds: readonly string[]): Promise<CapabilityStatement[]> {
  if (attemptIds.length === 0) return [];
  const rows = await db
    .selectFrom("quiz_mark as m")
    .innerJoin("quiz_attempt as a", "a.id", "m.attempt_id")
    .innerJoin("enrolment as e", "e.id", "a.enrolment_id")
    .innerJoin("quiz_paper_item as i", (join) => join.onRef("i.attempt_id", "=", "m.attempt_id").onRef("i.position", "=", "m.position"))
    .innerJoin("question_version as v", "v.hash", "i.question_hash")
    .distinctOn(["m.attempt_id", "m.position"])
    .select(["a.id as attemptId", "a.submitted_at as submittedAt", "a.enrolment_id as enrolmentId", "a.chapter_slug as chapterSlug", "e.person_id as personId", "e.cohort_id as cohortId", "m.position", "m.points", "m.max", "v.question_id as questionId", "v.difficulty"])
    .select(sql<string[]>`v.body -> 'competencies'`.as("competencies"))
    .where("m.attempt_id", "in", attemptIds)
    .where("a.state", "=", "marked")
    .orderBy("m.attempt_id")
    .orderBy("m.position")
    .orderBy("m.id", "desc")
    .execute();
  const known = await knownDifficulties(db, rows.map((row) => row.questionId));
  const statements = new Map<string, CapabilityStatement>();
  for (const { attemptId, submittedAt, enrolmentId, chapterSlug, personId, cohortId, ...row } of rows) {
    const statement = statements.get(attemptId) ?? {
      personId, enrolmentId, cohortId, chapterSlug, by: null, view: "exam",
      source: { kind: "quiz-item", id: attemptId },
      // One chapter's quiz, all attempts together, is one occasion.
      occasion: `${enrolmentId} ${chapterSlug}`,
      observedAt: submittedAt ?? new Date(0),
      lines: [],
    };
    const difficulty = difficultyOf(row.difficulty as Difficulty, known.get(row.questionId));
    const line = { item: String(row.position), competencies: row.competencies, share: Math.min(1, row.points / row.max), difficulty };
    statements.set(attemptId, { ...statement, lines: [...statement.lines, line] });
  }
  return [...statements.values()];
}

/** How many people fail each question of the bank at their first attempt; later attempts know it from the result. */
export async function learnDifficulties(trx: Transaction<DB>, now: Date): Promise<void> {
  await sql`
    insert into capability_difficulty (question_id, answers, failed, at)
    select v.question_id, count(*), sum(1 - least(1, m.points / m.max)), ${now}::timestamptz
    from (select distinct on (attempt_id, position) attempt_id, position, points, max from quiz_mark order by attempt_id, position, id desc) m
    join quiz_attempt a on a.id = m.attempt_id and a.state = 'marked' and a.number = 1
    join quiz_paper_item i on i.attempt_id = m.attempt_id and i.position = m.position
    join question_version v on v.hash = i.question_hash
    group by v.question_id
    on conflict (question_id) do update set (answers, failed, at) = (excluded.answers, excluded.failed, excluded.at)`.execute(trx);
}
