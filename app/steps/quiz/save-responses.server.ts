/**
 * Saves a batch of answers. The usual case (new operations, one per question, all based on what the server holds) is
 * one statement: it checks membership, state and deadline, swaps the answers and writes the ledger. What that
 * statement does not take is judged one by one under a lock (`judgeSave`).
 */
import { type Kysely, sql, type Transaction } from "kysely";
import type { DB, JsonValue } from "~/db/schema";
import { fail, ok, type Result } from "~/platform/result";
import { GRACE_SECONDS, isLate } from "./attempt";
import type { QuizResponse } from "./question";
import type { ActorRef } from "./rows.server";
import { FollowedBases, judgeSave, receiptOf, type Receipt, type SavedAnswer, type SaveOp } from "./save-ops";

export type SaveInput = { attemptId: string; ops: SaveOp[]; now: Date };
export type SaveError = { code: "not-found" } | { code: "not-on-paper"; positions: number[] };

/**
 * The usual case alone, in one statement. Null when a part of the batch is not taken: then `saveResponses` says what becomes of all
 * of it. To operations that were taken here it answers the same receipts, as to any that is sent twice.
 */
export async function saveAtOnce(db: Kysely<DB>, actor: ActorRef, input: SaveInput): Promise<Receipt[] | null> {
  if (!oncePerPlace(input.ops)) return null;
  const saved = await swapAll(db, actor, input);
  return saved.size === input.ops.length ? input.ops.map((op) => acceptedAt(op, saved.get(op.opId))) : null;
}

/** Saves answers; one receipt per operation, in their order. Operations on one question are taken in their order. */
export async function saveResponses(trx: Transaction<DB>, actor: ActorRef, input: SaveInput): Promise<Result<{ receipts: Receipt[] }, SaveError>> {
  const saved = oncePerPlace(input.ops) ? await swapAll(trx, actor, input) : new Map<string, number>();
  const rest = input.ops.filter(({ opId }) => !saved.has(opId));
  const judged = rest.length === 0 ? ok(new Map<string, Receipt>()) : await judgeEach(trx, actor, { ...input, ops: rest });
  if (!judged.ok) return judged;
  const receipts = input.ops.map((op): Receipt => {
    const revision = saved.get(op.opId);
    const receipt = judged.value.get(op.opId);
    return revision === undefined && receipt !== undefined ? receipt : acceptedAt(op, revision);
  });
  return ok({ receipts });
}

function oncePerPlace(ops: readonly SaveOp[]): boolean {
  return new Set(ops.map(({ position }) => position)).size === ops.length;
}

function acceptedAt({ opId, position }: SaveOp, revision = 0): Receipt {
  return { opId, position, outcome: "accepted", revision };
}

/**
 * The one statement. Answers the new revision of every operation that it took.
 *
 * Every row is looked up by its key, whatever the planner believes: it expects a hundred rows of `input`, knows nothing of the
 * papers of a class that began a minute ago, and would rather read all of them for each answer. Scalar subqueries and
 * `offset 0` leave it no other way. Told that there is one operation, as there nearly always is, it keeps its plan, too;
 * otherwise it plans anew each time, which takes longer than the statement.
 */
async function swapAll(db: Kysely<DB>, actor: ActorRef, { attemptId, ops, now }: SaveInput): Promise<Map<string, number>> {
  const earliest = new Date(now.getTime() - GRACE_SECONDS * 1000);
  const { rows } = await sql<{ op_id: string; revision: number }>`
    with input as (
      select * from jsonb_to_recordset(${opsJson(ops)}::text::jsonb)
        as op (op_id uuid, position int, base_revision int, value jsonb, flagged boolean) ${ops.length === 1 ? sql`limit 1` : sql``}
    ), attempt as (
      -- The lock makes a submission wait for this answer, or this answer for the submission. It is the same one as in
      -- judgeEach: a weaker one would have to be raised there, and two devices raising it wait for each other.
      -- State and deadline are no conditions of the search: the index of open attempts would be read from end to end.
      select quiz_attempt.id, quiz_attempt.state = 'open' and quiz_attempt.deadline_at >= ${earliest} as takes from quiz_attempt
      where quiz_attempt.id = ${attemptId} and (select person_id from enrolment where enrolment.id = quiz_attempt.enrolment_id) = ${actor.id}
      for no key update of quiz_attempt
    ), saved as (
      insert into quiz_response as held (attempt_id, position, value, revision, flagged, op_id, saved_at)
      select attempt.id, input.position, input.value, input.base_revision + 1, coalesce(input.flagged, false), input.op_id, ${now}
      from attempt cross join input
      cross join lateral (select kind from quiz_paper_item i where i.attempt_id = attempt.id and i.position = input.position offset 0) item
      where attempt.takes and (input.value is null or input.value ->> 'kind' = item.kind)
        and (input.base_revision = 0 or (select r.revision from quiz_response r where r.attempt_id = attempt.id and r.position = input.position) is not null)
        and (select o.revision from quiz_response_op o where o.attempt_id = attempt.id and o.op_id = input.op_id) is null
      on conflict (attempt_id, position) do update
        set value = excluded.value, revision = excluded.revision, op_id = excluded.op_id, saved_at = excluded.saved_at,
            flagged = coalesce((select input.flagged from input where input.op_id = excluded.op_id), held.flagged)
        where held.revision = excluded.revision - 1
      returning held.attempt_id, held.position, held.revision, held.op_id
    ), ledger as (
      insert into quiz_response_op (attempt_id, op_id, position, base_revision, revision, value, flagged, outcome, at)
      select saved.attempt_id, input.op_id, input.position, input.base_revision, saved.revision, input.value, input.flagged, 'accepted', ${now}
      from saved join input on input.op_id = saved.op_id
    )
    select op_id, revision from saved`.execute(db);
  return new Map(rows.map((row) => [row.op_id, row.revision]));
}

function opsJson(ops: readonly SaveOp[]): string {
  return JSON.stringify(ops.map(({ opId, position, baseRevision, value, flagged }) => ({ op_id: opId, position, base_revision: baseRevision, value, flagged: flagged ?? null })));
}

/** The rare rest: replays, conflicts, late answers, several operations on one question. */
async function judgeEach(trx: Transaction<DB>, actor: ActorRef, { attemptId, ops, now }: SaveInput): Promise<Result<Map<string, Receipt>, SaveError>> {
  const attempt = await trx
    .selectFrom("quiz_attempt")
    .innerJoin("enrolment", "enrolment.id", "quiz_attempt.enrolment_id")
    .select(["quiz_attempt.state", "quiz_attempt.deadline_at"])
    .where("quiz_attempt.id", "=", attemptId)
    .where("enrolment.person_id", "=", actor.id)
    .forNoKeyUpdate("quiz_attempt")
    .executeTakeFirst();
  if (attempt === undefined) return fail({ code: "not-found" });
  const stray = await positionsNotOnPaper(trx, attemptId, ops);
  if (stray.length > 0) return fail({ code: "not-on-paper", positions: stray });

  const closed = attempt.state !== "open" || isLate(attempt.deadline_at, now);
  const held = await readHeld(trx, attemptId, ops);
  const receipts = await readReceipts(trx, attemptId, ops, held);
  const bases = new FollowedBases();
  for (const op of ops) {
    const known = receipts.get(op.opId);
    if (known !== undefined) {
      bases.note(op, known);
      continue;
    }
    const before = held.get(op.position);
    const verdict = judgeSave(before, { ...op, baseRevision: bases.of(op) }, closed);
    const receipt = receiptOf(op, verdict);
    receipts.set(op.opId, receipt);
    bases.note(op, receipt);
    await writeOp(trx, attemptId, op, verdict.outcome, verdict.after.revision, now);
    if (verdict.outcome === "accepted" && verdict.after.revision !== (before?.revision ?? 0)) {
      await writeAnswer(trx, attemptId, op, verdict.after, now);
      held.set(op.position, verdict.after);
    }
  }
  return ok(receipts);
}

async function positionsNotOnPaper(trx: Transaction<DB>, attemptId: string, ops: readonly SaveOp[]): Promise<number[]> {
  const items = await trx
    .selectFrom("quiz_paper_item")
    .select(["position", "kind"])
    .where("attempt_id", "=", attemptId)
    .where("position", "in", ops.map(({ position }) => position))
    .execute();
  const kinds = new Map<number, string>(items.map(({ position, kind }) => [position, kind]));
  const fits = ({ position, value }: SaveOp) => kinds.has(position) && (value === null || value.kind === kinds.get(position));
  return ops.filter((op) => !fits(op)).map(({ position }) => position);
}

async function readHeld(trx: Transaction<DB>, attemptId: string, ops: readonly SaveOp[]): Promise<Map<number, SavedAnswer>> {
  const rows = await trx
    .selectFrom("quiz_response")
    .select(["position", "value", "revision", "flagged"])
    .where("attempt_id", "=", attemptId)
    .where("position", "in", ops.map(({ position }) => position))
    .execute();
  return new Map(rows.map(({ position, value, revision, flagged }) => [position, { value: value as QuizResponse | null, revision, flagged }]));
}

/** Receipts given before. The one of a lost operation shows what the server holds now: that is what the device must show. */
async function readReceipts(trx: Transaction<DB>, attemptId: string, ops: readonly SaveOp[], held: Map<number, SavedAnswer>): Promise<Map<string, Receipt>> {
  const rows = await trx
    .selectFrom("quiz_response_op")
    .select(["op_id", "position", "outcome", "revision"])
    .where("attempt_id", "=", attemptId)
    .where("op_id", "in", ops.map(({ opId }) => opId))
    .execute();
  return new Map(
    rows.map(({ op_id: opId, position, outcome, revision }): [string, Receipt] => {
      const after = held.get(position) ?? { value: null, revision: 0, flagged: false };
      return [opId, receiptOf({ opId, position }, { outcome, after: outcome === "accepted" ? { ...after, revision } : after })];
    }),
  );
}

async function writeOp(trx: Transaction<DB>, attemptId: string, op: SaveOp, outcome: Receipt["outcome"], revision: number, now: Date): Promise<void> {
  await trx
    .insertInto("quiz_response_op")
    .values({
      attempt_id: attemptId,
      op_id: op.opId,
      position: op.position,
      base_revision: op.baseRevision,
      revision,
      value: op.value as JsonValue,
      flagged: op.flagged ?? null,
      outcome,
      at: now,
    })
    .execute();
}

async function writeAnswer(trx: Transaction<DB>, attemptId: string, op: SaveOp, after: SavedAnswer, now: Date): Promise<void> {
  const value = after.value as JsonValue;
  const row = { value, revision: after.revision, flagged: after.flagged, op_id: op.opId, saved_at: now };
  await trx
    .insertInto("quiz_response")
    .values({ attempt_id: attemptId, position: op.position, ...row })
    .onConflict((conflict) => conflict.columns(["attempt_id", "position"]).doUpdateSet(row))
    .execute();
}
