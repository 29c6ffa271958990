/** Units as people write them. */
import type { Locale } from "~/i18n/locale";
import { parseUnit } from "./unit";

/** By unit: zh, en for one, en for several. `CNY` stands for the sheet's currency. */
const TEXTS: Readonly<Record<string, readonly [string, string, string]>> = {
  kWh: ["度", "kWh", "kWh"],
  MWh: ["兆瓦时", "MWh", "MWh"],
  t: ["吨", "t", "t"],
  m2: ["平方米", "m²", "m²"],
  piece: ["件", "piece", "pieces"],
  person: ["人", "person", "people"],
  h: ["小时", "hour", "hours"],
  day: ["天", "day", "days"],
  month: ["个月", "month", "months"],
  year: ["年", "year", "years"],
};
/** After a stroke: 小时/月. */
const BELOW: Readonly<Record<string, string>> = { month: "月" };

/** `小时/月`, `hours/month`, `元/度`; "" for a plain number and for what is no unit. `one`: after exactly 1. */
export function unitText(unit: string, locale: Locale, currency: string, one = false): string {
  const parsed = parseUnit(unit);
  if (parsed === null) return "";
  const money = locale === "zh" && currency === "CNY" ? "元" : currency;
  const names = (sign: 1 | -1): string[] =>
    [...parsed.powers].flatMap(([name, power]) => {
      const [zh, single, many] = TEXTS[name] ?? [money, money, money];
      const text = locale === "zh" ? (sign === -1 ? (BELOW[name] ?? zh) : zh) : sign === -1 || one ? single : many;
      return Array<string>(Math.max(0, sign * power)).fill(text);
    });
  const [above, below] = [names(1), names(-1)];
  return [above.join("·"), ...below].join("/");
}
