import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import type { Actor } from "~/people";
import { fail, ok, type Result } from "~/platform/result";
import { sheetRight } from "./sheet-right.server";
import { announceSheet } from "./write-sheet.server";

/** Says that a remark is dealt with, or (`resolved: false`) that it is not after all. Saying what holds already changes nothing. */
export async function resolveComment(trx: Transaction<DB>, actor: Actor, { commentId, resolved, now }: { commentId: string; resolved: boolean; now: Date }): Promise<Result<{ sheetId: string }, { code: "not-found" } | { code: "forbidden" }>> {
  const comment = await trx.selectFrom("sheet_comment").select("sheet_id").where("id", "=", commentId).where("reply_to", "is", null).executeTakeFirst();
  const right = comment && (await sheetRight(trx, actor, comment.sheet_id));
  if (!right) return fail({ code: "not-found" });
  if (right === "read") return fail({ code: "forbidden" });
  const turned = await trx
    .updateTable("sheet_comment")
    .set(resolved ? { resolved_at: now, resolved_by: actor.id } : { resolved_at: null, resolved_by: null })
    .where("id", "=", commentId)
    .where("resolved_at", resolved ? "is" : "is not", null)
    .returning("sheet_id")
    .executeTakeFirst();
  if (turned) await announceSheet(trx, turned.sheet_id, { kind: "comments" });
  return ok({ sheetId: comment.sheet_id });
}

/** Notes that somebody has looked at a sheet in which they were asked by name. */
export async function seeMentions(trx: Transaction<DB>, actor: Pick<Actor, "id">, { sheetId, now }: { sheetId: string; now: Date }): Promise<void> {
  await trx
    .updateTable("sheet_mention")
    .set({ seen_at: now })
    .where("person_id", "=", actor.id)
    .where("seen_at", "is", null)
    .where("comment_id", "in", (eb) => eb.selectFrom("sheet_comment").select("id").where("sheet_id", "=", sheetId))
    .execute();
}
