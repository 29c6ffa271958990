import { describe, expect, it } from "vitest";
import { inTransaction } from "~/db/index.server";
import { attemptResult, latestMarks, markingSubject, markResponse, type OverruleInput, overruleScore, publishQuestions, type MarkInput } from "~/steps/quiz/index.server";
import { CLOSED, quizWorld, at, t0, WITH_OPEN, type QuizWorld } from "../factories/quiz-world";
import { sampleQuestions } from "../factories/quiz-questions";
import { useDatabase } from "../setup/database";

const t = useDatabase();
const FULL = { c1: 4, c2: 1 };
const NOTHING = { c1: 0, c2: 0 };
const mark = (world: QuizWorld, attemptId: string, position: number, criteria: MarkInput["criteria"], more: Partial<MarkInput> = {}) =>
  inTransaction(world.db, "mark", (trx) => markResponse(trx, world.instructor, { cohortId: world.cohortId, attemptId, position, criteria, remark: null, now: at(500), ...more }));

/** Seven closed questions and two open ones; everything closed is right, so the open ones decide. */
const handedIn = async () => {
  const world = await quizWorld(t.db, { questions: WITH_OPEN, gate: { passMark: 0.9 } });
  const learner = await world.learner();
  const { attemptId } = await world.sit(learner);
  return { world, learner, attemptId };
};

/** The open answers of a cohort that wait in the marking queue. */
const waitingOf = async (world: QuizWorld) => {
  const rows = await t.db.selectFrom("marking_item").select(["subject_id", "title", "task_key"]).where("cohort_id", "=", world.cohortId).where("kind", "=", "quiz-answer").where("state", "=", "waiting").orderBy("task_key").execute();
  return rows.map((row) => ({ attemptId: row.subject_id.split(".")[0]!, position: Number(row.subject_id.split(".")[1]), title: row.title, task: row.task_key }));
};
const subjectOf = (world: QuizWorld, at1: { attemptId: string; position: number }) => markingSubject(t.db, { cohortId: world.cohortId, ...at1, locale: "zh" });

describe("marking", () => {
  it("waits for a person where an answer is open, and decides with the last mark", async () => {
    const { world, learner, attemptId } = await handedIn();
    expect(await world.stepState(learner)).toBe("awaiting-review");
    expect(await attemptResult(t.db, learner, { attemptId })).toMatchObject({ state: "submitted", result: { pending: 2, passed: null } });
    expect(await world.start(learner, at(100))).toMatchObject({ ok: false, error: { code: "awaiting-marks" } });

    const queue = await waitingOf(world);
    expect(queue).toMatchObject([{ attemptId, title: "学员" }, { attemptId, title: "学员" }]);
    const [first, second] = queue;
    expect(await subjectOf(world, first!)).toMatchObject({ learner: "学员", answer: { kind: "case" }, markId: null });
    expect((await subjectOf(world, first!))?.question.rubric).toHaveLength(2);

    expect(await mark(world, attemptId, first!.position, FULL)).toMatchObject({ ok: true, value: { points: 1, max: 1, pending: 1, standing: null } });
    expect(await waitingOf(world)).toMatchObject([{ position: second?.position }]);
    expect(await mark(world, attemptId, second!.position, { c1: 2, c2: 1 }, { remark: "不错" })).toMatchObject({ ok: true, value: { pending: 0, standing: "passed" } });
    expect([await world.stepState(learner), await world.stepState(learner, "lecture")]).toEqual(["passed", "available"]);
    const result = await attemptResult(t.db, learner, { attemptId });
    expect(result?.result.points).toBeCloseTo(8.6, 9);
    expect(result?.questions.map(({ remark }) => remark)).toContain("不错");
    expect(await waitingOf(world)).toEqual([]);
  });

  it("moves the gate when a mark is corrected, both ways, and keeps every mark", async () => {
    const { world, learner, attemptId } = await handedIn();
    const lines = await waitingOf(world);
    for (const { position } of lines) await mark(world, attemptId, position, FULL);
    expect([await world.stepState(learner), await world.stepState(learner, "lecture")]).toEqual(["passed", "available"]);
    expect(await mark(world, attemptId, lines[0]!.position, NOTHING)).toMatchObject({ ok: true, value: { standing: "failed" } });
    expect([await world.stepState(learner), await world.stepState(learner, "lecture")]).toEqual(["failed", "locked"]);
    const at1 = { attemptId, position: lines[0]!.position };
    expect(await subjectOf(world, at1)).toMatchObject({ criteria: NOTHING, points: 0 });
    expect(await mark(world, attemptId, lines[0]!.position, FULL)).toMatchObject({ ok: true, value: { standing: "passed" } });
    expect([await world.stepState(learner), await world.stepState(learner, "lecture")]).toEqual(["passed", "available"]);
    expect(await t.db.selectFrom("quiz_mark").select("id").where("attempt_id", "=", attemptId).where("marker_id", "is not", null).execute()).toHaveLength(4);
  });

  it("takes only levels of the pinned rubric, on open questions, of the own cohort", async () => {
    const { world, learner, attemptId } = await handedIn();
    const lines = await waitingOf(world);
    const { position } = lines[0]!;
    const page = await world.page(learner, attemptId);
    const closed = page.questions.find(({ question }) => question.kind === "single")!;
    expect(await mark(world, attemptId, position, { c1: 3, c2: 0 })).toMatchObject({ error: { code: "not-a-level", levels: [0, 2, 4] } });
    expect(await mark(world, attemptId, position, { c1: 4 })).toMatchObject({ error: { code: "criterion-missing", criterion: "c2" } });
    expect(await mark(world, attemptId, closed.position, FULL)).toMatchObject({ error: { code: "not-open-question" } });
    expect(await mark(world, attemptId, 99, FULL)).toMatchObject({ error: { code: "not-found" } });
    const other = await quizWorld(t.db);
    expect(await mark(world, attemptId, position, FULL, { cohortId: other.cohortId })).toMatchObject({ error: { code: "not-found" } });
    expect(await waitingOf(other)).toEqual([]);
    expect(await markingSubject(t.db, { cohortId: other.cohortId, attemptId, position, locale: "zh" })).toBeNull();
    const open = await world.open(await world.learner());
    expect(await mark(world, open.attemptId, 1, FULL)).toMatchObject({ error: { code: "not-submitted" } });
  });

  it("marks by the rubric the paper was drawn with, whatever the bank says now", async () => {
    const { world, attemptId } = await handedIn();
    await world.publish([{ ...sampleQuestions.shortAnswer, rubric: { criteria: sampleQuestions.shortAnswer.rubric.criteria.slice(1) } }]);
    const lines = await waitingOf(world);
    for (const { position } of lines) expect(await mark(world, attemptId, position, FULL)).toMatchObject({ ok: true });
  });

  it("asks nobody to mark an open answer that was left empty", async () => {
    const world = await quizWorld(t.db, { questions: WITH_OPEN });
    const learner = await world.learner();
    await world.sit(learner, { right: CLOSED.map(({ id }) => id) });
    expect(await world.stepState(learner)).toBe("failed");
    expect(await waitingOf(world)).toEqual([]);
  });

  it("leaves a pass alone when another attempt is corrected", async () => {
    const world = await quizWorld(t.db, { questions: WITH_OPEN, gate: { passMark: 0.9 } });
    const learner = await world.learner();
    const first = await world.sit(learner);
    const lines = await waitingOf(world);
    for (const { position } of lines) await mark(world, first.attemptId, position, NOTHING);
    expect(await world.stepState(learner)).toBe("failed");
    const second = await world.sit(learner, { now: at(600) });
    const again = await waitingOf(world);
    for (const { position } of again) await mark(world, second.attemptId, position, FULL);
    expect(await world.stepState(learner)).toBe("passed");
    // The first turns out to pass as well; then the second does not: the pass stands on the first.
    for (const { position } of lines) await mark(world, first.attemptId, position, FULL);
    for (const { position } of again) await mark(world, second.attemptId, position, NOTHING);
    expect(await world.stepState(learner)).toBe("passed");
    for (const { position } of lines) await mark(world, first.attemptId, position, NOTHING);
    expect(await world.stepState(learner)).toBe("failed");
  });
});

describe("publishing", () => {
  it("adds, changes, retires and brings back by content, and says what is wrong", async () => {
    const world = await quizWorld(t.db);
    const chapterSlug = `${world.chapterSlug}-p`;
    const publish = (questions: unknown, quiz: unknown = null) => inTransaction(t.db, "publish", (trx) => publishQuestions(trx, { chapterSlug, questions, quiz, now: t0 }));
    const named = (id: string) => ({ ...sampleQuestions.single, id: `${id}-${chapterSlug}` });
    const [a, b] = [named("a"), named("b")];
    expect(await publish([a, b])).toEqual({ ok: true, value: { added: [a.id, b.id], changed: [], retired: [], unchanged: 0 } });
    expect(await publish([b, a])).toMatchObject({ ok: true, value: { unchanged: 2, retired: [] } });
    expect(await publish([{ ...a, difficulty: 3 }])).toMatchObject({ ok: true, value: { changed: [a.id], retired: [b.id] } });
    expect(await publish([a, b])).toMatchObject({ ok: true, value: { changed: [a.id] } });
    expect(await publish([{ ...a, answer: true }])).toMatchObject({ ok: false, error: { code: "invalid-questions", issues: [{ path: "0" }] } });
    expect(await publish([a], { minutes: 0 })).toMatchObject({ ok: false });
    const rows = await t.db.selectFrom("question").select(["id", "retired_at", "position"]).where("chapter_slug", "=", chapterSlug).orderBy("position").execute();
    expect(rows).toEqual([{ id: a.id, retired_at: null, position: 1 }, { id: b.id, retired_at: null, position: 2 }]);
  });
});

describe("overruling a rule's score", () => {
  const overrule = (world: QuizWorld, attemptId: string, more: Partial<OverruleInput>) =>
    inTransaction(world.db, "overrule", (trx) => overruleScore(trx, world.instructor, { cohortId: world.cohortId, attemptId, position: 1, points: 0, reason: "题目的答案有误", seenMarkId: "", now: at(600), ...more }));
  const marked = async () => {
    const { world, learner, attemptId } = await handedIn();
    for (const { position } of await waitingOf(world)) await mark(world, attemptId, position, FULL);
    const marks = await latestMarks(t.db, attemptId);
    const closed = marks.find((one) => one.markerId === null)!;
    return { world, learner, attemptId, closed };
  };

  it("moves the attempt and the road both ways, and keeps what the rule said", async () => {
    const { world, learner, attemptId, closed } = await marked();
    expect(await world.stepState(learner)).toBe("passed");
    const lowered = await overrule(world, attemptId, { position: closed.position, points: 0, seenMarkId: closed.id });
    expect(lowered).toMatchObject({ ok: true, value: { standing: "failed" } });
    expect(await world.stepState(learner)).toBe("failed");
    const [now] = (await latestMarks(t.db, attemptId)).filter(({ position }) => position === closed.position);
    expect(now).toMatchObject({ points: 0, max: closed.max, markerId: world.instructor.id, remark: "题目的答案有误" });
    expect(await t.db.selectFrom("quiz_mark").select("points").where("id", "=", closed.id).execute()).toEqual([{ points: closed.points }]);
    expect(await overrule(world, attemptId, { position: closed.position, points: 1, seenMarkId: now!.id })).toMatchObject({ ok: true, value: { standing: "passed" } });
    expect(await world.stepState(learner)).toBe("passed");
  });

  it("is refused for answers in words, too many points, no reason, another cohort, and a score that is not the one seen", async () => {
    const { world, attemptId, closed } = await marked();
    const [open] = (await latestMarks(t.db, attemptId)).filter(({ markerId }) => markerId !== null);
    const seen = { position: closed.position, seenMarkId: closed.id };
    expect(await overrule(world, attemptId, { position: open!.position, seenMarkId: open!.id })).toMatchObject({ error: { code: "marked-by-rubric" } });
    expect(await overrule(world, attemptId, { ...seen, points: closed.max + 0.5 })).toMatchObject({ error: { code: "points-out-of-range", max: closed.max } });
    expect(await overrule(world, attemptId, { ...seen, points: Number.NaN })).toMatchObject({ error: { code: "points-out-of-range" } });
    expect(await overrule(world, attemptId, { ...seen, reason: " x " })).toMatchObject({ error: { code: "reason-too-short" } });
    expect(await overrule(world, attemptId, { ...seen, cohortId: "00000000-0000-4000-8000-000000000000" })).toMatchObject({ error: { code: "not-found" } });
    expect(await overrule(world, attemptId, { ...seen, position: 99 })).toMatchObject({ error: { code: "not-found" } });
    expect(await overrule(world, attemptId, { ...seen, points: 0.5 })).toMatchObject({ ok: true });
    expect(await overrule(world, attemptId, { ...seen, points: 0 })).toMatchObject({ error: { code: "marked-meanwhile", points: 0.5 } });
  });
});
