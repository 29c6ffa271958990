/** Saves an examiner's sheet as the browser's log sends it: compare-and-swap with receipts (`~/platform/saving`). */
import type { Kysely, Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { FollowedBases, judgeSave, type Receipt, receiptOf, type SavedValue, type SaveOp } from "~/platform/saving";
import { fail, ok, type Result } from "~/platform/result";
import { admits } from "./defense";
import { openDefense, type OpenDefense, type OpenError } from "./open-defense.server";
import { pinnedChapters } from "./pinned.server";
import { fits, isChairs, type Place, placesOf } from "./places";

export type SheetOp = SaveOp<string>;
export type SheetReceipt = Receipt<string>;
export type SaveSheetError = OpenError | { code: "no-place"; positions: number[] };
type Sheet = { defenseId: string; examinerId: string };

/**
 * Saves what an examiner tapped and typed; one receipt per operation, in their order. After one's lock (of the chair's texts:
 * outside the reconciling) they come back as late. Nobody hears of it: whether others score yet is no news either.
 */
export async function saveSheet(trx: Transaction<DB>, actor: { id: string }, input: { slotId: string; ops: readonly SheetOp[]; now: Date }): Promise<Result<{ receipts: SheetReceipt[] }, SaveSheetError>> {
  const opened = await openDefense(trx, actor, input.slotId);
  if (!opened.ok) return opened;
  const defense = opened.value;
  const places = placesOf(await pinnedChapters(trx, defense));
  const stray = input.ops.filter(({ position, value }) => {
    const place = places.get(position);
    return place === undefined || !fits(place, value);
  });
  if (stray.length > 0) return fail({ code: "no-place", positions: stray.map(({ position }) => position) });

  const sheet = { defenseId: defense.id, examinerId: actor.id };
  const held = await heldBy(trx, sheet);
  const known = await givenReceipts(trx, sheet, input.ops, held);
  const bases = new FollowedBases();
  const receipts: SheetReceipt[] = [];
  for (const op of input.ops) {
    const closed = isClosed(defense, actor.id, places.get(op.position)!);
    const receipt = known.get(op.opId) ?? (await judge(trx, sheet, { op, base: bases.of(op), held, closed, now: input.now }));
    bases.note(op, receipt);
    receipts.push(receipt);
  }
  return ok({ receipts });
}

function isClosed(defense: OpenDefense, personId: string, place: Place): boolean {
  const member = defense.members.find((one) => one.personId === personId);
  if (isChairs(place)) return !admits(defense.state, "write") || member?.chair !== true;
  return !admits(defense.state, "score") || member?.locked !== false;
}

type Judged = { op: SheetOp; base: number; held: Map<number, SavedValue<string>>; closed: boolean; now: Date };

async function judge(trx: Transaction<DB>, { defenseId, examinerId }: Sheet, { op, base, held, closed, now }: Judged): Promise<SheetReceipt> {
  const before = held.get(op.position);
  const verdict = judgeSave(before, { ...op, baseRevision: base, flagged: false }, closed);
  const { outcome, after } = verdict;
  await trx
    .insertInto("defense_draft_op")
    .values({ defense_id: defenseId, examiner_id: examinerId, op_id: op.opId, position: op.position, base_revision: op.baseRevision, revision: after.revision, value: op.value, outcome, at: now })
    .execute();
  if (outcome === "accepted" && after.revision !== (before?.revision ?? 0)) {
    const row = { value: after.value, revision: after.revision, op_id: op.opId, saved_at: now };
    await trx
      .insertInto("defense_draft")
      .values({ defense_id: defenseId, examiner_id: examinerId, position: op.position, ...row })
      .onConflict((conflict) => conflict.columns(["defense_id", "examiner_id", "position"]).doUpdateSet(row))
      .execute();
    held.set(op.position, after);
  }
  return receiptOf(op, verdict);
}

/** What the server holds of one examiner's sheet, by position. */
export async function heldBy(db: Kysely<DB>, { defenseId, examinerId }: Sheet): Promise<Map<number, SavedValue<string>>> {
  const rows = await db.selectFrom("defense_draft").select(["position", "value", "revision"]).where("defense_id", "=", defenseId).where("examiner_id", "=", examinerId).execute();
  return new Map(rows.map(({ position, value, revision }) => [position, { value, revision, flagged: false }]));
}

/** Receipts given before. The one of a lost operation shows what the server holds now: that is what the device must show. */
async function givenReceipts(trx: Transaction<DB>, { defenseId, examinerId }: Sheet, ops: readonly SheetOp[], held: ReadonlyMap<number, SavedValue<string>>): Promise<Map<string, SheetReceipt>> {
  if (ops.length === 0) return new Map();
  const rows = await trx
    .selectFrom("defense_draft_op")
    .select(["op_id", "position", "outcome", "revision"])
    .where("defense_id", "=", defenseId)
    .where("examiner_id", "=", examinerId)
    .where("op_id", "in", ops.map(({ opId }) => opId))
    .execute();
  return new Map(
    rows.map(({ op_id: opId, position, outcome, revision }) => {
      const after = held.get(position) ?? { value: null, revision: 0, flagged: false };
      return [opId, receiptOf({ opId, position }, { outcome, after: outcome === "accepted" ? { ...after, revision } : after })];
    }),
  );
}
