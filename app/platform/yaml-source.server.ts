/** YAML files of content, parsed by a zod schema, with the line of whatever is wrong. */
import { isMap, isPair, isScalar, LineCounter, type Node, parseDocument } from "yaml";
import type { z } from "zod";
import type { ContentProblem } from "./content-error";

export type YamlPath = readonly PropertyKey[];

/** A parsed file: `value` is undefined when something is wrong with it. */
export interface YamlFile<T> {
  file: string;
  value: T | undefined;
  problems: ContentProblem[];
  /** The line of a place in the file; of what is missing, the line of what it is missing in. */
  lineOf(path: YamlPath): number;
}

/** Parses `text`; `file` is only for messages, which send the reader to `guide`, the document that describes the format. */
export function parseYaml<S extends z.ZodType>(file: string, text: string, schema: S, guide = "docs/content.md"): YamlFile<z.output<S>> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineOf = (path: YamlPath): number => {
    for (let length = path.length; length >= 0; length--) {
      const offset = offsetOf(document.contents, path.slice(0, length));
      if (offset !== undefined) return lines.linePos(offset).line;
    }
    return 1;
  };
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => ({ file, line: lines.linePos(error.pos[0]).line, message: `not readable as YAML: ${error.message.split("\n")[0] ?? ""}` }));
    return { file, value: undefined, problems, lineOf };
  }
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return { file, value: parsed.data, problems: [], lineOf };
  const problems = parsed.error.issues.map((issue) => ({ file, line: lineOf(placeOf(issue)), message: describe(issue, guide) }));
  return { file, value: undefined, problems, lineOf };
}

/** Where a key or an item begins in the text; undefined when it is not there. */
function offsetOf(root: Node | null, path: YamlPath): number | undefined {
  let node: unknown = root;
  let offset = root?.range?.[0];
  for (const part of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(part));
      if (pair === undefined) return undefined;
      offset = isScalar(pair.key) ? pair.key.range?.[0] : offset;
      node = pair.value;
    } else {
      const item: unknown = (node as { items?: unknown[] } | null)?.items?.[Number(part)];
      if (item === undefined) return undefined;
      node = item;
      offset = (item as Node).range?.[0] ?? offset;
    }
  }
  return offset;
}

function placeOf(issue: z.core.$ZodIssue): YamlPath {
  return issue.code === "unrecognized_keys" ? [...issue.path, issue.keys[0] ?? ""] : issue.path;
}

function describe(issue: z.core.$ZodIssue, guide: string): string {
  const place = pathText(issue.path) || "the file";
  if (issue.code === "unrecognized_keys" && issue.keys.some((key) => key.includes(" "))) {
    return `${place} stops at a comma before "${issue.keys.find((key) => key.includes(" "))}" — put the whole text in quotes`;
  }
  if (issue.code === "unrecognized_keys") {
    return `${place} has ${issue.keys.map((key) => `"${key}"`).join(", ")}, which is not a field here — remove it or correct its name (${guide})`;
  }
  if (issue.code === "invalid_type" && issue.input === undefined && /undefined/.test(issue.message)) return `${place} is missing — add it (${issue.expected})`;
  return `${place}: ${issue.message}`;
}

/** `sections[2].title.en`. */
export function pathText(path: YamlPath): string {
  return path.map((part, at) => (typeof part === "number" ? `[${part}]` : `${at === 0 ? "" : "."}${String(part)}`)).join("");
}
