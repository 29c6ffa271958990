import type { Step } from "~/pipeline";

const DAY_MS = 86_400_000;

/** How far a learner of the demo has come: the last thing that happened to them. */
export type Progress =
  | { at: "start" }
  | { at: "preview"; sections: number }
  | { at: "quiz"; attempts: readonly number[]; marked: boolean }
  | { at: Exclude<Step, "preview" | "quiz">; outcome: "reached" | "failed" }
  | { at: "summit" };

/** One cohort of the demo story; days count from the day of seeding. */
export interface DemoCohort {
  name: string;
  startsInDays: number;
  endsInDays: number;
  state: "draft" | "open" | "closed";
  chapters: string[];
  instructors: string[];
  /** The class: days from the day of seeding; held already when it lies before. */
  lecture: { inDays: number; place: string };
  /** Teams whose salespeople take part. */
  teams: string[];
  /** Exceptions, by person; everybody else follows `usual`. */
  people: Record<string, Progress>;
  usual: readonly Progress[];
}

/** Three cohorts: one finished, one in the middle of its road, one about to begin. */
export const DEMO_COHORTS: readonly DemoCohort[] = [
  {
    name: "春季班 · 华南",
    startsInDays: -150,
    endsInDays: -20,
    state: "closed",
    chapters: ["03-build-trust"],
    lecture: { inDays: -142, place: "广州 · 天河培训中心 2 号教室" },
    instructors: ["cheng-yizhou"],
    teams: ["south-guangzhou", "south-foshan"],
    people: { "luo-junxi": { at: "field-tracking", outcome: "reached" }, "ou-jingxing": { at: "defense", outcome: "failed" } },
    usual: [{ at: "summit" }],
  },
  {
    name: "秋季班 · 华东与天津",
    startsInDays: -21,
    endsInDays: 70,
    state: "open",
    chapters: ["03-build-trust"],
    lecture: { inDays: 1, place: "上海 · 衡能大厦 6 楼培训室" },
    instructors: ["lu-minghui", "cheng-yizhou"],
    teams: ["east-shanghai", "east-suzhou", "north-tianjin"],
    people: {
      "lin-lan": { at: "preview", sections: 2 },
      "gu-siyuan": { at: "quiz", attempts: [], marked: true },
      "lu-jiahe": { at: "quiz", attempts: [0.55], marked: true },
      "xu-mubai": { at: "quiz", attempts: [0.95], marked: false },
      "qian-yutong": { at: "start" },
      "yao-ziqian": { at: "quiz", attempts: [0.4, 0.5, 0.55], marked: true },
      "wang-xiaowei": { at: "role-play", outcome: "reached" },
      "dai-liqin": { at: "group-work", outcome: "reached" },
      "jin-zhehao": { at: "role-play", outcome: "failed" },
      "ouyang-sheng": { at: "lecture", outcome: "reached" },
    },
    usual: [
      { at: "lecture", outcome: "reached" },
      { at: "preview", sections: 5 },
      { at: "lecture", outcome: "reached" },
      { at: "quiz", attempts: [0.95], marked: false },
      { at: "lecture", outcome: "reached" },
      { at: "quiz", attempts: [], marked: true },
      { at: "preview", sections: 7 },
      { at: "lecture", outcome: "reached" },
    ],
  },
  {
    name: "冬季班 · 石家庄",
    startsInDays: 7,
    endsInDays: 100,
    state: "open",
    chapters: ["03-build-trust"],
    lecture: { inDays: 35, place: "石家庄 · 裕华路办公室会议室" },
    instructors: ["lu-minghui"],
    teams: ["north-shijiazhuang"],
    people: {},
    usual: [{ at: "start" }],
  },
];

/** The day `days` after `today` at `hour` o'clock UTC; minutes are added to spread people over the day. */
export function dayOf(today: Date, days: number, hour: number, minutes = 0): Date {
  const midnight = Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate());
  return new Date(midnight + days * DAY_MS + hour * 3_600_000 + minutes * 60_000);
}
