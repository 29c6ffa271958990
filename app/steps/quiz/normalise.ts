/**
 * Makes typed answers comparable: width, case, spaces and punctuation never decide whether an answer is right.
 */

const HAN = "\\p{Script=Han}";
const SPACE_BESIDE_HAN = new RegExp(`(?<=${HAN})\\s+|\\s+(?=${HAN})`, "gu");

/**
 * A text in its comparable form: NFKC (full width → half width), lower case, no punctuation except a decimal point,
 * a leading minus and a percent sign; spaces collapsed, and gone beside Chinese characters.
 */
export function normaliseText(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/['’‘`]/gu, "")
    .replace(/(?<=\d)[,，](?=\d{3}(?!\d))/gu, "")
    .replace(/(?!(?<=\d)\.(?=\d))(?!(?<![\p{L}\p{N}])-(?=\d))(?!%)[\p{P}\p{S}\s]/gu, " ")
    .trim()
    .replace(/\s+/gu, " ")
    .replace(SPACE_BESIDE_HAN, "");
}

/** Whether a typed text is one of the accepted ones. */
export function matchesAny(typed: string, accepted: readonly string[]): boolean {
  const wanted = normaliseText(typed);
  return wanted !== "" && accepted.some((text) => normaliseText(text) === wanted);
}

/** Longest first, so that 百万 is not read as 百. */
const SCALES: readonly (readonly [RegExp, number])[] = [
  [/^(?:亿|億)/u, 1e8],
  [/^千万/u, 1e7],
  [/^百万/u, 1e6],
  [/^(?:万|萬)/u, 1e4],
  [/^千(?!克|米|瓦)/u, 1e3],
  [/^百(?!分)/u, 1e2],
  [/^(?:%|percent\b|per cent\b)/u, 0.01],
  [/^‰/u, 0.001],
  [/^(?:billion|bn)(?![a-z])/u, 1e9],
  [/^(?:million|mn)(?![a-z])/u, 1e6],
  [/^(?:thousand|k)(?![a-z])/u, 1e3],
];

/** An amount as typed: the number, what 万, k, % and the like multiply it by, and the word around it. */
export type Amount = { value: number; scale: number | null; unit: string };

/**
 * Reads a number as people write it: "１２．５", "1,250,000", "12.5万元", "1亿2000万", "¥125k", "25%", "百分之25".
 * `value` has the scales multiplied in; `scale` is null when none was written. Null when it is no amount.
 */
export function parseAmount(text: string): Amount | null {
  const clean = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[−–—]/gu, "-")
    .trim()
    .replace(/^百分之\s*([\d.]+)$/u, "$1%")
    .replace(/(?<=\d)[, ](?=(?:\d{3})+(?!\d))/gu, "");
  const match = /^(?<before>[^\d.+-]*)(?<sign>[+-]?)\s*(?<rest>(?:\d|\.\d).*)$/su.exec(clean);
  if (match?.groups === undefined) return null;
  const { before = "", sign = "", rest = "" } = match.groups;
  const amount = readParts(rest);
  if (amount === null) return null;
  const unit = unitWord(`${before} ${amount.tail}`);
  if (/\d/u.test(unit)) return null;
  return { value: sign === "-" ? -amount.value : amount.value, scale: amount.scale, unit };
}

/** One or several `number scale` in a row (1亿2000万), each scale smaller than the one before. */
function readParts(text: string): { value: number; scale: number | null; tail: string } | null {
  let tail = text;
  let value = 0;
  let scale: number | null = null;
  for (;;) {
    const number = /^(?:\d+(?:\.\d+)?|\.\d+)/u.exec(tail)?.[0];
    if (number === undefined) return { value, scale, tail };
    tail = tail.slice(number.length).trimStart();
    const found = SCALES.find(([pattern]) => pattern.test(tail));
    if (found === undefined) return /^[.,\d]/u.test(tail) ? null : { value: value + Number(number), scale: scale ?? null, tail };
    const [pattern, factor] = found;
    if (scale !== null && factor >= scale) return null;
    value += Number(number) * factor;
    scale = factor;
    tail = tail.replace(pattern, "").trimStart();
  }
}

/** The word of a unit without punctuation; words for the same unit become one. */
export function unitWord(text: string): string {
  const word = text.normalize("NFKC").toLowerCase().replace(/[\s.,()·]/gu, "");
  for (const [name, synonyms] of UNIT_WORDS) {
    if (synonyms.includes(word)) return name;
  }
  return word;
}

const UNIT_WORDS: readonly (readonly [string, readonly string[]])[] = [
  ["cny", ["元", "圆", "块", "块钱", "人民币", "元人民币", "人民币元", "rmb", "cny", "yuan", "¥", "¥元"]],
  ["day", ["天", "日", "day", "days", "d"]],
  ["week", ["周", "星期", "个星期", "week", "weeks"]],
  ["month", ["月", "个月", "month", "months"]],
  ["year", ["年", "year", "years"]],
  ["hour", ["小时", "个小时", "时", "hour", "hours", "h"]],
  ["minute", ["分钟", "分", "minute", "minutes", "min"]],
  ["time", ["倍", "次", "times", "x", "×"]],
  ["point", ["分", "point", "points"]],
  ["person", ["人", "个人", "名", "位", "person", "persons", "people"]],
  ["piece", ["个", "件", "家", "台", "套", "piece", "pieces", "pcs"]],
];
