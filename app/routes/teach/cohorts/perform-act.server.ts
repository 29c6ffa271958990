import { z } from "zod";
import type { Guarded } from "~/auth/index.server";
import { actOnStep, overtaken, type Overtaken, type StepAct, type StepActError } from "~/cohorts/index.server";
import { inTransaction } from "~/db/index.server";
import { loadRoad } from "~/pipeline/index.server";
import { notFound } from "~/platform/errors";
import { type FormFailure, formFailure, parseFormData } from "~/platform/forms.server";
import { fail, ok, type Result } from "~/platform/result";
import { type ReopenError, reopenAttempts } from "~/steps/quiz/index.server";
import type { EvidenceKey } from "./evidence-key.server";

const version = z.coerce.number().int().min(0);
const reason = z.string({ error: "required" }).trim().min(3, { error: "tooShort" }).max(500, { error: "tooLong" });
const schema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("record"), version, outcome: z.enum(["passed", "failed"], { error: "choose" }), note: z.string().trim().max(1000, { error: "tooLong" }).default(""), reason: z.string().trim().max(500, { error: "tooLong" }).default("") }),
  z.object({ intent: z.literal("waive"), version, reason }),
  z.object({ intent: z.literal("withdraw-waiver"), version, reason }),
  z.object({ intent: z.literal("reopen"), version, reason, attempts: z.coerce.number({ error: "number" }).int().min(1, { error: "tooSmall" }).max(10, { error: "tooBig" }).default(1) }),
  z.object({ intent: z.literal("correct"), version, outcome: z.enum(["passed", "failed", "none"], { error: "choose" }), reason }),
]);
type Posted = z.output<typeof schema>;

export type ActError = { code: "invalid-form"; failure: FormFailure } | StepActError | Exclude<ReopenError, { code: "not-found" }>;

/** Carries out what an instructor posted on a step; answers which act was done. */
export async function performAct({ db, actor, now }: Guarded, key: EvidenceKey, form: FormData): Promise<Result<Posted["intent"], ActError>> {
  const parsed = parseFormData(form, schema);
  if (!parsed.ok) return fail(parsed.error);
  const input = parsed.value;
  return inTransaction(db, `${input.intent} step`, async (trx): Promise<Result<Posted["intent"], ActError>> => {
    const act = actOf(input);
    if (input.intent !== "reopen" || key.step !== "quiz") {
      const done = await actOnStep(trx, actor.id, { ...key, expectedVersion: input.version, act, now });
      return done.ok ? ok(input.intent) : done;
    }
    // The quiz reopens itself, because attempts have to be granted with it.
    const road = await loadRoad(trx, key.enrolmentId, key.chapterSlug);
    if (road && road.road.version !== input.version) return fail(await overtaken(trx, key));
    const reopened = await reopenAttempts(trx, actor, { ...key, attempts: input.attempts, reason: input.reason, now });
    return reopened.ok ? ok(input.intent) : reopened;
  });
}

function actOf(input: Posted): StepAct {
  switch (input.intent) {
    case "record":
      return { kind: "record", outcome: input.outcome, reason: input.reason, note: input.note };
    case "correct":
      return { kind: "correct", outcome: input.outcome, reason: input.reason };
    case "waive":
    case "withdraw-waiver":
    case "reopen":
      return { kind: input.intent, reason: input.reason };
  }
}

/** A refusal as the form shows it: what was typed stays. A road that is not there is a page that is not there. */
export function describeRefusal(form: FormData, error: ActError): { failure: FormFailure; overtaken: Overtaken | null } {
  switch (error.code) {
    case "not-found":
      throw notFound();
    case "invalid-form":
      return { failure: error.failure, overtaken: null };
    case "stale":
      return { failure: formFailure(form, ["changed"]), overtaken: error };
    case "reason-missing":
      return { failure: formFailure(form, [], { reason: ["required"] }), overtaken: null };
    case "reason-too-short":
      return { failure: formFailure(form, [], { reason: ["tooShort"] }), overtaken: null };
    default:
      return { failure: formFailure(form, ["invalid"]), overtaken: null };
  }
}
