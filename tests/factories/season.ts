/** A season of signed defenses with the levels that examiners gave, as the defense room leaves it behind; and anchors. */
import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import { inTransaction } from "~/db/index.server";
import type { DB } from "~/db/schema";
import type { Rubric } from "~/marking";
import { currentRubric, publishRubrics } from "~/marking/index.server";
import { publishAnchors, publishTasks } from "~/steps/defense/index.server";
import { type Learner, makeCohort, type TestCohort } from "./cohorts";

const text = (zh: string) => ({ zh, en: `${zh} in English` });
export const CRITERIA = ["people", "grounds", "approach", "plan"];
export const SEASON_BEGINS = new Date("2026-04-10T01:00:00Z");
const HOUR_MS = 3_600_000;

const RUBRIC: Rubric = {
  key: "build-trust-defense",
  use: "defense",
  title: text("答辩"),
  criteria: CRITERIA.map((id) => ({ id, title: text(`评分项 ${id}`), competencies: ["build-trust"], levels: [0, 1, 2, 3].map((points) => ({ points, text: text(`${id} ${points} 级`) })) })),
};

const TASK = {
  rubric: RUBRIC.key,
  minutes: { presentation: 8, questions: 10, deliberation: 5 },
  task: text("讲八分钟"),
  exhibits: [],
  prompts: [{ id: "one", theme: text("角色"), text: text("谁能停下来？"), looksFor: [text("说得出人")], followUp: text("凭什么？"), criteria: CRITERIA }],
};

/** The rubric that defenses of the tests are scored by; its hash. */
export async function publishDefenseRubric(db: Kysely<DB>, rubric: Rubric = RUBRIC): Promise<string> {
  const kept = await db.selectFrom("rubric").innerJoin("rubric_version", "hash", "current_hash").select("body").where("retired_at", "is", null).where("rubric.key", "!=", rubric.key).execute();
  await inTransaction(db, "publish rubrics", (trx) => publishRubrics(trx, { rubrics: [...kept.map(({ body }) => body as unknown as Rubric), rubric], now: SEASON_BEGINS }));
  return (await currentRubric(db, rubric.key))!.hash;
}

export const defenseRubric = (): Rubric => structuredClone(RUBRIC);

/** An anchor of the chapter whose agreed points are given in the order of the criteria. */
export const anchorOf = (chapter: string, points: readonly number[], title = "冷库") => ({
  chapter,
  rubric: RUBRIC.key,
  title: text(title),
  candidate: text("客户经理"),
  exhibits: [{ title: text("关系表"), items: [{ term: text("韩工"), text: text("发来维修记录") }] }],
  transcript: [{ who: "candidate" as const, text: text("这家公司有四座库。") }, { who: "examiner" as const, text: text("谁能让它停下来？") }],
  consensus: points.map((value, at) => ({ criterion: CRITERIA[at]!, points: value, reason: text(`一致评分的理由 ${CRITERIA[at]!}`) })),
  lesson: text("不要被诚实打动"),
});

/** Publishes anchors beside those there are. Answers the hash of each. */
export async function publishTestAnchors(db: Kysely<DB>, anchors: Record<string, ReturnType<typeof anchorOf>>): Promise<Map<string, string>> {
  await inTransaction(db, "publish anchors", (trx) => publishAnchors(trx, { anchors: Object.entries(anchors).map(([key, anchor]) => ({ key, anchor })), now: SEASON_BEGINS }));
  return new Map((await db.selectFrom("anchor").select(["key", "current_hash"]).where("retired_at", "is", null).execute()).map((row) => [row.key, row.current_hash]));
}

export interface SeasonWorld {
  cohort: TestCohort;
  chapterSlug: string;
  examiners: { id: string }[];
  dayId: string;
  rubricHash: string;
  /** One defense of this candidate: per examiner (by number) the levels of all criteria. */
  defended(learner: Learner, levels: Record<number, readonly number[]>, options?: { at?: Date; state?: "reconciling" | "signed" }): Promise<string>;
}

/** A cohort with one closed defense day and so many examiners of the company. */
export async function seasonWorld(db: Kysely<DB>, options: { learners?: number; examiners?: number; cohort?: TestCohort; examinerIds?: { id: string }[]; dayState?: "published" | "closed" } = {}): Promise<SeasonWorld> {
  const cohort = options.cohort ?? (await makeCohort(db, { learners: options.learners ?? 1 }));
  const chapterSlug = cohort.chapters[0]!;
  const rubricHash = await publishDefenseRubric(db);
  const tasks = (await db.selectFrom("defense_task as t").innerJoin("defense_task_version as v", "v.hash", "t.current_hash").select(["t.chapter_slug as slug", "v.body"]).where("t.retired_at", "is", null).where("t.chapter_slug", "!=", chapterSlug).execute()).map(({ slug, body }) => ({ chapterSlug: slug, task: body as unknown as typeof TASK }));
  await inTransaction(db, "publish tasks", (trx) => publishTasks(trx, { tasks: [...tasks, { chapterSlug, task: TASK }], now: SEASON_BEGINS }));
  const { current_hash: taskHash } = await db.selectFrom("defense_task").select("current_hash").where("chapter_slug", "=", chapterSlug).executeTakeFirstOrThrow();
  const examiners = options.examinerIds ?? [];
  while (examiners.length < (options.examiners ?? 3)) examiners.push(await cohort.people.person({ roles: [["examiner", { kind: "company" }]] }));
  const day = await db
    .insertInto("defense_day")
    .values({ cohort_id: cohort.id, title: "第三章答辩", starts_at: SEASON_BEGINS, ends_at: new Date(SEASON_BEGINS.getTime() + 9 * HOUR_MS), time_zone: "Asia/Shanghai", state: options.dayState ?? "closed", panel_size: 3, presentation_minutes: 8, question_minutes: 10, deliberation_minutes: 5, bring: null, published_at: SEASON_BEGINS, created_by: cohort.instructor.id, created_at: SEASON_BEGINS })
    .returning("id")
    .executeTakeFirstOrThrow();
  return {
    cohort,
    chapterSlug,
    examiners,
    dayId: day.id,
    rubricHash,
    async defended(learner, levels, { at = SEASON_BEGINS, state = "signed" } = {}) {
      return inTransaction(db, "a defense", async (trx) => {
        // A place of its own each: nobody needs to wait for a room here.
        const position = Number((await trx.selectFrom("defense_place").select(({ fn }) => fn.countAll().as("n")).where("day_id", "=", day.id).executeTakeFirstOrThrow()).n) + 1;
        const place = await trx.insertInto("defense_place").values({ day_id: day.id, position, name: `会议室 ${position}`, link: null }).returning("id").executeTakeFirstOrThrow();
        const slotId = randomUUID();
        const starts = new Date(at.getTime() + position * 60_000);
        await trx.insertInto("defense_slot").values({ id: slotId, day_id: day.id, place_id: place.id, enrolment_id: learner.enrolmentId, starts_at: starts, ends_at: new Date(starts.getTime() + 1000), state: "held", created_at: at }).execute();
        const defense = await trx.insertInto("defense").values({ slot_id: slotId, state, presenting_at: at, questioning_at: at, scoring_at: at, revealed_at: at, decided_at: state === "signed" ? at : null, signed_at: state === "signed" ? at : null, closed_reason: null }).returning("id").executeTakeFirstOrThrow();
        await trx.insertInto("defense_chapter").values({ defense_id: defense.id, chapter_slug: chapterSlug, position: 1, task_hash: taskHash, rubric_hash: rubricHash }).execute();
        for (const [number, given] of Object.entries(levels)) {
          const key = { defense_id: defense.id, examiner_id: examiners[Number(number)]!.id };
          await trx.insertInto("defense_lock").values({ ...key, at }).execute();
          await trx.insertInto("defense_score").values(given.map((level, index) => ({ ...key, chapter_slug: chapterSlug, criterion_id: CRITERIA[index]!, rubric_hash: rubricHash, level, note: null, at }))).execute();
        }
        return slotId;
      });
    },
  };
}
