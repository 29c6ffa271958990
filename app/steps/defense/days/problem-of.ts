import { type Period, slotMinutes } from "./day";
import { freeAt, type GridTime, gridTimes, type Span } from "./schedule/grid";
import type { Placement, Problem } from "./schedule/schedule";
import { liveSlots, type WholeDay } from "./whole-day";

/** A day in the scheduler's numbers, and the way back. */
export interface NumberedDay {
  problem: Problem;
  times: GridTime[];
  placeIds: string[];
  examinerIds: string[];
  enrolmentIds: string[];
  /** The schedule as it stands. What began, or was held, is fixed. Slots outside the times are left out. */
  placements: Placement[];
}

/** Numbers a day for the scheduler. `now`: what has begun by then is not changed any more; null when all may be. */
export function numberDay(whole: WholeDay, now: Date | null): NumberedDay {
  const { day, places } = whole;
  const times = gridTimes({ ...span(day), breaks: whole.breaks.map(span), slotMinutes: slotMinutes(day), changeoverMinutes: day.changeoverMinutes });
  const slots = liveSlots(whole);
  const isFixed = (slot: (typeof slots)[number]): boolean => slot.state !== "planned" || (now !== null && slot.startsAt <= now);
  const candidates = whole.candidates.filter(({ droppedAt, enrolmentId }) => droppedAt === null || slots.some((slot) => slot.enrolmentId === enrolmentId && isFixed(slot)));
  const busyOf = (personId: string): Span[] => (whole.busy.get(personId) ?? []).map(span);
  const ahead = (free: boolean[]): boolean[] => (now === null ? free : free.map((is, time) => is && times[time]!.from > now.getTime()));

  const problem: Problem = {
    followsOn: times.map(({ followsOn }) => followsOn),
    places: places.length,
    panelSize: day.panelSize,
    longestRun: day.longestRun,
    examiners: whole.examiners.map((examiner) => ({
      id: examiner.personId,
      free: examiner.droppedAt ? times.map(() => false) : freeAt(times, examiner.free?.map(span) ?? null, busyOf(examiner.personId)),
      mayChair: examiner.mayChair,
      chapters: examiner.chapters.length === 0 ? null : new Set(examiner.chapters),
    })),
    candidates: candidates.map((candidate) => ({
      id: candidate.enrolmentId,
      personId: candidate.personId,
      managers: new Set(candidate.managers),
      chapters: candidate.chapters,
      free: ahead(freeAt(times, candidate.free?.map(span) ?? null, busyOf(candidate.personId))),
    })),
  };
  const numbered: NumberedDay = { problem, times, placeIds: places.map(({ id }) => id), examinerIds: whole.examiners.map(({ personId }) => personId), enrolmentIds: candidates.map(({ enrolmentId }) => enrolmentId), placements: [] };
  for (const slot of slots) {
    const placement = placementOf(numbered, slot);
    if (placement) numbered.placements.push(isFixed(slot) ? { ...placement, fixed: true } : placement);
  }
  return numbered;
}

interface Placed extends Period {
  enrolmentId: string;
  placeId: string;
  panel: readonly { personId: string; chair: boolean }[];
}

/** A slot in numbers; null when the day has no such time, place or people (any more). */
export function placementOf(numbered: Pick<NumberedDay, "times" | "placeIds" | "examinerIds" | "enrolmentIds">, slot: Placed): Placement | null {
  const candidate = numbered.enrolmentIds.indexOf(slot.enrolmentId);
  const time = numbered.times.findIndex(({ from, to }) => from === slot.startsAt.getTime() && to === slot.endsAt.getTime());
  const place = numbered.placeIds.indexOf(slot.placeId);
  const panel = slot.panel.map(({ personId }) => numbered.examinerIds.indexOf(personId));
  const chair = numbered.examinerIds.indexOf(slot.panel.find((member) => member.chair)?.personId ?? "");
  if (candidate < 0 || time < 0 || place < 0 || panel.includes(-1)) return null;
  return { candidate, time, place, panel, chair };
}

function span({ startsAt, endsAt }: Period): Span {
  return { from: startsAt.getTime(), to: endsAt.getTime() };
}
