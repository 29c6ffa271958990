/** Claims: two people do not mark the same thing. A claim runs out by the clock of each request; nothing needs to sweep. */
import type { Kysely, Transaction } from "kysely";
import { withinReach } from "~/cohorts/index.server";
import type { DB } from "~/db/schema";
import type { Reach } from "~/people";
import { writeAudit } from "~/people/index.server";
import { fail, ok, type Result } from "~/platform/result";
import { type Claim, claimUntil, type MarkingSubjectRef, standingClaim } from "./item";
import { WAITING } from "./waiting-items.server";

export type ClaimRefusal = { code: "claimed"; claim: Claim };
type ById = { itemId: string; reach: Reach; takeOver?: boolean; now: Date };

/** Takes a waiting thing in hand, or renews one's claim; `takeOver` takes it from whoever has it, which is written down. */
export async function claimMarking(trx: Transaction<DB>, actor: { id: string }, { itemId, reach, takeOver = false, now }: ById): Promise<Result<{ until: Date }, ClaimRefusal | { code: "not-found" }>> {
  const row = await waitingRows(trx).where("i.id", "=", itemId).where(withinReach(reach)).executeTakeFirst();
  if (row === undefined) return fail({ code: "not-found" });
  const claim = standingClaim(row, now);
  const others = claim !== null && claim.personId !== actor.id;
  if (others && !takeOver) return fail({ code: "claimed", claim });
  if (others) await writeAudit(trx, { actorId: actor.id, action: "take-over-marking", subject: { kind: "marking-item", id: itemId }, details: { from: claim.personId } });
  return ok({ until: await write(trx, row.id, actor.id, now) });
}

/** Gives one's claim back. */
export async function releaseMarking(trx: Transaction<DB>, actor: { id: string }, itemId: string): Promise<void> {
  await trx.updateTable("marking_item").set({ claimed_by: null, claimed_until: null }).where("id", "=", itemId).where("claimed_by", "=", actor.id).execute();
}

/**
 * For the room that saves a mark, first in its transaction: makes sure that nobody else has the thing in hand, and holds
 * it. Fine where nothing waits (it is marked again). The row stays locked until the transaction ends.
 */
export async function holdForMarking(trx: Transaction<DB>, actor: { id: string }, { kind, subjectId, now }: MarkingSubjectRef & { now: Date }): Promise<Result<undefined, ClaimRefusal>> {
  const row = await waitingRows(trx).where("i.kind", "=", kind).where("i.subject_id", "=", subjectId).executeTakeFirst();
  if (row === undefined) return ok();
  const claim = standingClaim(row, now);
  if (claim !== null && claim.personId !== actor.id) return fail({ code: "claimed", claim });
  await write(trx, row.id, actor.id, now);
  return ok();
}

/** The waiting row that is asked for, locked, with who has it in hand. */
function waitingRows(trx: Transaction<DB>) {
  return trx
    .selectFrom("marking_item as i")
    .innerJoin("cohort as c", "c.id", "i.cohort_id")
    .leftJoin("person as holder", "holder.id", "i.claimed_by")
    .select(["i.id", "i.claimed_by as claimedBy", "i.claimed_until as claimedUntil", "holder.name"])
    .where("i.state", "=", WAITING)
    .forUpdate("i");
}

async function write(trx: Transaction<DB>, id: string, personId: string, now: Date): Promise<Date> {
  const until = claimUntil(now);
  await trx.updateTable("marking_item").set({ claimed_by: personId, claimed_until: until }).where("id", "=", id).execute();
  return until;
}

/** A thing of the queue, waiting or not, within reach. */
export function markingItemOf(db: Kysely<DB>, { itemId, reach }: { itemId: string; reach: Reach }) {
  return db
    .selectFrom("marking_item as i")
    .innerJoin("cohort as c", "c.id", "i.cohort_id")
    .select(["i.kind", "i.subject_id as subjectId", "i.cohort_id as cohortId"])
    .where("i.id", "=", itemId)
    .where(withinReach(reach))
    .executeTakeFirst();
}
