/** Changes to one panel by hand. */
import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { fail, ok, type Result } from "~/platform/result";
import { type NamedConflict, newConflicts } from "./named-conflict";
import { type OpenError, openSchedule } from "./open-schedule.server";
import { type DayKey, touchDay } from "./rows.server";
import type { Placement } from "./schedule/schedule";
import { type Concerned, writeSchedule } from "./write-schedule.server";

export type PanelError = OpenError | { code: "unknown-slot" } | { code: "unknown-examiner" } | { code: "has-begun" } | { code: "conflicts"; conflicts: NamedConflict[] };

interface SlotKey extends DayKey {
  slotId: string;
  now: Date;
}

/** Somebody else takes a seat on one panel, the chair's too where that is whom they replace and they may chair. */
export async function replaceExaminer(trx: Transaction<DB>, input: SlotKey & { leaving: string; joining: string; reason: string }): Promise<Result<Concerned, PanelError>> {
  return changePanel(trx, input, input.reason, (slot, seat) => {
    const [leaving, joining] = [seat(input.leaving), seat(input.joining)];
    if (joining < 0 || !slot.panel.includes(leaving) || slot.panel.includes(joining)) return null;
    return { ...slot, panel: slot.panel.map((member) => (member === leaving ? joining : member)), chair: slot.chair === leaving ? joining : slot.chair };
  });
}

/** Another member of a panel chairs it. */
export async function setChair(trx: Transaction<DB>, input: SlotKey & { chair: string }): Promise<Result<Concerned, PanelError>> {
  return changePanel(trx, input, "another chair", (slot, seat) => (slot.panel.includes(seat(input.chair)) ? { ...slot, chair: seat(input.chair) } : null));
}

async function changePanel(trx: Transaction<DB>, input: SlotKey, reason: string, change: (slot: Placement, seat: (personId: string) => number) => Placement | null): Promise<Result<Concerned, PanelError>> {
  const opened = await openSchedule(trx, input, "move", input.now);
  if (!opened.ok) return opened;
  const { day, whole, numbered } = opened.value;
  const slot = whole.slots.find(({ id, state }) => id === input.slotId && state !== "cancelled");
  const old = slot && numbered.placements.find(({ candidate }) => numbered.enrolmentIds[candidate] === slot.enrolmentId);
  if (!old) return fail({ code: "unknown-slot" });
  if (old.fixed) return fail({ code: "has-begun" });
  const next = change(old, (personId) => numbered.examinerIds.indexOf(personId));
  if (!next) return fail({ code: "unknown-examiner" });
  const after = numbered.placements.map((placement) => (placement === old ? next : placement));
  const conflicts = newConflicts(numbered, after);
  if (conflicts.length > 0) return fail({ code: "conflicts", conflicts });
  const concerned = await writeSchedule(trx, { whole, numbered, after, pin: true, reason, now: input.now });
  await touchDay(trx, day.id);
  return ok(concerned);
}
