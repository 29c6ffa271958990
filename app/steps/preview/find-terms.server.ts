import type { Kysely } from "kysely";
import type { GlossaryTerm } from "~/courseware";
import { glossary } from "~/courseware/index.server";
import type { DB } from "~/db/schema";
import { LANGUAGE_TAG, type Locale } from "~/i18n/locale";

/** The terms whose name in either language, or pinyin (with or without tones), holds the query; all for an empty one. In the order of the reader's language. */
export async function findTerms(db: Kysely<DB>, query: string, locale: Locale): Promise<GlossaryTerm[]> {
  const wanted = plain(query);
  const all = await glossary(db);
  const terms = locale === "zh" ? all : all.sort((a, b) => a.en.localeCompare(b.en, LANGUAGE_TAG.en));
  if (wanted === "") return terms;
  return terms.filter(({ zh, en, pinyin }) => [zh, en, pinyin, pinyin.replace(/\s/g, "")].some((name) => plain(name).includes(wanted)));
}

/** Without case, tones and full-width forms. */
function plain(text: string): string {
  return text.normalize("NFKD").replace(/\p{Mn}/gu, "").toLowerCase().trim();
}
