/** Published definitions. A version never changes, so a process reads it once, and its expressions are compiled once. */
import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import type { SheetDefinition } from "./definition";

/** More than there are, with a few versions of each. */
const MOST_KEPT = 500;
const kept = new Map<string, SheetDefinition>();

/**
 * The one object that stands for a definition in this process: `evaluate` compiles by object. `body` is the definition as it came from
 * the database; it is used when this process has not seen the hash before.
 */
export function sharedDefinition(hash: string, body: unknown): SheetDefinition {
  const known = kept.get(hash);
  if (known !== undefined) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const definition = body as SheetDefinition;
  kept.set(hash, definition);
  return definition;
}

/** A version of a definition; null where there is none of that hash. */
export async function loadDefinition(db: Kysely<DB>, hash: string): Promise<SheetDefinition | null> {
  const known = kept.get(hash);
  if (known !== undefined) return known;
  const row = await db.selectFrom("sheet_definition").select("body").where("hash", "=", hash).executeTakeFirst();
  return row === undefined ? null : sharedDefinition(hash, row.body);
}

/** A tool sheet that can be begun. */
export interface SheetKind {
  key: string;
  chapterSlug: string;
  /** The version that new sheets begin with. */
  hash: string;
  definition: SheetDefinition;
}

/** The tool sheets of a chapter, or of all chapters, in their order; retired ones are not among them. */
export async function sheetKinds(db: Kysely<DB>, chapterSlug?: string): Promise<SheetKind[]> {
  const rows = await db
    .selectFrom("sheet_kind as k")
    .innerJoin("sheet_definition as d", "d.hash", "k.current_hash")
    .select(["k.key", "k.chapter_slug", "d.hash", "d.body"])
    .where("k.retired_at", "is", null)
    .$if(chapterSlug !== undefined, (query) => query.where("k.chapter_slug", "=", chapterSlug ?? ""))
    .orderBy("k.chapter_slug")
    .orderBy("k.position")
    .orderBy("k.key")
    .execute();
  return rows.map((row) => ({ key: row.key, chapterSlug: row.chapter_slug, hash: row.hash, definition: sharedDefinition(row.hash, row.body) }));
}
