/** What homework says about its author: the instructor's latest mark, and beside it each peer's review. */
import { type Kysely, sql, type Transaction } from "kysely";
import { type CapabilityStatement, rubricLines } from "~/capability";
import { recordCapabilities } from "~/capability/index.server";
import type { DB } from "~/db/schema";
import { rubricsByHash } from "~/marking/index.server";

/** Says in the ledger what marks and reviews of these pieces of homework come to now. A better version supersedes what was said of the one before. */
export async function sayHomework(trx: Transaction<DB>, homeworkIds: readonly string[], now: Date): Promise<void> {
  await recordCapabilities(trx, [...(await markStatements(trx, homeworkIds)), ...(await reviewStatements(trx, homeworkIds))], now);
}

/** Homework with a mark or a given review, of which the ledger knows nothing. */
export async function unsaidHomework(db: Kysely<DB>, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom("homework as h")
    .select("h.id")
    .where(({ or, exists, selectFrom }) =>
      or([
        exists(selectFrom("homework_submission as s").innerJoin("homework_mark as m", "m.submission_id", "s.id").select("m.id").whereRef("s.homework_id", "=", "h.id")),
        exists(selectFrom("homework_submission as s").innerJoin("homework_review as r", "r.submission_id", "s.id").select("r.id").whereRef("s.homework_id", "=", "h.id").where("r.state", "=", "done")),
      ]),
    )
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom("capability_entry as c").select("c.id").where("c.source_kind", "in", ["homework-criterion", "peer-rating"]).whereRef("c.occasion", "=", sql<string>`h.id::text`))))
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}

/** The latest mark of each: also that of a version that was returned, as far as the instructor marked it. */
async function markStatements(db: Kysely<DB>, homeworkIds: readonly string[]): Promise<CapabilityStatement[]> {
  if (homeworkIds.length === 0) return [];
  const rows = await handedIn(db, homeworkIds)
    .innerJoin("homework_mark as m", "m.submission_id", "s.id")
    .distinctOn("h.id")
    .select(["m.criteria", "m.marker_id as by"])
    .orderBy("h.id")
    .orderBy("m.id", "desc")
    .execute();
  const rubrics = await rubricsByHash(db, rows.map((row) => row.rubricHash));
  return rows.map(({ id, rubricHash, criteria, ...row }) => ({ ...row, source: { kind: "homework-criterion", id }, occasion: id, view: "instructor", lines: rubricLines(rubrics.get(rubricHash) ?? { criteria: [] }, criteria) }));
}

async function reviewStatements(db: Kysely<DB>, homeworkIds: readonly string[]): Promise<CapabilityStatement[]> {
  if (homeworkIds.length === 0) return [];
  const rows = await handedIn(db, homeworkIds)
    .innerJoin("homework_review as r", "r.submission_id", "s.id")
    .innerJoin("enrolment as peer", "peer.id", "r.reviewer_id")
    .select(["r.id as reviewId", "r.criteria", "peer.person_id as by"])
    .where("r.state", "=", "done")
    .execute();
  const rubrics = await rubricsByHash(db, rows.map((row) => row.rubricHash));
  return rows.map(({ id, reviewId, rubricHash, criteria, ...row }) => ({ ...row, source: { kind: "peer-rating", id: reviewId }, occasion: id, view: "peer", lines: rubricLines(rubrics.get(rubricHash) ?? { criteria: [] }, criteria ?? {}) }));
}

function handedIn(db: Kysely<DB>, homeworkIds: readonly string[]) {
  return db
    .selectFrom("homework as h")
    .innerJoin("homework_submission as s", "s.homework_id", "h.id")
    .innerJoin("enrolment as e", "e.id", "h.enrolment_id")
    .select(["h.id", "h.chapter_slug as chapterSlug", "e.id as enrolmentId", "e.person_id as personId", "e.cohort_id as cohortId", "s.rubric_hash as rubricHash", "s.submitted_at as observedAt"])
    .where("h.id", "in", homeworkIds);
}
