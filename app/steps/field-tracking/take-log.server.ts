import type { Kysely } from "kysely";
import { z } from "zod";
import { inTransaction } from "~/db/index.server";
import type { DB } from "~/db/schema";
import type { Actor } from "~/people";
import { fail, ok, type Result } from "~/platform/result";
import { MOST_NOTE } from "./application";
import { logApplication, type LogError } from "./log-application.server";
import type { FieldStep } from "./rows.server";

/** An application as the device sends it. */
export const logOpSchema = z.object({
  opId: z.uuid(),
  at: z.iso.datetime(),
  dealId: z.uuid(),
  sheetKey: z.string().min(1).max(80),
  note: z.string().max(MOST_NOTE * 2),
  usedOn: z.iso.date(),
});
export const logSchema = z.object({ ops: z.array(logOpSchema).min(1).max(40) });
export type LogOp = z.output<typeof logOpSchema>;

/** `accepted`: it is there, now or since it was sent before · otherwise why it was not taken; the device keeps the words. */
export interface LogReceipt {
  opId: string;
  outcome: "accepted" | Exclude<LogError["code"], "not-found">;
}

/**
 * Takes what the device sends, in order, each in a transaction of its own: one that is refused must not keep the others out.
 * Sent again it gets the same receipt.
 */
export async function takeLog(db: Kysely<DB>, actor: Actor, step: FieldStep, ops: readonly LogOp[], now: Date): Promise<Result<{ receipts: LogReceipt[] }, { code: "not-found" }>> {
  const receipts: LogReceipt[] = [];
  for (const { opId, dealId, sheetKey, note, usedOn } of ops) {
    const logged = await inTransaction(db, "log field application", (trx) => logApplication(trx, actor, { ...step, opId, dealId, sheetKey, note, usedOn, now }));
    if (!logged.ok && logged.error.code === "not-found") return fail({ code: "not-found" });
    receipts.push({ opId, outcome: logged.ok ? "accepted" : (logged.error.code as LogReceipt["outcome"]) });
  }
  return ok({ receipts });
}
