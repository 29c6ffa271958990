/** A cohort with one chapter that has a quiz, its instructor, and learners who finished the preview. */
import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import { inTransaction } from "~/db/index.server";
import type { DB, JsonValue } from "~/db/schema";
import { recordEvidence, startRoads } from "~/pipeline/index.server";
import { attemptPage, publishQuestions, saveAnswers, startAttempt, submitAttempt, type AttemptPage } from "~/steps/quiz/index.server";
import { fromShown, toShown, type QuestionVersion, type QuizResponse } from "~/steps/quiz";
import { sameValue, type SaveOp } from "~/steps/quiz/save-ops";
import { sampleQuestions } from "./quiz-questions";

export const t0 = new Date("2026-11-24T02:00:00Z");
export const at = (seconds: number) => new Date(t0.getTime() + seconds * 1000);
export const MINUTES = 40;

/** Right answers to the sample questions, by question id. */
export const RIGHT: Record<string, QuizResponse> = {
  "q-single": { kind: "single", option: "a" },
  "q-multiple": { kind: "multiple", options: ["a", "b", "d"] },
  "q-true-false": { kind: "true-false", value: true },
  "q-matching": { kind: "matching", pairs: { l1: "r2", l2: "r1" } },
  "q-ordering": { kind: "ordering", order: ["i1", "i2", "i3", "i4"] },
  "q-fill-in": { kind: "fill-in", blanks: { b1: "伙伴" } },
  "q-numeric": { kind: "numeric", text: "12.5" },
  "q-short": { kind: "short-answer", text: "我是林岚" },
  "q-case": { kind: "case", text: "先了解角色" },
};

const { shortAnswer, caseStudy, ...closed } = sampleQuestions;
/** Questions that are scored by rule alone. */
export const CLOSED: QuestionVersion[] = Object.values(closed);
export const WITH_OPEN: QuestionVersion[] = [...CLOSED, shortAnswer, caseStudy];

export type Learner = { id: string; enrolmentId: string };
export type QuizWorld = {
  db: Kysely<DB>;
  cohortId: string;
  chapterSlug: string;
  instructor: { id: string };
  publish(questions: QuestionVersion[], perCompetency?: number): Promise<void>;
  learner(options?: { extraTimePercent?: number; preview?: boolean }): Promise<Learner>;
  start(learner: Learner, now?: Date): ReturnType<typeof startAttempt>;
  /** Starts and opens the page; throws when that is refused. */
  open(learner: Learner, now?: Date): Promise<AttemptPage>;
  page(learner: Learner, attemptId: string, now?: Date): Promise<AttemptPage>;
  save(learner: Learner, attemptId: string, ops: SaveOp[], now?: Date): ReturnType<typeof saveAnswers>;
  submit(learner: Learner, attemptId: string, now?: Date): ReturnType<typeof submitAttempt>;
  /** Answers what is listed (all of it by default) rightly, and submits. */
  sit(learner: Learner, options?: { right?: string[]; now?: Date }): Promise<AttemptPage>;
  /** A right answer in the aliases of the learner's paper. */
  rightAnswer(page: AttemptPage, position: number): Promise<QuizResponse>;
  stepState(learner: Learner, step?: "quiz" | "lecture"): Promise<string>;
};

let worlds = 0;

export async function quizWorld(db: Kysely<DB>, options: { gate?: JsonValue; opensAt?: Date; questions?: QuestionVersion[] } = {}): Promise<QuizWorld> {
  const chapterSlug = `${String((worlds += 1) + 10)}-quiz-${randomUUID().slice(0, 6)}`;
  const person = async (name: string) => (await db.insertInto("person").values({ email: `${randomUUID()}@example.com`, name, name_latin: null, title: null, password_hash: null }).returning("id").executeTakeFirstOrThrow()).id;
  const instructor = { id: await person("讲师") };
  const team = await db.insertInto("team").values({ parent_id: null, kind: "company", name_zh: "公司", name_en: "Company", closed_at: null }).returning("id").executeTakeFirstOrThrow();
  const { id: cohortId } = await db.insertInto("cohort").values({ name: "班期", team_id: team.id, starts_on: "2026-11-01", ends_on: "2027-03-01", created_by: null }).returning("id").executeTakeFirstOrThrow();
  await db.insertInto("cohort_chapter").values({ cohort_id: cohortId, chapter_slug: chapterSlug, position: 1 }).execute();
  await db.insertInto("cohort_step").values({ cohort_id: cohortId, chapter_slug: chapterSlug, step: "quiz", opens_at: options.opensAt ?? null, due_at: null, gate: options.gate ?? {} }).execute();

  const world: QuizWorld = {
    db,
    cohortId,
    chapterSlug,
    instructor,
    async publish(questions, count = questions.length) {
      const blueprint = [{ competency: "build-trust", difficulty: [1, 2, 3], count }];
      const renamed = questions.map((question) => ({ ...question, id: `${question.id}-${chapterSlug.slice(-6)}` }));
      const result = await inTransaction(db, "publish", (trx) => publishQuestions(trx, { chapterSlug, questions: renamed, quiz: { minutes: MINUTES, blueprint }, now: t0 }));
      if (!result.ok) throw new Error(JSON.stringify(result.error));
    },
    async learner({ extraTimePercent = 0, preview = true } = {}) {
      const id = await person("学员");
      const { id: enrolmentId } = await db.insertInto("enrolment").values({ cohort_id: cohortId, person_id: id, enrolled_by: null, left_at: null, left_reason: null, extra_time_percent: extraTimePercent }).returning("id").executeTakeFirstOrThrow();
      await inTransaction(db, "start roads", (trx) => startRoads(trx, { enrolmentIds: [enrolmentId], actorId: null, now: t0 }));
      if (preview) {
        const evidence = { kind: "preview", id: enrolmentId };
        await inTransaction(db, "preview", (trx) => recordEvidence(trx, { enrolmentId, chapterSlug, step: "preview", outcome: "passed", evidence, actorId: null, now: t0 }));
      }
      return { id, enrolmentId };
    },
    start: ({ id, enrolmentId }, now = t0) => inTransaction(db, "start", (trx) => startAttempt(trx, { id }, { enrolmentId, chapterSlug, now })),
    async open(learner, now = t0) {
      const started = await world.start(learner, now);
      if (!started.ok) throw new Error(JSON.stringify(started.error));
      return world.page(learner, started.value.attemptId, now);
    },
    async page(learner, attemptId, now = t0) {
      const page = await attemptPage(db, learner, { attemptId, now });
      if (page === null) throw new Error("no such attempt");
      return page;
    },
    save: (learner, attemptId, ops, now = at(10)) => saveAnswers(db, learner, { attemptId, ops, now }),
    submit: (learner, attemptId, now = at(60)) => inTransaction(db, "submit", (trx) => submitAttempt(trx, learner, { attemptId, now })),
    async sit(learner, { right, now = t0 } = {}) {
      const page = await world.open(learner, now);
      const wanted = page.questions.filter(({ question }) => right === undefined || right.some((id) => question.id.startsWith(`${id}-`)));
      const ops = await Promise.all(wanted.map(async ({ position }) => op(position, 0, await world.rightAnswer(page, position))));
      if (ops.length > 0) await world.save(learner, page.attemptId, ops, now);
      await world.submit(learner, page.attemptId, now);
      return page;
    },
    async rightAnswer(page, position) {
      const item = await db.selectFrom("quiz_paper_item").innerJoin("question_version", "hash", "question_hash").select(["option_order", "question_id"]).where("attempt_id", "=", page.attemptId).where("position", "=", position).executeTakeFirstOrThrow();
      const answer = RIGHT[item.question_id.slice(0, -7)];
      if (answer === undefined) throw new Error(`no right answer known for ${item.question_id}`);
      const shown = toShown(item.option_order, answer);
      if (!sameValue(fromShown(item.option_order, shown), answer)) throw new Error("aliases do not translate back");
      return shown;
    },
    async stepState({ enrolmentId }, step = "quiz") {
      const row = await db.selectFrom("progress").select("state").where("enrolment_id", "=", enrolmentId).where("chapter_slug", "=", chapterSlug).where("step", "=", step).executeTakeFirstOrThrow();
      return row.state;
    },
  };
  await world.publish(options.questions ?? CLOSED);
  return world;
}

/** One operation with a fresh id. */
export function op(position: number, baseRevision: number, value: QuizResponse | null, more: Partial<SaveOp> = {}): SaveOp {
  return { opId: randomUUID(), position, baseRevision, value, ...more };
}
