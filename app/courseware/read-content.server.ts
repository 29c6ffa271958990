/** Reads content/ from disk: every text file of a chapter, and the hash that tells whether anything changed. */
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { LOCALES } from "~/i18n/locale";
import { calloutLabels } from "./compile/labels";
import { COMPILER_VERSION } from "./mdx-input.server";

/** Counts up when publishing makes something else of the same files. */
const PUBLISHER_VERSION = "2";
/** Files of a chapter that make up its versions; the bank and recordings are others' business. */
const OURS = /^(chapter\.yaml|checkins\.yaml|slides\.(zh|en)\.mdx|sections\/[^/]+\.mdx|figures\/[^/]+\.tsx?)$/;

/** A chapter's folder: text by path relative to it. */
export interface ChapterFolder {
  slug: string;
  /** For messages: the folder's path as a person would type it. */
  location: string;
  files: Readonly<Record<string, string>>;
  sourceHash: string;
}

/** Every chapter below `root`/chapters, by name. */
export async function readChapters(root: string): Promise<ChapterFolder[]> {
  const folder = path.join(root, "chapters");
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const slugs = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith(".")).map((entry) => entry.name);
  return Promise.all(slugs.sort().map((slug) => readChapter(folder, slug)));
}

async function readChapter(folder: string, slug: string): Promise<ChapterFolder> {
  const location = path.join(folder, slug);
  const names = (await readdir(location, { recursive: true })).map((name) => name.split(path.sep).join("/")).filter((name) => OURS.test(name));
  const entries = await Promise.all(names.sort().map(async (name) => [name, await readFile(path.join(location, name), "utf8")] as const));
  const files = Object.fromEntries(entries);
  return { slug, location: path.relative(process.cwd(), location), files, sourceHash: hashOf(files) };
}

/** glossary.yaml, or null where there is none. */
export async function readGlossary(root: string): Promise<{ file: string; text: string; sourceHash: string } | null> {
  const file = path.join(root, "glossary.yaml");
  const text = await readFile(file, "utf8").catch(() => null);
  return text === null ? null : { file: path.relative(process.cwd(), file), text, sourceHash: hashOf({ "glossary.yaml": text }) };
}

function hashOf(files: Readonly<Record<string, string>>): string {
  const hash = createHash("sha256").update(`${PUBLISHER_VERSION}\0${COMPILER_VERSION}\0${JSON.stringify(LOCALES.map(calloutLabels))}`);
  for (const [name, text] of Object.entries(files)) hash.update(`\0${name}\0${text}`);
  return hash.digest("hex");
}
