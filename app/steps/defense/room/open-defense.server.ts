import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { fail, ok, type Result } from "~/platform/result";
import { type DefenseRow, lockDefense } from "./rows.server";

export type OpenError = { code: "unknown-slot" } | { code: "wrong-state" };

/** A defense that has begun, held until the transaction ends. */
export type OpenDefense = DefenseRow & { id: string };

/** Takes a defense for somebody on its panel. To everybody else there is no such slot. */
export async function openDefense(trx: Transaction<DB>, actor: { id: string }, slotId: string): Promise<Result<OpenDefense, OpenError>> {
  const row = await lockDefense(trx, slotId);
  if (row === undefined || !row.members.some((member) => member.personId === actor.id && (member.locked || !member.left))) return fail({ code: "unknown-slot" });
  return row.id === null ? fail({ code: "wrong-state" }) : ok({ ...row, id: row.id });
}
