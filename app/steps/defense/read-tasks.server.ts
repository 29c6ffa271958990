/** Reads and checks defense.yaml of every chapter. */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { Rubric } from "~/marking";
import type { ContentProblem } from "~/platform/content-error";
import { parseYaml } from "~/platform/yaml-source.server";
import type { DefenseTask } from "./task";
import { taskSchema } from "./task-schema.server";

export interface TaskFile {
  chapterSlug: string;
  /** As a person would type it. */
  file: string;
  /** Undefined when something is wrong with it. */
  task: DefenseTask | undefined;
  problems: ContentProblem[];
}

/** What a task may name; left out, it is not looked at. */
export interface TaskSurroundings {
  /** Rubrics for the defense, by key. */
  rubrics: ReadonlyMap<string, Pick<Rubric, "criteria">>;
  /** Keys of tool sheets. */
  sheets: ReadonlySet<string>;
}

/** The defense tasks of all chapters that have one, by slug. */
export async function readTasks(root: string, surroundings?: TaskSurroundings): Promise<TaskFile[]> {
  const folder = path.join(root, "chapters");
  const slugs = (await readdir(folder).catch(() => [])).sort();
  const files = await Promise.all(slugs.map((slug) => readTask(path.join(folder, slug, "defense.yaml"), slug, surroundings)));
  return files.filter((file) => file !== null);
}

async function readTask(location: string, chapterSlug: string, surroundings?: TaskSurroundings): Promise<TaskFile | null> {
  const source = await readFile(location, "utf8").catch(() => null);
  if (source === null) return null;
  const file = path.relative(process.cwd(), location);
  const yaml = parseYaml(file, source, taskSchema);
  const problems = [...yaml.problems];
  const say = (at: PropertyKey[], message: string): void => void problems.push({ file, line: yaml.lineOf(at), message });
  if (yaml.value !== undefined && surroundings !== undefined) checkNames(yaml.value, surroundings, say);
  return { chapterSlug, file, task: problems.length === 0 ? yaml.value : undefined, problems };
}

function checkNames({ rubric: key, exhibits, prompts }: DefenseTask, { rubrics, sheets }: TaskSurroundings, say: (at: PropertyKey[], message: string) => void): void {
  exhibits.forEach((sheet, index) => {
    if (!sheets.has(sheet)) say(["exhibits", index], `tool sheet "${sheet}" is not in content/sheets — correct the key`);
  });
  const rubric = rubrics.get(key);
  if (rubric === undefined) return say(["rubric"], `rubric "${key}" is not in content/rubrics with use: defense — correct the key or write it`);
  const criteria = new Set(rubric.criteria.map(({ id }) => id));
  prompts.forEach((prompt, index) =>
    prompt.criteria.forEach((criterion, at) => {
      if (!criteria.has(criterion)) say(["prompts", index, "criteria", at], `criterion "${criterion}" is not in rubric "${key}" — must be one of ${[...criteria].join(", ")}`);
    }),
  );
  const spokenFor = new Set(prompts.flatMap((prompt) => prompt.criteria));
  for (const criterion of criteria) if (!spokenFor.has(criterion)) say(["prompts"], `no prompt speaks for criterion "${criterion}" — write one, or name it in one`);
}
