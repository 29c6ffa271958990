import type { Step } from "~/pipeline";

const DAY_MS = 86_400_000;

/** How far a learner of the demo has come: the last thing that happened to them. */
export type Progress =
  | { at: "start" }
  | { at: "preview"; sections: number }
  | { at: "quiz"; attempts: readonly number[]; marked: boolean }
  | { at: Exclude<Step, "preview" | "quiz">; outcome: "reached" | "failed" }
  /** Passed the defense on a condition that still waits for its person. */
  | { at: "defense"; outcome: "conditional" }
  /** Did everything up to the homework in an earlier cohort, and had it waived: only the defense is left. */
  | { at: "repeating"; reason: string }
  | { at: "summit" };

const REPEATS = "去年夏季班已完成，记录已核对；当时因出差缺席答辩。";

/** A class group of the demo, with the sheet that it filled in, if it did. */
export interface DemoGroup {
  name: string;
  members: readonly string[];
  /** `id` of content/demo/group-sheets.yaml; days count from the cohort's first. */
  sheet?: { id: string; beginsAfterDays: number; outcome: "open" | "waiting" | "accepted" };
}

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
  /** The role-play that is over; days from the cohort's first. */
  rolePlayAfterDays: number;
  /** When they began their homework; days from the cohort's first. */
  homeworkAfterDays: number;
  /** The defense day: days from the day of seeding, at nine in Shanghai. */
  defense?: { inDays: number; title: string; places: readonly string[] };
  /** Teams whose salespeople take part. */
  teams: string[];
  /** Exceptions, by person; everybody else follows `usual`. */
  people: Record<string, Progress>;
  usual: readonly Progress[];
  /** Class groups. Who is past group work is in one whose sheet was accepted. */
  groups: readonly DemoGroup[];
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
    rolePlayAfterDays: 36,
    homeworkAfterDays: 55,
    defense: { inDays: -82, title: "春季班答辩：建立信任", places: ["广州 · 天河培训中心 1 号会议室", "广州 · 天河培训中心 3 号会议室"] },
    instructors: ["cheng-yizhou"],
    teams: ["south-guangzhou", "south-foshan"],
    people: { "luo-junxi": { at: "field-tracking", outcome: "reached" }, "ou-jingxing": { at: "defense", outcome: "failed" }, "wen-yalin": { at: "defense", outcome: "conditional" } },
    usual: [{ at: "summit" }],
    groups: [
      { name: "第 1 组", members: ["chen-wanting", "huang-zijian", "mai-jiaxin", "ou-jingxing"], sheet: { id: "lingcheng", beginsAfterDays: 20, outcome: "accepted" } },
      { name: "第 2 组", members: ["deng-kaiwen", "wei-chunyan", "xian-zhihao", "mo-zian"], sheet: { id: "suisu", beginsAfterDays: 20, outcome: "accepted" } },
      { name: "第 3 组", members: ["ye-weiming", "huo-zhenbang", "tan-yongyi", "luo-junxi"], sheet: { id: "chanyan", beginsAfterDays: 20, outcome: "accepted" } },
      { name: "第 4 组", members: ["liao-haitao", "zhong-shumin", "su-xiaoman", "wen-yalin"], sheet: { id: "shunchuan", beginsAfterDays: 20, outcome: "accepted" } },
    ],
  },
  {
    name: "秋季班 · 华东与天津",
    startsInDays: -21,
    endsInDays: 70,
    state: "open",
    chapters: ["03-build-trust"],
    lecture: { inDays: 1, place: "上海 · 衡能大厦 6 楼培训室" },
    rolePlayAfterDays: 12,
    homeworkAfterDays: 12.5,
    defense: { inDays: 6, title: "秋季班第一场答辩：建立信任", places: ["上海 · 衡能大厦 8 楼会议室", "上海 · 衡能大厦 9 楼小会议室"] },
    instructors: ["lu-minghui", "cheng-yizhou"],
    teams: ["east-shanghai", "east-suzhou", "north-tianjin"],
    people: {
      "lin-lan": { at: "preview", sections: 2 },
      "gu-siyuan": { at: "quiz", attempts: [], marked: true },
      "lu-jiahe": { at: "quiz", attempts: [0.55], marked: true },
      "xu-mubai": { at: "quiz", attempts: [0.95], marked: false },
      "qian-yutong": { at: "start" },
      "yao-ziqian": { at: "quiz", attempts: [0.4, 0.5, 0.55], marked: true },
      "wang-xiaowei": { at: "defense", outcome: "reached" },
      "dai-liqin": { at: "group-work", outcome: "reached" },
      "jin-zhehao": { at: "role-play", outcome: "failed" },
      "ouyang-sheng": { at: "role-play", outcome: "reached" },
      "sun-boyang": { at: "role-play", outcome: "reached" },
      "ma-xiulan": { at: "defense", outcome: "reached" },
      "tong-xinran": { at: "defense", outcome: "reached" },
      "zhou-hengzhi": { at: "repeating", reason: REPEATS },
      "liu-sijia": { at: "repeating", reason: REPEATS },
      "han-songtao": { at: "group-work", outcome: "reached" },
      "zhu-peishan": { at: "group-work", outcome: "reached" },
      "wu-jingyi": { at: "group-work", outcome: "reached" },
      "qi-luping": { at: "group-work", outcome: "reached" },
    },
    usual: [
      { at: "preview", sections: 5 },
      { at: "lecture", outcome: "reached" },
      { at: "quiz", attempts: [0.95], marked: false },
      { at: "preview", sections: 7 },
      { at: "lecture", outcome: "reached" },
    ],
    groups: [
      { name: "第 1 组", members: ["wang-xiaowei", "jin-zhehao", "ma-xiulan", "tong-xinran", "ouyang-sheng", "sun-boyang"], sheet: { id: "kunxin", beginsAfterDays: 9, outcome: "accepted" } },
      { name: "第 2 组", members: ["dai-liqin", "han-songtao", "zhu-peishan", "lu-jiahe"], sheet: { id: "purun", beginsAfterDays: 19, outcome: "waiting" } },
      { name: "第 3 组", members: ["qi-luping", "wu-jingyi", "yao-ziqian"], sheet: { id: "borun", beginsAfterDays: 20, outcome: "open" } },
      { name: "第 4 组", members: ["lin-lan", "zhou-hengzhi", "liu-sijia"] },
      { name: "第 5 组", members: ["gu-siyuan", "tang-ruoxi", "bao-hailong", "you-zihan"] },
      { name: "第 6 组", members: ["xu-mubai", "qian-yutong", "fei-yiming", "hao-mengyao"] },
    ],
  },
  {
    name: "冬季班 · 石家庄",
    startsInDays: 7,
    endsInDays: 100,
    state: "open",
    chapters: ["03-build-trust"],
    lecture: { inDays: 35, place: "石家庄 · 裕华路办公室会议室" },
    rolePlayAfterDays: 50,
    homeworkAfterDays: 55,
    instructors: ["lu-minghui"],
    teams: ["north-shijiazhuang"],
    people: {},
    usual: [{ at: "start" }],
    groups: [],
  },
];

/** The day `days` after `today` at `hour` o'clock UTC; minutes are added to spread people over the day. */
export function dayOf(today: Date, days: number, hour: number, minutes = 0): Date {
  const midnight = Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate());
  return new Date(midnight + days * DAY_MS + hour * 3_600_000 + minutes * 60_000);
}
