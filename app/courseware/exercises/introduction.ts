/** A one-sentence introduction: how it is put together and what makes it good. */
import type { Locale } from "~/i18n/locale";

export interface IntroductionParts {
  name: string;
  company: string;
  achievement: string;
  link: string;
}

export const EMPTY_PARTS: IntroductionParts = { name: "", company: "", achievement: "", link: "" };

/** The sentence as it is said. */
export function compose({ name, company, achievement, link }: IntroductionParts, locale: Locale): string {
  const trim = (text: string): string => text.trim().replace(/[。.，,；;\s]+$/u, "");
  const parts = { name: name.trim(), company: company.trim(), achievement: trim(achievement), link: trim(link) };
  if (locale === "zh") {
    const who = parts.company === "" && parts.name === "" ? "" : `您好，我是${parts.company}${parts.company !== "" && parts.name !== "" ? "的" : ""}${parts.name}`;
    const rest = [parts.achievement, parts.link].filter((part) => part !== "").join("；");
    return [who, rest].filter((part) => part !== "").join("，") + (who === "" && rest === "" ? "" : "。");
  }
  const who = parts.name === "" && parts.company === "" ? "" : `Hello, I'm ${[parts.name, parts.company].filter((part) => part !== "").join(" from ")}.`;
  const rest = [parts.achievement, parts.link].filter((part) => part !== "").map((part) => `${part.charAt(0).toUpperCase()}${part.slice(1)}.`);
  return [who, ...rest].filter((part) => part !== "").join(" ");
}

/** What an introduction is checked for. `numbers` is advice, the others are needed. */
export interface IntroductionChecks {
  length: { ok: boolean; chars: number };
  who: boolean;
  achievement: boolean;
  numbers: boolean;
  link: boolean;
  noList: boolean;
}

/** Characters as a listener hears them: in Chinese every character, spaces not counted. */
export function spokenLength(text: string): number {
  return [...text.replace(/\s+/gu, text.match(/\p{Script=Han}/u) === null ? " " : "")].length;
}

const ENUMERATIONS = [
  // 监测、变频、空压机 · 监测、变频和培训
  /[^。！？；，、]+、[^。！？；，、]+(?:、|和|及|与)/u,
  // meters, sensors and training · meters, sensors, software
  /\b[\w-]+,\s[\w-]+(?:\s[\w-]+){0,2},?\s(?:and|or|&)\s/u,
  /(?:\b[\w-]+,\s[\w-]+,\s)[\w-]+/u,
];

/** Three or more things in a row: a catalogue, not an introduction. */
export function isProductList(text: string): boolean {
  return ENUMERATIONS.some((pattern) => pattern.test(text));
}

export function checkIntroduction(parts: IntroductionParts, maxChars: number, locale: Locale): IntroductionChecks {
  const sentence = compose(parts, locale);
  const chars = spokenLength(sentence);
  return {
    length: { ok: chars > 0 && chars <= maxChars, chars },
    who: parts.name.trim() !== "" && parts.company.trim() !== "",
    achievement: parts.achievement.trim().length >= (locale === "zh" ? 6 : 12),
    numbers: /[0-9０-９%％]|[一二两三四五六七八九十百千万亿]+(?:年|个|家|倍|成|万|%|台|月|天|周)|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|half|third|quarter|dozen|hundred)\b/iu.test(parts.achievement),
    link: parts.link.trim().length >= (locale === "zh" ? 4 : 10),
    noList: !isProductList(`${parts.achievement}。${parts.link}`),
  };
}

/** Whether everything needed is there. */
export function isGood({ length, who, achievement, link, noList }: IntroductionChecks): boolean {
  return length.ok && who && achievement && link && noList;
}
