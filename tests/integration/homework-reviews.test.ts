// Peer reviews: asked evenly, passed on when time runs out, never stuck; seen by those concerned and nobody else.
import { beforeAll, describe, expect, test } from "vitest";
import { endEnrolment, ownEnrolment } from "~/cohorts/index.server";
import { inTransaction } from "~/db/index.server";
import { EVERYTHING } from "~/marking";
import { queuePage } from "~/marking/index.server";
import { reachOf } from "~/people";
import { MUTUAL_AFTER_HOURS } from "~/steps/homework";
import { advanceAll, advanceIfDue, classPage, giveReview, requestsTo, reviewPage, reviewsPage, submissionPage } from "~/steps/homework/index.server";
import type { Learner } from "../factories/cohorts";
import { homeworkWorld, hours, levels, type HomeworkWorld } from "../factories/homework";
import { useDatabase } from "../setup/database";

const t = useDatabase();
const waiting = async (world: HomeworkWorld, now: Date) => (await queuePage(t.db, { reach: reachOf(world.cohort.instructor, "cohort:teach"), actorId: world.cohort.instructor.id, filter: EVERYTHING, now }, { after: null, done: null })).total;
const openRequests = async (world: HomeworkWorld) => (await world.requests()).filter(({ state }) => state === "asked");

describe("asking reviewers", () => {
  test("spreads six people's work over themselves: two reviewers each, two works each, nobody their own or one another's", async () => {
    const world = await homeworkWorld(t.db, { learners: 6 });
    for (const [at, learner] of world.cohort.learners.entries()) await world.submitted(learner, hours(at));
    const requests = await world.requests();
    expect(requests).toHaveLength(12);
    for (const { enrolmentId } of world.cohort.learners) {
      expect(requests.filter(({ author }) => author === enrolmentId)).toHaveLength(2);
      expect(requests.filter(({ reviewer }) => reviewer === enrolmentId)).toHaveLength(2);
    }
    for (const { author, reviewer } of requests) {
      expect(author).not.toBe(reviewer);
      expect(requests.some((other) => other.author === reviewer && other.reviewer === author)).toBe(false);
    }
  });

  test("is drawn by the order of people alone, so that the same class gets the same reviewers in every database", async () => {
    const drawn = async (world: HomeworkWorld): Promise<string[]> => {
      const order = [...world.cohort.learners].sort((one, other) => (one.personId < other.personId ? -1 : 1));
      for (const [at, learner] of order.entries()) await world.submitted(learner, hours(at));
      const nth = (enrolmentId: string) => order.findIndex((learner) => learner.enrolmentId === enrolmentId);
      return (await world.requests()).map(({ author, reviewer }) => `${nth(author)} by ${nth(reviewer)}`).sort();
    };
    const world = await homeworkWorld(t.db, { learners: 6 });
    const first = await drawn(world);
    expect(first).toHaveLength(12);
    for (let other = 0; other < 2; other++) expect(await drawn(await homeworkWorld(t.db, { learners: 6, beside: world }))).toEqual(first);
  });

  test("asks only those who have handed in, and pairs one another only after a day without anybody else", async () => {
    const world = await homeworkWorld(t.db, { learners: 4, gate: { peerReviews: 1 } });
    const [a, b] = world.cohort.learners as [Learner, Learner];
    await world.submitted(a, hours(0));
    expect(await world.requests()).toEqual([]);
    await world.submitted(b, hours(1));
    // One direction is no pair yet.
    expect(await world.requests()).toHaveLength(1);
    await advanceAll(t.db, hours(23));
    expect(await world.requests()).toHaveLength(1);
    await advanceAll(t.db, hours(26));
    expect((await world.requests()).map(({ author, reviewer }) => [author, reviewer]).sort()).toEqual([[a.enrolmentId, b.enrolmentId], [b.enrolmentId, a.enrolmentId]].sort());
  });

  test("moves a request nobody has opened to somebody who has none, and leaves an opened one alone", async () => {
    const world = await homeworkWorld(t.db, { learners: 6, gate: { peerReviews: 2 } });
    const learners = world.cohort.learners;
    for (const learner of learners.slice(0, 5)) await world.submitted(learner, hours(0));
    const before = await world.requests();
    const opened = before[0]!;
    await world.open(opened.id, hours(1));
    await world.submitted(learners[5]!, hours(2));
    const after = await world.requests();
    expect(after.filter(({ reviewer }) => reviewer === learners[5]!.enrolmentId)).toHaveLength(2);
    expect(after.find(({ id }) => id === opened.id)).toMatchObject({ reviewer: opened.reviewer, state: "asked" });
    expect(after).toHaveLength(12);
  });
});

describe("time", () => {
  test("runs out for one reviewer after two days; the next is asked, and after three the instructor's turn has come anyway", async () => {
    const world = await homeworkWorld(t.db, { learners: 3, gate: { peerReviews: 1 } });
    const [author, first] = world.cohort.learners as [Learner, Learner, Learner];
    const submission = await world.submitted(author, hours(0));
    await world.submitted(first, hours(0));
    await world.submitted(world.cohort.learners[2]!, hours(0));
    const request = (await world.requests()).find(({ submissionId }) => submissionId === submission)!;
    expect(request.dueAt).toEqual(hours(48));
    await world.open(request.id, hours(1));
    expect(await waiting(world, hours(47))).toBe(0);
    await advanceAll(t.db, hours(48));
    const [over, next] = (await world.requests()).filter(({ submissionId }) => submissionId === submission);
    expect([over?.state, next?.state]).toEqual(["over", "asked"]);
    expect(next?.reviewer).not.toBe(request.reviewer);
    expect(next?.dueAt).toEqual(hours(72));
    // No job, no request: the clock of whoever looks at the queue is enough.
    expect(await waiting(world, hours(71))).toBe(0);
    expect(await waiting(world, hours(72))).toBe(3);
    expect((await world.item(submission))?.due_at).toEqual(hours(72 + 72));
  });

  test("is looked at by pages as well, so that the next is asked without any job", async () => {
    const world = await homeworkWorld(t.db, { learners: 3, gate: { peerReviews: 1 } });
    for (const learner of world.cohort.learners) await world.submitted(learner, hours(0));
    const key = { cohortId: world.cohort.id, chapterSlug: world.chapterSlug };
    await advanceIfDue(t.db, { ...key, now: hours(47) });
    expect((await world.requests()).every(({ state }) => state === "asked")).toBe(true);
    await advanceIfDue(t.db, { ...key, now: hours(49) });
    expect((await world.requests()).filter(({ state }) => state === "over")).toHaveLength(3);
    expect(await openRequests(world)).toHaveLength(3);
  });

  test("brings the instructor's turn as soon as peers have spoken, or nobody is left to ask", async () => {
    const world = await homeworkWorld(t.db, { learners: 2, gate: { peerReviews: 1 } });
    const [a, b] = world.cohort.learners as [Learner, Learner];
    const submission = await world.submitted(a, hours(0));
    await world.submitted(b, hours(30));
    const request = (await world.requests()).find(({ author }) => author === a.enrolmentId)!;
    await world.review(request.id, 2, hours(31));
    expect(await world.item(submission)).toMatchObject({ ready_at: hours(31), due_at: hours(31 + 72) });
    const lonely = await homeworkWorld(t.db, { learners: 1 });
    const alone = await lonely.submitted(lonely.cohort.learners[0]!, hours(0));
    expect(await lonely.item(alone)).toMatchObject({ ready_at: hours(0) });
  });

  test("goes on without somebody who leaves the cohort", async () => {
    const world = await homeworkWorld(t.db, { learners: 3, gate: { peerReviews: 1 } });
    for (const learner of world.cohort.learners) await world.submitted(learner, hours(0));
    const request = (await world.requests())[0]!;
    expect(await inTransaction(t.db, "leave", (trx) => endEnrolment(trx, world.cohort.instructor.id, { cohortId: world.cohort.id, enrolmentId: request.reviewer, reason: "调岗", now: hours(1) }))).toBe(true);
    // Of three, the one who is left may already be reviewed by this author: two review one another only when nothing else came in time.
    for (const hour of [2, MUTUAL_AFTER_HOURS + 1]) {
      await advanceAll(t.db, hours(hour));
      const own = (await world.requests()).filter(({ submissionId }) => submissionId === request.submissionId);
      expect(own.every(({ reviewer }) => reviewer !== request.reviewer)).toBe(true);
      if (hour > MUTUAL_AFTER_HOURS) expect(own.some(({ state }) => state === "asked")).toBe(true);
    }
  });
});

describe("a review", () => {
  let world: HomeworkWorld;
  let request: Awaited<ReturnType<HomeworkWorld["requests"]>>[number];
  beforeAll(async () => {
    world = await homeworkWorld(t.db, { learners: 3, gate: { peerReviews: 1 } });
    for (const learner of world.cohort.learners) await world.submitted(learner, hours(0));
    request = (await world.requests())[0]!;
  });
  const who = (enrolmentId: string) => world.cohort.learners.find((learner) => learner.enrolmentId === enrolmentId)!;

  test("needs every criterion and two sentences, is given once and never changes", async () => {
    expect(await world.review(request.id, 9, hours(1))).toMatchObject({ error: { code: "not-a-level" } });
    expect(await world.review(request.id, 1, hours(1), "好")).toMatchObject({ error: { code: "no-remark" } });
    expect(await world.review(request.id, 1, hours(1))).toEqual({ ok: true, value: undefined });
    expect(await world.review(request.id, 3, hours(2))).toMatchObject({ error: { code: "given" } });
    await expect(t.db.updateTable("homework_review").set({ points: 12 }).where("id", "=", request.id).execute()).rejects.toThrow("append-only");
  });

  test("is its reviewer's alone, and read by the author without a name", async () => {
    const author = who(request.author);
    const third = world.cohort.learners.find(({ enrolmentId }) => enrolmentId !== request.author && enrolmentId !== request.reviewer)!;
    expect(await inTransaction(t.db, "review", (trx) => giveReview(trx, world.actor(third), { reviewId: request.id, criteria: levels(1), remark: "第一行先改，其余不错", now: hours(1) }))).toMatchObject({ error: { code: "not-found" } });
    const page = (learner: Learner) => reviewPage(t.db, { enrolmentId: learner.enrolmentId }, { reviewId: request.id, locale: "zh", now: hours(3) });
    expect(await page(third)).toBeUndefined();
    expect(await page(author)).toBeUndefined();
    expect(await page(who(request.reviewer))).toMatchObject({ given: { remark: "第三行最值得学，第一行先改" }, open: false, parts: [{ text: "先见发起者，再请他引见" }, {}, {}, {}] });
    const got = (await reviewsPage(t.db, world.of(author), { locale: "zh", now: hours(3) })).got[0]!.reviews;
    expect(got).toMatchObject([{ points: 4, max: 12, remark: "第三行最值得学，第一行先改" }]);
    expect(JSON.stringify(got)).not.toContain(request.reviewer);
    // Nobody's scores elsewhere: the third learner sees nothing of it.
    expect((await reviewsPage(t.db, world.of(third), { locale: "zh", now: hours(3) })).got[0]!.reviews).toEqual([]);
    expect(await ownEnrolment(t.db, third.personId, author.enrolmentId, world.chapterSlug)).toBeUndefined();
  });

  test("comes late but in time while nobody has marked the work, and is closed afterwards", async () => {
    const late = await homeworkWorld(t.db, { learners: 3, gate: { peerReviews: 1 } });
    for (const learner of late.cohort.learners) await late.submitted(learner, hours(0));
    const [first, second] = await late.requests();
    await late.open(first!.id, hours(1));
    await advanceAll(t.db, hours(50));
    expect(await requestsTo(t.db, { enrolmentId: first!.reviewer, chapterSlug: late.chapterSlug }, hours(50))).toEqual(expect.arrayContaining([expect.objectContaining({ id: first!.id, state: "over", open: true })]));
    expect(await late.review(first!.id, 2, hours(50))).toMatchObject({ ok: true });
    await late.mark(second!.submissionId, "accepted", hours(51));
    expect(await late.review(second!.id, 2, hours(52))).toMatchObject({ error: { code: "closed" } });
  });

  test("is not asked for again when a returned version comes back: that goes to the instructor", async () => {
    const again = await homeworkWorld(t.db, { learners: 3, gate: { peerReviews: 1 } });
    for (const learner of again.cohort.learners) await again.submitted(learner, hours(0));
    const author = again.cohort.learners[0]!;
    const first = (await again.requests()).find((one) => one.author === author.enrolmentId)!;
    await again.mark(first.submissionId, "returned", hours(1));
    expect((await again.requests()).filter((one) => one.author === author.enrolmentId)).toEqual([]);
    const second = await again.submitted(author, hours(2), "改好了的计划");
    expect((await again.requests()).filter((one) => one.author === author.enrolmentId)).toEqual([]);
    expect(await again.item(second)).toMatchObject({ ready_at: hours(2) });
  });
});

describe("the instructor", () => {
  test("sees reviews with names and how close each reviewer came before, and who reviews whom", async () => {
    const world = await homeworkWorld(t.db, { learners: 3, gate: { peerReviews: 1 } });
    for (const learner of world.cohort.learners) await world.submitted(learner, hours(0));
    const [first] = await world.requests();
    await world.review(first!.id, 3, hours(1));
    const page = async () => submissionPage(t.db, { cohortId: world.cohort.id, submissionId: first!.submissionId, locale: "zh", now: hours(2) });
    expect((await page())?.reviews).toMatchObject([{ points: 12, quality: null, reviewer: expect.any(String) }]);
    await world.mark(first!.submissionId, "accepted", hours(2), { criteria: { ...levels(3), a: 0 } });
    expect((await page())?.reviews[0]?.quality).toEqual({ closeness: 0.75, n: 1 });
    const sheet = await classPage(t.db, { cohortId: world.cohort.id, chapterSlug: null }, hours(2));
    const reviewer = sheet?.groups.flatMap((group) => group.learners).find(({ enrolmentId }) => enrolmentId === first!.reviewer);
    expect(reviewer).toMatchObject({ asked: 1, answered: 1, quality: { closeness: 0.75, n: 1 } });
    expect(sheet).toMatchObject({ counts: { learners: 3, handedIn: 3, accepted: 1 }, gate: { peerReviews: 1 }, groups: [{ id: null }] });
    expect(await classPage(t.db, { cohortId: world.cohort.id, chapterSlug: "99-nothing" }, hours(2))).toBeNull();
  });
});
