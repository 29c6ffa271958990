import { type Kysely, sql } from "kysely";
import type { DB } from "~/db/schema";
import type { CommentThread, SheetComment } from "./comment";

/** All remarks on a sheet, oldest first, answers below what they answer. */
export async function sheetComments(db: Kysely<DB>, sheetId: string): Promise<CommentThread[]> {
  const rows = await db
    .selectFrom("sheet_comment as c")
    .innerJoin("person as p", "p.id", "c.author_id")
    .leftJoin("person as r", "r.id", "c.resolved_by")
    .select(["c.id", "c.address", "c.reply_to", "c.body", "c.at", "c.resolved_at", "c.resolved_by", "p.id as authorId", "p.name as authorName", "r.name as resolverName"])
    .select(sql<{ id: string; name: string }[]>`coalesce((select json_agg(json_build_object('id', m.id, 'name', m.name) order by m.name, m.id) from sheet_mention n join person m on m.id = n.person_id where n.comment_id = c.id), '[]'::json)`.as("mentions"))
    .where("c.sheet_id", "=", sheetId)
    .orderBy("c.at")
    .orderBy("c.id")
    .execute();
  const comment = (row: (typeof rows)[number]): SheetComment => ({ id: row.id, author: { id: row.authorId, name: row.authorName }, body: row.body, at: row.at, mentions: row.mentions });
  return rows
    .filter((row) => row.reply_to === null)
    .map((row) => ({
      ...comment(row),
      address: row.address,
      resolved: row.resolved_at && row.resolved_by ? { by: { id: row.resolved_by, name: row.resolverName ?? "" }, at: row.resolved_at } : null,
      replies: rows.filter((reply) => reply.reply_to === row.id).map(comment),
    }));
}

/** People who can be asked by name in a sheet: its members of now, and whoever has written a remark. */
export async function sheetPeople(db: Kysely<DB>, sheetId: string): Promise<{ id: string; name: string }[]> {
  return db
    .selectFrom("person as p")
    .select(["p.id", "p.name"])
    .where("p.state", "=", "active")
    .where((eb) => eb.or([
      eb("p.id", "in", eb.selectFrom("sheet_member as m").select("m.person_id").where("m.sheet_id", "=", sheetId).where("m.valid_to", "is", null)),
      eb("p.id", "in", eb.selectFrom("sheet_comment as c").select("c.author_id").where("c.sheet_id", "=", sheetId)),
    ]))
    .orderBy("p.name")
    .orderBy("p.id")
    .execute();
}

export interface WaitingMention {
  commentId: string;
  sheetId: string;
  sheetTitle: string;
  address: string;
  author: string;
  body: string;
  at: Date;
}

/** Where somebody was asked by name and has not looked yet, newest first, in sheets they may still open as a member. */
export async function waitingMentions(db: Kysely<DB>, personId: string, limit = 20): Promise<WaitingMention[]> {
  return db
    .selectFrom("sheet_mention as n")
    .innerJoin("sheet_comment as c", "c.id", "n.comment_id")
    .innerJoin("sheet as s", "s.id", "c.sheet_id")
    .innerJoin("person as p", "p.id", "c.author_id")
    .select(["c.id as commentId", "s.id as sheetId", "s.title as sheetTitle", "c.address", "p.name as author", "c.body", "c.at"])
    .where("n.person_id", "=", personId)
    .where("n.seen_at", "is", null)
    .where((eb) => eb.or([
      eb.exists(eb.selectFrom("sheet_member as m").select("m.id").whereRef("m.sheet_id", "=", "s.id").where("m.person_id", "=", personId).where("m.valid_to", "is", null)),
      // Staff are asked where they have spoken.
      eb.exists(eb.selectFrom("sheet_comment as o").select("o.id").whereRef("o.sheet_id", "=", "s.id").where("o.author_id", "=", personId)),
    ]))
    .orderBy("c.at", "desc")
    .limit(limit)
    .execute();
}
