/** Plain text: what is alike, what counts as a figure. Widths, case and blanks at the ends do not matter. */

/** The text as it is compared: full width becomes half width, capitals small, blanks single. */
export function folded(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
}

/**
 * Whether a word is in a text. Chinese has no spaces, so a word may stand anywhere; a word in letters counts from the beginning of a
 * word (`purchas` finds "purchasing", `our` not "source"), and with a blank behind it as a whole word only (`no ` not "nobody").
 */
export function mentions(text: string, word: string): boolean {
  const [plain, wanted] = [folded(text), folded(word)];
  if (wanted === "") return false;
  if (!LETTER.test(wanted.charAt(0))) return plain.includes(wanted);
  const whole = /\s$/.test(word);
  for (let at = plain.indexOf(wanted); at >= 0; at = plain.indexOf(wanted, at + 1)) {
    const starts = !LETTER.test(plain.charAt(at - 1));
    if (starts && !(whole && LETTER.test(plain.charAt(at + wanted.length)))) return true;
  }
  return false;
}

const LETTER = /[a-z\d]/;

/** How many characters a reader sees, without blanks at the ends. */
export function charCount(text: string): number {
  return [...text.trim()].length;
}

const HAN = "一二两三四五六七八九十百千万亿";
const MEASURE = "成|倍|折|万|亿|千|百|元|块|角|分钟|小时|天|周|个月|月|季度|年|次|人|名|台|吨|公里|米|度|单|件|家|条|页|个百分点|个点|％|%";
const FIGURES = [
  // 12, 3.5 %, 500kg, Q3 and B2B not: a digit right behind a letter is part of a name. Amounts may follow their currency.
  /(?<![a-z\d][._-]?)\d/,
  /\b(?:cny|rmb|usd|eur|hkd|us)\s?\d/,
  // 三百万, 十二, 三成, 两小时; not 千万 (by all means), 十分 (very), 一个 (a), 万一 (in case).
  new RegExp(`[二两三四五六七八九][十百千万亿]|[上数几近约超][十百千万亿]|十[一二三四五六七八九](?![分足])|[十百千万亿]分之|百分之[${HAN}]`),
  new RegExp(`[二两三四五六七八九](?:${MEASURE})|一(?:成|倍|半|亿|万元|千|百)|半(?:年|天|小时|数|个月)|翻(?:番|倍|了一番|一番)|[十百千万亿](?:多|余|几)?(?:元|块|人|天|小时|台|吨|次|年|个月|家)`),
  /\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|half|twice|doubled?|tripled?|dozens?|percent)\b/,
];

/** Whether the text says a number: figures, 三成, 两小时, half, twice. Names such as B2B and H1 are none. */
export function saysNumber(text: string): boolean {
  const plain = folded(text);
  return FIGURES.some((figure) => figure.test(plain));
}

type Pairs = ReadonlyMap<string, number>;

/** Every text of a sheet is compared with every other one: taken apart once, kept for a while. */
const kept = new Map<string, Pairs>();
const MOST_KEPT = 500;

function pairs(text: string): Pairs {
  const known = kept.get(text);
  if (known !== undefined) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const found = takeApart(text);
  kept.set(text, found);
  return found;
}

/** The pairs of neighbouring characters, letters and digits only, with how often they occur. */
function takeApart(text: string): Pairs {
  const characters = [...folded(text).replace(/[^\p{L}\p{N}]/gu, "")];
  const found = new Map<string, number>();
  if (characters.length === 1) return found.set(characters.join(""), 1);
  for (let at = 0; at + 1 < characters.length; at++) {
    const pair = `${characters[at] ?? ""}${characters[at + 1] ?? ""}`;
    found.set(pair, (found.get(pair) ?? 0) + 1);
  }
  return found;
}

/**
 * How much of two texts is alike, 0…1: Dice's coefficient over pairs of characters (Dice 1945, "Measures of the amount of ecologic
 * association between species"), counting every pair as often as it occurs.
 */
export function likeness(a: string, b: string): number {
  const [left, right] = [pairs(a), pairs(b)];
  const size = (list: ReadonlyMap<string, number>): number => [...list.values()].reduce((total, count) => total + count, 0);
  const both = size(left) + size(right);
  if (both === 0) return 0;
  let shared = 0;
  for (const [pair, count] of left) shared += Math.min(count, right.get(pair) ?? 0);
  return (2 * shared) / both;
}
