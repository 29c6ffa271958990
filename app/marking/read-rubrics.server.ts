/** Reads and checks content/rubrics/*.yaml. */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { ContentProblem } from "~/platform/content-error";
import { parseYaml } from "~/platform/yaml-source.server";
import type { Rubric } from "./rubric";
import { rubricSchema } from "./rubric-schema.server";

export interface RubricFile {
  /** As a person would type it. */
  file: string;
  /** Undefined when something is wrong with it. */
  rubric: Rubric | undefined;
  problems: ContentProblem[];
}

/** Every rubric below `root`/rubrics, by name. With `competencies` given, what a criterion speaks for must be among them. */
export async function readRubrics(root: string, competencies?: ReadonlySet<string>): Promise<RubricFile[]> {
  const folder = path.join(root, "rubrics");
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(".yaml")).sort();
  return Promise.all(names.map((name) => readRubric(path.join(folder, name), competencies)));
}

async function readRubric(location: string, competencies?: ReadonlySet<string>): Promise<RubricFile> {
  const file = path.relative(process.cwd(), location);
  const yaml = parseYaml(file, await readFile(location, "utf8"), rubricSchema);
  const problems = [...yaml.problems];
  const say = (at: PropertyKey[], message: string): void => void problems.push({ file, line: yaml.lineOf(at), message });
  const name = path.parse(location).name;
  if (yaml.value !== undefined && yaml.value.key !== name) say(["key"], `key "${yaml.value.key}" is not the file's name — must be ${name}`);
  yaml.value?.criteria.forEach((criterion, index) =>
    criterion.competencies.forEach((competency, at) => {
      if (competencies !== undefined && !competencies.has(competency)) say(["criteria", index, "competencies", at], `competency "${competency}" is not in competencies.yaml — correct the id or add it there`);
    }),
  );
  return { file, rubric: problems.length === 0 ? yaml.value : undefined, problems };
}
