import { type Kysely, sql } from "kysely";
import type { DB, JsonValue } from "~/db/schema";
import { parseGate } from "./gate-schema.server";
import type { GateOf } from "./gates";
import type { Calendar, StepPlan } from "./road";
import { STEPS, STEPS_WITH_ROOM, type Step } from "./step";

/** A step's dates with its typed gate. */
export type PlannedStep<S extends Step = Step> = StepPlan & { step: S; gate: GateOf<S> };
export type PlannedSteps = { readonly [S in Step]: PlannedStep<S> };

/** The calendars of cohorts, by cohort and chapter. A chapter that is not in the cohort has `NOT_PLANNED`. */
export class Calendars {
  private readonly found = new Map<string, PlannedSteps>();

  /** Takes in one chapter of one cohort. */
  add(cohortId: string, chapterSlug: string, steps: PlannedSteps): void {
    this.found.set(`${cohortId} ${chapterSlug}`, steps);
  }

  /** The calendar, or null when the chapter is not in the cohort. */
  find(cohortId: string, chapterSlug: string): PlannedSteps | null {
    return this.found.get(`${cohortId} ${chapterSlug}`) ?? null;
  }

  /** The chapters of a cohort that were read, by slug. */
  chaptersOf(cohortId: string): string[] {
    const prefix = `${cohortId} `;
    return [...this.found.keys()].filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
  }

  /** The calendar; with every step left out when the chapter was taken from the cohort. */
  of(cohortId: string, chapterSlug: string): Calendar {
    return this.find(cohortId, chapterSlug) ?? NOT_PLANNED;
  }
}

interface StepRow {
  included: boolean;
  opens_at: string | null;
  due_at: string | null;
  gate: JsonValue;
}

/**
 * Reads what cohorts say about their chapters (all of them, or those asked for), in one query. A step without a row
 * is on the road without dates; a step that the chapter's definition omits is off it whatever the cohort says.
 */
export async function loadCalendars(db: Kysely<DB>, cohortIds: readonly string[], chapterSlugs?: readonly string[]): Promise<Calendars> {
  if (cohortIds.length === 0) return new Calendars();
  let query = calendarRows(db).where("cc.cohort_id", "in", cohortIds);
  if (chapterSlugs) query = query.where("cc.chapter_slug", "in", chapterSlugs);
  return calendarsOf(await query.execute());
}

/** The same for one chapter of the cohort that an enrolment is in; null when there is no such enrolment or chapter. */
export async function calendarOfEnrolment(db: Kysely<DB>, enrolmentId: string, chapterSlug: string): Promise<PlannedSteps | null> {
  const rows = await calendarRows(db)
    .where("cc.cohort_id", "=", ({ selectFrom }) => selectFrom("enrolment").select("cohort_id").where("id", "=", enrolmentId))
    .where("cc.chapter_slug", "=", chapterSlug)
    .execute();
  const [row] = rows;
  return row ? calendarsOf(rows).find(row.cohort_id, row.chapter_slug) : null;
}

function calendarRows(db: Kysely<DB>) {
  return db
    .selectFrom("cohort_chapter as cc")
    .leftJoin("chapter as ch", "ch.slug", "cc.chapter_slug")
    .select(["cc.cohort_id", "cc.chapter_slug", "ch.status"])
    .select(sql<string[] | null>`ch.definition -> 'omits'`.as("omits"))
    .select(
      sql<Partial<Record<Step, StepRow>> | null>`(select jsonb_object_agg(cs.step, jsonb_build_object('included', cs.included, 'opens_at', cs.opens_at, 'due_at', cs.due_at, 'gate', cs.gate))
        from cohort_step cs where cs.cohort_id = cc.cohort_id and cs.chapter_slug = cc.chapter_slug)`.as("steps"),
    );
}

type CalendarRow = Awaited<ReturnType<ReturnType<typeof calendarRows>["execute"]>>[number];

function calendarsOf(rows: readonly CalendarRow[]): Calendars {
  const calendars = new Calendars();
  for (const row of rows) {
    const rooms = row.status === "outline" ? [] : STEPS_WITH_ROOM;
    const entries = STEPS.map((step) => [step, plannedStep(step, row.steps?.[step], row.omits ?? [], rooms)] as const);
    calendars.add(row.cohort_id, row.chapter_slug, Object.fromEntries(entries) as unknown as PlannedSteps);
  }
  return calendars;
}

function plannedStep<S extends Step>(step: S, row: StepRow | undefined, omits: readonly string[], rooms: readonly Step[]): PlannedStep<S> {
  const gate = parseGate(step, row?.gate ?? {});
  return {
    step,
    gate,
    included: (row?.included ?? true) && !omits.includes(step),
    opensAt: instant(row?.opens_at),
    dueAt: instant(row?.due_at),
    reviewDays: gate.reviewDays,
    hasRoom: rooms.includes(step),
  };
}

function instant(text: string | null | undefined): Date | null {
  return text === null || text === undefined ? null : new Date(text);
}

const NOT_PLANNED = Object.fromEntries(
  STEPS.map((step) => [step, { included: false, opensAt: null, dueAt: null, reviewDays: 3, hasRoom: false }]),
) as unknown as Calendar;
