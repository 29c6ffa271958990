/** What the check of sheets has to know of the rest of content/. What is wrong there is said by the courseware's own check. */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { parse } from "yaml";
import { z } from "zod";

export interface KnownChapter {
  /** Ids of its sections; none while the chapter is an outline. */
  sections: readonly string[];
  /** Keys of its tool sheets. */
  tools: readonly string[];
}

export interface KnownContent {
  competencies: ReadonlySet<string>;
  chapters: ReadonlyMap<string, KnownChapter>;
}

const competencies = z.array(z.object({ id: z.string() }));
const chapter = z.object({ sections: z.array(z.object({ id: z.string() })).default([]), tools: z.array(z.string()).default([]) });

/** Reads chapters and competencies below `root`, leniently. */
export async function readKnown(root: string): Promise<KnownContent> {
  const folder = path.join(root, "chapters");
  const slugs = (await readdir(folder, { withFileTypes: true }).catch(() => [])).filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const chapters = new Map<string, KnownChapter>();
  for (const slug of slugs.sort()) {
    const read = chapter.safeParse(await readYaml(path.join(folder, slug, "chapter.yaml")));
    if (read.success) chapters.set(slug, { sections: read.data.sections.map((section) => section.id), tools: read.data.tools });
  }
  const list = competencies.safeParse(await readYaml(path.join(root, "competencies.yaml")));
  return { competencies: new Set(list.data?.map((entry) => entry.id)), chapters };
}

async function readYaml(file: string): Promise<unknown> {
  try {
    return parse(await readFile(file, "utf8"));
  } catch {
    return null;
  }
}
