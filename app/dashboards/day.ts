/** Days of the company's figures begin and end here. */
export const COMPANY_TIME_ZONE = "Asia/Shanghai";

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** `YYYY-MM-DD` when `text` is a day of the calendar; null otherwise. */
export function parseDay(text: string | null): string | null {
  if (text === null || !DAY.test(text)) return null;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) ? text : null;
}

/** The day `days` after `day`. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
