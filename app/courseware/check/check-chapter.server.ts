/** Checks of one chapter's folder, all of it: a list of everything that has to change. */
import { readdir } from "node:fs/promises";
import path from "node:path";
import { LOCALES } from "~/i18n/locale";
import type { ChapterDefinition } from "../chapter";
import { chapterSchema } from "../chapter-schema.server";
import type { CompiledMdx } from "../compile-mdx.server";
import { ContentError, type ContentProblem } from "~/platform/content-error";
import { loadChapter, sectionProblems } from "../load-chapter.server";
import type { ChapterFolder } from "../read-content.server";
import { parseYaml, type YamlPath } from "~/platform/yaml-source.server";
import { checkFigures, checkMdx } from "./check-mdx.server";
import { checkBank, checkBlueprint } from "./check-questions.server";
import { compareLanguages, type TextShape } from "./compare-languages";
import { type BankQuestion, type ContentRules, type Known, reporter } from "./rules";

const POLL_KINDS = ["single", "multiple", "true-false"];

/** `seen` holds the question ids of all chapters checked so far. */
export async function checkChapter<Q extends BankQuestion>(folder: ChapterFolder, rules: ContentRules<Q>, known: Known, seen: Map<string, string>): Promise<ContentProblem[]> {
  const problems: ContentProblem[] = [];
  try {
    loadChapter(folder, rules.checkinSchema);
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    problems.push(...error.problems);
  }
  const yaml = parseYaml(path.join(folder.location, "chapter.yaml"), folder.files["chapter.yaml"] ?? "", chapterSchema);
  const definition = yaml.value;
  if (definition === undefined) return problems;
  const report = (place: YamlPath, message: string): void => reporter(problems, yaml.file)(yaml.lineOf(place), message);
  checkDefinition(definition, rules, known, report);
  checkFiles(folder, definition, problems);
  const bank = await checkBank(folder, definition, rules, known, seen, problems);
  checkBlueprint(yaml.file, yaml.lineOf(["quiz", "blueprint"]), definition, bank, rules, problems);
  await checkFigures(folder, problems);
  await checkSections(folder, definition, known, problems);
  await checkSlides(folder, bank, known, problems);
  return problems;
}

function checkDefinition(definition: ChapterDefinition, rules: Pick<ContentRules, "steps" | "tools">, known: Known, report: (place: YamlPath, message: string) => void): void {
  const competency = (id: string, place: YamlPath): void => {
    if (!known.competencies.has(id)) report(place, `competency "${id}" is not in competencies.yaml — correct the id or add it there`);
  };
  definition.competencies.forEach((id, at) => competency(id, ["competencies", at]));
  definition.sections.forEach((section, index) => section.competencies.forEach((id, at) => competency(id, ["sections", index, "competencies", at])));
  definition.quiz?.blueprint.forEach((cell, at) => competency(cell.competency, ["quiz", "blueprint", at]));
  definition.omits.forEach((step, at) => {
    if (!rules.steps.includes(step)) report(["omits", at], `"${step}" is no step — must be one of ${rules.steps.join(", ")}`);
  });
  definition.tools.forEach((tool, at) => {
    if (rules.tools !== null && !rules.tools.includes(tool)) report(["tools", at], `tool sheet "${tool}" is not in content/sheets — correct the key or write the sheet`);
  });
  const shown = definition.sections.flatMap((section) => section.checkins);
  definition.sections.forEach((section, index) =>
    section.checkins.forEach((id, at) => {
      if (shown.indexOf(id) !== shown.lastIndexOf(id)) report(["sections", index, "checkins", at], `check-in "${id}" is listed twice — each stands in one section`);
    }),
  );
}

/** Files that nothing refers to are mistakes in names more often than leftovers. */
function checkFiles(folder: ChapterFolder, definition: ChapterDefinition, problems: ContentProblem[]): void {
  const used = new Set(definition.sections.flatMap(({ file }) => LOCALES.map((locale) => `sections/${file}.${locale}.mdx`)));
  const sources = Object.entries(folder.files).filter(([name]) => !name.endsWith(".yaml"));
  for (const name of Object.keys(folder.files)) {
    const report = reporter(problems, path.join(folder.location, name));
    if (name.startsWith("sections/") && !used.has(name)) report(1, "is not in chapter.yaml — add a section with this file, or delete it");
    const figure = /^figures\/(\w+)\.tsx$/.exec(name)?.[1];
    if (figure !== undefined && !sources.some(([other, text]) => other !== name && new RegExp(`/${figure}["']`).test(text))) report(1, "no text shows this figure — import it, or delete it");
  }
}

async function checkSections(folder: ChapterFolder, definition: ChapterDefinition, known: Known, problems: ContentProblem[]): Promise<void> {
  const media = new Set(await readdir(path.join(folder.location, "media")).catch(() => []));
  for (const section of definition.sections) {
    const compiled = await compilePair(folder, `sections/${section.file}`, problems);
    for (const locale of LOCALES) {
      const one = compiled[locale];
      if (one === null) continue;
      const file = path.join(folder.location, `sections/${section.file}.${locale}.mdx`);
      problems.push(...sectionProblems(file, section, one, known.terms));
      for (const { name, line, props } of one.calls.filter((call) => call.name === "Media")) {
        for (const source of [props["src"], props["captions"]]) {
          if (typeof source === "string" && !media.has(source.replace(/^media\//, ""))) reporter(problems, file)(line, `<${name}>: ${source} does not exist — put the file there or correct the name`);
        }
        if (props["kind"] === "video" && props["captions"] === undefined) reporter(problems, file)(line, "a video has no captions — add a .vtt file");
      }
    }
  }
}

async function checkSlides(folder: ChapterFolder, bank: readonly BankQuestion[], known: Known, problems: ContentProblem[]): Promise<void> {
  if (!LOCALES.some((locale) => folder.files[`slides.${locale}.mdx`] !== undefined)) return;
  const compiled = await compilePair(folder, "slides", problems);
  for (const locale of LOCALES) {
    const deck = compiled[locale];
    const report = reporter(problems, path.join(folder.location, `slides.${locale}.mdx`));
    for (const term of deck?.uses.terms.filter((id) => !known.terms.has(id)) ?? []) report(deck?.lines[`term:${term}`] ?? 1, `<Term id="${term}"> is not in glossary.yaml — add the term there, or correct the id`);
    deck?.uses.slides.forEach(({ id, minutes, poll }, at, slides) => {
      const line = deck.lines[`Slide:${id}`] ?? 1;
      if (slides.findIndex((slide) => slide.id === id) < at) report(line, `slide "${id}" is there twice — slide ids must be unique`);
      if (!(minutes > 0)) report(line, `slide "${id}" has no minutes — give them as minutes={3}`);
      if (poll === null) return;
      const question = bank.find((entry) => entry.id === poll);
      if (question === undefined) report(line, `poll "${poll}" is not in the question bank — name a question of questions/*.yaml`);
      else if (!POLL_KINDS.includes(question.kind)) report(line, `poll "${poll}" is of kind ${question.kind} — must be ${POLL_KINDS.join(", ")}`);
    });
  }
}

/** Both languages of a text, each null where it is missing or does not compile; compared when both are there. */
async function compilePair(folder: ChapterFolder, name: string, problems: ContentProblem[]): Promise<{ zh: CompiledMdx | null; en: CompiledMdx | null }> {
  const compile = (locale: "zh" | "en"): Promise<CompiledMdx | null> => {
    const file = `${name}.${locale}.mdx`;
    if (folder.files[file] !== undefined) return checkMdx(folder, file, locale, problems);
    // Missing sections are reported with chapter.yaml.
    if (name === "slides") reporter(problems, path.join(folder.location, file))(1, "does not exist — slides are needed in both languages");
    return Promise.resolve(null);
  };
  const zh = await compile("zh");
  const en = await compile("en");
  if (zh !== null && en !== null) {
    const report = reporter(problems, path.join(folder.location, `${name}.en.mdx`));
    for (const { line, message } of compareLanguages(shapeOf(zh), shapeOf(en))) report(line, message);
  }
  return { zh, en };
}

function shapeOf({ calls, toc, uses }: CompiledMdx): TextShape {
  return { calls, headings: toc.map((entry) => entry.level), terms: uses.terms };
}
