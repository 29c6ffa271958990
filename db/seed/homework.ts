import type { Transaction } from "kysely";
import { createGroup } from "~/cohorts/index.server";
import type { DB } from "~/db/schema";
import type { CriterionPoints } from "~/marking";
import { currentRubric } from "~/marking/index.server";
import { randomFrom } from "~/platform/random";
import type { Result } from "~/platform/result";
import { sheetsOfMember } from "~/sheets/index.server";
import { carrySheet, currentAssignment, giveReview, handIn, logRehearsal, markSubmission, openReview, saveTexts } from "~/steps/homework/index.server";
import { stableUuid } from "./stable-uuid";
import type { Walker } from "./walk-road";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Words of the demo's learners, taken in turn. */
const TEXTS: Record<string, readonly string[]> = {
  introduction: [
    "我是衡能的，上个月刚帮隔壁园区的一家食品厂把峰段电费降了一成。您这边现在最费电的是哪条线？",
    "去年我们替一家电镀厂省下了二十六万度电，用的是错峰排班。您的班次是谁来定？",
    "我负责工厂节能，最近一个项目把空压站的停机从每月三次降到了零。您上一次停机是什么时候？",
  ],
  plan: [
    "第一周：请设备主管带我走一遍现场，量三条线的峰段用电，他愿意把记录给我就算成。第二周：和财务经理核对电费单，拿到去年十二个月的数字。第三周：请设备主管引见生产副总，只谈停产损失。第四周：和副总、财务一起看测算。走不通时，改由工会主席牵头办一次用电安全课。",
    "第一周约使用者，听他们说哪一台最难伺候，有人主动加我微信算成。第二周把抱怨整理成一页纸给发起者看，由他改过再往上送。第三周在他们的月度例会上讲十分钟。第四周单独见决策者，带同行的三个数字。若例会进不去，就先请他们来我们的样板客户看一天。",
    "周一见技术负责人，请他改我们的测试方案；周四去现场试装一台。第二周一起看数据，请他向厂长汇报，我只在场答疑。第三周见厂长，三分钟讲清损失和办法。第四周定采购标准。厂长不见，就请集团安全部来检查时一起谈。",
  ],
  doubt: ["生产副总到底管不管预算，是听设备主管说的，还没有第二个人证实。下周问财务经理审批流程。"],
};

const REMARKS = ["四周计划每一步都写了看什么反应，值得学；表里第二行的判断没有写凭哪件事，先补上。", "一句话介绍问得好；推进计划第三周缺负责人，先改这里。", "决策者那一行写得最实在；关系阶段像是感觉，补一件他做过的事。"] as const;
const WENT = ["问到停机损失时“客户”愿意接着说，一讲产品他就看表。", "开场短了一半，对方主动问我们做过哪些厂。", "被追问价格时慌了，停下来反问一句就稳住了。"] as const;

export interface HomeworkOfStory {
  cohortId: string;
  chapterSlug: string;
  instructorId: string;
  /** Those who did their homework, in the order in which they handed in. */
  walkers: readonly Walker[];
  /** When the first rehearses. */
  begins: Date;
}

/** A class does its homework to the end, by the same use cases as everybody: rehearsed, handed in, reviewed by peers, accepted. */
export async function doHomework(trx: Transaction<DB>, story: HomeworkOfStory): Promise<void> {
  const { cohortId, chapterSlug, walkers, begins } = story;
  if (walkers.length === 0) return;
  const groups = studyGroups(walkers);
  for (const [at, group] of groups.entries()) {
    must("study group", await createGroup(trx, story.instructorId, { cohortId, purpose: "study", name: `学习小组 ${at + 1}`, enrolmentIds: group.map(({ enrolmentId }) => enrolmentId), now: begins }));
    await rehearse(trx, story, group, at);
  }
  const submissions: string[] = [];
  for (const [at, walker] of walkers.entries()) submissions.push(await write(trx, story, walker, at));
  await review(trx, story, new Date(begins.getTime() + 5 * DAY_MS));
  for (const [at, submissionId] of submissions.entries()) {
    const now = new Date(begins.getTime() + 7 * DAY_MS + at * HOUR_MS);
    const criteria = await levels(trx, chapterSlug, `${walkers[at]?.seed ?? ""} homework`, 0.8);
    must("accept", await markSubmission(trx, { id: story.instructorId }, { cohortId, submissionId, verdict: "accepted", criteria, remark: REMARKS[at % REMARKS.length] ?? null, now }));
  }
}

/** Three to six of them each, as they come. */
function studyGroups(walkers: readonly Walker[]): Walker[][] {
  if (walkers.length < 3) return [];
  const count = Math.max(1, Math.floor(walkers.length / 4));
  return Array.from({ length: count }, (_, group) => walkers.filter((_walker, at) => at % count === group));
}

async function rehearse(trx: Transaction<DB>, { chapterSlug, begins }: HomeworkOfStory, group: readonly Walker[], at: number): Promise<void> {
  for (const [time, part] of ["opening", "plan"].entries()) {
    const walker = group[time % group.length];
    if (!walker) continue;
    const now = new Date(begins.getTime() + (1 + time) * DAY_MS + 10 * HOUR_MS);
    const people = group.map(({ enrolmentId }) => enrolmentId);
    must("rehearsal", await logRehearsal(trx, { id: walker.personId }, { enrolmentId: walker.enrolmentId, chapterSlug, heldOn: now.toISOString().slice(0, 10), minutes: 30 + 10 * time, part, people, went: WENT[(at + time) % WENT.length] ?? "", focus: time === 0 ? "问句再短一半" : "先说数字，再说办法", now }));
  }
}

async function write(trx: Transaction<DB>, { cohortId, chapterSlug, begins }: HomeworkOfStory, walker: Walker, at: number): Promise<string> {
  const actor = { id: walker.personId };
  const key = { enrolmentId: walker.enrolmentId, chapterSlug };
  const now = new Date(begins.getTime() + 3 * DAY_MS + at * HOUR_MS);
  const assignment = (await currentAssignment(trx, chapterSlug))?.assignment;
  if (!assignment) throw new Error("the demo's chapter has no homework");
  for (const part of assignment.parts) {
    if (part.kind !== "sheet") continue;
    const [source] = await sheetsOfMember(trx, { personId: walker.personId, cohortId, key: part.sheet });
    must("sheet", await carrySheet(trx, actor, { ...key, part: part.id, from: source?.id ?? null, title: part.title.zh, locale: "zh", now }));
  }
  const ops = assignment.parts.flatMap((part, position) => {
    const choices = TEXTS[part.id] ?? [];
    const value = choices[at % Math.max(1, choices.length)];
    return part.kind === "text" && value !== undefined ? [{ opId: stableUuid(`${walker.seed} homework ${part.id}`), position: position + 1, baseRevision: 0, value }] : [];
  });
  must("text", await saveTexts(trx, actor, { ...key, ops, now }));
  return must("hand in", await handIn(trx, actor, { ...key, now })).submissionId;
}

/** Everybody answers what they were asked for. */
async function review(trx: Transaction<DB>, { cohortId, chapterSlug, walkers }: HomeworkOfStory, from: Date): Promise<void> {
  const asked = await trx
    .selectFrom("homework_review as r")
    .innerJoin("enrolment as e", "e.id", "r.reviewer_id")
    .innerJoin("homework_submission as s", "s.id", "r.submission_id")
    .select(["r.id", "e.person_id as personId", "s.submitted_at as submittedAt"])
    .where("e.cohort_id", "=", cohortId)
    .where("r.state", "=", "asked")
    .where("r.reviewer_id", "in", walkers.map(({ enrolmentId }) => enrolmentId))
    .orderBy("s.submitted_at")
    .orderBy("e.person_id")
    .execute();
  for (const [at, { id, personId }] of asked.entries()) {
    const now = new Date(from.getTime() - 24 * HOUR_MS + at * 600_000);
    await openReview(trx, { id: personId }, { reviewId: id, now });
    must("review", await giveReview(trx, { id: personId }, { reviewId: id, criteria: await levels(trx, chapterSlug, `${personId} ${at}`, 0.65), remark: REMARKS[at % REMARKS.length] ?? "", now }));
  }
}

async function levels(trx: Transaction<DB>, chapterSlug: string, seed: string, skill: number): Promise<CriterionPoints> {
  const assignment = (await currentAssignment(trx, chapterSlug))?.assignment;
  const rubric = assignment && (await currentRubric(trx, assignment.rubric));
  if (!rubric) throw new Error("the demo's homework has no rubric");
  const random = randomFrom(seed);
  return Object.fromEntries(rubric.rubric.criteria.map(({ id, levels: all }) => [id, all[Math.min(all.length - 1, Math.floor((skill * 0.7 + random() * 0.4) * all.length))]?.points ?? 0]));
}

function must<T>(what: string, result: Result<T, { code: string }>): T {
  if (!result.ok) throw new Error(`the demo's homework was refused (${what}): ${result.error.code}`);
  return result.value;
}
