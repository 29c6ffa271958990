/** Checks everything in content/: `npm run content:check`. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { z } from "zod";
import { competenciesSchema, glossarySchema } from "../chapter-schema.server";
import type { ContentProblem } from "~/platform/content-error";
import { readChapters } from "../read-content.server";
import { parseYaml, type YamlFile } from "~/platform/yaml-source.server";
import { checkChapter } from "./check-chapter.server";
import { type BankQuestion, type ContentRules, reporter } from "./rules";

/** Every problem, in the order of files and lines. */
export async function checkContent<Q extends BankQuestion>(root: string, rules: ContentRules<Q>): Promise<ContentProblem[]> {
  const problems: ContentProblem[] = [];
  const competencies = await checkList(path.join(root, "competencies.yaml"), competenciesSchema, problems);
  const glossary = await checkList(path.join(root, "glossary.yaml"), glossarySchema, problems);
  const folders = await readChapters(root);
  const slugs = new Set(folders.map((folder) => folder.slug));
  glossary?.value?.forEach((term, index) =>
    term.chapters.forEach((slug, at) => {
      if (!slugs.has(slug)) reporter(problems, glossary.file)(glossary.lineOf([index, "chapters", at]), `chapter "${slug}" does not exist — must be a folder of content/chapters`);
    }),
  );
  const known = { competencies: new Set(competencies?.value?.map((entry) => entry.id)), terms: new Set(glossary?.value?.map((term) => term.id)) };
  const seen = new Map<string, string>();
  for (const folder of folders) problems.push(...(await checkChapter(folder, rules, known, seen)));
  return inOrder(problems);
}

async function checkList<S extends z.ZodType>(file: string, schema: S, problems: ContentProblem[]): Promise<YamlFile<z.output<S>> | null> {
  const name = path.relative(process.cwd(), file);
  const text = await readFile(file, "utf8").catch(() => null);
  if (text === null) {
    reporter(problems, name)(1, "does not exist — write it (docs/content.md)");
    return null;
  }
  const yaml = parseYaml(name, text, schema);
  problems.push(...yaml.problems);
  return yaml;
}

function inOrder(problems: readonly ContentProblem[]): ContentProblem[] {
  const unique = new Map(problems.map((problem) => [`${problem.file}:${problem.line}:${problem.message}`, problem]));
  return [...unique.values()].sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}
