/** A paper with its pinned questions and the learner's answers, for scoring, results and marking. */
import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import type { QuestionVersion, QuizResponse } from "./question";
import { questionsByHash } from "./questions-by-hash.server";
import { fromShown, type OptionOrder } from "./redact";
import type { SavedAnswer } from "./save-ops";

/** One place of a paper, with keys: never sent to a learner as it is. */
export type PaperPlace = {
  position: number;
  hash: string;
  question: QuestionVersion;
  order: OptionOrder;
  /** The answer in the question's real ids. */
  answer: QuizResponse | null;
  /** The answer as the learner's page knows it, with its revision. */
  saved: SavedAnswer;
};

/** Every place in paper order. Who may see the attempt is the caller's query. */
export async function readPaper(db: Kysely<DB>, attemptId: string): Promise<PaperPlace[]> {
  const rows = await db
    .selectFrom("quiz_paper_item as item")
    .leftJoin("quiz_response as response", (join) => join.onRef("response.attempt_id", "=", "item.attempt_id").onRef("response.position", "=", "item.position"))
    .select(["item.position", "item.question_hash", "item.option_order", "response.value", "response.revision", "response.flagged"])
    .where("item.attempt_id", "=", attemptId)
    .orderBy("item.position")
    .execute();
  const questions = await questionsByHash(db, rows.map((row) => row.question_hash));
  return rows.map((row): PaperPlace => {
    const question = questions.get(row.question_hash);
    if (question === undefined) throw new Error(`the bank has no version ${row.question_hash}`);
    const value = row.value as QuizResponse | null;
    return {
      position: row.position,
      hash: row.question_hash,
      question,
      order: row.option_order,
      answer: value === null ? null : fromShown(row.option_order, value),
      saved: { value, revision: row.revision ?? 0, flagged: row.flagged ?? false },
    };
  });
}
