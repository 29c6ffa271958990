import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import type { Actor } from "~/people";
import { fail, ok, type Result } from "~/platform/result";
import { COMMENT_CHARACTERS } from "./comment";
import { parseAddress } from "./content";
import { cellAt, rowOf } from "./live/state";
import { loadSheet, type StoredSheet } from "./rows.server";
import { sheetPeople } from "./sheet-comments.server";
import { sheetRight } from "./sheet-right.server";
import { announceSheet } from "./write-sheet.server";

export interface NewComment {
  sheetId: string;
  /** A cell, a row (`people/<row>`) or, empty, the whole sheet; a reply stands where its thread does. */
  address: string;
  body: string;
  replyTo?: string;
  /** People asked by name; who has nothing to do with the sheet is left out. */
  mentions: readonly string[];
  now: Date;
}

/** `not-found`: no such sheet or none of theirs · `forbidden`: they may only read · `empty` · `too-long` · `unknown-place`: no such cell, row or thread. */
export type CommentError = { code: "not-found" } | { code: "forbidden" } | { code: "empty" } | { code: "too-long" } | { code: "unknown-place" };

/** Writes a remark, or an answer to one. Also on a locked sheet: that is where remarks are needed. */
export async function addComment(trx: Transaction<DB>, actor: Actor, input: NewComment): Promise<Result<{ commentId: string; mentioned: string[] }, CommentError>> {
  const right = await sheetRight(trx, actor, input.sheetId);
  const stored = right && (await loadSheet(trx, input.sheetId));
  if (!stored) return fail({ code: "not-found" });
  if (right === "read") return fail({ code: "forbidden" });
  const body = input.body.replaceAll("\u0000", "").trim();
  if (body === "") return fail({ code: "empty" });
  if (body.length > COMMENT_CHARACTERS) return fail({ code: "too-long" });
  const place = await placeOf(trx, stored, input);
  if (place === undefined) return fail({ code: "unknown-place" });
  const { id: commentId } = await trx
    .insertInto("sheet_comment")
    .values({ sheet_id: input.sheetId, address: place, reply_to: input.replyTo ?? null, author_id: actor.id, body, at: input.now, resolved_at: null, resolved_by: null })
    .returning("id")
    .executeTakeFirstOrThrow();
  const around = new Set((await sheetPeople(trx, input.sheetId)).map(({ id }) => id));
  const mentioned = [...new Set(input.mentions)].filter((id) => around.has(id) && id !== actor.id);
  if (mentioned.length > 0) await trx.insertInto("sheet_mention").values(mentioned.map((person_id) => ({ comment_id: commentId, person_id }))).execute();
  await announceSheet(trx, input.sheetId, { kind: "comments" });
  return ok({ commentId, mentioned });
}

/** The address where the remark stands; undefined where the sheet has no such place. */
async function placeOf(trx: Transaction<DB>, { definition, content }: StoredSheet, { sheetId, address, replyTo }: NewComment): Promise<string | undefined> {
  if (replyTo !== undefined) {
    const head = await trx.selectFrom("sheet_comment").select("address").where("id", "=", replyTo).where("sheet_id", "=", sheetId).where("reply_to", "is", null).executeTakeFirst();
    return head?.address;
  }
  if (address === "") return address;
  const row = rowOf(address);
  if (row && !content.tables[row.table]?.some(({ id }) => id === row.row)) return undefined;
  return parseAddress(address) ? cellAt(definition, address) && address : row && address.split("/").length === 2 ? address : undefined;
}
