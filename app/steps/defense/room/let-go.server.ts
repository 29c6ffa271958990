/** The chair goes on without somebody: an examiner who dropped out, those who have not locked, a signature that cannot be had. */
import { sql, type Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { writeAudit } from "~/people/index.server";
import { fail, ok, type Result } from "~/platform/result";
import { announce } from "./announce.server";
import { type DefenseState, evolve, type Refusal } from "./defense";
import { revealIf } from "./lock-scores.server";
import { openDefense, type OpenDefense, type OpenError } from "./open-defense.server";
import { reportSigned } from "./report-signed.server";
import { tellSigned, type VerdictPost } from "./verdict-letters.server";

export type LetGoError = OpenError | Refusal | { code: "reason-missing" };
type Input = { slotId: string; reason: string; now: Date };

/** An examiner has dropped out before locking: the defense goes on if two remain. What they scored is never read by anybody. */
export async function dismissExaminer(trx: Transaction<DB>, actor: { id: string }, input: Input & { examinerId: string }): Promise<Result<DefenseState, LetGoError>> {
  const opened = await withReason(trx, actor, input);
  if (!opened.ok) return opened;
  const { defense, reason } = opened.value;
  const after = evolve(defense, { kind: "dismiss", by: actor.id, examinerId: input.examinerId });
  if (!after.ok) return after;
  await leave(trx, defense, [input.examinerId], reason, input.now);
  await writeAudit(trx, { actorId: actor.id, action: "dismiss-examiner", subject: { kind: "defense", id: defense.id }, details: { examinerId: input.examinerId, reason } });
  await revealIf(trx, { defenseId: defense.id, state: after.value.state, now: input.now });
  await announce(trx, input.slotId);
  return ok(after.value.state);
}

/** The chair reveals the scores though somebody has not locked. Who has not is out; what they scored is never read. */
export async function closeScoring(trx: Transaction<DB>, actor: { id: string }, input: Input): Promise<Result<DefenseState, LetGoError>> {
  const opened = await withReason(trx, actor, input);
  if (!opened.ok) return opened;
  const { defense, reason } = opened.value;
  const after = evolve(defense, { kind: "close", by: actor.id });
  if (!after.ok) return after;
  const out = defense.members.filter(({ locked, left }) => !locked && !left).map(({ personId }) => personId);
  await leave(trx, defense, out, reason, input.now);
  await writeAudit(trx, { actorId: actor.id, action: "close-defense-scoring", subject: { kind: "defense", id: defense.id }, details: { out, reason } });
  await revealIf(trx, { defenseId: defense.id, state: after.value.state, now: input.now, reason });
  await announce(trx, input.slotId);
  return ok(after.value.state);
}

/** A signature cannot be had: the verdict counts without it. Their scores stay. */
export async function excuseSigner(trx: Transaction<DB>, actor: { id: string }, input: Input & { examinerId: string }, post: VerdictPost | null): Promise<Result<DefenseState, LetGoError>> {
  const opened = await withReason(trx, actor, input);
  if (!opened.ok) return opened;
  const { defense, reason } = opened.value;
  const after = evolve(defense, { kind: "excuse", by: actor.id, examinerId: input.examinerId });
  if (!after.ok) return after;
  await leave(trx, defense, [input.examinerId], reason, input.now);
  await writeAudit(trx, { actorId: actor.id, action: "excuse-signature", subject: { kind: "defense", id: defense.id }, details: { examinerId: input.examinerId, reason } });
  if (after.value.state === "signed") await signed(trx, defense, actor.id, input.now, post);
  await announce(trx, input.slotId);
  return ok(after.value.state);
}

/** The last signature is there: the verdict counts, and those whom it concerns are written to. */
export async function signed(trx: Transaction<DB>, defense: OpenDefense, actorId: string, now: Date, post: VerdictPost | null): Promise<void> {
  await trx.updateTable("defense").set({ state: "signed", signed_at: now, version: sql`version + 1` }).where("id", "=", defense.id).execute();
  await reportSigned(trx, { defenseId: defense.id, actorId, now });
  if (post) await tellSigned(trx, defense, now, post);
}

async function withReason(trx: Transaction<DB>, actor: { id: string }, input: Input): Promise<Result<{ defense: OpenDefense; reason: string }, OpenError | { code: "reason-missing" }>> {
  const reason = input.reason.trim().slice(0, 500);
  if (reason === "") return fail({ code: "reason-missing" });
  const opened = await openDefense(trx, actor, input.slotId);
  return opened.ok ? ok({ defense: opened.value, reason }) : opened;
}

async function leave(trx: Transaction<DB>, { slotId }: OpenDefense, personIds: readonly string[], reason: string, now: Date): Promise<void> {
  if (personIds.length === 0) return;
  await trx.updateTable("defense_panelist").set({ left_at: now, left_reason: reason }).where("slot_id", "=", slotId).where("person_id", "in", personIds).where("left_at", "is", null).execute();
}
