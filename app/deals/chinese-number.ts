/** Numbers and days in Chinese numerals: 一百六十八万, 壹佰陆拾捌万元整, 二〇二六年三月五日. */

const DIGITS: Readonly<Record<string, number>> = { 〇: 0, 零: 0, 一: 1, 壹: 1, 二: 2, 贰: 2, 两: 2, 三: 3, 叁: 3, 四: 4, 肆: 4, 五: 5, 伍: 5, 六: 6, 陆: 6, 七: 7, 柒: 7, 八: 8, 捌: 8, 九: 9, 玖: 9 };
const UNITS: Readonly<Record<string, bigint>> = { 十: 10n, 拾: 10n, 百: 100n, 佰: 100n, 千: 1000n, 仟: 1000n };
const SECTIONS: Readonly<Record<string, bigint>> = { 万: 10_000n, 萬: 10_000n, 亿: 100_000_000n, 億: 100_000_000n };

/** A whole number in Chinese numerals; null where the text is none. */
export function chineseInteger(text: string): bigint | null {
  if (text === "" || /[^〇零一壹二贰两三叁四肆五伍六陆七柒八捌九玖十拾百佰千仟万萬亿億]/.test(text)) return null;
  let [total, section, digit] = [0n, 0n, null as number | null];
  for (const letter of text) {
    const known = DIGITS[letter];
    const unit = UNITS[letter];
    const big = SECTIONS[letter];
    if (known !== undefined) {
      // Two digits in a row are a number spelled out (二〇二六), which is no amount.
      if (digit !== null && digit !== 0) return null;
      digit = known;
    } else if (unit !== undefined) {
      section += BigInt(digit ?? 1) * unit;
      digit = null;
    } else if (big !== undefined) {
      const whole = section + BigInt(digit ?? 0);
      if (whole === 0n && total === 0n) return null;
      total = big === 100_000_000n ? (total + whole) * big : total + whole * big;
      [section, digit] = [0n, null];
    }
  }
  return total + section + BigInt(digit ?? 0);
}

/** An amount in Chinese numerals with 元, 角, 分, as a decimal text: 壹佰陆拾捌万元伍角整 → "1680000.5". */
export function chineseAmount(text: string): string | null {
  const plain = text.normalize("NFKC").replace(/\s+/g, "").replace(/^(?:人民币|¥)/, "").replace(/[整正]$/, "");
  const [, yuan = "", jiao = "", fen = ""] = /^(.+?)(?:[元圆块](?:(.)角)?(?:零?(.)分)?)?$/.exec(plain) ?? [];
  const whole = chineseInteger(yuan);
  if (whole === null) return null;
  const tail = [jiao, fen].map((letter) => (letter === "" ? "0" : String(DIGITS[letter] ?? "x"))).join("");
  return tail.includes("x") ? null : `${whole.toString()}${tail === "00" ? "" : `.${tail}`}`;
}

/** A day whose numerals are Chinese, in Arabic ones: 二〇二六年十一月二十八日 → "2026年11月28日"; anything else as it was. */
export function arabicDay(text: string): string {
  const [, year, month, day] = /^([〇零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})[日号]$/.exec(text.replace(/\s+/g, "")) ?? [];
  if (year === undefined || month === undefined || day === undefined) return text;
  const digits = [...year].map((letter) => DIGITS[letter]).join("");
  return `${digits}年${chineseInteger(month)?.toString() ?? ""}月${chineseInteger(day)?.toString() ?? ""}日`;
}
