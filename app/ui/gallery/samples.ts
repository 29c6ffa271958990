import type { RoadStep } from "../road-types";

type Language = "zh" | "en";

const TITLES = {
  zh: ["在线预习", "笔试", "讲授", "分组讨论", "角色扮演", "作业", "答辩考核", "跟踪"],
  en: ["Online preview", "Written exam", "Lecture", "Group work", "Role play", "Homework", "Defense", "Field tracking"],
} as const;
export const KEYS = ["preview", "quiz", "lecture", "group-work", "role-play", "homework", "defense", "field-tracking"] as const;

const DUE = {
  zh: ["12月1日", "12月5日 23:59 前", "12月8日 9:30 第三会议室", "12月8日 14:00", "12月12日", "12月19日", "12月26日 10:20", "2027年3月26日"],
  en: ["1 Dec", "by 5 Dec, 23:59", "8 Dec, 9:30, room 3", "8 Dec, 14:00", "12 Dec", "19 Dec", "26 Dec, 10:20", "26 Mar 2027"],
} as const;

/** The titles of the eight steps. */
export function titles(language: Language): readonly string[] {
  return TITLES[language];
}

/** A road in the given states. */
export function road(language: Language, states: readonly RoadStep["state"][], omit: readonly string[] = []): RoadStep[] {
  return KEYS.map((key, index) => ({
    key,
    title: TITLES[language][index] ?? key,
    state: states[index] ?? "locked",
    dueText: DUE[language][index],
    href: states[index] === "locked" || states[index] === undefined ? undefined : `/dev/gallery#${key}`,
  })).filter((step) => !omit.includes(step.key));
}
