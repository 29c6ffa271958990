import { randomUUID } from "node:crypto";
import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import type { Deal } from "~/deals";
import { dealsOf, sheetsOfDeals } from "~/deals/index.server";
import type { Actor } from "~/people";
import { loadActor } from "~/people/index.server";
import { applyCommand } from "~/pipeline/index.server";
import { randomFrom } from "~/platform/random";
import type { Result } from "~/platform/result";
import { confirmApplication, logApplication, returnApplication, writeCheckpoint } from "~/steps/field-tracking/index.server";
import { dayAt, momentAt } from "./deal-invoices";
import type { DemoCompany } from "./read-company";
import type { SeededCompany } from "./seed-company";
import { DEMO_COHORTS } from "./story";

/** Who is not through yet: how many uses were confirmed, and what became of the last one. */
const UNDER_WAY: Readonly<Record<string, { confirmed: number; last: "waiting" | "returned" | "lying" }>> = {
  "luo-junxi": { confirmed: 1, last: "waiting" },
  "mo-zian": { confirmed: 2, last: "lying" },
  "su-xiaoman": { confirmed: 2, last: "returned" },
};

/** What learners wrote down, by tool; the customer's words first. */
const NOTES: Readonly<Record<string, readonly string[]>> = {
  "one-sentence-intro": [
    "开场讲完，设备经理放下手机问：“哪家食品厂？能去看吗？”",
    "用“同行一年省了一条线的电费”开的场，厂长让我坐下来讲，原定十分钟讲了半小时。",
    "先说带来了隔壁园区的用电曲线，前台直接叫了能源主管下来。",
  ],
  "buying-role-map": [
    "问“这件事以前是谁定的”，才知道财务总监有否决权，图上补了他，下周请发起者引见。",
    "画给发起者看，他把使用者的名字改了：真正天天用的是夜班班长。",
    "决策者一栏原来空着，厂长助理说预算归运营副总，已约周四。",
  ],
  "relationship-development": [
    "设计者主动要了精度测试报告，关系从认识改到互动，证据写上了。",
    "照表上的下一步，请使用者带着走了一遍空压站，他指出两处漏气。",
    "例会前改了一遍：把两个没有证据的 +1 改回 0，约了补证据的事。",
  ],
};
const REMARKS = ["客户的话写得清楚，下一步也有日期。", "角色问出来了，记得回头补证据。", "这一条让项目往前走了，带到例会上讲。"] as const;

/** Learners of the finished cohort use the tools on their deals; their managers confirm, return, and one lets it lie. */
export async function seedFieldUse(trx: Transaction<DB>, company: DemoCompany, seeded: SeededCompany, today: Date): Promise<void> {
  const finished = DEMO_COHORTS.find(({ state }) => state === "closed");
  const chapterSlug = finished?.chapters[0] ?? "";
  for (const team of company.regions.flatMap((region) => region.teams).filter(({ id }) => finished?.teams.includes(id))) {
    const manager = await actorOf(trx, seeded, team.manager.id);
    for (const [at, member] of team.members.entries()) {
      const actor = await actorOf(trx, seeded, member.id);
      const step = await trx
        .selectFrom("progress as x")
        .innerJoin("enrolment as e", "e.id", "x.enrolment_id")
        .select(["e.id as enrolmentId", "x.since"])
        .where("e.person_id", "=", actor.id)
        .where("x.chapter_slug", "=", chapterSlug)
        .where("x.step", "=", "field-tracking")
        .where("x.state", "=", "available")
        .executeTakeFirst();
      if (step) await useTools(trx, { key: member.id, actor, manager, enrolmentId: step.enrolmentId, chapterSlug, openedDay: (step.since.getTime() - today.getTime()) / 86_400_000, at, today });
    }
  }
}

interface User {
  key: string;
  actor: Actor;
  manager: Actor;
  enrolmentId: string;
  chapterSlug: string;
  /** Days from the day of seeding. */
  openedDay: number;
  at: number;
  today: Date;
}

async function useTools(trx: Transaction<DB>, user: User): Promise<void> {
  const { key, actor, manager, enrolmentId, chapterSlug, openedDay, at, today } = user;
  const deals = await dealsOf(trx, actor, { mine: true });
  const deal = await dealWithSheet(trx, deals);
  const random = randomFrom(`field ${key}`);
  if (!deal) {
    const cause = { kind: "person", actorId: manager.id, reason: "没有在谈的项目，例会上当面看过三次应用。" } as const;
    const recorded = await applyCommand(trx, { enrolmentId, chapterSlug, step: "field-tracking", command: { kind: "record", outcome: "passed", note: "主管口头确认", cause }, now: momentAt(today, Math.ceil(openedDay) + 30) });
    if (!recorded.ok) throw new Error(`the demo's field step of ${key} could not be recorded: ${recorded.error.code}`);
    return;
  }
  const story = UNDER_WAY[key] ?? { confirmed: 3, last: null };
  const tools = ["one-sentence-intro", "buying-role-map", "relationship-development"];
  const from = Math.min(-6, Math.ceil(openedDay) + 1);
  const span = -6 - from;
  for (const [number, tool] of tools.entries()) {
    const confirmed = number < story.confirmed;
    const last = number === story.confirmed ? story.last : null;
    if (!confirmed && last === null) break;
    const day = last === "waiting" ? -1 : last === "lying" ? -9 : last === "returned" ? -4 : from + Math.floor((span * (number + random() * 0.8)) / 3.2);
    const note = NOTES[tool]?.[(at + number) % 3] ?? "";
    const logged = await logApplication(trx, actor, { enrolmentId, chapterSlug, opId: randomUUID(), dealId: deal.id, sheetKey: tool, note, usedOn: dayAt(today, day), now: momentAt(today, day) });
    const applicationId = must(logged, `${key} used ${tool}`).applicationId;
    const now = momentAt(today, Math.min(-1, day + 1 + Math.floor(random() * 2)));
    if (confirmed) must(await confirmApplication(trx, manager, { applicationId, level: random() < 0.2 ? 1 : random() < 0.6 ? 2 : 3, remark: REMARKS[(at + number) % 3] ?? "", now }), `confirmed ${key}`);
    else if (last === "returned") must(await returnApplication(trx, manager, { applicationId, remark: "写上客户说的原话，再补下一步是谁、哪天。", now }), `returned ${key}`);
  }
  await checkpoint(trx, user, deal);
}

/** Checkpoints that manager and learner have looked at together, by day. */
const CHECKPOINTS = [
  { day: 30, agreed: (title: string) => `在“${title}”上把四个角色见全，每周例会前改一遍关系表`, done: "三个角色见到了，决策者由发起者引见，约好日期" },
  { day: 60, agreed: (title: string) => `“${title}”的每个人都有证据，没有证据的改回 0`, done: "改回了两处；设计者主动要了测试报告，证据写上了" },
] as const;

/** Whoever is through has looked at each checkpoint that is past with the manager. */
async function checkpoint(trx: Transaction<DB>, { key, actor, manager, enrolmentId, chapterSlug, openedDay, today }: User, deal: Deal): Promise<void> {
  if (UNDER_WAY[key]) return;
  for (const { day, agreed, done } of CHECKPOINTS) {
    if (openedDay > -day - 6) return;
    const written = { enrolmentId, chapterSlug, day, agreed: agreed(deal.title), done, sign: true, now: momentAt(today, Math.ceil(openedDay) + day + 1) };
    must(await writeCheckpoint(trx, actor, { ...written, seen: 0 }), `checkpoint of ${key}`);
    must(await writeCheckpoint(trx, manager, { ...written, seen: 1 }), `checkpoint of ${key}`);
  }
}

async function dealWithSheet(trx: Transaction<DB>, deals: readonly Deal[]): Promise<Deal | undefined> {
  const sheets = await sheetsOfDeals(trx, deals.map(({ id }) => id));
  return deals.find(({ id, closedOn }) => closedOn === null && sheets.has(id)) ?? deals.find(({ closedOn }) => closedOn === null) ?? deals[0];
}

/** Somebody of the demo with their rights. */
export async function actorOf(trx: Transaction<DB>, seeded: SeededCompany, key: string): Promise<Actor> {
  const actor = await loadActor(trx, seeded.people.get(key) ?? "");
  if (!actor) throw new Error(`the demo's ${key} is missing`);
  return actor;
}

/** What a use case answered; the story must not be refused. */
export function must<T, E extends { code: string }>(result: Result<T, E>, what: string): T {
  if (!result.ok) throw new Error(`the demo: ${what}: ${JSON.stringify(result.error)}`);
  return result.value;
}
