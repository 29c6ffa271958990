import { sql, type Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { recordEvidence } from "~/pipeline/index.server";
import { fail, ok, type Result } from "~/platform/result";
import { announce } from "./announce.server";
import { type DefenseState, evolve, type Refusal } from "./defense";
import { openDefense, type OpenError } from "./open-defense.server";
import { chaptersOf } from "./rows.server";

export type MoveError = OpenError | Refusal;

/**
 * The chair goes on to the next part, or back after a slip. `from` is the part that the page showed: two presses go one step.
 * The first beginning of a part holds when one comes back to it, so its clock goes on.
 */
export async function moveDefense(trx: Transaction<DB>, actor: { id: string }, input: { slotId: string; kind: "advance" | "back"; from: DefenseState; now: Date }): Promise<Result<DefenseState, MoveError>> {
  const opened = await openDefense(trx, actor, input.slotId);
  if (!opened.ok) return opened;
  const row = opened.value;
  if (row.state !== input.from) return ok(row.state);
  const moved = evolve(row, { kind: input.kind, by: actor.id });
  if (!moved.ok) return moved;
  const { state } = moved.value;
  if (state !== "presenting" && state !== "questioning" && state !== "scoring") return fail({ code: "wrong-state" });
  await trx
    .updateTable("defense")
    .set((eb) => ({
      state,
      version: sql`version + 1`,
      ...(state === "questioning" ? { questioning_at: eb.fn.coalesce("questioning_at", eb.val(input.now)) } : {}),
      ...(state === "scoring" ? { scoring_at: eb.fn.coalesce("scoring_at", eb.val(input.now)) } : {}),
    }))
    .where("id", "=", row.id)
    .execute();
  if (state === "scoring") {
    for (const { chapterSlug } of await chaptersOf(trx, row.id)) {
      await recordEvidence(trx, { enrolmentId: row.enrolmentId, chapterSlug, step: "defense", outcome: "submitted", evidence: { kind: "defense", id: row.id }, actorId: actor.id, now: input.now });
    }
  }
  await announce(trx, row.slotId);
  return ok(state);
}
