/** Dates as people type and paste them, in Chinese and English notations. */
import { dayNumber } from "./engine/calendar-days";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH = "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const YEAR_FIRST = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const MONTH_DAY = /^(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?$/;
const NAME_FIRST = new RegExp(`^${MONTH}\\s*(\\d{1,2})(?:st|nd|rd|th)?(?:\\s*,?\\s*(\\d{4}))?$`);
const DAY_FIRST = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?\\s*${MONTH}(?:\\s*,?\\s*(\\d{4}))?$`);
const YEAR_LAST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/;

/**
 * A day as "2026-11-28"; null where the text is none or can be read in two ways (4/5/2026). A date without its year is in the year of
 * `today`.
 */
export function readDay(text: string, today: string): string | null {
  const plain = text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
  const year = today.slice(0, 4);
  const first = YEAR_FIRST.exec(plain) ?? COMPACT.exec(plain);
  if (first !== null) return day(first[1], first[2], first[3]);
  const monthDay = MONTH_DAY.exec(plain);
  if (monthDay !== null) return day(year, monthDay[1], monthDay[2]);
  const named = NAME_FIRST.exec(plain);
  if (named !== null) return day(named[3] ?? year, monthNumber(named[1]), named[2]);
  const dayFirst = DAY_FIRST.exec(plain);
  if (dayFirst !== null) return day(dayFirst[3] ?? year, monthNumber(dayFirst[2]), dayFirst[1]);
  const last = YEAR_LAST.exec(plain);
  return last === null ? null : yearLast(last);
}

/** 28/11/2026 and 11/28/2026 say the same; 4/5/2026 does not say which. */
function yearLast([, a = "", b = "", year]: RegExpExecArray): string | null {
  const readings = new Set([day(year, a, b), day(year, b, a)].filter((date) => date !== null));
  return readings.size === 1 ? ([...readings][0] ?? null) : null;
}

function monthNumber(name: string | undefined): string {
  return String(MONTHS.indexOf((name ?? "").slice(0, 3)) + 1);
}

function day(year: string | undefined, month: string | undefined, date: string | undefined): string | null {
  const text = `${year ?? ""}-${(month ?? "").padStart(2, "0")}-${(date ?? "").padStart(2, "0")}`;
  return dayNumber(text) === null ? null : text;
}
