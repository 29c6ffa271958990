/** Saves what is written, part by part, as the browser's log sends it: compare-and-swap with receipts (`~/platform/saving`). */
import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { FollowedBases, judgeSave, type Receipt, receiptOf, type SavedValue, type SaveOp } from "~/platform/saving";
import { fail, ok, type Result } from "~/platform/result";
import { type BeginError, beginHomework, type OwnHomework } from "./begin-homework.server";
import { takes } from "./homework";
import type { HomeworkOf } from "./rows.server";

export type TextOp = SaveOp<string>;
export type TextReceipt = Receipt<string>;
export type SaveTextsError = BeginError | { code: "not-a-text"; positions: number[] };

/** Saves texts; one receipt per operation, in their order. Handed-in work takes no more words: they come back as late. */
export async function saveTexts(trx: Transaction<DB>, actor: { id: string }, input: HomeworkOf & { ops: readonly TextOp[]; now: Date }): Promise<Result<{ receipts: TextReceipt[] }, SaveTextsError>> {
  const begun = await beginHomework(trx, actor, input);
  if (!begun.ok) return begun;
  const homework = begun.value;
  const stray = input.ops.filter(({ position }) => homework.assignment.parts[position - 1]?.kind !== "text");
  if (stray.length > 0) return fail({ code: "not-a-text", positions: stray.map(({ position }) => position) });

  const closed = !takes(homework.state, "write");
  const held = await readHeld(trx, homework.id);
  const known = await readReceipts(trx, homework, input.ops, held);
  const bases = new FollowedBases();
  const receipts: TextReceipt[] = [];
  for (const op of input.ops) {
    const receipt = known.get(op.opId) ?? (await judge(trx, homework, { op, base: bases.of(op), held, closed, now: input.now }));
    bases.note(op, receipt);
    receipts.push(receipt);
  }
  return ok({ receipts });
}

type Judged = { op: TextOp; base: number; held: Map<number, SavedValue<string>>; closed: boolean; now: Date };

async function judge(trx: Transaction<DB>, homework: OwnHomework, { op, base, held, closed, now }: Judged): Promise<TextReceipt> {
  const before = held.get(op.position);
  const verdict = judgeSave(before, { ...op, baseRevision: base, flagged: false }, closed);
  const { outcome, after } = verdict;
  await trx
    .insertInto("homework_text_op")
    .values({ homework_id: homework.id, op_id: op.opId, position: op.position, base_revision: op.baseRevision, revision: after.revision, value: op.value, outcome, at: now })
    .execute();
  if (outcome === "accepted" && after.revision !== (before?.revision ?? 0)) {
    const row = { value: after.value, revision: after.revision, op_id: op.opId, saved_at: now };
    await trx
      .insertInto("homework_text")
      .values({ homework_id: homework.id, position: op.position, ...row })
      .onConflict((conflict) => conflict.columns(["homework_id", "position"]).doUpdateSet(row))
      .execute();
    held.set(op.position, after);
  }
  return receiptOf(op, verdict);
}

async function readHeld(trx: Transaction<DB>, homeworkId: string): Promise<Map<number, SavedValue<string>>> {
  const rows = await trx.selectFrom("homework_text").select(["position", "value", "revision"]).where("homework_id", "=", homeworkId).execute();
  return new Map(rows.map(({ position, value, revision }) => [position, { value, revision, flagged: false }]));
}

/** Receipts given before. The one of a lost operation shows what the server holds now: that is what the device must show. */
async function readReceipts(trx: Transaction<DB>, homework: OwnHomework, ops: readonly TextOp[], held: ReadonlyMap<number, SavedValue<string>>): Promise<Map<string, TextReceipt>> {
  if (ops.length === 0) return new Map();
  const rows = await trx
    .selectFrom("homework_text_op")
    .select(["op_id", "position", "outcome", "revision"])
    .where("homework_id", "=", homework.id)
    .where("op_id", "in", ops.map(({ opId }) => opId))
    .execute();
  return new Map(
    rows.map(({ op_id: opId, position, outcome, revision }) => {
      const after = held.get(position) ?? { value: null, revision: 0, flagged: false };
      return [opId, receiptOf({ opId, position }, { outcome, after: outcome === "accepted" ? { ...after, revision } : after })];
    }),
  );
}
