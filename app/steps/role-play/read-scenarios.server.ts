/** Reads content/chapters/…/role-play: every scenario's file with the lines of its parts. */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { ContentProblem } from "~/platform/content-error";
import { parseYaml, type YamlPath } from "~/platform/yaml-source.server";
import { type Scenario, sharedRun } from "./scenario";
import { scenarioSchema } from "./scenario-schema.server";

/** A scenario's file; `scenario` is undefined when something is wrong with it. */
export interface ScenarioFile {
  file: string;
  chapterSlug: string;
  scenario: Scenario | undefined;
  problems: ContentProblem[];
}

/** What a scenario is compared with. */
export interface Surroundings {
  competencies: ReadonlySet<string>;
  /** Sections by chapter. */
  sections: ReadonlyMap<string, readonly string[]>;
}

/** Every scenario of the chapters below `root`, in the order they are played: by chapter, then by file name. */
export async function readScenarios(root: string, known?: Surroundings): Promise<ScenarioFile[]> {
  const chapters = (await readdir(path.join(root, "chapters")).catch(() => [])).sort();
  const files: ScenarioFile[] = [];
  for (const chapterSlug of chapters) {
    const folder = path.join(root, "chapters", chapterSlug, "role-play");
    const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(".yaml")).sort();
    for (const name of names) {
      const file = path.join(folder, name);
      files.push(parseScenario(path.relative(process.cwd(), file), await readFile(file, "utf8"), chapterSlug, known));
    }
  }
  return files;
}

/** One file; its name is `NN-<id>.yaml`. */
export function parseScenario(file: string, text: string, chapterSlug: string, known?: Surroundings): ScenarioFile {
  const yaml = parseYaml(file, text, scenarioSchema);
  const problems = [...yaml.problems];
  const scenario = yaml.value;
  if (scenario === undefined) return { file, chapterSlug, scenario, problems };
  const report = (place: YamlPath, message: string): void => void problems.push({ file, line: yaml.lineOf(place), message });
  const named = path.basename(file, ".yaml").replace(/^\d+-/, "");
  if (scenario.id !== named) report(["id"], `id is "${scenario.id}" — must be the file's name without its number, ${named}`);
  if (known) checkSurroundings(scenario, chapterSlug, known, report);
  checkSecrets(scenario, report);
  return { file, chapterSlug, scenario: problems.length === 0 ? scenario : undefined, problems };
}

function checkSurroundings(scenario: Scenario, chapterSlug: string, known: Surroundings, report: (place: YamlPath, message: string) => void): void {
  const sections = known.sections.get(chapterSlug) ?? [];
  if (!sections.includes(scenario.section)) report(["section"], `section "${scenario.section}" is not in this chapter — must be one of ${sections.join(", ")}`);
  scenario.checklist.forEach(({ competencies }, at) =>
    competencies.forEach((id, index) => {
      if (!known.competencies.has(id)) report(["checklist", at, "competencies", index], `competency "${id}" is not in competencies.yaml — correct the id or add it there`);
    }),
  );
}

/** What only the customer knows must not be told by what everybody reads. */
function checkSecrets(scenario: Scenario, report: (place: YamlPath, message: string) => void): void {
  scenario.hidden.facts.forEach((fact, at) => {
    const run = sharedRun(scenario, fact.text);
    if (run !== null) report(["hidden", "facts", at, "text"], `"${run}" stands in what the others read, too — a hidden fact must be told nowhere else`);
  });
}
