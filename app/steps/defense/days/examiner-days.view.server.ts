import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import type { DefenseDay, Period, Place } from "./day";
import { freeOf } from "./free-of.server";
import { dayRows, slotRows } from "./rows.server";

/** A slot on the list of an examiner. */
export interface SeatLine extends Period {
  slotId: string;
  state: "planned" | "no-show" | "held" | "cancelled";
  place: Place;
  candidate: { name: string; nameLatin: string | null };
  chair: boolean;
  ownManager: boolean;
  chapters: string[];
}

/** A day that an examiner was asked for. */
export interface ExaminerDay {
  day: DefenseDay;
  cohortName: string;
  answeredAt: Date | null;
  droppedAt: Date | null;
  free: Period[] | null;
  /** Own slots; none before the day is published. */
  seats: SeatLine[];
}

const MOST_PAST = 30;

/** The days that somebody is asked for, those to come first and then the latest past ones. Of drafts only the day itself is told. */
export async function examinerDays(db: Kysely<DB>, personId: string, now: Date): Promise<{ coming: ExaminerDay[]; past: ExaminerDay[] }> {
  const days = await dayRows(db)
    .innerJoin("defense_day_examiner as x", "x.day_id", "d.id")
    .innerJoin("cohort as c", "c.id", "d.cohort_id")
    .select(["c.name as cohortName", "x.answered_at as answeredAt", "x.dropped_at as droppedAt"])
    .where("x.person_id", "=", personId)
    .where((eb) => eb.or([eb("d.state", "!=", "cancelled"), eb("d.ends_at", ">", now)]))
    // Called off before anybody was told: nothing to see.
    .where((eb) => eb.or([eb("d.state", "!=", "cancelled"), eb("d.published_at", "is not", null)]))
    .orderBy("d.starts_at", "desc")
    .execute();
  const ids = days.map(({ id }) => id);
  const [seats, free] = await Promise.all([seatsOf(db, personId, ids), freeOf(db, personId, ids)]);
  const lines = days.map(({ cohortName, answeredAt, droppedAt, ...day }) => ({ day, cohortName, answeredAt, droppedAt, free: free.get(day.id) ?? null, seats: seats.get(day.id) ?? [] }));
  return {
    coming: lines.filter(({ day }) => day.endsAt > now && day.state !== "closed").reverse(),
    past: lines.filter(({ day, seats: own }) => (day.endsAt <= now || day.state === "closed") && own.length > 0).slice(0, MOST_PAST),
  };
}

/** One day for whoever is asked to examine on it; undefined for everybody else. */
export async function examinerDay(db: Kysely<DB>, personId: string, dayId: string, now: Date): Promise<ExaminerDay | undefined> {
  const { coming, past } = await examinerDays(db, personId, now);
  return [...coming, ...past].find(({ day }) => day.id === dayId);
}

async function seatsOf(db: Kysely<DB>, personId: string, dayIds: readonly string[]): Promise<Map<string, SeatLine[]>> {
  if (dayIds.length === 0) return new Map();
  const rows = await slotRows(db)
    .innerJoin("defense_day as d", "d.id", "s.day_id")
    .innerJoin("defense_place as pl", "pl.id", "s.place_id")
    .innerJoin("defense_panelist as m", (join) => join.onRef("m.slot_id", "=", "s.id").on("m.person_id", "=", personId).on("m.left_at", "is", null))
    .innerJoin("enrolment as e", "e.id", "s.enrolment_id")
    .innerJoin("person as p", "p.id", "e.person_id")
    .select(["pl.name as placeName", "pl.link as placeLink", "p.name", "p.name_latin as nameLatin", "m.chair", "m.own_manager as ownManager"])
    .where("s.day_id", "in", dayIds)
    .where("d.published_at", "is not", null)
    .where("s.state", "!=", "cancelled")
    .orderBy("s.starts_at")
    .execute();
  const seats = new Map<string, SeatLine[]>();
  for (const row of rows) {
    const line: SeatLine = {
      slotId: row.id,
      state: row.state,
      startsAt: row.startsAt,
      endsAt: row.endsAt,
      place: { id: row.placeId, name: row.placeName, link: row.placeLink },
      candidate: { name: row.name, nameLatin: row.nameLatin },
      chair: row.chair,
      ownManager: row.ownManager,
      chapters: row.chapters,
    };
    seats.set(row.dayId, [...(seats.get(row.dayId) ?? []), line]);
  }
  return seats;
}
