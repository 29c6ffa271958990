/** A class at its homework: learners whose road begins with it, a task with a text to hand in, and a rubric. */
import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import { inTransaction } from "~/db/index.server";
import type { DB, JsonValue } from "~/db/schema";
import type { CriterionPoints, Rubric } from "~/marking";
import { publishRubrics } from "~/marking/index.server";
import type { Actor } from "~/people";
import type { Step } from "~/pipeline";
import { giveReview, handIn, type MarkInput, markSubmission, openReview, publishAssignments, saveTexts } from "~/steps/homework/index.server";
import type { Assignment, Part } from "~/steps/homework";
import { type Learner, makeChapters, makeCohort, type TestCohort } from "./cohorts";

const BEFORE: Step[] = ["preview", "quiz", "lecture", "group-work", "role-play"];
const text = (zh: string) => ({ zh, en: zh });

export const T0 = new Date("2026-03-10T02:00:00Z");
export const hours = (count: number): Date => new Date(T0.getTime() + count * 3_600_000);

export const RUBRIC: Rubric = {
  key: "test-homework",
  use: "homework",
  title: text("作业"),
  criteria: ["a", "b", "c", "d"].map((id) => ({ id, title: text(id), competencies: ["build-trust"], levels: [0, 1, 2, 3].map((points) => ({ points, text: text(String(points)) })) })),
};
export const levels = (points: number): CriterionPoints => Object.fromEntries(RUBRIC.criteria.map(({ id }) => [id, points]));

export const PARTS: Part[] = [
  { id: "plan", kind: "text", title: text("计划"), required: true, maxChars: 100 },
  { id: "doubt", kind: "text", title: text("疑问"), required: false, maxChars: 100 },
  { id: "file", kind: "files", title: text("附件"), required: false, most: 2 },
  { id: "tape", kind: "recording", title: text("录音"), required: false, most: 1 },
];

export type HomeworkWorld = {
  db: Kysely<DB>;
  cohort: TestCohort;
  chapterSlug: string;
  of(learner: Learner): { enrolmentId: string; chapterSlug: string };
  actor(learner: Learner): { id: string };
  write(learner: Learner, words: string, now?: Date): Promise<void>;
  /** Writes the required text and hands in. */
  handIn(learner: Learner, now?: Date, words?: string): ReturnType<typeof handIn>;
  /** The same, and the id of the version. */
  submitted(learner: Learner, now?: Date, words?: string): Promise<string>;
  requests(): Promise<{ id: string; submissionId: string; author: string; reviewer: string; state: string; dueAt: Date }[]>;
  open(reviewId: string, now: Date): Promise<void>;
  review(reviewId: string, points: number, now: Date, remark?: string): ReturnType<typeof giveReview>;
  mark(submissionId: string, verdict: MarkInput["verdict"], now: Date, more?: Partial<MarkInput>, by?: Actor): ReturnType<typeof markSubmission>;
  state(learner: Learner): Promise<string>;
  /** The line in the marking queue about a version. */
  item(submissionId: string): Promise<{ state: string; ready_at: Date; due_at: Date | null } | undefined>;
};

/** `learners` people who can begin their homework at once; `beside`: another cohort on the chapter of that one. */
export async function homeworkWorld(db: Kysely<DB>, options: { learners?: number; gate?: { [key: string]: JsonValue }; dueAt?: Date; parts?: Part[]; beside?: HomeworkWorld } = {}): Promise<HomeworkWorld> {
  const { beside } = options;
  const [chapterSlug = ""] = beside ? [beside.chapterSlug] : await makeChapters(db, 1, BEFORE);
  const cohort = await makeCohort(db, { chapters: [chapterSlug], learners: options.learners ?? 0 });
  await db
    .insertInto("cohort_step")
    .values({ cohort_id: cohort.id, chapter_slug: chapterSlug, step: "homework", opens_at: null, due_at: options.dueAt ?? null, gate: options.gate ?? {} })
    .onConflict((conflict) => conflict.columns(["cohort_id", "chapter_slug", "step"]).doUpdateSet({ gate: options.gate ?? {}, due_at: options.dueAt ?? null }))
    .execute();
  const rubric = { ...RUBRIC, key: `rubric-${randomUUID().slice(0, 8)}` };
  const assignment: Assignment = { title: text("一家客户"), task: text("做"), parts: options.parts ?? PARTS, rubric: rubric.key, rehearsal: { least: 2, guide: text("练"), parts: [{ id: "opening", title: text("开场") }] }, peerReview: { guide: text("看") } };
  if (!beside) await inTransaction(db, "publish", async (trx) => {
    const kept = await trx.selectFrom("rubric").innerJoin("rubric_version", "hash", "current_hash").select("body").where("retired_at", "is", null).execute();
    await publishRubrics(trx, { rubrics: [...kept.map(({ body }) => body as unknown as Rubric), rubric], now: T0 });
    const others = await trx.selectFrom("homework_assignment as a").innerJoin("homework_assignment_version as v", "v.hash", "a.current_hash").select(["a.chapter_slug as chapterSlug", "v.body"]).execute();
    await publishAssignments(trx, { assignments: [...others.map(({ chapterSlug: slug, body }) => ({ chapterSlug: slug, assignment: body as unknown as Assignment })), { chapterSlug, assignment }], now: T0 });
  });

  const names = async () => new Map((await db.selectFrom("enrolment").select(["id", "person_id"]).where("cohort_id", "=", cohort.id).execute()).map((row) => [row.id, row.person_id]));
  const world: HomeworkWorld = {
    db,
    cohort,
    chapterSlug,
    of: ({ enrolmentId }) => ({ enrolmentId, chapterSlug }),
    actor: ({ personId }) => ({ id: personId }),
    async write(learner, words, now = T0) {
      const held = await db.selectFrom("homework_text as x").innerJoin("homework as h", "h.id", "x.homework_id").select("x.revision").where("h.enrolment_id", "=", learner.enrolmentId).where("x.position", "=", 1).executeTakeFirst();
      const ops = [{ opId: randomUUID(), position: 1, baseRevision: held?.revision ?? 0, value: words }];
      const saved = await inTransaction(db, "save", (trx) => saveTexts(trx, world.actor(learner), { ...world.of(learner), ops, now }));
      if (!saved.ok) throw new Error(saved.error.code);
    },
    async handIn(learner, now = T0, words = "先见发起者，再请他引见") {
      await world.write(learner, words, now);
      return inTransaction(db, "hand in", (trx) => handIn(trx, world.actor(learner), { ...world.of(learner), now }));
    },
    async submitted(learner, now = T0, words = "先见发起者，再请他引见") {
      const handed = await world.handIn(learner, now, words);
      if (!handed.ok) throw new Error(JSON.stringify(handed.error));
      return handed.value.submissionId;
    },
    async requests() {
      return db
        .selectFrom("homework_review as r")
        .innerJoin("homework_submission as s", "s.id", "r.submission_id")
        .innerJoin("homework as h", "h.id", "s.homework_id")
        .innerJoin("enrolment as e", "e.id", "h.enrolment_id")
        .select(["r.id", "r.submission_id as submissionId", "h.enrolment_id as author", "r.reviewer_id as reviewer", "r.state", "r.due_at as dueAt"])
        .where("e.cohort_id", "=", cohort.id)
        .where("r.state", "!=", "withdrawn")
        .orderBy("r.asked_at")
        .execute();
    },
    async open(reviewId, now) {
      await inTransaction(db, "open", async (trx) => openReview(trx, { id: await reviewerOf(reviewId) }, { reviewId, now }));
    },
    async review(reviewId, points, now, remark = "第三行最值得学，第一行先改") {
      const id = await reviewerOf(reviewId);
      return inTransaction(db, "review", (trx) => giveReview(trx, { id }, { reviewId, criteria: levels(points), remark, now }));
    },
    mark: (submissionId, verdict, now, more = {}, by = cohort.instructor) =>
      inTransaction(db, "mark", (trx) => markSubmission(trx, by, { cohortId: cohort.id, submissionId, verdict, criteria: levels(2), remark: verdict === "returned" ? "计划里缺日期" : null, now, ...more })),
    state: (learner) => cohort.state(learner, "homework", chapterSlug),
    item: (submissionId) => db.selectFrom("marking_item").select(["state", "ready_at", "due_at"]).where("kind", "=", "homework").where("subject_id", "=", submissionId).executeTakeFirst(),
  };
  const reviewerOf = async (reviewId: string): Promise<string> => {
    const row = await db.selectFrom("homework_review").select("reviewer_id").where("id", "=", reviewId).executeTakeFirstOrThrow();
    return (await names()).get(row.reviewer_id) ?? "";
  };
  return world;
}
