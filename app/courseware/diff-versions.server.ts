/** What changed between two versions of a chapter, section by section and block by block. */
import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import type { Locale } from "~/i18n/locale";
import type { Block } from "./chapter";
import { type BlockChange, diffBlocks } from "./diff-blocks";

export interface SectionChange {
  sectionId: string;
  title: string;
  change: "added" | "removed" | "changed";
  /** Empty where a whole section came or went. */
  blocks: BlockChange[];
}

/**
 * The sections whose text differs in this language, in the order of the new version, removed ones last.
 * Null when either version is not of this chapter.
 */
export async function diffVersions(db: Kysely<DB>, slug: string, fromHash: string, toHash: string, locale: Locale): Promise<SectionChange[] | null> {
  const versions = await db.selectFrom("chapter_version").select("hash").where("slug", "=", slug).where("hash", "in", [fromHash, toHash]).execute();
  const known = new Set(versions.map((version) => version.hash));
  if (!known.has(fromHash) || !known.has(toHash)) return null;
  const rows = await db
    .selectFrom("section_version")
    .select(["chapter_version", "section_id", "title", "content_hash", "code_hash", "position"])
    .where("chapter_version", "in", [fromHash, toHash])
    .where("locale", "=", locale)
    .orderBy("position")
    .execute();
  const before = new Map(rows.filter((row) => row.chapter_version === fromHash).map((row) => [row.section_id, row]));
  const after = rows.filter((row) => row.chapter_version === toHash);
  const stayed = new Set(after.map((row) => row.section_id));

  const changes: SectionChange[] = [];
  for (const row of after) {
    const old = before.get(row.section_id);
    const entry = { sectionId: row.section_id, title: row.title };
    if (old === undefined) changes.push({ ...entry, change: "added", blocks: [] });
    else if (old.content_hash !== row.content_hash || old.title !== row.title) {
      const blocks = diffBlocks(await blocksOf(db, old.code_hash), await blocksOf(db, row.code_hash));
      changes.push({ ...entry, change: "changed", blocks });
    }
  }
  for (const row of before.values()) {
    if (!stayed.has(row.section_id)) changes.push({ sectionId: row.section_id, title: row.title, change: "removed", blocks: [] });
  }
  return changes;
}

async function blocksOf(db: Kysely<DB>, codeHash: string): Promise<Block[]> {
  return db
    .selectFrom("mdx_block")
    .select(["kind", "anchor", "heading", "body as text", "digest"])
    .where("code_hash", "=", codeHash)
    .orderBy("position")
    .execute();
}
