import type { Kysely } from "kysely";
import { peopleAround } from "~/cohorts/index.server";
import type { DB } from "~/db/schema";
import { BY_NAME } from "~/people/index.server";
import type { DefenseDay, Period } from "./day";
import { openDefenses } from "./eligible.server";
import { slotRows } from "./rows.server";
import type { DayCandidate, DayExaminer, WholeDay } from "./whole-day";

/** Reads a day with its people, places and slots. */
export async function loadDay(db: Kysely<DB>, day: DefenseDay): Promise<WholeDay> {
  const [breaks, places, free, slots] = await Promise.all([
    db.selectFrom("defense_break").select(["starts_at as startsAt", "ends_at as endsAt"]).where("day_id", "=", day.id).orderBy("starts_at").execute(),
    db.selectFrom("defense_place").select(["id", "name", "link"]).where("day_id", "=", day.id).orderBy("position").execute(),
    freePeriods(db, day.id),
    slotRows(db).innerJoin("defense_place as pl", "pl.id", "s.place_id").where("s.day_id", "=", day.id).orderBy("s.starts_at").orderBy("pl.position").orderBy("s.id").execute(),
  ]);
  const [examiners, candidates] = await Promise.all([loadExaminers(db, day.id, free), loadCandidates(db, day, free)]);
  const busy = await busyElsewhere(db, day, [...examiners, ...candidates].map(({ personId }) => personId));
  return { day, breaks, places, examiners, candidates, slots, busy };
}

async function loadExaminers(db: Kysely<DB>, dayId: string, free: ReadonlyMap<string, Period[]>): Promise<DayExaminer[]> {
  const [rows, chapters] = await Promise.all([
    db
      .selectFrom("defense_day_examiner as x")
      .innerJoin("person as p", "p.id", "x.person_id")
      .select(["x.person_id as personId", "p.name", "p.name_latin as nameLatin", "p.title", "p.time_zone as timeZone", "x.may_chair as mayChair", "x.answered_at as answeredAt", "x.dropped_at as droppedAt", "x.drop_reason as dropReason"])
      .where("x.day_id", "=", dayId)
      .orderBy(BY_NAME)
      .orderBy("p.id")
      .execute(),
    db.selectFrom("defense_day_examiner_chapter").select(["person_id", "chapter_slug"]).where("day_id", "=", dayId).execute(),
  ]);
  return rows.map((row) => ({ ...row, chapters: chapters.filter(({ person_id }) => person_id === row.personId).map(({ chapter_slug }) => chapter_slug), free: free.get(row.personId) ?? null }));
}

async function loadCandidates(db: Kysely<DB>, day: DefenseDay, free: ReadonlyMap<string, Period[]>): Promise<DayCandidate[]> {
  const rows = await db
    .selectFrom("defense_candidate as c")
    .innerJoin("enrolment as e", "e.id", "c.enrolment_id")
    .innerJoin("person as p", "p.id", "e.person_id")
    .select(["c.enrolment_id as enrolmentId", "e.person_id as personId", "p.name", "p.name_latin as nameLatin", "c.drop_reason as dropReason", "c.unplaced", "c.answered_at as answeredAt"])
    // Who left the cohort is not examined any more.
    .select((eb) => eb.fn.coalesce("c.dropped_at", "e.left_at").as("droppedAt"))
    .where("c.day_id", "=", day.id)
    .orderBy(BY_NAME)
    .orderBy("p.id")
    .execute();
  const ids = rows.map(({ enrolmentId }) => enrolmentId);
  const [open, around] = await Promise.all([openDefenses(db, day.cohortId, day.chapters, ids), peopleAround(db, ids)]);
  return rows.map((row) => ({
    ...row,
    managers: (around.get(row.enrolmentId)?.manager ?? []).map(({ id }) => id),
    chapters: open.get(row.enrolmentId) ?? [],
    free: free.get(row.personId) ?? null,
  }));
}

async function freePeriods(db: Kysely<DB>, dayId: string): Promise<Map<string, Period[]>> {
  const rows = await db.selectFrom("defense_availability").select(["person_id", "starts_at as startsAt", "ends_at as endsAt"]).where("day_id", "=", dayId).orderBy("starts_at").execute();
  const free = new Map<string, Period[]>();
  for (const { person_id, ...period } of rows) free.set(person_id, [...(free.get(person_id) ?? []), period]);
  return free;
}

/** Defenses of other days at the same time, in which these people examine or are examined. */
async function busyElsewhere(db: Kysely<DB>, day: DefenseDay, personIds: readonly string[]): Promise<Map<string, Period[]>> {
  if (personIds.length === 0) return new Map();
  const others = db
    .selectFrom("defense_slot as s")
    .innerJoin("defense_day as d", "d.id", "s.day_id")
    .where("s.day_id", "!=", day.id)
    .where("s.state", "!=", "cancelled")
    .where("d.state", "!=", "cancelled")
    .where("s.starts_at", "<", day.endsAt)
    .where("s.ends_at", ">", day.startsAt);
  const rows = await others
    .innerJoin("defense_panelist as m", (join) => join.onRef("m.slot_id", "=", "s.id").on("m.left_at", "is", null))
    .select(["m.person_id as personId", "s.starts_at as startsAt", "s.ends_at as endsAt"])
    .where("m.person_id", "in", personIds)
    .unionAll(others.innerJoin("enrolment as e", "e.id", "s.enrolment_id").select(["e.person_id as personId", "s.starts_at as startsAt", "s.ends_at as endsAt"]).where("e.person_id", "in", personIds))
    .execute();
  const busy = new Map<string, Period[]>();
  for (const { personId, ...period } of rows) busy.set(personId, [...(busy.get(personId) ?? []), period]);
  return busy;
}
