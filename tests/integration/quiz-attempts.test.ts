import { describe, expect, it } from "vitest";
import { inTransaction } from "~/db/index.server";
import { attemptPage, attemptResult, attemptsOfLearner, expireAttempts, ownAttempts, reopenAttempts, startAttempt } from "~/steps/quiz/index.server";
import { sampleQuestions } from "../factories/quiz-questions";
import { at, CLOSED, MINUTES, op, quizWorld, t0, WITH_OPEN, type QuizWorld } from "../factories/quiz-world";
import { useDatabase } from "../setup/database";

const t = useDatabase();
const DEADLINE = MINUTES * 60;
const reopen = (world: QuizWorld, enrolmentId: string, reason = "生病了", attempts = 1, cohortId = world.cohortId) =>
  inTransaction(world.db, "reopen", (trx) => reopenAttempts(trx, world.instructor, { cohortId, enrolmentId, chapterSlug: world.chapterSlug, attempts, reason, now: at(9000) }));

describe("starting", () => {
  it("draws a paper, starts the clock and tells the pipeline", async () => {
    const world = await quizWorld(t.db);
    const learner = await world.learner();
    const page = await world.open(learner);
    expect(page).toMatchObject({ number: 1, state: "open", startedAt: t0, deadlineAt: at(DEADLINE), now: t0 });
    expect(page.questions).toHaveLength(CLOSED.length);
    expect(await world.stepState(learner)).toBe("in-progress");
  });

  it("gives extra time from the enrolment and from the cohort's gate", async () => {
    const world = await quizWorld(t.db, { gate: { minutes: 20, extraTimePercent: 10 } });
    const page = await world.open(await world.learner({ extraTimePercent: 40 }));
    expect(page.deadlineAt).toEqual(at(30 * 60));
  });

  it("answers the open attempt when started again, also twice at once", async () => {
    const world = await quizWorld(t.db);
    const learner = await world.learner();
    const started = await Promise.all([world.start(learner), world.start(learner), world.start(learner)]);
    const ids = new Set(started.map((result) => (result.ok ? result.value.attemptId : result.error.code)));
    expect(ids.size).toBe(1);
    expect(started.filter((result) => result.ok && !result.value.resumed)).toHaveLength(1);
  });

  it("refuses before the preview is done, before the date, for a stranger, and without a quiz", async () => {
    const world = await quizWorld(t.db);
    const later = await quizWorld(t.db, { opensAt: at(3600) });
    const learner = await world.learner();
    expect(await world.start(await world.learner({ preview: false }))).toMatchObject({ ok: false, error: { code: "step-closed", refusal: { code: "behind" } } });
    expect(await later.start(await later.learner())).toMatchObject({ ok: false, error: { code: "step-closed", refusal: { code: "not-yet" } } });
    expect(await world.start({ id: (await world.learner()).id, enrolmentId: learner.enrolmentId })).toMatchObject({ ok: false, error: { code: "not-found" } });
    await t.db.deleteFrom("quiz_blueprint").where("chapter_slug", "=", world.chapterSlug).execute();
    expect(await world.start(learner)).toMatchObject({ ok: false, error: { code: "no-quiz" } });
    expect(await t.db.selectFrom("quiz_attempt").select("id").where("enrolment_id", "=", learner.enrolmentId).execute()).toEqual([]);
  });

  it("says which cell of the bank is too small", async () => {
    const world = await quizWorld(t.db);
    await world.publish([sampleQuestions.single], 3);
    expect(await world.start(await world.learner())).toMatchObject({ ok: false, error: { code: "shortfall", cells: [{ wanted: 3, found: 1 }] } });
  });

  it("avoids questions of earlier attempts", async () => {
    const world = await quizWorld(t.db);
    await world.publish(CLOSED, 3);
    const learner = await world.learner();
    const first = await world.sit(learner, { right: [] });
    const second = await world.open(learner, at(100));
    const ids = (page: typeof first) => page.questions.map(({ question }) => question.id);
    expect(second.number).toBe(2);
    expect(ids(second).filter((id) => ids(first).includes(id))).toEqual([]);
  });
});

describe("the page", () => {
  it("holds no key, no explanation and no telling id in its bytes", async () => {
    const world = await quizWorld(t.db, { questions: WITH_OPEN });
    const bytes = JSON.stringify(await world.open(await world.learner()));
    for (const word of ["SECRET", "correct", "explanation", "\"why\"", "pairs", "accept", "tolerance", "rubric", "criteria", "\"answer\"", "\"l1\"", "\"i1\"", "\"r2\"", "合作伙伴\""]) {
      expect(bytes, word).not.toContain(word);
    }
    expect(bytes).toContain("林岚第一次拜访");
  });

  it("is nobody else's", async () => {
    const world = await quizWorld(t.db);
    const page = await world.open(await world.learner());
    const other = await world.learner();
    expect(await attemptPage(t.db, other, { attemptId: page.attemptId, now: t0 })).toBeNull();
    expect(await attemptResult(t.db, other, { attemptId: page.attemptId })).toBeNull();
    expect(await world.submit(other, page.attemptId)).toMatchObject({ ok: false, error: { code: "not-found" } });
    expect(await world.save(other, page.attemptId, [op(1, 0, null)])).toMatchObject({ ok: false, error: { code: "not-found" } });
  });

  it("keeps the pinned versions when the bank changes under it", async () => {
    const world = await quizWorld(t.db);
    const learner = await world.learner();
    const before = await world.open(learner);
    await world.publish(CLOSED.slice(1).map((question) => ({ ...question, stem: { zh: `改了${question.stem.zh}`, en: `changed ${question.stem.en}` } })));
    expect((await world.page(learner, before.attemptId)).questions).toEqual(before.questions);
    const ops = await Promise.all(before.questions.map(async ({ position }) => op(position, 0, await world.rightAnswer(before, position))));
    await world.save(learner, before.attemptId, ops);
    await world.submit(learner, before.attemptId);
    expect(await attemptResult(t.db, learner, before)).toMatchObject({ result: { percent: 100, passed: true } });
    const rows = await t.db.selectFrom("question").select("retired_at").where("chapter_slug", "=", world.chapterSlug).execute();
    expect(rows.filter((row) => row.retired_at !== null)).toHaveLength(1);
    await expect(t.db.updateTable("question_version").set({ section: "x" }).where("chapter_slug", "=", world.chapterSlug).execute()).rejects.toThrow(/append-only/u);
  });
});

describe("submitting", () => {
  it("passes with everything right, opens the next step, and shows the result", async () => {
    const world = await quizWorld(t.db);
    const learner = await world.learner();
    const { attemptId } = await world.sit(learner);
    expect([await world.stepState(learner), await world.stepState(learner, "lecture")]).toEqual(["passed", "available"]);
    const result = await attemptResult(t.db, learner, { attemptId });
    expect(result).toMatchObject({ state: "marked", submittedBy: "learner", showsExplanations: true, attemptsUsed: 1, attemptsAllowed: 3 });
    expect(result?.result).toMatchObject({ percent: 100, passed: true, pending: 0, sections: [], competencies: [{ competency: "build-trust", points: 7, max: 7 }] });
    expect(JSON.stringify(result)).toContain("SECRET");
    expect(await world.start(learner, at(100))).toMatchObject({ ok: false, error: { code: "already-passed" } });
  });

  it("counts twice as once, also at the same moment", async () => {
    const world = await quizWorld(t.db);
    const learner = await world.learner();
    const page = await world.open(learner);
    const both = await Promise.all([world.submit(learner, page.attemptId), world.submit(learner, page.attemptId)]);
    expect(both.map((result) => result.ok && result.value.already).sort()).toEqual([false, true]);
    expect(await world.submit(learner, page.attemptId, at(99))).toMatchObject({ ok: true, value: { already: true, state: "marked" } });
    const marks = await t.db.selectFrom("quiz_mark").select("id").where("attempt_id", "=", page.attemptId).execute();
    expect(marks).toHaveLength(CLOSED.length);
  });

  it("hides keys and explanations of a failed attempt under the default policy, and shows what to read again", async () => {
    const world = await quizWorld(t.db);
    const learner = await world.learner();
    const { attemptId } = await world.sit(learner, { right: ["q-single"] });
    const result = await attemptResult(t.db, learner, { attemptId });
    expect(result).toMatchObject({ showsExplanations: false, result: { passed: false, percent: 14, sections: [{ section: "why-trust", lost: 6 }] } });
    expect(JSON.stringify(result)).not.toContain("SECRET");
    expect(await world.stepState(learner)).toBe("failed");
  });

  it("never shows keys while another attempt is open, whatever the policy", async () => {
    const world = await quizWorld(t.db, { gate: { showExplanations: "always" } });
    const learner = await world.learner();
    const { attemptId } = await world.sit(learner, { right: [] });
    expect(await attemptResult(t.db, learner, { attemptId })).toMatchObject({ showsExplanations: true });
    await world.open(learner, at(100));
    expect(await attemptResult(t.db, learner, { attemptId })).toMatchObject({ showsExplanations: false });
  });

  it("fails for good after three attempts, until an instructor reopens with a reason", async () => {
    const world = await quizWorld(t.db);
    const learner = await world.learner();
    for (const start of [0, 100, 200]) {
      expect(await reopen(world, learner.enrolmentId)).toMatchObject({ ok: false });
      await world.sit(learner, { right: [], now: at(start) });
    }
    expect(await world.start(learner, at(300))).toMatchObject({ ok: false, error: { code: "attempts-used-up", used: 3, allowed: 3 } });
    const other = await quizWorld(t.db);
    expect(await reopen(world, learner.enrolmentId, "生病了", 1, other.cohortId)).toMatchObject({ ok: false, error: { code: "not-found" } });
    expect(await reopen(world, learner.enrolmentId, "  ")).toMatchObject({ ok: false, error: { code: "reason-too-short" } });
    expect(await reopen(world, learner.enrolmentId)).toEqual({ ok: true, value: { allowed: 4 } });
    expect(await reopen(world, learner.enrolmentId)).toMatchObject({ ok: false, error: { code: "attempts-left", left: 1 } });

    await world.sit(learner, { now: at(9100) });
    expect(await world.stepState(learner)).toBe("passed");
    const seen = await attemptsOfLearner(t.db, { ...learner, cohortId: world.cohortId, chapterSlug: world.chapterSlug });
    expect(seen).toMatchObject({ standing: "passed", attemptsUsed: 4, attemptsAllowed: 4, reopenings: [{ reason: "生病了", attempts: 1 }] });
    expect(seen?.attempts.map(({ passed }) => passed)).toEqual([false, false, false, true]);
    expect(await attemptsOfLearner(t.db, { ...learner, cohortId: other.cohortId, chapterSlug: world.chapterSlug })).toBeNull();
    expect(await ownAttempts(t.db, learner, { ...learner, chapterSlug: world.chapterSlug })).toMatchObject({ attemptsUsed: 4 });
  });
});

describe("the deadline", () => {
  it("hands in what was saved when the time is over, and nothing before", async () => {
    const world = await quizWorld(t.db);
    const learner = await world.learner();
    const page = await world.open(learner);
    const answers = await Promise.all(page.questions.map(async ({ position }) => op(position, 0, await world.rightAnswer(page, position))));
    await world.save(learner, page.attemptId, answers, at(DEADLINE - 1));
    const sweep = (seconds: number) => inTransaction(t.db, "sweep", (trx) => expireAttempts(trx, { now: at(seconds), limit: 500 }));
    await sweep(DEADLINE + 4);
    expect(await world.page(learner, page.attemptId)).toMatchObject({ state: "open" });
    await sweep(DEADLINE + 6);
    expect(await attemptResult(t.db, learner, page)).toMatchObject({ submittedBy: "deadline", submittedAt: at(DEADLINE), result: { percent: 100 } });
    expect(await world.stepState(learner)).toBe("passed");
  });

  it("is enforced when the learner submits late or starts again", async () => {
    const world = await quizWorld(t.db);
    const [late, again] = [await world.learner(), await world.learner()];
    const page = await world.open(late);
    expect(await world.submit(late, page.attemptId, at(DEADLINE + 60))).toMatchObject({ ok: true, value: { already: false } });
    expect(await attemptResult(t.db, late, page)).toMatchObject({ submittedBy: "deadline" });
    const first = await world.open(again);
    const second = await inTransaction(t.db, "start", (trx) => startAttempt(trx, again, { ...again, chapterSlug: world.chapterSlug, now: at(DEADLINE + 60) }));
    expect(second).toMatchObject({ ok: true, value: { number: 2, resumed: false } });
    expect(await attemptResult(t.db, again, first)).toMatchObject({ state: "marked", submittedBy: "deadline" });
  });
});
