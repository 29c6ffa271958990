/** Words of the demo's examiners, taken in turn. */
import type { PromptMark } from "~/steps/defense";

/** Notes by level: what one heard. */
export const NOTES: readonly (readonly string[])[] = [
  ["只谈设备主管，问到财务就说“还不熟”。", "用“聊得来”代替事实，追问两次都没有日期。"],
  ["四种角色说得全，到这家客户身上放错了一个。", "准备过，一追问就回到产品上。"],
  ["每个判断都拿得出一件客户做过的事。", "三分钟讲完，要了一次现场测量。"],
  ["主动说哪一行最没把握，并且已经约人核实。", "先给了对方用得上的数据，再问，客户说出了审批流程。"],
];

/** What is heard, so far, by how well it went in all. */
export const STRENGTHS = [
  "人看得准，敢说不知道，追问之下不改口。",
  "每个判断后面都有一件事，日期也记得住。",
  "见决策者的三分钟干净利落，没有一句公司介绍。",
  "对两种性格的人确实换了说法，不是背的。",
] as const;

export const REDO = [
  "关系阶段还像是感觉：下周请设备主管回忆一件他替你做过的事，写进表里。",
  "决策者那一行缺引见的人，先补上，再约。",
  "三种支持者里没有“拦对手”的人，想清楚谁愿意、为什么。",
] as const;

export const REMARKS = ["追问到第三个人时证据变薄。", "这一项答得最实在。", "说法对，动作还没有做过。"] as const;

export const FAILED = {
  strengths: "态度好，肯听，当场承认没有准备财务经理这一行。",
  redo: "整张表重做：四种角色各写一件事实和日期；去现场找使用者和财务各谈一次，再回来答辩。",
} as const;

export const CONDITION = "请设备主管引见，当面见一次决策者，带回一件具体的小事（谁、做什么、哪天），写进客户关系发展表。";
export const CHANGED = ["听了另外两位说的细节，前面漏记了他讲的第二个人。", "重看表里那一行，确实有日期，我当时没看到。", "把“说得好”和“做过”混在一起了，按做过的算。", "那一段我在记上一题，没有听全。"] as const;
export const MINUTES = "两位考官追问了同一行，候选人没有改口。下次答辩前请人事核对排期，避免连排五场。";

/** How an answer is marked by the level it speaks for. */
export function markFor(level: number): PromptMark {
  return level >= 3 ? "good" : level === 2 ? "partly" : "weak";
}
