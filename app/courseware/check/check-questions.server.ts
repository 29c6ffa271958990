/** Checks of a chapter's questions: the bank and the check-ins. */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { ChapterDefinition } from "../chapter";
import type { ContentProblem } from "~/platform/content-error";
import type { ChapterFolder } from "../read-content.server";
import { parseYaml } from "~/platform/yaml-source.server";
import { type BankQuestion, type ContentRules, type Known, reporter } from "./rules";

/** The bank; problems are added to `problems`. `seen` holds the ids of all chapters. */
export async function checkBank<Q extends BankQuestion>(folder: ChapterFolder, definition: ChapterDefinition, rules: ContentRules<Q>, known: Known, seen: Map<string, string>, problems: ContentProblem[]): Promise<Q[]> {
  const location = path.join(folder.location, "questions");
  const names = (await readdir(location).catch(() => [])).filter((name) => name.endsWith(".yaml")).sort();
  const sections = new Set(definition.sections.map((section) => section.id));
  const bank: Q[] = [];
  for (const name of names) {
    const file = path.join(location, name);
    const yaml = parseYaml(file, await readFile(file, "utf8"), rules.questionSchema);
    problems.push(...yaml.problems);
    yaml.value?.forEach((question, index) => {
      const report = (key: string, message: string): void => reporter(problems, file)(yaml.lineOf([index, key]), message);
      const earlier = seen.get(question.id);
      if (earlier !== undefined) report("id", `question "${question.id}" is also in ${earlier} — ids must be unique in the whole content`);
      seen.set(question.id, file);
      if (!sections.has(question.section)) report("section", `section "${question.section}" is not in chapter.yaml — must be one of ${[...sections].join(", ")}`);
      for (const competency of question.competencies) {
        if (!known.competencies.has(competency)) report("competencies", `competency "${competency}" is not in competencies.yaml — correct the id or add it there`);
      }
      bank.push(question);
    });
  }
  return bank;
}

/** Three papers without a question in common must come out of the bank: a learner has three attempts. */
export function checkBlueprint<Q extends BankQuestion>(file: string, line: number, definition: ChapterDefinition, bank: readonly Q[], rules: ContentRules<Q>, problems: ContentProblem[]): void {
  if (definition.quiz === undefined) return;
  for (const { competency, wanted, found } of rules.shortfall(bank, definition.quiz.blueprint)) {
    reporter(problems, file)(line, `the bank fills ${found} of ${wanted} places for "${competency}" in three papers — write more questions whose first competency is "${competency}", or ask for fewer`);
  }
}
