/** Everything that decides what a compiled file is, and its hash: known without loading the compiler. */
import { createHash } from "node:crypto";
import path from "node:path";
import type { Locale } from "~/i18n/locale";
import { calloutLabels } from "./compile/labels";

/** Counts up when the compile steps change what they make; the rest names the compilers. */
export const COMPILER_VERSION = "2 mdx-bundler@10.1.1 esbuild@0.28.2";

export interface MdxInput {
  /** For messages: where the file lies. */
  path: string;
  source: string;
  /** The files it imports, also through one another, by path relative to the source's folder, such as `../figures/X.tsx`. */
  files: Record<string, string>;
}

/** The hash under which the compiled form is kept. */
export function inputHash(input: MdxInput, locale: Locale): string {
  const hash = createHash("sha256").update(`${COMPILER_VERSION}\n${locale}\n${JSON.stringify(calloutLabels(locale))}\n`);
  return update(hash, input).digest("hex");
}

/** The hash of what the author wrote: decides whether a section changed. */
export function contentHash(input: MdxInput): string {
  return update(createHash("sha256"), input).digest("hex");
}

function update(hash: ReturnType<typeof createHash>, { source, files }: MdxInput): ReturnType<typeof createHash> {
  hash.update(normalise(source));
  for (const name of Object.keys(files).sort()) hash.update(`\0${name}\0${normalise(files[name] ?? "")}`);
  return hash;
}

/** Line ends and trailing blanks are no change. */
function normalise(source: string): string {
  return source.replace(/\r\n?/g, "\n").replace(/[ \t]+$/gm, "").trimEnd();
}

const IMPORT = /^\s*(?:import|export)\b[^"';]*?["'](\.{1,2}\/[^"']+)["']/gm;

/**
 * The files that a source imports, directly or through others, out of `available` (paths relative to the same folder).
 * What is not there is left out: the compiler will say so with its line.
 */
export function importedFiles(source: string, available: Readonly<Record<string, string>>, folder = "."): Record<string, string> {
  const found: Record<string, string> = {};
  const add = (code: string, from: string): void => {
    for (const [, specifier = ""] of code.matchAll(IMPORT)) {
      const wanted = path.posix.join(from, specifier);
      const name = [wanted, `${wanted}.tsx`, `${wanted}.ts`].find((candidate) => candidate in available);
      const content = name === undefined ? undefined : available[name];
      if (name === undefined || content === undefined || name in found) continue;
      found[name] = content;
      add(content, path.posix.dirname(name));
    }
  };
  add(source, folder);
  return found;
}
