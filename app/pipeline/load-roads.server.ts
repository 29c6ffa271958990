import { type Kysely, sql, type Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { type Calendars, loadCalendars } from "./calendar.server";
import type { Calendar, Road } from "./road";
import { type Cell, PROGRESS_COLUMNS, progressOf } from "./rows.server";
import { STEPS } from "./step";

/** Which road. */
export interface RoadKey {
  enrolmentId: string;
  chapterSlug: string;
}

/** A road with the calendar of its cohort: what `situation` and `decide` take. */
export interface PlannedRoad {
  road: Road;
  calendar: Calendar;
}

/** A road with its cells as they are stored, for whoever will write them. */
export interface StoredRoad extends PlannedRoad {
  cells: Cell[];
}

/** One road with its calendar; null when there is none. */
export async function loadRoad(db: Kysely<DB>, enrolmentId: string, chapterSlug: string): Promise<PlannedRoad | null> {
  const [stored] = await loadStored(db, [{ enrolmentId, chapterSlug }]);
  return stored ?? null;
}

/**
 * The roads of an enrolment, or of several at once, in the order of the cohort's chapters; of those chapters only that
 * are asked for. Chapters taken from the cohort have no steps left (`situation` says `empty`) and come last.
 */
export async function loadRoads(db: Kysely<DB>, which: { enrolmentId: string | readonly string[]; chapterSlugs?: readonly string[] }): Promise<PlannedRoad[]> {
  const enrolmentIds = typeof which.enrolmentId === "string" ? [which.enrolmentId] : which.enrolmentId;
  if (enrolmentIds.length === 0 || which.chapterSlugs?.length === 0) return [];
  let query = db
    .selectFrom("road as r")
    .innerJoin("enrolment as e", "e.id", "r.enrolment_id")
    .leftJoin("cohort_chapter as cc", (join) => join.onRef("cc.cohort_id", "=", "e.cohort_id").onRef("cc.chapter_slug", "=", "r.chapter_slug"))
    .select(["r.enrolment_id as enrolmentId", "r.chapter_slug as chapterSlug"])
    .where("r.enrolment_id", "in", enrolmentIds)
    .orderBy("cc.position", (order) => order.asc().nullsLast())
    .orderBy("r.chapter_slug")
    .orderBy("r.enrolment_id");
  if (which.chapterSlugs) query = query.where("r.chapter_slug", "in", which.chapterSlugs);
  const keys = await query.execute();
  const found = new Map((await loadStored(db, keys)).map((stored) => [keyText(stored.road), stored]));
  return keys.flatMap((key) => found.get(keyText(key)) ?? []);
}

/** Locks the road until the transaction ends, so that nobody else decides on it meanwhile, and reads it; null when there is none. */
export async function lockRoad(trx: Transaction<DB>, key: RoadKey): Promise<StoredRoad | null> {
  const row = await trx
    .selectFrom("road")
    .innerJoin("enrolment", "enrolment.id", "road.enrolment_id")
    .select("enrolment.cohort_id")
    .where("road.enrolment_id", "=", key.enrolmentId)
    .where("road.chapter_slug", "=", key.chapterSlug)
    .forNoKeyUpdate("road")
    .executeTakeFirst();
  if (!row) return null;
  // Only now: whoever held the lock has changed the cells. Sent together, both are one round trip.
  const [cells, calendars] = await Promise.all([loadCells(trx, [key]), loadCalendars(trx, [row.cohort_id], [key.chapterSlug])]);
  return storedRoad(cells, calendars);
}

/** The roads named by `keys` (those that exist, each once) with their cells and calendars. */
export async function loadStored(db: Kysely<DB>, keys: readonly RoadKey[]): Promise<StoredRoad[]> {
  if (keys.length === 0) return [];
  const rows = await loadCells(db, keys);
  const byRoad = new Map<string, typeof rows>();
  for (const row of rows) {
    const key = keyText({ enrolmentId: row.enrolment_id, chapterSlug: row.chapter_slug });
    const cells = byRoad.get(key);
    if (cells) cells.push(row);
    else byRoad.set(key, [row]);
  }
  const calendars = await loadCalendars(db, [...new Set(rows.map((row) => row.cohort_id))], [...new Set(rows.map((row) => row.chapter_slug))]);
  return [...byRoad.values()].flatMap((cells) => storedRoad(cells, calendars) ?? []);
}

function loadCells(db: Kysely<DB>, keys: readonly RoadKey[]): Promise<LoadedCell[]> {
  const cells = db
    .selectFrom("road as r")
    .innerJoin("enrolment as e", "e.id", "r.enrolment_id")
    .innerJoin("progress as p", (join) => join.onRef("p.enrolment_id", "=", "r.enrolment_id").onRef("p.chapter_slug", "=", "r.chapter_slug"))
    .select(PROGRESS_COLUMNS.map((column) => `p.${column}` as const))
    .select(["r.version", "r.completed_at", "e.cohort_id"]);
  const [key, ...others] = keys;
  if (key && others.length === 0) return cells.where("r.enrolment_id", "=", key.enrolmentId).where("r.chapter_slug", "=", key.chapterSlug).execute();
  const wanted = [...new Map(keys.map(({ enrolmentId, chapterSlug }) => [keyText({ enrolmentId, chapterSlug }), { enrolmentId, chapterSlug }])).values()];
  return cells
    .innerJoin(sql<RoadKey>`jsonb_to_recordset(${JSON.stringify(wanted)}::text::jsonb)`.as<"k">(sql`k("enrolmentId" uuid, "chapterSlug" text)`), (join) =>
      join.onRef("r.enrolment_id", "=", "k.enrolmentId").onRef("r.chapter_slug", "=", "k.chapterSlug"),
    )
    .execute();
}

type LoadedCell = Cell & { version: number; completed_at: Date | null; cohort_id: string };

function storedRoad(cells: LoadedCell[], calendars: Calendars): StoredRoad | null {
  const [first] = cells;
  if (!first) return null;
  cells.sort((a, b) => STEPS.indexOf(a.step) - STEPS.indexOf(b.step));
  const { enrolment_id: enrolmentId, chapter_slug: chapterSlug, version, completed_at: completedAt } = first;
  return {
    road: { enrolmentId, chapterSlug, version, completedAt, steps: cells.map(progressOf) },
    calendar: calendars.of(first.cohort_id, chapterSlug),
    cells,
  };
}

function keyText({ enrolmentId, chapterSlug }: RoadKey): string {
  return `${enrolmentId} ${chapterSlug}`;
}
