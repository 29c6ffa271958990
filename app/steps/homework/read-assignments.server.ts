/** Reads and checks homework.yaml of every chapter. */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { ContentProblem } from "~/platform/content-error";
import { parseYaml } from "~/platform/yaml-source.server";
import type { Assignment } from "./assignment";
import { assignmentSchema } from "./assignment-schema.server";

export interface AssignmentFile {
  chapterSlug: string;
  /** As a person would type it. */
  file: string;
  /** Undefined when something is wrong with it. */
  assignment: Assignment | undefined;
  problems: ContentProblem[];
}

/** What an assignment may name; left out, it is not looked at. */
export interface AssignmentSurroundings {
  /** Keys of rubrics for homework. */
  rubrics: ReadonlySet<string>;
  /** Keys of tool sheets. */
  sheets: ReadonlySet<string>;
}

/** The assignments of all chapters that have one, by slug. */
export async function readAssignments(root: string, surroundings?: AssignmentSurroundings): Promise<AssignmentFile[]> {
  const folder = path.join(root, "chapters");
  const slugs = (await readdir(folder).catch(() => [])).sort();
  const files = await Promise.all(slugs.map((slug) => readAssignment(path.join(folder, slug, "homework.yaml"), slug, surroundings)));
  return files.filter((file) => file !== null);
}

async function readAssignment(location: string, chapterSlug: string, surroundings?: AssignmentSurroundings): Promise<AssignmentFile | null> {
  const source = await readFile(location, "utf8").catch(() => null);
  if (source === null) return null;
  const file = path.relative(process.cwd(), location);
  const yaml = parseYaml(file, source, assignmentSchema);
  const problems = [...yaml.problems];
  const say = (at: PropertyKey[], message: string): void => void problems.push({ file, line: yaml.lineOf(at), message });
  if (yaml.value !== undefined && surroundings !== undefined) {
    const { rubric, parts } = yaml.value;
    if (!surroundings.rubrics.has(rubric)) say(["rubric"], `rubric "${rubric}" is not in content/rubrics with use: homework — correct the key or write it`);
    parts.forEach((part, index) => {
      if (part.kind === "sheet" && !surroundings.sheets.has(part.sheet)) say(["parts", index, "sheet"], `tool sheet "${part.sheet}" is not in content/sheets — correct the key`);
    });
  }
  return { chapterSlug, file, assignment: problems.length === 0 ? yaml.value : undefined, problems };
}
