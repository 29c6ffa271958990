import type { Kysely } from "kysely";
import { inTransaction } from "~/db/index.server";
import type { DB } from "~/db/schema";
import { ok, type Result } from "~/platform/result";
import type { ActorRef } from "./rows.server";
import type { Receipt } from "./save-ops";
import { saveAtOnce, saveResponses, type SaveError, type SaveInput } from "./save-responses.server";

/**
 * Saves a batch as the browser's log sends it; one receipt per operation, in their order. What one statement takes as a whole
 * has no transaction around it: that would be two more round trips for each answer of a class.
 */
export async function saveAnswers(db: Kysely<DB>, actor: ActorRef, input: SaveInput): Promise<Result<{ receipts: Receipt[] }, SaveError>> {
  const receipts = await saveAtOnce(db, actor, input);
  return receipts === null ? inTransaction(db, "save answers", (trx) => saveResponses(trx, actor, input)) : ok({ receipts });
}
