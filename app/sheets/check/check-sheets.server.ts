/** Checks the tool sheets of content/: part of `npm run content:check`. */
import type { ContentProblem } from "~/platform/content-error";
import type { YamlPath } from "~/platform/yaml-source.server";
import type { SheetDefinition } from "../definition";
import { PICTURE_KEYS } from "../pictures/keys";
import { type DefinitionFile, readDefinitions } from "../read-definitions.server";
import { checkExample } from "./check-example";
import { checkExpressions } from "./check-expressions";
import { type KnownContent, readKnown } from "./known.server";

/** Adds a problem at a place of the file. */
export type Report = (place: YamlPath, message: string) => void;

/** Every problem of content/sheets, in the order of files and lines. */
export async function checkSheets(root: string): Promise<ContentProblem[]> {
  const [files, known] = await Promise.all([readDefinitions(root), readKnown(root)]);
  const definitions = new Map(files.flatMap(({ value }) => (value === undefined ? [] : [[value.key, value] as const])));
  return files.flatMap((file) => checkFile(file, known, definitions).sort((a, b) => a.line - b.line));
}

function checkFile(file: DefinitionFile, known: KnownContent, all: ReadonlyMap<string, SheetDefinition>): ContentProblem[] {
  const problems = [...file.problems];
  const definition = file.value;
  if (definition === undefined) return problems;
  const report: Report = (place, message) => void problems.push({ file: file.file, line: file.lineOf(place), message });
  if (definition.key !== file.name) report(["key"], `key is "${definition.key}" — must be the file's name, ${file.name}`);
  checkSurroundings(definition, known, report);
  checkReferences(definition, all, report);
  if (checkExpressions(definition, report)) checkExample(definition, report);
  return problems;
}

/** Chapters, sections, competencies and pictures that a definition names must be there. */
function checkSurroundings(definition: SheetDefinition, known: KnownContent, report: Report): void {
  const chapter = known.chapters.get(definition.chapter);
  if (chapter === undefined) report(["chapter"], `chapter "${definition.chapter}" does not exist — must be a folder of content/chapters`);
  else if (!chapter.tools.includes(definition.key)) report(["chapter"], `chapter "${definition.chapter}" does not list this sheet — add "${definition.key}" to tools in its chapter.yaml`);
  definition.competencies.forEach((id, at) => {
    if (!known.competencies.has(id)) report(["competencies", at], `competency "${id}" is not in competencies.yaml — correct the id or add it there`);
  });
  if (!PICTURE_KEYS.includes(definition.picture)) {
    report(["picture"], `picture "${definition.picture}" is not registered — ${PICTURE_KEYS.length > 0 ? `must be one of ${PICTURE_KEYS.join(", ")}, or ` : ""}add it to app/sheets/pictures/keys.ts`);
  }
  definition.checks.forEach(({ read }, at) => {
    const place = ["checks", at, "read"];
    const taught = known.chapters.get(read.chapter);
    if (taught === undefined) return report([...place, "chapter"], `chapter "${read.chapter}" does not exist — must be a folder of content/chapters`);
    if (taught.sections.length === 0 && read.section !== undefined) return report([...place, "section"], `chapter "${read.chapter}" has no sections yet — leave section out`);
    if (taught.sections.length > 0 && !taught.sections.includes(read.section ?? "")) {
      const wrong = read.section === undefined ? `section is missing, and "${read.chapter}" has sections` : `section "${read.section}" is not in "${read.chapter}"`;
      report(read.section === undefined ? place : [...place, "section"], `${wrong} — must be one of ${taught.sections.join(", ")}`);
    }
  });
}

/** People and rows of other tables. */
function checkReferences(definition: SheetDefinition, all: ReadonlyMap<string, SheetDefinition>, report: Report): void {
  const cells = [
    ...definition.fields.map((cell, at) => ({ cell, place: ["fields", at, "of"] })),
    ...definition.tables.flatMap((table, at) => table.columns.map((cell, index) => ({ cell, place: ["tables", at, "columns", index, "of"] }))),
  ];
  for (const { cell, place } of cells) {
    if (cell.of === undefined) continue;
    if (cell.type === "person" && !definition.tables.some((table) => table.id === cell.of)) report(place, `"${cell.of}" is no table of this sheet — must be one of ${definition.tables.map((table) => table.id).join(", ")}`);
    if (cell.type !== "reference") continue;
    const [key = "", table] = cell.of.split(".");
    const target = all.get(key);
    if (target === undefined) report(place, `sheet "${key}" does not exist (or has mistakes) — must be a file of content/sheets`);
    else if (!target.tables.some((entry) => entry.id === table)) report(place, `"${table}" is no table of ${key} — must be one of ${target.tables.map((entry) => entry.id).join(", ")}`);
  }
}
