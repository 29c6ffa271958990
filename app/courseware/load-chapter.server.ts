/** Makes of a chapter's files what can be compiled and published: its definition, its check-ins, its MDX with imports. */
import path from "node:path";
import type { z } from "zod";
import { LOCALES, type Locale } from "~/i18n/locale";
import type { ChapterDefinition, SectionDefinition } from "./chapter";
import { chapterSchema } from "./chapter-schema.server";
import type { CheckinQuestion } from "./checkin-question";
import type { CompiledMdx } from "./compile-mdx.server";
import { ContentError, type ContentProblem } from "~/platform/content-error";
import { importedFiles, type MdxInput } from "./mdx-input.server";
import type { ChapterFolder } from "./read-content.server";
import { parseYaml } from "~/platform/yaml-source.server";

/** The quiz room's schema of a checkins.yaml: questions have one home. */
export type CheckinFileSchema = z.ZodType<CheckinQuestion[]>;

export interface LoadedSection {
  definition: SectionDefinition;
  mdx: Record<Locale, MdxInput>;
}

export interface LoadedChapter {
  definition: ChapterDefinition;
  checkins: CheckinQuestion[];
  sections: LoadedSection[];
  /** Null while the lecture has no slides. */
  slides: Record<Locale, MdxInput> | null;
  /** The same without notes, which are the presenter's alone. */
  handouts: Record<Locale, MdxInput> | null;
}

/** @throws ContentError with everything that keeps the chapter from being published. */
export function loadChapter(folder: ChapterFolder, checkinSchema: CheckinFileSchema): LoadedChapter {
  const problems: ContentProblem[] = [];
  const at = (name: string): string => path.join(folder.location, name);
  const yaml = parseYaml(at("chapter.yaml"), folder.files["chapter.yaml"] ?? "", chapterSchema);
  const checkinsYaml = parseYaml(at("checkins.yaml"), folder.files["checkins.yaml"] ?? "[]", checkinSchema);
  problems.push(...yaml.problems, ...checkinsYaml.problems);
  const definition = yaml.value;
  if (definition === undefined) throw new ContentError(problems);
  const wrong = (place: PropertyKey[], message: string): void => void problems.push({ file: yaml.file, line: yaml.lineOf(place), message });

  if (definition.slug !== folder.slug) wrong(["slug"], `slug is "${definition.slug}" — must be the folder's name, ${folder.slug}`);
  const checkins = checkinsYaml.value ?? [];
  const known = new Set(checkins.map((checkin) => checkin.id));
  const sections = definition.sections.map((section, index): LoadedSection => {
    section.checkins.forEach((id, place) => {
      if (checkinsYaml.value !== undefined && !known.has(id)) wrong(["sections", index, "checkins", place], `check-in "${id}" is not in checkins.yaml — add the question there or remove the id`);
    });
    const load = (locale: Locale): MdxInput => {
      const name = `sections/${section.file}.${locale}.mdx`;
      if (folder.files[name] === undefined) wrong(["sections", index, "file"], `${name} does not exist — write it, or correct file`);
      return mdxInput(folder, name);
    };
    return { definition: section, mdx: { zh: load("zh"), en: load("en") } };
  });
  if (problems.length > 0) throw new ContentError(problems);
  const hasSlides = LOCALES.every((locale) => folder.files[`slides.${locale}.mdx`] !== undefined);
  const slides = hasSlides ? { zh: mdxInput(folder, "slides.zh.mdx"), en: mdxInput(folder, "slides.en.mdx") } : null;
  return { definition, checkins, sections, slides, handouts: slides && { zh: withoutNotes(slides.zh), en: withoutNotes(slides.en) } };
}

/** The deck as learners get it; lines keep their numbers. */
function withoutNotes(input: MdxInput): MdxInput {
  return { ...input, source: input.source.replace(/<Notes>[\s\S]*?<\/Notes>/g, (notes) => notes.replace(/[^\n]/g, "")) };
}

/** An MDX file with what it imports. */
export function mdxInput(folder: ChapterFolder, name: string): MdxInput {
  const base = path.posix.dirname(name);
  const around = Object.fromEntries(Object.entries(folder.files).map(([file, text]) => [path.posix.relative(base, file), text]));
  const source = folder.files[name] ?? "";
  return { path: path.join(folder.location, name), source, files: importedFiles(source, around) };
}

/** What a compiled section must agree with: its check-ins are those that chapter.yaml lists, its terms are in the glossary. */
export function sectionProblems(file: string, section: SectionDefinition, compiled: Pick<CompiledMdx, "uses" | "lines">, terms: ReadonlySet<string>): ContentProblem[] {
  const { uses, lines } = compiled;
  const problem = (line: number | undefined, message: string): ContentProblem => ({ file, line: line ?? 1, message });
  const unlisted = uses.checkins.filter((id) => !section.checkins.includes(id));
  const unshown = section.checkins.filter((id) => !uses.checkins.includes(id));
  const unknown = uses.terms.filter((id) => !terms.has(id));
  return [
    ...unlisted.map((id) => problem(lines[`CheckIn:${id}`], `<CheckIn id="${id}" /> is not among this section's check-ins — add it to checkins of "${section.id}" in chapter.yaml`)),
    ...unshown.map((id) => problem(1, `the check-in "${id}" of chapter.yaml is not shown — put <CheckIn id="${id}" /> into the text, or take it out of chapter.yaml`)),
    ...unknown.map((id) => problem(lines[`term:${id}`], `<Term id="${id}"> is not in glossary.yaml — add the term there, or correct the id`)),
  ];
}
