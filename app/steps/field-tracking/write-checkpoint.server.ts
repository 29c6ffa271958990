import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import type { Actor } from "~/people";
import { fail, ok, type Result } from "~/platform/result";
import { checkpoints, recordsOf } from "./checkpoints.server";
import { fieldParty } from "./field-party.server";
import { mayChange, MOST_CHECKPOINT_TEXT, signRefusal, type SignRefusal } from "./plan";
import type { FieldStep } from "./rows.server";

export type CheckpointInput = FieldStep & {
  day: number;
  agreed: string;
  done: string;
  /** The version that the writer had before their eyes: 0 for a checkpoint nobody wrote in yet. */
  seen: number;
  /** Signs what is written, as the party the actor is. */
  sign: boolean;
  now: Date;
};
/** `overtaken`: the other party wrote meanwhile; what holds now is in `agreed` and `done`. */
export type CheckpointError = { code: "not-found" } | { code: "step-locked" } | { code: "signed-by-both" } | { code: "overtaken"; agreed: string; done: string } | SignRefusal;

/**
 * Writes what was agreed for a checkpoint and what was done by it, and signs it where asked. Learner and manager write in the
 * same two fields; a change takes back the other's signature, because it was given for other words. What both signed stands.
 */
export async function writeCheckpoint(trx: Transaction<DB>, actor: Actor, input: CheckpointInput): Promise<Result<undefined, CheckpointError>> {
  const { enrolmentId, chapterSlug, day, seen, sign, now } = input;
  const step = await fieldParty(trx, actor, input);
  if (!step) return fail({ code: "not-found" });
  const plan = await checkpoints(trx, step, { timeZone: step.timeZone, now });
  if (plan === null) return fail({ code: "step-locked" });
  if (!plan.some((one) => one.day === day)) return fail({ code: "not-found" });
  const key = { enrolment_id: enrolmentId, chapter_slug: chapterSlug, day };
  // Two who begin the same checkpoint go one after the other, before there is a row to hold.
  await trx.selectFrom("enrolment").select("id").where("id", "=", enrolmentId).forNoKeyUpdate().executeTakeFirstOrThrow();
  const held = (await recordsOf(trx, step)).find((one) => one.day === day) ?? { agreed: "", done: "", version: 0, learnerSignedAt: null, managerSignedAt: null };
  if (held.version !== seen) return fail({ code: "overtaken", agreed: held.agreed, done: held.done });
  if (!mayChange(held)) return fail({ code: "signed-by-both" });

  const [agreed, done] = [input.agreed, input.done].map((text) => text.trim().slice(0, MOST_CHECKPOINT_TEXT)) as [string, string];
  const changed = agreed !== held.agreed || done !== held.done;
  const at = plan.find((one) => one.day === day);
  const after = { learnerSignedAt: changed ? null : held.learnerSignedAt, managerSignedAt: changed ? null : held.managerSignedAt };
  if (sign && at) {
    const refusal = signRefusal({ ...at, agreed, done, ...after }, step.party);
    if (refusal) return fail(refusal);
  }
  if (!changed && !sign) return ok();
  const signed = sign ? (step.party === "learner" ? { learner_signed_at: now } : { manager_signed_at: now, manager_signed_by: actor.id }) : {};
  const row = { agreed, done, version: held.version + 1, ...(changed ? { learner_signed_at: null, manager_signed_at: null, manager_signed_by: null } : {}), ...signed };
  await trx.insertInto("field_checkpoint").values({ ...key, ...row }).onConflict((conflict) => conflict.columns(["enrolment_id", "chapter_slug", "day"]).doUpdateSet(row)).execute();
  const event = { ...key, party: step.party, actor_id: actor.id, agreed, done, at: now };
  const voided = changed && (held.learnerSignedAt !== null || held.managerSignedAt !== null);
  const kinds = [...(changed ? (["written"] as const) : []), ...(voided ? (["signature-void"] as const) : []), ...(sign ? (["signed"] as const) : [])];
  await trx.insertInto("field_checkpoint_event").values(kinds.map((kind) => ({ ...event, kind }))).execute();
  return ok();
}
