import type { Kysely } from "kysely";
import { type ChapterName, chapterNames, namesInOrder } from "~/cohorts/index.server";
import type { DB } from "~/db/schema";
import type { DefenseDay, Period, Place, Slot } from "./day";
import { cohortHeadOf, type DayList } from "./day-list.view.server";
import { type KnownExaminer, knownExaminers } from "./known-examiners.server";
import { loadDay } from "./load-day.server";
import { type NamedConflict, namedConflicts } from "./named-conflict";
import { numberDay } from "./problem-of";
import { type ReadyLearner, readyLearners } from "./plan-page.view.server";
import { needsRepair } from "./repair-day.server";
import { type DayKey, findDay } from "./rows.server";
import { isFlag } from "./schedule/schedule";
import { type DayCandidate, type DayExaminer, liveSlots } from "./whole-day";

/** A day as whoever plans it sees it. */
export interface DayPage {
  cohort: DayList["cohort"];
  day: DefenseDay;
  chapters: ChapterName[];
  places: Place[];
  breaks: Period[];
  /** The times at which defenses are held. */
  times: Period[];
  /** Slots that take place, or took. */
  slots: Slot[];
  /** Slots whose panel has signed: there is a record to read. */
  signed: string[];
  examiners: (DayExaminer & { seats: number; chairs: number })[];
  candidates: DayCandidate[];
  /** What the schedule breaks. */
  conflicts: NamedConflict[];
  /** What stands only because there is no other way: own managers on panels. */
  flags: NamedConflict[];
  needsRepair: boolean;
  /** How many candidates have no slot yet. */
  without: number;
  /** Who is not on the day yet. */
  others: { examiners: KnownExaminer[]; learners: ReadyLearner[] };
}

/** Everything about a day; undefined where the cohort has no such day. */
export async function dayPage(db: Kysely<DB>, key: DayKey, now: Date): Promise<DayPage | undefined> {
  const day = await findDay(db, key);
  const cohort = day && (await cohortHeadOf(db, key.cohortId));
  if (!cohort) return undefined;
  const [whole, names, known] = await Promise.all([loadDay(db, day), chapterNames(db, day.chapters), knownExaminers(db, key.cohortId)]);
  const chapters = namesInOrder(day.chapters, names);
  const ready = await readyLearners(db, key.cohortId, chapters);
  const numbered = numberDay(whole, day.state === "draft" ? null : now);
  const slots = liveSlots(whole);
  const open = day.state === "draft" || day.state === "published";
  const signed = slots.length === 0 ? [] : (await db.selectFrom("defense").select("slot_id as slotId").where("state", "=", "signed").where("slot_id", "in", slots.map(({ id }) => id)).execute()).map(({ slotId }) => slotId);
  const found = open ? namedConflicts(numbered, numbered.placements) : [];
  return {
    cohort,
    day,
    chapters,
    places: whole.places,
    breaks: whole.breaks,
    times: numbered.times.map(({ from, to }) => ({ startsAt: new Date(from), endsAt: new Date(to) })),
    slots,
    signed,
    examiners: whole.examiners.map((examiner) => {
      const seats = slots.flatMap(({ panel }) => panel.filter(({ personId }) => personId === examiner.personId));
      return { ...examiner, seats: seats.length, chairs: seats.filter(({ chair }) => chair).length };
    }),
    candidates: whole.candidates,
    conflicts: found.filter((conflict) => !isFlag(conflict)),
    flags: found.filter(isFlag),
    without: whole.candidates.filter(({ enrolmentId, droppedAt }) => droppedAt === null && !slots.some((slot) => slot.enrolmentId === enrolmentId)).length,
    needsRepair: open && needsRepair({ numbered, whole }),
    others: {
      examiners: known.filter(({ personId }) => !whole.examiners.some((examiner) => examiner.personId === personId && examiner.droppedAt === null)),
      learners: ready.filter(({ enrolmentId }) => !whole.candidates.some((candidate) => candidate.enrolmentId === enrolmentId && candidate.droppedAt === null)),
    },
  };
}
