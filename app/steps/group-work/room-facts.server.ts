/** The facts of many sheets at once. What is known of a sheet stays true until something is written, said or settled on it. */
import { type Kysely, sql } from "kysely";
import type { DB } from "~/db/schema";
import { isoDay } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { type SheetFacts, sheetFacts } from "./sheet-facts.server";

/** Sheets of some large classes; the one that was not asked for longest goes first. */
const MOST_KEPT = 400;
/** Sheets read side by side: with more, a room of forty groups would take every connection from those who are writing. */
const AT_ONCE = 3;

const kept = new Map<string, { stamp: string; facts: SheetFacts }>();

/**
 * Facts by sheet. One query says which sheets are still as they were last read by this process; only the others are read.
 * Dates are looked at by the day in the sheet's own zone, so a day that begins makes them new.
 */
export async function factsOfSheets(db: Kysely<DB>, sheetIds: readonly string[], locale: Locale, now: Date): Promise<Map<string, SheetFacts>> {
  const found = new Map<string, SheetFacts>();
  const rest = await stampsOf(db, sheetIds);
  const work = async (): Promise<void> => {
    for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
      const stamp = `${next.stamp} ${isoDay(now, next.timeZone)}`;
      const key = `${next.id} ${locale}`;
      const known = kept.get(key);
      const facts = known?.stamp === stamp ? known.facts : await sheetFacts(db, next.id, locale, now);
      if (!facts) continue;
      found.set(next.id, facts);
      keep(key, { stamp, facts });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return found;
}

function keep(key: string, entry: { stamp: string; facts: SheetFacts }): void {
  kept.delete(key);
  kept.set(key, entry);
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value ?? "");
}

/** What must be the same for a sheet's facts to be: its version and title, its remarks and which are settled by whom, who may write, and what they are called. */
async function stampsOf(db: Kysely<DB>, sheetIds: readonly string[]): Promise<{ id: string; stamp: string; timeZone: string }[]> {
  if (sheetIds.length === 0) return [];
  return db
    .selectFrom("sheet as s")
    .leftJoin("cohort as c", "c.id", "s.cohort_id")
    .select(["s.id", sql<string>`coalesce(c.time_zone, 'Asia/Shanghai')`.as("timeZone")])
    .select(
      sql<string>`md5(concat_ws(' ', s.version, s.title,
        (select string_agg(concat_ws('/', r.id, r.resolved_by), ',' order by r.id) from sheet_comment r where r.sheet_id = s.id and r.reply_to is null),
        (select string_agg(concat_ws('/', m.person_id, m.may, p.name), ',' order by m.id) from sheet_member m join person p on p.id = m.person_id where m.sheet_id = s.id)))`.as("stamp"),
    )
    .where("s.id", "in", [...sheetIds])
    .execute();
}
