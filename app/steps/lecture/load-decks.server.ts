import type { Kysely } from "kysely";
import type { SlideUse } from "~/courseware/chapter";
import type { DB } from "~/db/schema";
import type { Locale } from "~/i18n/locale";
import type { Deck } from "./slides";

/** Who looks at the slides: only presenters get a deck with its notes. */
export type DeckReader = "presenter" | "audience";

/** The slides of these chapters in one language, in the order given; a chapter without slides has no deck. */
export async function loadDecks(db: Kysely<DB>, chapters: readonly string[], locale: Locale, reader: DeckReader): Promise<Deck[]> {
  if (chapters.length === 0) return [];
  const rows = await db
    .selectFrom("chapter as c")
    .innerJoin("slide_deck_version as d", "d.chapter_version", "c.current_version")
    .select(["c.slug", "c.number", "c.title", "d.slides", reader === "presenter" ? "d.code_hash as codeHash" : "d.handout_code_hash as codeHash"])
    .where("c.slug", "in", chapters)
    .where("d.locale", "=", locale)
    .execute();
  return chapters.flatMap((slug) => {
    const row = rows.find((candidate) => candidate.slug === slug);
    const slides = (row?.slides ?? []) as unknown as SlideUse[];
    return row?.codeHash && slides.length > 0 ? [{ chapter: slug, number: row.number, title: row.title[locale], codeHash: row.codeHash, slides }] : [];
  });
}
