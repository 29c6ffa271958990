import { type RawBuilder, sql, type Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { evolve, type ProgressEvent } from "./event";
import type { StoredRoad } from "./load-roads.server";
import type { Calendar, Road } from "./road";
import { type Cell, cellOf, type EventRow, eventRowOf, summaryOf } from "./rows.server";

/** What was decided on one road. Without events only the cells' turns and deadlines are brought up to date. */
export interface Change extends StoredRoad {
  events: readonly ProgressEvent[];
}

/** The road that `change` leads to. */
export function roadAfter(change: Change): Road {
  return change.events.reduce(evolve, change.road);
}

/** Roads in one statement: enough to spare round trips, few enough for a plan that fits. */
const BATCH = 1000;

const CELL_TYPES = sql`enrolment_id uuid, chapter_slug text, step text, included boolean, state text, since timestamptz, final boolean, beneath text, reopened_at timestamptz, evidence_kind text, evidence_id text, waiting_for text, due_at timestamptz, opens_at timestamptz, seq int`;
const CELL_NAMES = sql`step, included, state, since, final, beneath, reopened_at, evidence_kind, evidence_id, waiting_for, due_at, opens_at, seq`;
const SUMMARY_NAMES = sql`camp, camp_waiting_for, camp_due_at, next_due_at, manager_waiting`;
const SUMMARY_TYPES = sql`camp text, camp_waiting_for text, camp_due_at timestamptz, next_due_at timestamptz, manager_waiting int`;
const EVENT_TYPES = sql`enrolment_id uuid, chapter_slug text, seq int, kind text, step text, from_state text, to_state text, final boolean, steps text[], cause_kind text, evidence_kind text, evidence_id text, actor_id uuid, reason text, note text, at timestamptz`;
const EVENT_NAMES = sql`seq, kind, step, from_state, to_state, final, steps, cause_kind, evidence_kind, evidence_id, actor_id, reason, note, at`;

/**
 * Writes what was decided: versions, the cells that changed, and the events, in one statement per thousand roads.
 * A road whose version has moved on meanwhile is left alone and not counted. Answers how many roads were written.
 */
export async function writeRoads(trx: Transaction<DB>, changes: readonly Change[], now: Date): Promise<number> {
  let written = 0;
  for (let from = 0; from < changes.length; from += BATCH) {
    const batch = changes.slice(from, from + BATCH).flatMap((change) => rowsOf(change, now) ?? []);
    if (batch.length > 0) written += await writeBatch(trx, batch);
  }
  return written;
}

interface Rows {
  road: { enrolment_id: string; chapter_slug: string; expected: number; version: number; completed_at: Date | null } & ReturnType<typeof summaryOf>;
  cells: Cell[];
  events: EventRow[];
}

/** The rows that change; null when none does. */
function rowsOf(change: Change, now: Date): Rows | null {
  const after = roadAfter(change);
  const stored = new Map(change.cells.map((cell) => [cell.step, cell]));
  const all = after.steps.map((progress) => {
    const seq = change.events.findLast((event) => event.kind !== "started" && event.step === progress.step)?.seq ?? stored.get(progress.step)?.seq ?? 1;
    return cellOf(after, progress, seq, change.calendar, now);
  });
  const cells = all.filter((cell) => {
    const before = stored.get(cell.step);
    return !before || !sameCell(before, cell);
  });
  if (cells.length === 0 && change.events.length === 0) return null;
  return {
    road: { enrolment_id: after.enrolmentId, chapter_slug: after.chapterSlug, expected: change.road.version, version: after.version, completed_at: after.completedAt, ...summaryOf(all) },
    cells,
    events: change.events.map((event) => eventRowOf(after, event)),
  };
}

async function writeBatch(trx: Transaction<DB>, batch: readonly Rows[]): Promise<number> {
  const { rows } = await sql<{ written: number }>`
    with input as (select * from ${recordset(batch.map(({ road }) => road), sql`enrolment_id uuid, chapter_slug text, expected int, version int, completed_at timestamptz, ${SUMMARY_TYPES}`)} as i),
    won as (
      update road r set (version, completed_at, ${SUMMARY_NAMES}) = (i.version, i.completed_at, i.camp, i.camp_waiting_for, i.camp_due_at, i.next_due_at, i.manager_waiting) from input i
      where r.enrolment_id = i.enrolment_id and r.chapter_slug = i.chapter_slug and r.version = i.expected
      returning r.enrolment_id, r.chapter_slug
    ),
    cells as (
      update progress p set (included, state, since, final, beneath, reopened_at, evidence_kind, evidence_id, waiting_for, due_at, opens_at, seq)
        = (c.included, c.state, c.since, c.final, c.beneath, c.reopened_at, c.evidence_kind, c.evidence_id, c.waiting_for, c.due_at, c.opens_at, c.seq)
      from won join ${recordset(batch.flatMap((rows) => rows.cells), CELL_TYPES)} as c using (enrolment_id, chapter_slug)
      where p.enrolment_id = won.enrolment_id and p.chapter_slug = won.chapter_slug and p.step = c.step
    ),
    logged as (
      insert into progress_event (enrolment_id, chapter_slug, ${EVENT_NAMES})
      select enrolment_id, chapter_slug, ${EVENT_NAMES}
      from won join ${recordset(batch.flatMap((rows) => rows.events), EVENT_TYPES)} as v using (enrolment_id, chapter_slug)
      order by enrolment_id, chapter_slug, seq
    )
    select count(*)::int as written from won`.execute(trx);
  return rows[0]?.written ?? 0;
}

/**
 * Lays the same first events for every enrolment that has no road on the chapter yet: decided once, written for all.
 * `template` is the road of one of them. Answers the enrolments whose road is new.
 */
export async function insertRoads(trx: Transaction<DB>, enrolmentIds: readonly string[], template: { road: Road; events: readonly ProgressEvent[]; calendar: Calendar }, now: Date): Promise<string[]> {
  const rows = rowsOf({ ...template, cells: [] }, now);
  if (!rows || enrolmentIds.length === 0) return [];
  const { rows: started } = await sql<{ enrolment_id: string }>`
    with won as (
      insert into road (enrolment_id, chapter_slug, version, ${SUMMARY_NAMES})
      select id::uuid, first.chapter_slug, first.version, ${SUMMARY_NAMES}
      from jsonb_array_elements_text(${JSON.stringify(enrolmentIds)}::text::jsonb) as ids(id) cross join ${recordset([rows.road], sql`chapter_slug text, version int, ${SUMMARY_TYPES}`)} as first order by 1
      on conflict do nothing
      returning enrolment_id, chapter_slug
    ),
    cells as (
      insert into progress (enrolment_id, chapter_slug, ${CELL_NAMES})
      select won.enrolment_id, won.chapter_slug, ${CELL_NAMES}
      from won cross join (select ${CELL_NAMES} from ${recordset(rows.cells, CELL_TYPES)} as t) as c
    ),
    logged as (
      insert into progress_event (enrolment_id, chapter_slug, ${EVENT_NAMES})
      select won.enrolment_id, won.chapter_slug, ${EVENT_NAMES}
      from won cross join (select ${EVENT_NAMES} from ${recordset(rows.events, EVENT_TYPES)} as t) as v
      order by won.enrolment_id, seq
    )
    select enrolment_id from won`.execute(trx);
  return started.map((row) => row.enrolment_id);
}

/**
 * Rows as one parameter; dates travel as ISO text. The planner expects a hundred of them and would read all roads for that; told
 * that there is one, as there nearly always is, it looks this one up.
 */
function recordset(rows: readonly object[], types: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select * from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as given(${types}) ${rows.length === 1 ? sql`limit 1` : sql``})`;
}

function sameCell(a: Cell, b: Cell): boolean {
  const text = (cell: Cell, key: keyof Cell) => (cell[key] instanceof Date ? cell[key].getTime() : cell[key]);
  return (Object.keys(b) as (keyof Cell)[]).every((key) => text(a, key) === text(b, key));
}
