import { sql, type Transaction } from "kysely";
import type { DB } from "~/db/schema";
import type { NumberedDay } from "./problem-of";
import { differenceOf, type SlotChange } from "./schedule/difference";
import type { Placement } from "./schedule/schedule";
import { liveSlots, type WholeDay } from "./whole-day";

/** Who is concerned by a change: whose appointment is another one, and who sits differently. */
export interface Concerned {
  /** Enrolments. */
  candidates: string[];
  examiners: string[];
}

interface Writing {
  whole: WholeDay;
  numbered: NumberedDay;
  after: readonly Placement[];
  /** By hand: the slots that change stay put in later proposals. */
  pin?: boolean;
  /** What is written down where somebody leaves a panel or a slot goes. */
  reason: string;
  now: Date;
}

/**
 * Writes a schedule in place of the one in `numbered.placements`: only what differs. Slots keep their ids; in a draft those that
 * go are deleted, in a published day cancelled.
 */
export async function writeSchedule(trx: Transaction<DB>, writing: Writing): Promise<Concerned> {
  const { numbered, after } = writing;
  const concerned = { candidates: new Set<string>(), examiners: new Set<string>() };
  for (const change of differenceOf(numbered.placements, after)) {
    const enrolmentId = numbered.enrolmentIds[change.candidate]!;
    if (change.kind !== "panel") concerned.candidates.add(enrolmentId);
    for (const seat of seatsOf(change)) concerned.examiners.add(numbered.examinerIds[seat]!);
    await writeChange(trx, writing, change, enrolmentId);
  }
  return { candidates: [...concerned.candidates], examiners: [...concerned.examiners] };
}

function seatsOf(change: SlotChange): number[] {
  if (change.kind === "panel") return [...change.joined, ...change.left, ...(change.before.chair === change.after.chair ? [] : [change.before.chair, change.after.chair])];
  return [...("before" in change ? change.before.panel : []), ...("after" in change ? change.after.panel : [])];
}

async function writeChange(trx: Transaction<DB>, writing: Writing, change: SlotChange, enrolmentId: string): Promise<void> {
  const { whole, numbered, now, reason } = writing;
  const slot = liveSlots(whole).find((candidate) => candidate.enrolmentId === enrolmentId);
  if (change.kind === "placed") return insertSlot(trx, writing, change.after, enrolmentId);
  if (!slot) throw new Error(`a slot of enrolment ${enrolmentId} is in the schedule, but not on the day`);
  if (change.kind === "taken-away") {
    if (whole.day.state === "draft") await trx.deleteFrom("defense_slot").where("id", "=", slot.id).execute();
    else await trx.updateTable("defense_slot").set({ state: "cancelled", cancel_reason: reason, sequence: sql`sequence + 1`, version: sql`version + 1` }).where("id", "=", slot.id).execute();
    return;
  }
  const moves = change.kind === "moved" ? { ...whenAndWhere(numbered, change.after), sequence: sql<number>`sequence + 1` } : {};
  await trx
    .updateTable("defense_slot")
    .set({ ...moves, ...(writing.pin ? { pinned: true } : {}), version: sql`version + 1` })
    .where("id", "=", slot.id)
    .execute();
  const people = (seats: readonly number[]): string[] => seats.map((seat) => numbered.examinerIds[seat]!);
  if (change.left.length > 0) {
    await trx.updateTable("defense_panelist").set({ left_at: now, left_reason: reason, chair: false }).where("slot_id", "=", slot.id).where("person_id", "in", people(change.left)).where("left_at", "is", null).execute();
  }
  if (change.before.chair !== change.after.chair) await trx.updateTable("defense_panelist").set({ chair: false }).where("slot_id", "=", slot.id).where("left_at", "is", null).where("chair", "=", true).execute();
  await insertPanel(trx, writing, slot.id, enrolmentId, change.joined, change.after.chair);
  await trx.updateTable("defense_panelist").set({ chair: true }).where("slot_id", "=", slot.id).where("person_id", "=", numbered.examinerIds[change.after.chair]!).where("left_at", "is", null).where("chair", "=", false).execute();
}

async function insertSlot(trx: Transaction<DB>, writing: Writing, placement: Placement, enrolmentId: string): Promise<void> {
  const { whole, numbered, now } = writing;
  const { id } = await trx
    .insertInto("defense_slot")
    .values({ day_id: whole.day.id, enrolment_id: enrolmentId, ...whenAndWhere(numbered, placement), pinned: writing.pin ?? false, created_at: now })
    .returning("id")
    .executeTakeFirstOrThrow();
  const { chapters } = numbered.problem.candidates[placement.candidate]!;
  if (chapters.length > 0) await trx.insertInto("defense_slot_chapter").values(chapters.map((chapter_slug) => ({ slot_id: id, chapter_slug }))).execute();
  await insertPanel(trx, writing, id, enrolmentId, placement.panel, placement.chair);
}

async function insertPanel(trx: Transaction<DB>, { whole, numbered, now }: Writing, slotId: string, enrolmentId: string, seats: readonly number[], chair: number): Promise<void> {
  if (seats.length === 0) return;
  const managers = whole.candidates.find((candidate) => candidate.enrolmentId === enrolmentId)?.managers ?? [];
  const rows = seats.map((seat) => {
    const person_id = numbered.examinerIds[seat]!;
    return { slot_id: slotId, person_id, chair: seat === chair, own_manager: managers.includes(person_id), joined_at: now };
  });
  await trx.insertInto("defense_panelist").values(rows).execute();
}

function whenAndWhere({ times, placeIds }: NumberedDay, { time, place }: Placement) {
  const { from, to } = times[time]!;
  return { place_id: placeIds[place]!, starts_at: new Date(from), ends_at: new Date(to) };
}
