/** Reads and checks content/anchors/*.yaml. */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { Rubric } from "~/marking";
import type { ContentProblem } from "~/platform/content-error";
import { parseYaml } from "~/platform/yaml-source.server";
import type { Anchor } from "./anchor";
import { anchorSchema } from "./anchor-schema.server";

export interface AnchorFile {
  /** The file's name: the anchor's key for ever. */
  key: string;
  /** As a person would type it. */
  file: string;
  /** Undefined when something is wrong with it. */
  anchor: Anchor | undefined;
  problems: ContentProblem[];
}

/** What an anchor may name; left out, it is not looked at. */
export interface AnchorSurroundings {
  /** Rubrics for the defense, by key. */
  rubrics: ReadonlyMap<string, Pick<Rubric, "criteria">>;
  chapters: ReadonlySet<string>;
}

/** Every anchor below `root`/anchors, by key. */
export async function readAnchors(root: string, surroundings?: AnchorSurroundings): Promise<AnchorFile[]> {
  const folder = path.join(root, "anchors");
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(".yaml")).sort();
  return Promise.all(names.map((name) => readAnchor(path.join(folder, name), surroundings)));
}

async function readAnchor(location: string, surroundings?: AnchorSurroundings): Promise<AnchorFile> {
  const file = path.relative(process.cwd(), location);
  const yaml = parseYaml(file, await readFile(location, "utf8"), anchorSchema);
  const problems = [...yaml.problems];
  const say = (at: PropertyKey[], message: string): void => void problems.push({ file, line: yaml.lineOf(at), message });
  if (yaml.value !== undefined && surroundings !== undefined) checkNames(yaml.value, surroundings, say);
  return { key: path.parse(location).name, file, anchor: problems.length === 0 ? yaml.value : undefined, problems };
}

function checkNames(anchor: Anchor, { rubrics, chapters }: AnchorSurroundings, say: (at: PropertyKey[], message: string) => void): void {
  if (!chapters.has(anchor.chapter)) say(["chapter"], `chapter "${anchor.chapter}" is not in content/chapters — correct the slug`);
  const rubric = rubrics.get(anchor.rubric);
  if (rubric === undefined) return say(["rubric"], `rubric "${anchor.rubric}" is not in content/rubrics with use: defense — correct the key`);
  for (const { code, at, of } of misfits(anchor, rubric)) {
    if (code === "missing") say(["consensus"], `no agreed score for criterion "${of}" of rubric "${anchor.rubric}" — add it with its reason`);
    else if (code === "unknown") say(["consensus", at, "criterion"], `criterion "${of}" is not in rubric "${anchor.rubric}"`);
    else say(["consensus", at, "points"], `criterion "${of}" has no level of that many points`);
  }
}

export interface Misfit {
  code: "missing" | "unknown" | "not-a-level";
  /** Which entry of the consensus. */
  at: number;
  /** The criterion. */
  of: string;
}

/** Where an anchor's agreed scores do not fit a rubric; empty when they do. */
export function misfits(anchor: Anchor, rubric: Pick<Rubric, "criteria">): Misfit[] {
  const ofConsensus = anchor.consensus.flatMap(({ criterion, points }, at): Misfit[] => {
    const found = rubric.criteria.find(({ id }) => id === criterion);
    if (found === undefined) return [{ code: "unknown", at, of: criterion }];
    return found.levels.some((level) => level.points === points) ? [] : [{ code: "not-a-level", at, of: criterion }];
  });
  const missing = rubric.criteria.filter(({ id }) => !anchor.consensus.some(({ criterion }) => criterion === id));
  return [...ofConsensus, ...missing.map(({ id }): Misfit => ({ code: "missing", at: 0, of: id }))];
}
