import { readAmount, readDay } from "~/sheets/index.server";
import { arabicDay, chineseAmount } from "./chinese-number";
import { toMinor } from "./money";

/** An amount as people write it (168万, ¥1,680,000.00, 壹佰陆拾捌万元整) in minor units of `currency`; null where it is none, or finer than the currency. */
export function readMoney(text: string, currency: string): string | null {
  const chinese = chineseAmount(text);
  if (chinese !== null) return toMinor(chinese, currency);
  const read = readAmount({ id: "amount", type: "money", label: { zh: "", en: "" } }, text);
  return "value" in read && typeof read.value === "string" ? toMinor(read.value, currency) : null;
}

/** A day as people write it (2026-03-05, 2026年3月5日, 3月5日, 5 Mar 2026), as "2026-03-05"; null where it is none or can be read in two ways. */
export function readDate(text: string, today: string): string | null {
  return readDay(arabicDay(text.trim().replace(/\s+\d{1,2}:\d{2}(?::\d{2})?$/, "")), today);
}
