import { sql, type Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { ok, type Result } from "~/platform/result";
import { type Beat, countedMs, SLACK_MS } from "./beat";
import { beginReading } from "./begin-reading.server";
import type { ReadingKey, SectionReading } from "./chapter-reading.server";
import { type Learner, lockReading, type NoReading } from "./lock-reading.server";
import { type Settled, settleReading } from "./settle-reading.server";

/** What came of a batch; every beat in it is dealt with and need not be sent again. */
export type RecordedBeats = Settled & {
  /** How many were new. */
  taken: number;
};

/**
 * Takes a batch of heartbeats. Those that were taken before count nothing, those of sections that are gone neither, and
 * all together never more than the time that really passed. May finish sections by reading.
 */
export async function recordBeats(trx: Transaction<DB>, learner: Learner, input: ReadingKey & { beats: readonly Beat[]; now: Date }): Promise<Result<RecordedBeats, NoReading>> {
  const { enrolmentId, chapterSlug, now } = input;
  const locked = await lockReading(trx, learner, input, now);
  if (!locked.ok) return locked;
  const reading = locked.value;
  const known = new Map(reading.sections.map((section) => [section.id, section]));
  const beats = await newBeats(trx, enrolmentId, input.beats.filter((beat) => known.has(beat.sectionId)));
  if (beats.length === 0) return ok({ taken: 0, finished: [], studied: false });

  const touched = [...new Set(beats.map((beat) => beat.sectionId))].flatMap((id) => known.get(id) ?? []);
  const touchedIds = touched.map((section) => section.id);
  await beginReading(trx, learner, input, reading, touchedIds, now);
  const counted = countedMs(beats, now.getTime() - (await lastCounted(trx, enrolmentId, touched, now)).getTime());
  await trx
    .insertInto("reading_beat")
    .values(beats.map(({ id, sectionId }, at) => ({ enrolment_id: enrolmentId, id, chapter_slug: chapterSlug, section_id: sectionId, active_ms: counted[at] ?? 0, received_at: now })))
    .execute();
  for (const section of touched) {
    const own = beats.flatMap((beat, at) => (beat.sectionId === section.id ? [{ ...beat, activeMs: counted[at] ?? 0 }] : []));
    await addToSection(trx, input, section, own);
  }
  const settled = await settleReading(trx, learner, input, reading, { ids: touchedIds, by: "reading" }, now);
  return ok({ taken: beats.length, ...settled });
}

async function newBeats(trx: Transaction<DB>, enrolmentId: string, beats: readonly Beat[]): Promise<Beat[]> {
  const unique = [...new Map(beats.map((beat) => [beat.id, beat])).values()];
  if (unique.length === 0) return [];
  const ids = unique.map((beat) => beat.id);
  const rows = await trx.selectFrom("reading_beat").select("id").where("enrolment_id", "=", enrolmentId).where("id", "in", ids).execute();
  const taken = new Set(rows.map((row) => row.id));
  return unique.filter((beat) => !taken.has(beat.id));
}

/** Since when time can be claimed: the last beat that was counted in this enrolment, whatever the section, or the opening after it. */
async function lastCounted(trx: Transaction<DB>, enrolmentId: string, touched: readonly SectionReading[], now: Date): Promise<Date> {
  const last = await trx.selectFrom("reading_beat").select("received_at").where("enrolment_id", "=", enrolmentId).orderBy("received_at", "desc").limit(1).executeTakeFirst();
  // What was opened without a network has no opening before its beats.
  const opened = touched.map((section) => section.openedAt ?? last?.received_at ?? now);
  return new Date(Math.max(last?.received_at.getTime() ?? 0, Math.min(...opened.map((date) => date.getTime()))));
}

/** Adds to the facts, stored and at hand. An old beat that arrives late adds its time but moves nobody's place. */
async function addToSection(trx: Transaction<DB>, { enrolmentId, chapterSlug, now }: ReadingKey & { now: Date }, section: SectionReading, beats: readonly Beat[]): Promise<void> {
  const activeMs = beats.reduce((sum, beat) => sum + beat.activeMs, 0);
  const latest = [...beats].sort((a, b) => a.ageMs - b.ageMs)[0];
  if (latest === undefined) return;
  const seenAt = new Date(now.getTime() - latest.ageMs);
  const moved = section.lastSeenAt === null || seenAt.getTime() >= section.lastSeenAt.getTime() - SLACK_MS;
  section.activeMs += activeMs;
  section.reachedEnd ||= beats.some((beat) => beat.reachedEnd);
  await trx
    .updateTable("section_reading")
    .set({ active_ms: sql<number>`active_ms + ${activeMs}`, reached_end: section.reachedEnd, ...(moved ? { last_seen_at: seenAt, position: latest.position, anchor: latest.anchor } : {}) })
    .where("enrolment_id", "=", enrolmentId)
    .where("chapter_slug", "=", chapterSlug)
    .where("section_id", "=", section.id)
    .execute();
}
