import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { randomFrom } from "~/platform/random";
import { fail, ok, type Result } from "~/platform/result";
import { addCandidates, type CandidateError } from "./change-candidates.server";
import { openSchedule } from "./open-schedule.server";
import { type DayKey, touchDay } from "./rows.server";
import { noteUnplaced } from "./note-unplaced.server";
import { repairing } from "./schedule/repair";
import type { UnplacedReason } from "./schedule/schedule";
import { unhurried } from "./unhurried.server";
import { type Concerned, writeSchedule } from "./write-schedule.server";

export type NewSlotError = CandidateError | { code: "no-slot"; reason: UnplacedReason };

/**
 * Puts somebody who failed (or did not come) on a day and finds them a slot, moving as few others as possible. What they defend is
 * what they have not passed. On failure nothing is written when the caller rolls back.
 */
export async function newSlotAfterFail(trx: Transaction<DB>, input: DayKey & { enrolmentId: string; now: Date }): Promise<Result<Concerned, NewSlotError>> {
  const added = await addCandidates(trx, { ...input, enrolmentIds: [input.enrolmentId] });
  if (!added.ok) return added;
  const opened = await openSchedule(trx, input, "repair", input.now);
  if (!opened.ok) return opened;
  const { day, whole, numbered } = opened.value;
  const { placements, unplaced } = await unhurried(repairing(numbered.problem, numbered.placements, randomFrom(`${day.startsAt.toISOString()} ${day.version}`)));
  const left = unplaced.find(({ candidate }) => numbered.enrolmentIds[candidate] === input.enrolmentId);
  if (left) return fail({ code: "no-slot", reason: left.reason });
  const concerned = await writeSchedule(trx, { whole, numbered, after: placements, reason: "somebody needed a new slot", now: input.now });
  await noteUnplaced(trx, day.id, numbered, unplaced);
  await touchDay(trx, day.id);
  return ok(concerned);
}
