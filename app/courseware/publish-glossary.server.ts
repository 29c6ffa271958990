/** Brings the glossary's table to glossary.yaml. */
import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import { glossarySchema } from "./chapter-schema.server";
import type { ContentProblem } from "~/platform/content-error";
import { fold } from "./search-text";
import { parseYaml } from "~/platform/yaml-source.server";

/** Answers what is wrong with the file; the table then stays as it was. */
export async function publishGlossary(db: Kysely<DB>, source: { file: string; text: string; sourceHash: string }, now: Date): Promise<ContentProblem[]> {
  const { value: terms, problems } = parseYaml(source.file, source.text, glossarySchema);
  if (terms === undefined) return problems;
  await db.transaction().execute(async (trx) => {
    await trx.deleteFrom("glossary_term").execute();
    const rows = terms.map((term) => ({ ...term, folded: fold([term.zh, term.en, term.pinyin].join(" ")), updated_at: now }));
    if (rows.length > 0) await trx.insertInto("glossary_term").values(rows).execute();
    const source_hash = source.sourceHash;
    await trx
      .insertInto("content_source")
      .values({ name: "glossary", source_hash, updated_at: now })
      .onConflict((conflict) => conflict.column("name").doUpdateSet({ source_hash, updated_at: now }))
      .execute();
  });
  return [];
}
