import type { Kysely } from "kysely";
import { z } from "zod";
import { RATINGS } from "~/capability";
import { inTransaction } from "~/db/index.server";
import type { DB } from "~/db/schema";
import { responseSchema } from "../response-schema.server";
import { gradeCard, type GradeError } from "./grade-card.server";
import type { GradeOp, GradeReceipt } from "./held";

export const gradeOpSchema = z.object({
  opId: z.uuid(),
  at: z.iso.datetime(),
  cardId: z.uuid(),
  version: z.int().min(1),
  rating: z.enum(RATINGS),
  answer: responseSchema.nullable(),
});
export const gradeOpsSchema = z.object({ ops: z.array(gradeOpSchema).min(1).max(40) });

const OUTCOME = { "not-found": "gone", overtaken: "overtaken", withheld: "withheld" } as const satisfies Record<GradeError["code"], GradeReceipt["outcome"]>;

/**
 * Takes the gradings that a device sends, in order, each in a transaction of its own: one that no longer holds must not keep
 * the others out. Sent again they get the same receipts and are there once.
 */
export async function takeGrades(db: Kysely<DB>, actor: { id: string }, ops: readonly GradeOp[], now: Date): Promise<{ receipts: GradeReceipt[] }> {
  const receipts: GradeReceipt[] = [];
  for (const { opId, at, cardId, version, rating, answer } of ops) {
    const graded = await inTransaction(db, "grade a card", (trx) => gradeCard(trx, actor, { cardId, opId, version, rating, answer, at: new Date(at), now }));
    receipts.push({ opId, outcome: graded.ok ? "accepted" : OUTCOME[graded.error.code] });
  }
  return { receipts };
}
