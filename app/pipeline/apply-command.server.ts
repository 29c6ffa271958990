import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { fail, ok, type Result } from "~/platform/result";
import type { Command, StepCommand } from "./command";
import { decide, type Refusal } from "./decide";
import { loadStored, lockRoad, type RoadKey, type StoredRoad } from "./load-roads.server";
import type { Road } from "./road";
import type { Step } from "./step";
import { roadAfter, writeRoads } from "./write-roads.server";

/** Somebody else acted on the road since the person looked at it: show them how it stands now. */
export interface Stale {
  code: "stale";
  currentVersion: number;
}

export interface ApplyInput extends RoadKey {
  step: Step;
  command: StepCommand;
  /** The version that the person saw. Leave it out for evidence, which holds whatever happened meanwhile. */
  expectedVersion?: number;
  now: Date;
}

/**
 * Carries out one command and everything that follows from it. Of two people who act on the same version one wins and
 * the other gets `stale`; without `expectedVersion` the commands go one after the other. The answer is the road as it
 * stands then; a command that changes nothing writes nothing.
 */
export async function applyCommand(trx: Transaction<DB>, input: ApplyInput): Promise<Result<Road, Refusal | Stale>> {
  const { expectedVersion, now } = input;
  if (expectedVersion === undefined) return onLockedRoad(trx, input, now, (stored) => commandOf(stored, input));
  const [stored] = await loadStored(trx, [input]);
  if (!stored) return fail({ code: "no-road" });
  if (stored.road.version !== expectedVersion) return fail({ code: "stale", currentVersion: stored.road.version });
  const decided = decide(stored.road, { ...input.command, step: input.step, at: now }, stored);
  if (!decided.ok) return decided;
  const change = { ...stored, events: decided.value };
  if (decided.value.length === 0 || (await writeRoads(trx, [change], now)) === 1) return ok(roadAfter(change));
  const [current] = await loadStored(trx, [input]);
  return fail({ code: "stale", currentVersion: current?.road.version ?? 0 });
}

function commandOf(_: StoredRoad, { command, step, now }: ApplyInput): Command {
  return { ...command, step, at: now };
}

/**
 * Locks the road, lets `choose` say what is to be done given where it stands (null: nothing), and does it.
 * Waits for whoever holds the road; a caller of several roads takes them in a fixed order.
 */
export async function onLockedRoad(trx: Transaction<DB>, key: RoadKey, now: Date, choose: (stored: StoredRoad) => Command | null): Promise<Result<Road, Refusal>> {
  const stored = await lockRoad(trx, key);
  if (!stored) return fail({ code: "no-road" });
  const command = choose(stored);
  if (!command) return ok(stored.road);
  const decided = decide(stored.road, command, stored);
  if (!decided.ok) return decided;
  const change = { ...stored, events: decided.value };
  if (decided.value.length > 0) await writeRoads(trx, [change], now);
  return ok(roadAfter(change));
}
