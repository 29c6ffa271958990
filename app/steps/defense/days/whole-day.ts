import type { DefenseDay, Period, Place, Slot } from "./day";
import type { UnplacedReason } from "./schedule/schedule";

export interface DayExaminer {
  personId: string;
  name: string;
  nameLatin: string | null;
  title: string | null;
  timeZone: string;
  mayChair: boolean;
  /** Chapters that they are at home in; empty means all. */
  chapters: string[];
  /** When they said when they are free; until then the whole day counts. */
  answeredAt: Date | null;
  droppedAt: Date | null;
  dropReason: string | null;
  /** When they are free; null for all day. */
  free: Period[] | null;
}

export interface DayCandidate {
  enrolmentId: string;
  personId: string;
  name: string;
  nameLatin: string | null;
  /** Whose team they are in. */
  managers: string[];
  /** What they still have to defend, of the day's chapters. */
  chapters: string[];
  droppedAt: Date | null;
  dropReason: string | null;
  unplaced: UnplacedReason | null;
  /** When they said when they are free; until then the whole day counts. */
  answeredAt: Date | null;
  /** When they are free; null for all day. */
  free: Period[] | null;
}

/** A day with everything that a schedule is made from and the schedule itself. */
export interface WholeDay {
  day: DefenseDay;
  breaks: Period[];
  places: Place[];
  /** By name; those who dropped out are among them. */
  examiners: DayExaminer[];
  candidates: DayCandidate[];
  /** By time and place, the cancelled ones as well. */
  slots: Slot[];
  /** What people of the day have elsewhere at that time, by person. */
  busy: ReadonlyMap<string, Period[]>;
}

/** Slots that take place, or took. */
export function liveSlots({ slots }: Pick<WholeDay, "slots">): Slot[] {
  return slots.filter(({ state }) => state !== "cancelled");
}
