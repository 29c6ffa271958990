import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { fail, ok, type Result } from "~/platform/result";
import { type NamedConflict, newConflicts } from "./named-conflict";
import { type OpenError, openSchedule } from "./open-schedule.server";
import type { NumberedDay } from "./problem-of";
import { type DayKey, touchDay } from "./rows.server";
import { Board } from "./schedule/board";
import { bestPanel } from "./schedule/panel";
import type { Placement } from "./schedule/schedule";
import { type Concerned, writeSchedule } from "./write-schedule.server";

export type MoveError = OpenError | { code: "unknown-candidate" } | { code: "unknown-time" } | { code: "has-begun" } | { code: "no-panel" } | { code: "conflicts"; conflicts: NamedConflict[] };

export interface Move extends DayKey {
  enrolmentId: string;
  startsAt: Date;
  placeId: string;
  /** Keep the panel as it is, or find one that is free then. Who has no slot yet gets one found. */
  panel: "keep" | "find";
  /** Whoever is there already takes the time and place that this one leaves. */
  swap: boolean;
  now: Date;
}

/** Puts a candidate into a time and a place by hand: moves their slot, or makes one. Refused with every rule that it would break. */
export async function moveSlot(trx: Transaction<DB>, input: Move): Promise<Result<Concerned, MoveError>> {
  const opened = await openSchedule(trx, input, "move", input.now);
  if (!opened.ok) return opened;
  const { day, whole, numbered } = opened.value;
  const candidate = numbered.enrolmentIds.indexOf(input.enrolmentId);
  if (candidate < 0) return fail({ code: "unknown-candidate" });
  const time = numbered.times.findIndex(({ from }) => from === input.startsAt.getTime());
  const place = numbered.placeIds.indexOf(input.placeId);
  if (time < 0 || place < 0) return fail({ code: "unknown-time" });
  const old = numbered.placements.find((placement) => placement.candidate === candidate);
  const there = numbered.placements.find((placement) => placement.time === time && placement.place === place && placement.candidate !== candidate);
  if (old?.fixed || there?.fixed || (day.state !== "draft" && input.startsAt <= input.now)) return fail({ code: "has-begun" });

  const swapped = input.swap && old && there ? { ...there, time: old.time, place: old.place } : there;
  const others = numbered.placements.filter((placement) => placement !== old && placement !== there);
  const around = swapped ? [...others, swapped] : others;
  const mine = old && input.panel === "keep" ? { ...old, time, place } : findPanel(numbered, around, { candidate, time, place });
  if (!mine) return fail({ code: "no-panel" });
  const after = [...around, mine];
  const conflicts = newConflicts(numbered, after);
  if (conflicts.length > 0) return fail({ code: "conflicts", conflicts });
  const concerned = await writeSchedule(trx, { whole, numbered, after, pin: true, reason: "moved by hand", now: input.now });
  await trx.updateTable("defense_candidate").set({ unplaced: null }).where("day_id", "=", day.id).where("enrolment_id", "=", input.enrolmentId).execute();
  await touchDay(trx, day.id);
  return ok(concerned);
}

/** The best panel there beside the others; with an own manager where it must be. */
function findPanel(numbered: NumberedDay, others: readonly Placement[], { candidate, time, place }: { candidate: number; time: number; place: number }): Placement | null {
  const board = new Board(numbered.problem, numbered.placements);
  for (const placement of others) board.put(placement);
  return (bestPanel(board, candidate, time, place, false) ?? bestPanel(board, candidate, time, place, true))?.placement ?? null;
}
