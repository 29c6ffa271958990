/** Appointments of a defense as calendars need them, for those whom they concern. */
import type { Kysely } from "kysely";
import type { CalendarEntry } from "~/cohorts/index.server";
import type { DB } from "~/db/schema";
import { type Actor, holds } from "~/people";
import { type LetterSlot, letterSlots } from "./letters.server";
import { dayRows, slotRows } from "./rows.server";

export interface SlotEntry {
  entry: CalendarEntry;
  /** Whose page it belongs to: the candidate's enrolment, where the reader is the candidate. */
  enrolmentId: string;
  chapters: string[];
  own: boolean;
}

/** One slot, for its candidate, its panel, and who may see the cohort; undefined for everybody else and before it is published. */
export async function slotEntry(db: Kysely<DB>, actor: Actor, slotId: string): Promise<SlotEntry | undefined> {
  const row = await slotRows(db)
    .innerJoin("defense_day as d", "d.id", "s.day_id")
    .innerJoin("cohort as c", "c.id", "d.cohort_id")
    .innerJoin("defense_place as pl", "pl.id", "s.place_id")
    .innerJoin("enrolment as e", "e.id", "s.enrolment_id")
    .select(["d.title", "d.time_zone as timeZone", "d.cohort_id as cohortId", "c.team_id as teamId", "pl.name as place", "pl.link", "e.person_id as candidateId"])
    .where("s.id", "=", slotId)
    .where("d.published_at", "is not", null)
    .executeTakeFirst();
  if (!row) return undefined;
  const own = row.candidateId === actor.id;
  const may = own || row.panel.some(({ personId }) => personId === actor.id) || holds(actor, "cohort:view", { kind: "cohort", cohortId: row.cohortId, teamId: row.teamId });
  if (!may) return undefined;
  const { id, title, place, link, startsAt, endsAt, timeZone, sequence } = row;
  return { entry: { id, title, place, link, startsAt, endsAt, timeZone, cancelled: row.state === "cancelled", sequence }, enrolmentId: row.enrolmentId, chapters: row.chapters, own };
}

/** An examiner's stretch of a day, from their first slot to their last; struck out when none is left. Undefined for who never was asked. */
export async function examinerEntry(db: Kysely<DB>, personId: string, dayId: string): Promise<{ entry: CalendarEntry; slots: LetterSlot[] } | undefined> {
  const day = await dayRows(db)
    .innerJoin("defense_day_examiner as x", (join) => join.onRef("x.day_id", "=", "d.id").on("x.person_id", "=", personId))
    .where("d.id", "=", dayId)
    .where("d.published_at", "is not", null)
    .executeTakeFirst();
  if (!day) return undefined;
  const slots = (await letterSlots(db, day.id)).filter(({ panel, state }) => state !== "cancelled" && panel.includes(personId));
  const [first, last] = [slots[0], slots.at(-1)];
  const places = [...new Set(slots.map(({ place }) => place.name))];
  return {
    entry: {
      id: `${day.id}-${personId}`,
      title: day.title,
      place: places.join(" / ") || null,
      link: slots.find(({ place }) => place.link)?.place.link ?? null,
      startsAt: first?.startsAt ?? day.startsAt,
      endsAt: last?.endsAt ?? day.endsAt,
      timeZone: day.timeZone,
      cancelled: day.state === "cancelled" || slots.length === 0,
      // Every change of the day counts: a calendar takes over whatever is newer.
      sequence: day.version,
    },
    slots,
  };
}
