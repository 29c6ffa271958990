import { type Kysely, sql } from "kysely";
import type { ChapterDefinition } from "~/courseware";
import type { DB } from "~/db/schema";
import type { Bilingual, Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import type { QuestionKind, QuestionVersion } from "./question";
import { revealQuestion, type RevealedQuestion } from "./reveal-question";

export type BankFilter = { kind: string | null; competency: string | null; difficulty: number | null };
export type BankLine = { id: string; kind: QuestionKind; competency: string; difficulty: number; stem: string; sectionTitle: string };

export type BankPage = {
  title: Bilingual;
  lines: BankLine[];
  total: number;
  /** What there is to filter by. */
  kinds: QuestionKind[];
  competencies: string[];
  /** The question asked for, in both languages. */
  chosen: { id: string; sectionTitle: string; competencies: string[]; zh: RevealedQuestion; en: RevealedQuestion } | null;
};

/** The bank of a chapter as it stands now, with one question opened; null where there is no such chapter. */
export async function bankPage(db: Kysely<DB>, input: { chapterSlug: string; filter: BankFilter; chosenId: string | null; locale: Locale }): Promise<BankPage | null> {
  const { chapterSlug, filter, chosenId, locale } = input;
  const chapter = await db.selectFrom("chapter").select("definition").where("slug", "=", chapterSlug).executeTakeFirst();
  if (chapter === undefined) return null;
  const { title, sections } = chapter.definition as unknown as ChapterDefinition;
  const sectionTitle = (id: string): string => {
    const section = sections.find((candidate) => candidate.id === id);
    return section === undefined ? id : pick(section.title, locale);
  };
  const rows = await db
    .selectFrom("question")
    .innerJoin("question_version as version", "version.hash", "question.current_hash")
    .select(["question.id", "version.kind", "version.competency", "version.difficulty", "version.section"])
    .select(sql<Bilingual>`version.body -> 'stem'`.as("stem"))
    .where("question.chapter_slug", "=", chapterSlug)
    .where("question.retired_at", "is", null)
    .orderBy("question.position")
    .execute();
  const fits = (row: (typeof rows)[number]): boolean =>
    (filter.kind === null || row.kind === filter.kind) && (filter.competency === null || row.competency === filter.competency) && (filter.difficulty === null || row.difficulty === filter.difficulty);
  return {
    title,
    total: rows.length,
    kinds: [...new Set(rows.map(({ kind }) => kind))],
    competencies: [...new Set(rows.map(({ competency }) => competency))],
    lines: rows.filter(fits).map(({ section, stem, ...row }) => ({ ...row, stem: pick(stem, locale), sectionTitle: sectionTitle(section) })),
    chosen: chosenId === null ? null : await chosenQuestion(db, chapterSlug, chosenId, sectionTitle),
  };
}

async function chosenQuestion(db: Kysely<DB>, chapterSlug: string, id: string, sectionTitle: (id: string) => string): Promise<BankPage["chosen"]> {
  const row = await db
    .selectFrom("question")
    .innerJoin("question_version as version", "version.hash", "question.current_hash")
    .select("version.body")
    .where("question.id", "=", id)
    .where("question.chapter_slug", "=", chapterSlug)
    .executeTakeFirst();
  if (row === undefined) return null;
  const question = row.body as unknown as QuestionVersion;
  return { id, sectionTitle: sectionTitle(question.section), competencies: question.competencies, zh: revealQuestion(question, "zh"), en: revealQuestion(question, "en") };
}
