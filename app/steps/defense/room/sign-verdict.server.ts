/** Signatures make the verdict count; a verdict that was wrong is opened again, and signed anew. */
import { sql, type Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { writeAudit } from "~/people/index.server";
import { fail, ok, type Result } from "~/platform/result";
import { announce } from "./announce.server";
import { type DefenseState, evolve, type Refusal } from "./defense";
import { signed } from "./let-go.server";
import { openDefense, type OpenError } from "./open-defense.server";
import type { VerdictPost } from "./verdict-letters.server";

export type SignError = OpenError | Refusal | { code: "other-verdict" };

/** Signs the verdict that the page showed. With the last signature it counts, and is told by `post`. Signed already: nothing changes. */
export async function signVerdict(trx: Transaction<DB>, actor: { id: string }, input: { slotId: string; verdictId: string; now: Date }, post: VerdictPost | null): Promise<Result<DefenseState, SignError>> {
  const opened = await openDefense(trx, actor, input.slotId);
  if (!opened.ok) return opened;
  const defense = opened.value;
  if (defense.verdictId !== input.verdictId) return fail({ code: "other-verdict" });
  if (defense.members.some((member) => member.personId === actor.id && member.signed)) return ok(defense.state);
  const after = evolve(defense, { kind: "sign", by: actor.id });
  if (!after.ok) return after;
  await trx.insertInto("defense_signature").values({ verdict_id: defense.verdictId, person_id: actor.id, at: input.now }).execute();
  if (after.value.state === "signed") await signed(trx, defense, actor.id, input.now, post);
  await announce(trx, input.slotId);
  return ok(after.value.state);
}

export type ReopenError = OpenError | Refusal | { code: "reason-missing" };

/** The chair opens the verdict again, with a reason. What was scored, agreed and signed stays on record; what the pipeline holds changes with the new signatures. */
export async function reopenVerdict(trx: Transaction<DB>, actor: { id: string }, input: { slotId: string; reason: string; now: Date }): Promise<Result<undefined, ReopenError>> {
  const reason = input.reason.trim().slice(0, 500);
  if (reason === "") return fail({ code: "reason-missing" });
  const opened = await openDefense(trx, actor, input.slotId);
  if (!opened.ok) return opened;
  const after = evolve(opened.value, { kind: "reopen", by: actor.id });
  if (!after.ok) return after;
  await trx.updateTable("defense").set({ state: "reconciling", decided_at: null, signed_at: null, version: sql`version + 1` }).where("id", "=", opened.value.id).execute();
  await writeAudit(trx, { actorId: actor.id, action: "reopen-defense", subject: { kind: "defense", id: opened.value.id }, details: { reason } });
  await announce(trx, input.slotId);
  return ok();
}
