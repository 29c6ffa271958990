/** Defenses that are held by the real use cases: a published day, a panel of three, one slot for each learner. */
import { randomUUID } from "node:crypto";
import type { Kysely, Transaction } from "kysely";
import { inTransaction } from "~/db/index.server";
import type { DB } from "~/db/schema";
import type { Rubric } from "~/marking";
import { publishRubrics } from "~/marking/index.server";
import type { Actor } from "~/people";
import type { Step } from "~/pipeline";
import { createLog } from "~/platform/log.server";
import { type DefenseTask, chairPosition, criterionPositions, promptPosition } from "~/steps/defense";
import { agreeLevel, beginDefense, decideVerdict, lockScores, moveDefense, planDay, proposeSchedule, publishDay, publishTasks, saveSheet, signVerdict, type VerdictInput, type VerdictPost } from "~/steps/defense/index.server";
import { type Learner, makeChapters, makeCohort, type TestCohort } from "./cohorts";

const BEFORE: Step[] = ["preview", "quiz", "lecture", "group-work", "role-play", "homework"];
const text = (zh: string) => ({ zh, en: zh });

export const PLANNED_AT = new Date("2026-03-20T01:00:00Z");
/** Nine in the morning in Shanghai. */
export const DAY_BEGINS = new Date("2026-04-10T01:00:00Z");

export const RUBRIC: Rubric = {
  key: "test-defense",
  use: "defense",
  title: text("答辩"),
  criteria: ["people", "grounds", "approach", "decision", "asks", "lessons"].map((id) => ({ id, title: text(`项 ${id}`), competencies: ["build-trust"], levels: [0, 1, 2, 3].map((points) => ({ points, text: text(`${id} ${points}`) })) })),
};
export const TASK: DefenseTask = {
  rubric: RUBRIC.key,
  minutes: { presentation: 8, questions: 10, deliberation: 5 },
  task: text("讲一家客户"),
  exhibits: [],
  prompts: ["veto", "fact"].map((id) => ({ id, theme: text(`题 ${id}`), text: text(`问 ${id}`), looksFor: [text(`要点 ${id}`)], criteria: RUBRIC.criteria.map((criterion) => criterion.id) })),
};

export type Levels = readonly number[];

export interface DefenseRoomWorld {
  cohort: TestCohort;
  chapter: string;
  /** The panel, the chair first. */
  panel: Actor[];
  chair: Actor;
  slotId: string;
  candidate: Learner;
  candidateActor: Actor;
  /** So many minutes into the slot. */
  at(minute: number): Date;
  act<T>(work: (trx: Transaction<DB>) => Promise<T>): Promise<T>;
  /** Does something that must go well. */
  well<T>(work: (trx: Transaction<DB>) => Promise<{ ok: true; value: T } | { ok: false; error: { code: string } }>): Promise<T>;
  begin(): Promise<void>;
  /** Goes on to the scoring. */
  toScoring(): Promise<void>;
  /** Puts values into somebody's sheet as their device would, over whatever stands there. */
  put(examiner: Actor, values: Readonly<Record<number, string>>): Promise<void>;
  score(examiner: Actor, levels: Levels, note?: string): Promise<void>;
  lock(examiner: Actor): Promise<string>;
  /** Everybody scores and locks. */
  scoreAll(levels: readonly Levels[]): Promise<void>;
  agree(criterionId: string, level: number): Promise<void>;
  /** The chair writes and decides. */
  decide(outcome: VerdictInput["outcome"], condition?: VerdictInput["condition"]): Promise<string>;
  sign(examiner: Actor): Promise<string>;
  /** From the beginning to the last signature. */
  hold(levels: readonly Levels[], outcome: VerdictInput["outcome"], condition?: VerdictInput["condition"]): Promise<void>;
  state(): Promise<string>;
}

/** A cohort whose learner's road begins with the defense, and a slot for it with a panel of `examiners`. */
export async function defenseRoomWorld(db: Kysely<DB>, options: { examiners?: number; post?: VerdictPost } = {}): Promise<DefenseRoomWorld> {
  const [chapter = ""] = await makeChapters(db, 1, BEFORE);
  const cohort = await makeCohort(db, { chapters: [chapter], learners: 1 });
  const candidate = cohort.learners[0]!;
  await inTransaction(db, "content", async (trx) => {
    await publishRubrics(trx, { rubrics: [RUBRIC], now: PLANNED_AT });
    const before = await trx.selectFrom("defense_task as t").innerJoin("defense_task_version as v", "v.hash", "t.current_hash").select(["t.chapter_slug as chapterSlug", "v.body"]).execute();
    await publishTasks(trx, { tasks: [...before.map(({ chapterSlug, body }) => ({ chapterSlug, task: body as unknown as DefenseTask })), { chapterSlug: chapter, task: TASK }], now: PLANNED_AT });
  });
  const size = options.examiners ?? 3;
  const examiners: Actor[] = [];
  for (let at = 0; at < size; at += 1) examiners.push(await cohort.people.actor("examiner"));
  const act: DefenseRoomWorld["act"] = (work) => inTransaction(db, "test", work);
  const well: DefenseRoomWorld["well"] = async (work) => {
    const result = await act(work);
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    return result.value;
  };
  const { dayId } = await well((trx) =>
    planDay(trx, cohort.instructor, {
      cohortId: cohort.id,
      title: "答辩",
      startsAt: DAY_BEGINS,
      endsAt: new Date(DAY_BEGINS.getTime() + 8 * 3_600_000),
      breaks: [],
      places: [{ name: "会议室", link: null }],
      chapterSlugs: [chapter],
      panelSize: size,
      presentationMinutes: 8,
      questionMinutes: 10,
      deliberationMinutes: 7,
      changeoverMinutes: 5,
      longestRun: 4,
      bring: null,
      examinerIds: examiners.map(({ id }) => id),
      enrolmentIds: null,
      now: PLANNED_AT,
    }),
  );
  const key = { cohortId: cohort.id, dayId, now: PLANNED_AT };
  await well((trx) => proposeSchedule(trx, key));
  await well((trx) => publishDay(trx, cohort.instructor, key, { write: (to, letter) => ({ subject: letter.kind, body: to.name }), log: createLog({ LOG_LEVEL: "silent", LOG_PRETTY: false, NODE_ENV: "test" }) }));
  const slot = await db.selectFrom("defense_slot").select(["id", "starts_at as startsAt"]).where("day_id", "=", dayId).executeTakeFirstOrThrow();
  const seats = await db.selectFrom("defense_panelist").select(["person_id as personId", "chair"]).where("slot_id", "=", slot.id).orderBy("chair", "desc").orderBy("id").execute();
  const panel = seats.map(({ personId }) => examiners.find(({ id }) => id === personId)!);
  const at = (minute: number): Date => new Date(slot.startsAt.getTime() + minute * 60_000);
  const base = { slotId: slot.id };

  const world: DefenseRoomWorld = {
    cohort,
    chapter,
    panel,
    chair: panel[0]!,
    slotId: slot.id,
    candidate,
    candidateActor: { ...cohort.instructor, id: candidate.personId, email: candidate.email, grants: [{ role: "learner", scope: "company" }] },
    at,
    act,
    well,
    async begin() {
      await well((trx) => beginDefense(trx, world.chair, { ...base, now: at(0) }));
    },
    async toScoring() {
      await well((trx) => moveDefense(trx, world.chair, { ...base, kind: "advance", from: "presenting", now: at(8) }));
      await well((trx) => moveDefense(trx, world.chair, { ...base, kind: "advance", from: "questioning", now: at(18) }));
    },
    async put(examiner, values) {
      const held = await db
        .selectFrom("defense_draft as w")
        .innerJoin("defense as d", "d.id", "w.defense_id")
        .select(["w.position", "w.revision"])
        .where("d.slot_id", "=", slot.id)
        .where("w.examiner_id", "=", examiner.id)
        .execute();
      const ops = Object.entries(values).map(([position, value]) => ({ opId: randomUUID(), position: Number(position), baseRevision: held.find((one) => one.position === Number(position))?.revision ?? 0, value }));
      const { receipts } = await well((trx) => saveSheet(trx, examiner, { ...base, ops, now: at(12) }));
      if (receipts.some(({ outcome }) => outcome !== "accepted")) throw new Error(JSON.stringify(receipts));
    },
    async score(examiner, levels, note) {
      const values = levels.map((level, index): [number, string] => [criterionPositions(index).level, String(level)]);
      await world.put(examiner, Object.fromEntries([...values, ...(note === undefined ? [] : [[criterionPositions(0).note, note] as const, [promptPosition(0), "good"] as const])]));
    },
    lock: (examiner) => well((trx) => lockScores(trx, examiner, { ...base, now: at(20) })),
    async scoreAll(levels) {
      for (const [index, examiner] of panel.entries()) {
        await world.score(examiner, levels[index] ?? [], `笔记 ${index}`);
        await world.lock(examiner);
      }
    },
    async agree(criterionId, level) {
      await well((trx) => agreeLevel(trx, world.chair, { ...base, chapterSlug: chapter, criterionId, level, now: at(22) }));
    },
    async decide(outcome, condition = null) {
      await world.put(world.chair, { [chairPosition("strengths")]: "看人看得准", [chairPosition("redo")]: "补一件事实", [chairPosition("minutes")]: "纪要只给考官", [criterionPositions(0).remark]: "说到了没出面的人" });
      return (await well((trx) => decideVerdict(trx, world.chair, { ...base, outcome, condition, now: at(24) }))).verdictId;
    },
    async sign(examiner) {
      const { id } = await db.selectFrom("defense_verdict as v").innerJoin("defense as d", "d.id", "v.defense_id").select("v.id").where("d.slot_id", "=", slot.id).orderBy("v.id", "desc").executeTakeFirstOrThrow();
      return well((trx) => signVerdict(trx, examiner, { ...base, verdictId: id, now: at(25) }, options.post ?? null));
    },
    async hold(levels, outcome, condition) {
      await world.begin();
      await world.toScoring();
      await world.scoreAll(levels);
      await world.decide(outcome, condition);
      for (const examiner of panel) await world.sign(examiner);
    },
    state: () => cohort.state(candidate, "defense"),
  };
  return world;
}
