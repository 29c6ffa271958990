import type { Transaction } from "kysely";
import { retractCapability } from "~/capability/index.server";
import type { DB } from "~/db/schema";
import type { Actor } from "~/people";
import { writeAudit } from "~/people/index.server";
import { fail, ok, type Result } from "~/platform/result";
import type { FollowUp } from "./coaching";
import { mayCoach } from "./rows.server";

export type FollowError = { code: "not-found" } | { code: "followed-already" };

/** A note that still stands, held until the transaction ends. */
async function lockNote(trx: Transaction<DB>, noteId: string) {
  return trx
    .selectFrom("coaching_note")
    .select(["id", "coach_id as coachId", "person_id as personId", "followed_up_at as followedUpAt", "version"])
    .where("id", "=", noteId)
    .where("withdrawn_at", "is", null)
    .forUpdate()
    .executeTakeFirst();
}

/** Says what became of the agreed behaviour: the coach, or who coaches the person now. Once. */
export async function followUp(trx: Transaction<DB>, actor: Actor, { noteId, state, note, now }: { noteId: string; state: FollowUp; note: string; now: Date }): Promise<Result<undefined, FollowError>> {
  const held = await lockNote(trx, noteId);
  if (!held || !(await mayCoach(trx, actor, held.personId))) return fail({ code: "not-found" });
  if (held.followedUpAt !== null) return fail({ code: "followed-already" });
  const words = note.trim().slice(0, 400);
  await trx
    .updateTable("coaching_note")
    .set({ follow_up_state: state, follow_up_note: words === "" ? null : words, followed_up_at: now, version: held.version + 1 })
    .where("id", "=", noteId)
    .execute();
  return ok();
}

/** Takes one's own note back, with the reason; it stays on record, is shown to nobody else and counts for nothing. */
export async function withdrawCoaching(trx: Transaction<DB>, actor: Actor, { noteId, reason, now }: { noteId: string; reason: string; now: Date }): Promise<Result<undefined, { code: "not-found" } | { code: "no-reason" }>> {
  if (reason.trim().length < 2) return fail({ code: "no-reason" });
  const held = await lockNote(trx, noteId);
  if (!held || held.coachId !== actor.id) return fail({ code: "not-found" });
  await trx.updateTable("coaching_note").set({ withdrawn_at: now, withdrawn_reason: reason.trim().slice(0, 300), version: held.version + 1 }).where("id", "=", noteId).execute();
  await retractCapability(trx, { personId: held.personId, source: { kind: "coaching-observation", id: noteId }, now });
  await writeAudit(trx, { actorId: actor.id, action: "withdraw-coaching-note", subject: { kind: "coaching-note", id: noteId }, details: { reason: reason.trim() } });
  return ok();
}

/** The person has read the notes about them. */
export async function seeCoaching(trx: Transaction<DB>, actor: { id: string }, now: Date): Promise<void> {
  await trx.updateTable("coaching_note").set({ seen_at: now }).where("person_id", "=", actor.id).where("seen_at", "is", null).where("withdrawn_at", "is", null).execute();
}
