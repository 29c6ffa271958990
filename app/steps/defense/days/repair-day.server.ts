import { createHash } from "node:crypto";
import type { Kysely, Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { writeAudit } from "~/people/index.server";
import { randomFrom } from "~/platform/random";
import { fail, ok, type Result } from "~/platform/result";
import { dayAdmits } from "./day";
import { loadDay } from "./load-day.server";
import { noteUnplaced } from "./note-unplaced.server";
import { type OpenError, openSchedule } from "./open-schedule.server";
import { type NumberedDay, numberDay } from "./problem-of";
import { type DayKey, findDay, touchDay } from "./rows.server";
import { differenceOf, type SlotChange } from "./schedule/difference";
import { repairing } from "./schedule/repair";
import { isFlag, conflictsIn, type Proposal } from "./schedule/schedule";
import { unhurried } from "./unhurried.server";
import { liveSlots, type WholeDay } from "./whole-day";
import { type Concerned, writeSchedule } from "./write-schedule.server";

/** Who drops out with this repair; without anybody it mends what is broken, and places who waits. */
export type DropOut = { examiner: string } | { candidate: string } | null;

export interface RepairPlan {
  whole: WholeDay;
  numbered: NumberedDay;
  proposal: Proposal;
  changes: SlotChange[];
  /** How many slots stay exactly as they are. */
  untouched: number;
  /** Names this very repair of this very day: what was shown is what is taken. */
  digest: string;
}

export type RepairError = OpenError | { code: "unknown-person" } | { code: "stale" };

/** What a repair would change; nothing is written. */
export async function planRepair(db: Kysely<DB>, input: DayKey & { out: DropOut; now: Date }): Promise<Result<RepairPlan, RepairError>> {
  const day = await findDay(db, input);
  if (!day) return fail({ code: "unknown-day" });
  if (!dayAdmits(day.state, "repair")) return fail({ code: "wrong-state" });
  const loaded = await loadDay(db, day);
  if (!isThere(loaded, input.out)) return fail({ code: "unknown-person" });
  const whole = without(loaded, input.out, input.now);
  return ok(await work(whole, numberDay(whole, day.state === "draft" ? null : input.now)));
}

/** Takes a repair that was shown. Stale when the day has changed since, or time has. */
export async function repairDay(trx: Transaction<DB>, actor: { id: string }, input: DayKey & { out: DropOut; digest: string; reason: string; now: Date }): Promise<Result<Concerned, RepairError>> {
  const { out, now, reason } = input;
  const opened = await openSchedule(trx, input, "repair", now, (whole) => (isThere(whole, out) ? without(whole, out, now) : whole));
  if (!opened.ok) return opened;
  const { day, whole, numbered } = opened.value;
  if (!isThere(whole, out)) return fail({ code: "unknown-person" });
  const plan = await work(whole, numbered);
  if (plan.digest !== input.digest) return fail({ code: "stale" });
  const dropped = { dropped_at: now, drop_reason: reason };
  if (out && "examiner" in out) await trx.updateTable("defense_day_examiner").set(dropped).where("day_id", "=", day.id).where("person_id", "=", out.examiner).execute();
  if (out && "candidate" in out) await trx.updateTable("defense_candidate").set(dropped).where("day_id", "=", day.id).where("enrolment_id", "=", out.candidate).execute();
  const concerned = await writeSchedule(trx, { whole, numbered: plan.numbered, after: plan.proposal.placements, reason, now });
  await noteUnplaced(trx, day.id, plan.numbered, plan.proposal.unplaced);
  await writeAudit(trx, { actorId: actor.id, action: "repair-defense-day", subject: { kind: "defense-day", id: day.id }, details: { ...out, changed: plan.changes.length, reason } });
  await touchDay(trx, day.id);
  return ok(concerned);
}

/** Whether a day's schedule needs a repair: something is broken, or somebody who could be placed has no slot. */
export function needsRepair({ numbered, whole }: { numbered: NumberedDay; whole: WholeDay }): boolean {
  const placed = new Set(liveSlots(whole).map(({ enrolmentId }) => enrolmentId));
  const dropped = whole.candidates.some(({ droppedAt, enrolmentId }) => droppedAt !== null && placed.has(enrolmentId));
  return dropped || conflictsIn(numbered.problem, numbered.placements).some((conflict) => !isFlag(conflict) && !numbered.placements[conflict.at]?.fixed);
}

async function work(whole: WholeDay, numbered: NumberedDay): Promise<RepairPlan> {
  // Candidates who dropped out are no part of the problem any more, but their slots must go.
  const known = includeDropped(whole, numbered);
  const kept = numbered.placements;
  const proposal = await unhurried(repairing(numbered.problem, kept, randomFrom(`${whole.day.startsAt.toISOString()} ${whole.day.version}`)));
  const changes = differenceOf(known.placements, proposal.placements);
  const digest = createHash("sha256").update(JSON.stringify([whole.day.version, proposal.placements])).digest("hex").slice(0, 24);
  return { whole, numbered: known, proposal, changes, untouched: known.placements.length - changes.filter(({ kind }) => kind !== "placed").length, digest };
}

/** The numbering with those who dropped out behind the others, so that their slots have a place in the difference. */
function includeDropped(whole: WholeDay, numbered: NumberedDay): NumberedDay {
  const gone = liveSlots(whole).filter(({ enrolmentId }) => !numbered.enrolmentIds.includes(enrolmentId));
  if (gone.length === 0) return numbered;
  const enrolmentIds = [...numbered.enrolmentIds, ...gone.map(({ enrolmentId }) => enrolmentId)];
  const placements = gone.flatMap((slot) => {
    const time = numbered.times.findIndex(({ from }) => from === slot.startsAt.getTime());
    const panel = slot.panel.map(({ personId }) => numbered.examinerIds.indexOf(personId));
    const chair = numbered.examinerIds.indexOf(slot.panel.find((member) => member.chair)?.personId ?? "");
    return [{ candidate: enrolmentIds.indexOf(slot.enrolmentId), time, place: numbered.placeIds.indexOf(slot.placeId), panel, chair }];
  });
  const candidates = [...numbered.problem.candidates, ...gone.map(({ enrolmentId }) => ({ id: enrolmentId, personId: "", managers: new Set<string>(), chapters: [], free: [] }))];
  return { ...numbered, problem: { ...numbered.problem, candidates }, enrolmentIds, placements: [...numbered.placements, ...placements] };
}

function isThere({ examiners, candidates }: WholeDay, out: DropOut): boolean {
  if (!out) return true;
  return "examiner" in out ? examiners.some(({ personId }) => personId === out.examiner) : candidates.some(({ enrolmentId }) => enrolmentId === out.candidate);
}

/** The day as it is once somebody has dropped out. */
function without(whole: WholeDay, out: DropOut, now: Date): WholeDay {
  if (!out) return whole;
  if ("examiner" in out) return { ...whole, examiners: whole.examiners.map((examiner) => (examiner.personId === out.examiner ? { ...examiner, droppedAt: examiner.droppedAt ?? now } : examiner)) };
  return { ...whole, candidates: whole.candidates.map((candidate) => (candidate.enrolmentId === out.candidate ? { ...candidate, droppedAt: candidate.droppedAt ?? now } : candidate)) };
}
