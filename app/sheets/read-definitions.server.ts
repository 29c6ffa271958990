/** Reads content/sheets: every definition file with the lines of its parts. */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { parseYaml, type YamlFile } from "~/platform/yaml-source.server";
import type { SheetDefinition } from "./definition";
import { definitionSchema } from "./definition-schema.server";

/** A definition file; `name` is the file's name without extension, which the key must be. */
export interface DefinitionFile extends YamlFile<SheetDefinition> {
  name: string;
  text: string;
}

/** Every file of `root`/sheets, by name; none where there is no such folder. */
export async function readDefinitions(root: string): Promise<DefinitionFile[]> {
  const folder = path.join(root, "sheets");
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(".yaml")).sort();
  return Promise.all(
    names.map(async (name) => {
      const file = path.join(folder, name);
      const text = await readFile(file, "utf8");
      return { name: path.parse(name).name, text, ...parseDefinition(path.relative(process.cwd(), file), text) };
    }),
  );
}

/** One definition; `file` is for messages. */
export function parseDefinition(file: string, text: string): YamlFile<SheetDefinition> {
  return parseYaml(file, text, definitionSchema, "docs/sheets.md");
}
