import { type Kysely, sql, type Transaction } from "kysely";
import { inTransaction } from "~/db/index.server";
import type { DB } from "~/db/schema";
import { hastenMarking } from "~/marking/index.server";
import { daysAfter } from "~/pipeline";
import { cohortGate } from "~/pipeline/index.server";
import { type ClassKey, IS_LATEST, lockClass } from "../rows.server";
import { allocate, type WorkToReview } from "./allocate";
import { isReady, mayBeMutual, requestDue } from "./review-rules";

/** A submission that peers have their say on. */
type OpenWork = { id: string; author: string; wanted: number; until: Date; submittedAt: Date };
type Request = { id: string; submissionId: string; reviewer: string; author: string; state: "asked" | "done" | "over" | "withdrawn"; openedAt: Date | null };

/**
 * Brings the peer reviews of a class to where they should be by now: requests whose time is over end, open places get their
 * next reviewer, and work that no peer will say more about becomes the instructor's. Safe to say at any time.
 */
export async function advanceReviews(trx: Transaction<DB>, key: ClassKey & { now: Date }): Promise<void> {
  if (!(await lockClass(trx, key))) return;
  await endRequests(trx, key);
  const [works, requests, learners] = await Promise.all([openWorks(trx, key), requestsOf(trx, key), learnersOf(trx, key)]);
  const reviewers = learners.filter(({ handedIn }) => handedIn).map(({ id }) => id);
  const standing = requests.filter(({ state }) => state !== "withdrawn");
  const askable = works.filter(({ until }) => requestDue(key.now, until) !== null);
  const { added, moved } = allocate({
    works: askable.map((work) => toReview(work, standing, key.now)),
    reviewers: reviewers.map((id) => ({ id, load: standing.filter(({ reviewer }) => reviewer === id).length })),
    pairs: standing.map(({ reviewer, author }) => ({ reviewer, author })),
    seed: key.chapterSlug,
  });
  for (const { work, from, to } of moved) {
    await trx.updateTable("homework_review").set({ state: "withdrawn" }).where("submission_id", "=", work).where("reviewer_id", "=", from).where("state", "=", "asked").execute();
    await ask(trx, askable, work, to, key.now);
  }
  for (const { work, reviewer } of added) await ask(trx, askable, work, reviewer, key.now);
  await passOn(trx, key, works, learners);
}

/**
 * For pages that show reviews: does the above where somebody's time has run out since it was last done, so that they show
 * what holds now even if no job has run.
 */
export async function advanceIfDue(db: Kysely<DB>, key: ClassKey & { now: Date }): Promise<void> {
  const due = await db
    .selectFrom("homework_review as r")
    .innerJoin("enrolment as e", "e.id", "r.reviewer_id")
    .innerJoin("homework_submission as s", "s.id", "r.submission_id")
    .innerJoin("homework as h", "h.id", "s.homework_id")
    .select("r.id")
    .where("r.state", "=", sql.lit("asked"))
    .where("r.due_at", "<=", key.now)
    .where("e.cohort_id", "=", key.cohortId)
    .where("h.chapter_slug", "=", key.chapterSlug)
    .limit(1)
    .executeTakeFirst();
  if (due !== undefined) await inTransaction(db, "advance reviews", (trx) => advanceReviews(trx, key));
}

/** Requests whose time is over, and those of people who left. */
async function endRequests(trx: Transaction<DB>, { cohortId, chapterSlug, now }: ClassKey & { now: Date }): Promise<void> {
  await sql`
    update homework_review r set state = case when e.left_at is null then 'over' else 'withdrawn' end
    from enrolment e, homework_submission s, homework h
    where r.state = 'asked' and e.id = r.reviewer_id and s.id = r.submission_id and h.id = s.homework_id
      and e.cohort_id = ${cohortId} and h.chapter_slug = ${chapterSlug} and (r.due_at <= ${now} or e.left_at is not null)`.execute(trx);
}

function openWorks(trx: Transaction<DB>, { cohortId, chapterSlug, now }: ClassKey & { now: Date }): Promise<OpenWork[]> {
  return trx
    .selectFrom("homework_submission as s")
    .innerJoin("homework as h", "h.id", "s.homework_id")
    .innerJoin("enrolment as e", "e.id", "h.enrolment_id")
    .select(["s.id", "h.enrolment_id as author", "s.reviews_wanted as wanted", "s.reviews_until as until", "s.submitted_at as submittedAt"])
    .where("e.cohort_id", "=", cohortId)
    .where("h.chapter_slug", "=", chapterSlug)
    .where("h.state", "=", "handed-in")
    .where(IS_LATEST)
    .where("s.reviews_wanted", ">", 0)
    .where("s.reviews_until", ">", now)
    .orderBy("s.submitted_at")
    .orderBy("s.id")
    .execute();
}

function requestsOf(trx: Transaction<DB>, { cohortId, chapterSlug }: ClassKey): Promise<Request[]> {
  return trx
    .selectFrom("homework_review as r")
    .innerJoin("homework_submission as s", "s.id", "r.submission_id")
    .innerJoin("homework as h", "h.id", "s.homework_id")
    .innerJoin("enrolment as e", "e.id", "h.enrolment_id")
    .innerJoin("enrolment as v", "v.id", "r.reviewer_id")
    .select(["r.id", "r.submission_id as submissionId", "r.reviewer_id as reviewer", "h.enrolment_id as author", "r.state", "r.opened_at as openedAt"])
    .where("e.cohort_id", "=", cohortId)
    .where("h.chapter_slug", "=", chapterSlug)
    .orderBy("r.asked_at")
    .orderBy("v.person_id")
    .execute();
}

/** Everybody who learns here, and whether they have handed in: those who have can be asked. */
async function learnersOf(trx: Transaction<DB>, { cohortId, chapterSlug }: ClassKey): Promise<{ id: string; handedIn: boolean }[]> {
  const rows = await trx
    .selectFrom("enrolment as e")
    .leftJoin("homework as h", (join) => join.onRef("h.enrolment_id", "=", "e.id").on("h.chapter_slug", "=", chapterSlug))
    .select((eb) => ["e.id", eb.exists(eb.selectFrom("homework_submission as s").select("s.id").whereRef("s.homework_id", "=", "h.id")).as("handedIn")])
    .where("e.cohort_id", "=", cohortId)
    .where("e.left_at", "is", null)
    .orderBy("e.person_id")
    .execute();
  return rows.map(({ id, handedIn }) => ({ id, handedIn: Boolean(handedIn) }));
}

function toReview({ id, author, wanted, submittedAt }: OpenWork, standing: readonly Request[], now: Date): WorkToReview {
  const own = standing.filter(({ submissionId }) => submissionId === id);
  const alive = own.filter(({ state }) => state !== "over");
  return {
    id,
    author,
    places: Math.max(0, wanted - alive.length),
    asked: own.map(({ reviewer }) => reviewer),
    unopened: own.filter(({ state, openedAt }) => state === "asked" && openedAt === null).map(({ reviewer }) => reviewer),
    mutualAllowed: mayBeMutual(submittedAt, now),
  };
}

async function ask(trx: Transaction<DB>, works: readonly OpenWork[], submissionId: string, reviewerId: string, now: Date): Promise<void> {
  const until = works.find(({ id }) => id === submissionId)?.until;
  const due = until === undefined ? null : requestDue(now, until);
  if (due === null) return;
  const row = { state: "asked" as const, asked_at: now, due_at: due, opened_at: null };
  await trx
    .insertInto("homework_review")
    .values({ submission_id: submissionId, reviewer_id: reviewerId, ...row })
    // Somebody whose request was moved away before they saw it.
    .onConflict((conflict) => conflict.columns(["submission_id", "reviewer_id"]).doUpdateSet(row).where("homework_review.state", "=", "withdrawn"))
    .execute();
}

/** Work that peers will say no more about waits for the instructor from now on. */
async function passOn(trx: Transaction<DB>, key: ClassKey & { now: Date }, works: readonly OpenWork[], learners: readonly { id: string; handedIn: boolean }[]): Promise<void> {
  if (works.length === 0) return;
  const requests = (await requestsOf(trx, key)).filter(({ state }) => state !== "withdrawn");
  const { reviewDays } = await cohortGate(trx, key.cohortId, key.chapterSlug, "homework");
  for (const { id, author, wanted, until } of works) {
    const own = requests.filter(({ submissionId }) => submissionId === id);
    const asked = new Set(own.map(({ reviewer }) => reviewer));
    const couldBeAsked = learners.filter((learner) => learner.id !== author && !asked.has(learner.id)).length;
    const count = (state: Request["state"]): number => own.filter((request) => request.state === state).length;
    if (!isReady({ wanted, until, done: count("done"), asked: count("asked"), couldBeAsked }, key.now)) continue;
    await hastenMarking(trx, { kind: "homework", subjectId: id, readyAt: key.now, dueAt: daysAfter(key.now, reviewDays) });
  }
}
