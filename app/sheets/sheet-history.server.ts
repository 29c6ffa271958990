import { type Kysely, sql, type SqlBool } from "kysely";
import type { DB } from "~/db/schema";
import type { CellAddress, CellValue } from "./content";
import type { RowPlace } from "./live/state";
import type { How } from "./write-sheet.server";

/** One change of one cell or row, newest first. */
export interface HistoryEntry {
  /** Orders changes, and is where the next page begins. */
  id: string;
  /** The version that this change is part of. */
  version: number;
  /** A cell, or a row (`people/<row>`): then `before` and `after` are its place, null when it is out of sight. */
  address: CellAddress;
  before: CellValue | RowPlace | null;
  after: CellValue | RowPlace | null;
  author: { id: string; name: string } | null;
  how: How;
  at: Date;
}

export interface SheetHistory {
  entries: HistoryEntry[];
  /** `before` of the next page; null on the last. */
  next: string | null;
}

const PAGE = 50;

/**
 * What was changed in a sheet, newest first; with `address` only in that cell, or in that row and its cells. `before` is the
 * `next` of the page before. Whether somebody may see it is asked with `sheetRight`.
 */
export async function sheetHistory(db: Kysely<DB>, sheetId: string, { address, before, limit = PAGE }: { address?: CellAddress; before?: string; limit?: number } = {}): Promise<SheetHistory> {
  const rows = await db
    .selectFrom("sheet_change as c")
    .leftJoin("person as p", "p.id", "c.author_id")
    .select(["c.id", "c.version", "c.address", "c.before", "c.after", "c.author_id", "c.how", "c.at", "p.name"])
    .where("c.sheet_id", "=", sheetId)
    .$if(address !== undefined, (query) => query.where(sql<SqlBool>`(c.address = ${address!} or starts_with(c.address, ${`${address!}/`}))`))
    .$if(before !== undefined && /^\d{1,18}$/.test(before), (query) => query.where("c.id", "<", before!))
    .orderBy("c.id", "desc")
    .limit(limit + 1)
    .execute();
  const entries = rows.slice(0, limit).map((row) => ({
    id: row.id,
    version: row.version,
    address: row.address,
    before: row.before as unknown as HistoryEntry["before"],
    after: row.after as unknown as HistoryEntry["after"],
    author: row.author_id === null ? null : { id: row.author_id, name: row.name ?? "" },
    how: row.how,
    at: row.at,
  }));
  return { entries, next: rows.length > limit ? (entries.at(-1)?.id ?? null) : null };
}
