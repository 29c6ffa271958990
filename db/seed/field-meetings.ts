import { randomUUID } from "node:crypto";
import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { dealsOfTeams } from "~/deals/index.server";
import type { Actor } from "~/people";
import { addMinute, beginMeeting, endMeeting, followUp, logCoaching, makeCommitment, seeCoaching, settleCommitment } from "~/steps/field-tracking/index.server";
import { dayAt, momentAt } from "./deal-invoices";
import { actorOf, must } from "./field";
import type { SeededCompany } from "./seed-company";

/** What was promised in a meeting, and what became of it by the next one. */
interface Promised {
  by: string;
  body: string;
  due: number;
  became?: { act: "done" | "dropped"; result: string } | { act: "moved"; due: number; result: string };
}

/** The last three meetings of the Shanghai team; days from the day of seeding. */
const MEETINGS: readonly { day: number; minute: string; promised: readonly Promised[] }[] = [
  {
    day: -20,
    minute: "漏斗前两段的项目太久没动，先把人补齐，再谈方案。",
    promised: [
      { by: "lin-lan", body: "请能源主管引见财务总监，只问一件事：这笔钱算投资还是费用", due: -14, became: { act: "done", result: "见了二十分钟，他要一张三年现金流" } },
      { by: "gu-siyuan", body: "把客户上一年的停机记录要到手", due: -13, became: { act: "moved", due: -6, result: "设备部说月底统一给" } },
      { by: "wang-xiaowei", body: "请夜班班长带着走一遍，记下最费电的三台设备", due: -13, became: { act: "done", result: "他当场指出一台空压机常年空转" } },
    ],
  },
  {
    day: -13,
    minute: "每个项目先报客户做了什么，再报我们做了什么。",
    promised: [
      { by: "xu-mubai", body: "和设计者把两条要求写成能测的指标", due: -6, became: { act: "done", result: "精度和响应时间都写成了数字" } },
      { by: "lu-jiahe", body: "约发起者算清去年多花的电费", due: -6, became: { act: "dropped", result: "项目停了，客户今年不动预算" } },
      { by: "lin-lan", body: "把三年现金流发给财务总监，约他改一遍", due: -6 },
    ],
  },
  {
    day: -6,
    minute: "超时的项目这周定去留：补一个日期，或者折返。",
    promised: [
      { by: "qian-yutong", body: "给两家沉下来的客户各打一通电话，问谁还在关心能耗", due: 1 },
      { by: "ouyang-sheng", body: "请发起者把停机记录补齐，写进痛点表", due: 2 },
      { by: "wang-xiaowei", body: "请决策者定一个立项会的日期", due: 1 },
    ],
  },
];

/** Meetings of the Shanghai team, and what managers saw on joint visits. */
export async function seedFieldMeetings(trx: Transaction<DB>, seeded: SeededCompany, today: Date): Promise<void> {
  const manager = await actorOf(trx, seeded, "shen-yanqiu");
  const teamId = seeded.teams.get("east-shanghai") ?? "";
  const deals = await dealsOfTeams(trx, [teamId], { state: "open" });
  const due: { commitmentId: string; became: NonNullable<Promised["became"]> }[] = [];
  for (const { day, minute, promised } of MEETINGS) {
    const { meetingId } = must(await beginMeeting(trx, manager, { teamId, now: momentAt(today, day) }), "a meeting");
    for (const { commitmentId, became } of due.splice(0)) {
      must(await settleCommitment(trx, manager, { commitmentId, act: became.act, result: became.result, now: momentAt(today, day), ...("due" in became ? { dueOn: dayAt(today, became.due) } : {}) }), "a commitment");
    }
    must(await addMinute(trx, manager, { meetingId, dealId: null, body: minute, now: momentAt(today, day) }), "a minute");
    for (const { by, body, due: on, became } of promised) {
      const ownerId = seeded.people.get(by) ?? "";
      const dealId = deals.find((deal) => deal.ownerId === ownerId)?.id ?? null;
      const { commitmentId } = must(await makeCommitment(trx, manager, { meetingId, opId: randomUUID(), ownerId, dealId, body, dueOn: dayAt(today, on), now: momentAt(today, day) }), "a commitment");
      if (became) due.push({ commitmentId, became });
    }
    must(await endMeeting(trx, manager, { meetingId, now: new Date(momentAt(today, day).getTime() + 50 * 60_000) }), "the end of a meeting");
  }
  await coach(trx, seeded, today, manager);
}

async function coach(trx: Transaction<DB>, seeded: SeededCompany, today: Date, shanghai: Actor): Promise<void> {
  const guangzhou = await managerOf(trx, seeded, "south-guangzhou");
  const note = (actor: Actor, person: string, day: number, more: Omit<Parameters<typeof logCoaching>[2], "opId" | "personId" | "dealId" | "observedOn" | "now" | "followUpOn"> & { followUp: number }) => {
    const { followUp: on, ...rest } = more;
    return logCoaching(trx, actor, { ...rest, opId: randomUUID(), personId: seeded.people.get(person) ?? "", dealId: null, observedOn: dayAt(today, day), followUpOn: dayAt(today, on), now: momentAt(today, day) });
  };
  const first = must(
    await note(shanghai, "lu-jiahe", -17, {
      occasion: "和盛铸造，高厂长，第二次拜访",
      lines: [
        { competency: "communication", level: 3, behaviour: "进门先说：“上个月夜班单耗反超，我带来三家同行的数。”", reaction: "厂长放下手机，把椅子转了过来" },
        { competency: "consultative-selling", level: 1, behaviour: "厂长说“电费是贵”，他马上翻到方案第 3 页讲了九分钟", reaction: "厂长看了两次表，说资料先放着" },
      ],
      ownView: "开头顺，一听他说贵就急着讲方案，后面都是我在说",
      agreed: "客户说出“贵”“慢”“乱”的时候，先问“上个月是多少”，写下数字再往下走",
      followUp: -5,
    }),
    "a coaching note",
  );
  must(await followUp(trx, shanghai, { noteId: first.noteId, state: "partly", note: "问了一次数字，第二次又忍不住讲方案", now: momentAt(today, -4) }), "a follow-up");
  must(
    await note(shanghai, "wang-xiaowei", -8, {
      occasion: "沪岚电子，分管运营的副总",
      lines: [
        { competency: "decision-maker-visits", level: 3, behaviour: "四段各讲五分钟，最后问：“立项会您希望哪天开？”", reaction: "副总翻了日历，说下下周三" },
        { competency: "presentation", level: 2, behaviour: "把回收期画成一条线，停在第 19 个月", reaction: "他问：“电价再降一成，这条线停在哪里？”" },
      ],
      ownView: "挑战那一段讲快了，别的都按准备的来",
      agreed: "讲完挑战先停下来，等他说一句再讲痛点",
      followUp: -1,
    }),
    "a coaching note",
  );
  must(
    await note(guangzhou, "xian-zhihao", -12, {
      occasion: "岭澄饮料，设备经理",
      lines: [
        { competency: "consultative-selling", level: 2, behaviour: "问：“漏气一次，停哪条线，停多久？”", reaction: "设备经理拿出停机登记本翻给他看" },
        { competency: "negotiation", level: 0, behaviour: "对方提“先打个九折”，他说“我回去申请”", reaction: "设备经理笑了笑，又问能不能再送一年维保" },
      ],
      ownView: "不知道怎么接价格，怕谈崩",
      agreed: "听到要折扣，先问“拿什么来比”，再说要回去商量的条件",
      followUp: 5,
    }),
    "a coaching note",
  );
  await seeCoaching(trx, await actorOf(trx, seeded, "lu-jiahe"), momentAt(today, -16));
}

async function managerOf(trx: Transaction<DB>, seeded: SeededCompany, team: string): Promise<Actor> {
  const { person_id } = await trx.selectFrom("role_grant").select("person_id").where("team_id", "=", seeded.teams.get(team) ?? "").where("role", "=", "manager").executeTakeFirstOrThrow();
  const key = [...seeded.people].find(([, id]) => id === person_id)?.[0] ?? "";
  return actorOf(trx, seeded, key);
}
