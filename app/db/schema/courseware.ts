import type { Generated, Json, Timestamp } from "./columns";

/** A text in both languages, as stored. */
export type BilingualColumn = { zh: string; en: string };

export interface MdxModuleTable {
  input_hash: string;
  code_hash: string;
  code: string;
  toc: Json;
  uses: Json;
  plain_text: string;
  compiler_version: string;
  compiled_at: Generated<Timestamp>;
}

export interface MdxBlockTable {
  code_hash: string;
  position: number;
  kind: "heading" | "text" | "activity";
  anchor: string;
  heading: string | null;
  body: string;
  folded: string;
  digest: string;
}

export interface ChapterTable {
  slug: string;
  number: number;
  status: "published" | "outline";
  title: Json<BilingualColumn>;
  summary: Json<BilingualColumn>;
  definition: Json;
  current_version: string | null;
  source_hash: string;
  updated_at: Generated<Timestamp>;
}

export interface ChapterVersionTable {
  hash: string;
  slug: string;
  ordinal: number;
  definition: Json;
  changed_sections: Generated<Json<string[]>>;
  published_at: Timestamp;
}

export interface SectionVersionTable {
  chapter_version: string;
  section_id: string;
  locale: "zh" | "en";
  position: number;
  title: string;
  folded_title: string;
  minutes: number;
  required: boolean;
  content_hash: string;
  code_hash: string;
}

export interface SlideDeckVersionTable {
  chapter_version: string;
  locale: "zh" | "en";
  slides: Json;
  content_hash: string;
  code_hash: string;
  handout_code_hash: Generated<string | null>;
}

export interface CheckinVersionTable {
  hash: string;
  slug: string;
  checkin_id: string;
  kind: "single" | "multiple" | "true-false" | "ordering";
  definition: Json;
  published_at: Timestamp;
}

export interface SectionCheckinTable {
  chapter_version: string;
  section_id: string;
  checkin_id: string;
  position: number;
  checkin_hash: string;
}

export interface GlossaryTermTable {
  id: string;
  zh: string;
  en: string;
  pinyin: string;
  definition: Json<BilingualColumn>;
  chapters: string[];
  folded: string;
  updated_at: Generated<Timestamp>;
}

export interface ContentSourceTable {
  name: string;
  source_hash: string;
  updated_at: Generated<Timestamp>;
}

export interface CoursewareSchema {
  mdx_module: MdxModuleTable;
  mdx_block: MdxBlockTable;
  chapter: ChapterTable;
  chapter_version: ChapterVersionTable;
  section_version: SectionVersionTable;
  slide_deck_version: SlideDeckVersionTable;
  checkin_version: CheckinVersionTable;
  section_checkin: SectionCheckinTable;
  glossary_term: GlossaryTermTable;
  content_source: ContentSourceTable;
}
