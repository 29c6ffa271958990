import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { writeAudit } from "~/people/index.server";
import type { Refusal, Step, StepCommand } from "~/pipeline";
import { applyCommand, roadHistory, type Stale } from "~/pipeline/index.server";
import { fail, ok, type Result } from "~/platform/result";

/** What an instructor can do to a step by their own word. */
export type StepAct =
  | { kind: "record"; outcome: "passed" | "failed"; reason: string; note: string }
  | { kind: "waive"; reason: string }
  | { kind: "withdraw-waiver"; reason: string }
  | { kind: "reopen"; reason: string }
  | { kind: "correct"; outcome: "passed" | "failed" | "none"; reason: string };

export interface StepActInput {
  cohortId: string;
  enrolmentId: string;
  chapterSlug: string;
  step: Step;
  /** The road as the instructor saw it. */
  expectedVersion: number;
  act: StepAct;
  now: Date;
}

/** Somebody was faster: who, and what they did last. */
export interface Overtaken {
  code: "stale";
  by: string | null;
  event: { kind: string; step: Step | null; to: string | null; at: Date } | null;
}

export type StepActError = { code: "not-found" } | Exclude<Refusal, { code: "no-road" }> | Overtaken;

/**
 * Carries out an instructor's act on a step of a learner of this cohort, and writes it to the audit log. Of two people
 * who act on the same road at once one wins, the other learns who it was.
 */
export async function actOnStep(trx: Transaction<DB>, actorId: string, input: StepActInput): Promise<Result<{ version: number }, StepActError>> {
  const { cohortId, enrolmentId, chapterSlug, step, expectedVersion, act, now } = input;
  const enrolment = await trx.selectFrom("enrolment").select("id").where("id", "=", enrolmentId).where("cohort_id", "=", cohortId).where("left_at", "is", null).executeTakeFirst();
  if (!enrolment) return fail({ code: "not-found" });
  const applied = await applyCommand(trx, { enrolmentId, chapterSlug, step, command: commandOf(act, actorId), expectedVersion, now });
  if (!applied.ok) return fail(await refusal(trx, input, applied.error));
  await auditStepAct(trx, actorId, input, act.kind);
  return ok({ version: applied.value.version });
}

/** Writes an act on a step to the audit log; for acts that a room carries out itself (the quiz gives attempts). */
export async function auditStepAct(trx: Transaction<DB>, actorId: string, input: Pick<StepActInput, "cohortId" | "enrolmentId" | "chapterSlug" | "step" | "act">, kind: StepAct["kind"]): Promise<void> {
  const { act } = input;
  const details = { cohort: input.cohortId, chapter: input.chapterSlug, step: input.step, reason: act.reason, ...("outcome" in act ? { outcome: act.outcome } : {}), ...("note" in act && act.note ? { note: act.note } : {}) };
  await writeAudit(trx, { actorId, action: `${kind}-step`, subject: { kind: "enrolment", id: input.enrolmentId }, details });
}

/** Who overtook, and with what: the last event on the road. */
export async function overtaken(trx: Transaction<DB>, road: { enrolmentId: string; chapterSlug: string }): Promise<Overtaken> {
  const last = (await roadHistory(trx, road)).findLast((entry) => entry.cause.kind !== "calendar");
  const event = last && { kind: last.kind, step: last.kind === "started" ? null : last.step, to: last.kind === "started" ? null : last.to, at: last.at };
  return { code: "stale", by: last?.actorName ?? null, event: event ?? null };
}

async function refusal(trx: Transaction<DB>, input: StepActInput, error: Refusal | Stale): Promise<StepActError> {
  if (error.code === "no-road") return { code: "not-found" };
  return error.code === "stale" ? overtaken(trx, input) : error;
}

function commandOf(act: StepAct, actorId: string): StepCommand {
  const cause = { kind: "person", actorId, reason: act.reason } as const;
  switch (act.kind) {
    case "record":
      return { kind: "record", outcome: act.outcome, note: act.note, cause };
    case "correct":
      return { kind: "correct", outcome: act.outcome, cause };
    case "waive":
    case "withdraw-waiver":
    case "reopen":
      return { kind: act.kind, cause };
  }
}
