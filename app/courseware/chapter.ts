/** What a chapter is, as its chapter.yaml says it (docs/content.md), and what its compiled sections consist of. */
import type { Bilingual, Locale } from "~/i18n/locale";

/** `outline`: no online material yet, every step is recorded by the instructor. */
export const CHAPTER_STATUSES = ["published", "outline"] as const;
export type ChapterStatus = (typeof CHAPTER_STATUSES)[number];

/** One section, in the order of reading. Progress is recorded under `id`, which never changes. */
export interface SectionDefinition {
  id: string;
  /** File name below sections/, without language and extension. */
  file: string;
  title: Bilingual;
  minutes: number;
  required: boolean;
  competencies: string[];
  checkins: string[];
}

/** How many questions a paper draws from which cell of the bank. */
export interface BlueprintCell {
  competency: string;
  difficulty: (1 | 2 | 3)[];
  count: number;
}

export interface ChapterDefinition {
  slug: string;
  number: number;
  status: ChapterStatus;
  title: Bilingual;
  summary: Bilingual;
  goals: Bilingual[];
  competencies: string[];
  /** Keys of tool sheets. */
  tools: string[];
  /** Keys of pipeline steps that this chapter leaves out. */
  omits: string[];
  sections: SectionDefinition[];
  quiz?: { minutes: number; blueprint: BlueprintCell[] };
}

/** An entry of a section's table of contents. */
export interface TocEntry {
  anchor: string;
  text: string;
  level: 2 | 3;
}

/**
 * A piece of a section that can be found, compared and linked to: `anchor` is an id in the page,
 * `heading` the anchor of the heading it stands under, `digest` changes when the piece changes.
 * `activity` is a figure, an exercise, a check-in or a recording.
 */
export interface Block {
  kind: "heading" | "text" | "activity";
  anchor: string;
  heading: string | null;
  text: string;
  digest: string;
}

/** A recording in a section; the preview records which seconds of it were watched. */
export interface MediaUse {
  id: string;
  kind: "audio" | "video";
  src: string;
  seconds: number;
}

/** One slide of a lecture, as the list of slides needs it. */
export interface SlideUse {
  id: string;
  title: string;
  minutes: number;
  poll: string | null;
}

/** What a compiled file refers to. */
export interface ModuleUses {
  terms: string[];
  checkins: string[];
  /** Exercises and figures by name, in order. */
  components: string[];
  media: MediaUse[];
  slides: SlideUse[];
}

/** A glossary term. */
export interface GlossaryTerm {
  id: string;
  zh: string;
  en: string;
  pinyin: string;
  definition: Bilingual;
  /** Slugs of the chapters that teach it. */
  chapters: string[];
}

/** A term as a reader of one language sees it on demand. */
export interface TermText {
  id: string;
  term: string;
  definition: string;
}

/** The term in the reader's language. */
export function termText(term: GlossaryTerm, locale: Locale): TermText {
  return { id: term.id, term: term[locale], definition: term.definition[locale] };
}

/** Sum of the reading times of the required sections, in minutes. */
export function requiredMinutes(sections: readonly Pick<SectionDefinition, "minutes" | "required">[]): number {
  return sections.reduce((sum, section) => sum + (section.required ? section.minutes : 0), 0);
}
