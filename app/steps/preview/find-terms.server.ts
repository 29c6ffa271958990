import type { Kysely } from "kysely";
import type { GlossaryTerm } from "~/courseware";
import { glossary } from "~/courseware/index.server";
import type { DB } from "~/db/schema";

/** The terms whose name in either language, or pinyin (with or without tones), holds the query; all for an empty one. */
export async function findTerms(db: Kysely<DB>, query: string): Promise<GlossaryTerm[]> {
  const terms = await glossary(db);
  const wanted = plain(query);
  if (wanted === "") return terms;
  return terms.filter(({ zh, en, pinyin }) => [zh, en, pinyin, pinyin.replace(/\s/g, "")].some((name) => plain(name).includes(wanted)));
}

/** Without case, tones and full-width forms. */
function plain(text: string): string {
  return text.normalize("NFKD").replace(/\p{Mn}/gu, "").toLowerCase().trim();
}
