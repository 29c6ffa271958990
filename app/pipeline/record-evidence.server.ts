import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import type { Result } from "~/platform/result";
import { onLockedRoad } from "./apply-command.server";
import type { Refusal } from "./decide";
import { commandForReport, type Outcome } from "./evidence";
import type { RoadKey } from "./load-roads.server";
import { type Evidence, progressIn, type Road } from "./road";
import type { Step } from "./step";

export interface EvidenceReport extends RoadKey {
  step: Step;
  /** What all the room's evidence on this step comes to now. */
  outcome: Outcome;
  /** The record that brought it about. */
  evidence: Evidence;
  /** Whose act it was: the learner's, the marker's; null is the system. */
  actorId: string | null;
  now: Date;
}

/**
 * The way for rooms to tell the pipeline. Saying again what holds already is fine and writes nothing; a judgement that
 * differs from the present one is taken as a correction. `passed` and `failed` are taken before their turn, too.
 * Refusals: `no-road`, `left-out`; for `begun` and `submitted` also `behind`, `not-yet`, `final`.
 */
export async function recordEvidence(trx: Transaction<DB>, report: EvidenceReport): Promise<Result<Road, Refusal>> {
  const { step, now } = report;
  return onLockedRoad(trx, report, now, ({ road }) => {
    const command = commandForReport(progressIn(road, step), report.outcome, report.evidence, report.actorId);
    return command && { ...command, step, at: now };
  });
}
