/** When a condition that nobody has settled is spoken of again. Pure; days are YYYY-MM-DD on one calendar. */

const DAY_MS = 86_400_000;

/** So many days before the date. */
export const REMIND_DAYS_BEFORE = 2;

/** A reminder two days before the date, unless the verdict itself is as fresh as that; overdue from the day after. Null: nothing to say yet. */
export function conditionStage({ due, signedOn, today }: { due: string; signedOn: string; today: string }): "reminder" | "overdue" | null {
  if (today > due) return "overdue";
  const from = Date.parse(due) - REMIND_DAYS_BEFORE * DAY_MS;
  return Date.parse(today) >= from && today > signedOn ? "reminder" : null;
}
