/** Rows of days and slots ⇄ their domain types, and the queries that this room's files share. */
import { type Kysely, sql, type Transaction } from "kysely";
import type { DB } from "~/db/schema";
import type { DefenseDay, Panelist, Slot } from "./day";

/** Days `d` with the slugs of their chapters. */
export function dayRows(db: Kysely<DB>) {
  return db
    .selectFrom("defense_day as d")
    .select([
      "d.id",
      "d.cohort_id as cohortId",
      "d.title",
      "d.starts_at as startsAt",
      "d.ends_at as endsAt",
      "d.time_zone as timeZone",
      "d.state",
      "d.panel_size as panelSize",
      "d.presentation_minutes as presentationMinutes",
      "d.question_minutes as questionMinutes",
      "d.deliberation_minutes as deliberationMinutes",
      "d.changeover_minutes as changeoverMinutes",
      "d.longest_run as longestRun",
      "d.bring",
      "d.published_at as publishedAt",
      "d.cancel_reason as cancelReason",
      "d.sequence",
      "d.version",
    ])
    .select(sql<string[]>`array(select k.chapter_slug from defense_day_chapter k where k.day_id = d.id order by k.position)`.as("chapters"));
}

/** Which day of which cohort; a day of another cohort is not found. */
export interface DayKey {
  cohortId: string;
  dayId: string;
}

/** The day, if it belongs to the cohort. */
export async function findDay(db: Kysely<DB>, { cohortId, dayId }: DayKey): Promise<DefenseDay | undefined> {
  return dayRows(db).where("d.id", "=", dayId).where("d.cohort_id", "=", cohortId).executeTakeFirst();
}

/** The day, held until the transaction ends: whatever changes its people or slots takes this lock first. */
export async function lockDay(trx: Transaction<DB>, { cohortId, dayId }: DayKey): Promise<DefenseDay | undefined> {
  const held = await trx.selectFrom("defense_day").select("id").where("id", "=", dayId).where("cohort_id", "=", cohortId).forNoKeyUpdate().executeTakeFirst();
  return held && findDay(trx, { cohortId, dayId });
}

/** Counts the day's version up: pages that were made before know that they are old. */
export async function touchDay(trx: Transaction<DB>, dayId: string): Promise<void> {
  await trx.updateTable("defense_day").set({ version: sql`version + 1` }).where("id", "=", dayId).execute();
}

interface PanelistJson extends Panelist {
  joinedAt: string;
}

/** Slots `s` with their chapters and the panel as it is now; narrow them, then `toSlot` each row. */
export function slotRows(db: Kysely<DB>) {
  return db
    .selectFrom("defense_slot as s")
    .select([
      "s.id",
      "s.day_id as dayId",
      "s.place_id as placeId",
      "s.enrolment_id as enrolmentId",
      "s.starts_at as startsAt",
      "s.ends_at as endsAt",
      "s.state",
      "s.pinned",
      "s.cancel_reason as cancelReason",
      "s.sequence",
    ])
    .select(sql<string[]>`array(select k.chapter_slug from defense_slot_chapter k where k.slot_id = s.id order by k.chapter_slug)`.as("chapters"))
    .select(
      sql<PanelistJson[]>`coalesce((
        select jsonb_agg(jsonb_build_object('personId', p.person_id, 'chair', p.chair, 'ownManager', p.own_manager) order by p.chair desc, p.id)
        from defense_panelist p where p.slot_id = s.id and p.left_at is null), '[]')`.as("panel"),
    );
}

export type SlotRow = Slot & { dayId: string };

/** A slot with who sits on its panel; undefined when there is none. */
export async function slotOf(db: Kysely<DB>, slotId: string): Promise<SlotRow | undefined> {
  return slotRows(db).where("s.id", "=", slotId).executeTakeFirst();
}

export interface NamedPanelist extends Panelist {
  name: string;
  nameLatin: string | null;
  title: string | null;
  joinedAt: Date;
}

/** Who sits on the panel of a slot now, the chair first. */
export async function panelOf(db: Kysely<DB>, slotId: string): Promise<NamedPanelist[]> {
  return db
    .selectFrom("defense_panelist as m")
    .innerJoin("person as p", "p.id", "m.person_id")
    .select(["m.person_id as personId", "m.chair", "m.own_manager as ownManager", "m.joined_at as joinedAt", "p.name", "p.name_latin as nameLatin", "p.title"])
    .where("m.slot_id", "=", slotId)
    .where("m.left_at", "is", null)
    .orderBy("m.chair", "desc")
    .orderBy("m.id")
    .execute();
}
