import type { Transaction } from "kysely";
import type { RecallRating } from "~/capability";
import { recall } from "~/capability/index.server";
import type { DB, JsonValue } from "~/db/schema";
import { fail, ok, type Result } from "~/platform/result";
import type { QuestionVersion, QuizResponse } from "../question";
import { saidAt } from "./held";
import { shareOf } from "./review-page.view.server";
import { showableCard } from "./queue.server";

export interface GradeInput {
  cardId: string;
  /** The card as it was when it was shown. */
  version: number;
  opId: string;
  rating: RecallRating;
  /** In the question's own ids. */
  answer: QuizResponse | null;
  /** When it was said, where that was before `now`: on a device without network. */
  at?: Date;
  now: Date;
}

/** `overtaken`: it was graded elsewhere since it was shown; that holds. `withheld`: its key must not be shown now. */
export type GradeError = { code: "not-found" } | { code: "overtaken" } | { code: "withheld" };

/** Writes down how hard it was to recall, and when the question comes back. Said again with the same name it is there once. */
export async function gradeCard(trx: Transaction<DB>, actor: { id: string }, { cardId, version, opId, rating, answer, at, now }: GradeInput): Promise<Result<{ dueAt: Date }, GradeError>> {
  const row = await trx
    .selectFrom("review_card as c")
    .innerJoin("question_version as v", "v.hash", "c.question_hash")
    .select(["c.version", "c.memory", "c.due_at", "c.reviews", "v.body"])
    .where("c.id", "=", cardId)
    .where("c.person_id", "=", actor.id)
    .forNoKeyUpdate("c")
    .executeTakeFirst();
  if (row === undefined) return fail({ code: "not-found" });
  const said = await trx.selectFrom("review_log").select("due_at").where("card_id", "=", cardId).where("op_id", "=", opId).executeTakeFirst();
  if (said !== undefined) return ok({ dueAt: said.due_at });
  if (row.version !== version) return fail({ code: "overtaken" });
  const card = await showableCard(trx, actor, cardId);
  if (card === undefined) return fail({ code: "withheld" });
  const reviewedAt = saidAt(at ?? now, { now, lastReviewedAt: card.lastReviewedAt });
  const { memory, dueAt } = recall(row.memory, rating, reviewedAt);
  await trx
    .insertInto("review_log")
    .values({ card_id: cardId, op_id: opId, rating, answer: answer as JsonValue, share: shareOf(row.body as unknown as QuestionVersion, answer), reviewed_at: reviewedAt, received_at: now, memory_before: row.memory, memory_after: memory, due_at: dueAt })
    .execute();
  await trx.updateTable("review_card").set({ memory, due_at: dueAt, reviews: row.reviews + 1, version: row.version + 1 }).where("id", "=", cardId).execute();
  return ok({ dueAt });
}
