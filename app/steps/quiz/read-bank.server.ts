import { createHash } from "node:crypto";
import { type Kysely, sql } from "kysely";
import type { DB } from "~/db/schema";
import { keptByHash } from "~/platform/kept-by-hash.server";
import type { BankEntry, BlueprintCell } from "./paper";
import type { Difficulty } from "./question";

/** What papers of a chapter are drawn from. */
export type QuizBank = { minutes: number; blueprint: BlueprintCell[]; bank: readonly BankEntry[] };

/** By the hash of which versions are in them: a bank that is published anew is another one. */
const kept = keptByHash<readonly BankEntry[]>(100);

/** The chapter's blueprint with its bank as it stands now; null where it has no quiz. A class starts on one bank, which is kept. */
export async function readBank(db: Kysely<DB>, chapterSlug: string): Promise<QuizBank | null> {
  const row = await db
    .selectFrom("quiz_blueprint")
    .select(["minutes", "cells"])
    .select(
      sql<string>`(select encode(sha256(convert_to(coalesce(string_agg(q.current_hash, ' ' order by q.current_hash collate "C"), ''), 'UTF8')), 'hex')
        from question q where q.chapter_slug = quiz_blueprint.chapter_slug and q.retired_at is null)`.as("digest"),
    )
    .where("chapter_slug", "=", chapterSlug)
    .executeTakeFirst();
  if (row === undefined) return null;
  const banks = await kept([row.digest], async () => {
    const entries = await loadBank(db, chapterSlug);
    // Published meanwhile it is not what was asked for, and is kept as what it is.
    return [[digestOf(entries), entries]];
  });
  const [bank = []] = banks.values();
  return { minutes: row.minutes, blueprint: row.cells as BlueprintCell[], bank };
}

function digestOf(entries: readonly BankEntry[]): string {
  return createHash("sha256").update(entries.map(({ hash }) => hash).sort().join(" ")).digest("hex");
}

async function loadBank(db: Kysely<DB>, chapterSlug: string): Promise<BankEntry[]> {
  const rows = await db
    .selectFrom("question")
    .innerJoin("question_version as version", "version.hash", "question.current_hash")
    .select(["version.hash", "question.id", "version.kind", "version.competency", "version.difficulty", "version.section", "version.parts"])
    .where("question.chapter_slug", "=", chapterSlug)
    .where("question.retired_at", "is", null)
    .execute();
  return rows.map((row) => ({ ...row, difficulty: row.difficulty as Difficulty }));
}
