import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, describe, expect, it } from "vitest";
import { checkContent } from "~/courseware/check/check-content.server";
import { sampleContent } from "~/courseware/sample-content";
import { contentRules } from "../../scripts/content-check";

const chapter = "chapters/03-build-trust";
const folders: string[] = [];

async function write(files: Record<string, string>): Promise<string> {
  const root = await mkdtemp(path.join(tmpdir(), "check-"));
  folders.push(root);
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.join(root, path.dirname(name)), { recursive: true });
    await writeFile(path.join(root, name), text);
  }
  return root;
}

/** The problems of the sample with one replacement in one file (or without the file), as `file:line: message`. */
async function problemsWith(name: string, from?: string, to = ""): Promise<string[]> {
  const sample = sampleContent();
  const text = sample[name] ?? "";
  const files = from === undefined ? Object.fromEntries(Object.entries(sample).filter(([other]) => other !== name)) : sample;
  if (from !== undefined) {
    if (!text.includes(from)) throw new Error(`The sample's ${name} does not say: ${from}`);
    files[name] = text.replace(from, to);
  }
  const root = await write(files);
  const found = await checkContent(root, contentRules(root));
  return found.map(({ file, line, message }) => `${path.relative(root, path.resolve(file))}:${line}: ${message}`);
}

afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

const EXERCISE = `<InterestNeedQuadrant customers={[
  { id: "a", name: "A", note: "n", interest: true, need: true, why: "w" },
  { id: "b", name: "B", note: "n", interest: true, need: false, why: "w" },
  { id: "c", name: "C", note: "n", interest: false, need: true, why: "w" },
  { id: "d", name: "D", note: "n", interest: false, need: false, why: "w" },
]} />`;

describe("content check", () => {
  it("finds nothing wrong with the sample", async () => {
    const root = await write(sampleContent());
    expect(await checkContent(root, contentRules(root))).toEqual([]);
  });

  const chapterYaml = `${chapter}/chapter.yaml`;
  const checkins = `${chapter}/checkins.yaml`;
  const zh = `${chapter}/sections/01-why-trust.zh.mdx`;
  const en = `${chapter}/sections/01-why-trust.en.mdx`;
  const bank = `${chapter}/questions/basics.yaml`;
  const figure = `${chapter}/figures/Iceberg.tsx`;

  it.each<[string, string, string | undefined, string, string]>([
    ["a missing English text", chapterYaml, ", en: Build trust", "", `${chapterYaml}:4: title.en is missing — add it`],
    ["a field nobody knows", chapterYaml, "number: 3", "number: 3\nlevel: 2", `${chapterYaml}:3: the file has "level"`],
    ["a slug that is not the folder's", chapterYaml, "slug: 03-build-trust", "slug: 03-trust", `${chapterYaml}:1: slug is "03-trust" — must be the folder's name`],
    ["a competency nobody knows", chapterYaml, "competencies: [build-trust]\ntools", "competencies: [build-trsut]\ntools", `${chapterYaml}:7: competency "build-trsut"`],
    ["a step that is none", chapterYaml, "omits: []", "omits: [roleplay]", `${chapterYaml}:9: "roleplay" is no step`],
    ["a section without its file", `${chapter}/sections/02-roles.en.mdx`, undefined, "", `${chapterYaml}:19: sections/02-roles.en.mdx does not exist`],
    ["a check-in that is not written", chapterYaml, "checkins: [why-trust-1]", "checkins: [why-trust-1, why-trust-2]", `${chapterYaml}:17: check-in "why-trust-2" is not in checkins.yaml`],
    ["a blueprint the bank cannot fill three times", chapterYaml, "count: 1", "count: 2", `${chapterYaml}:27: the bank fills 3 of 6 places for "build-trust"`],
    ["a text cut by a comma", checkins, "A price does not buy candour.", "A price, however low, buys none.", `${checkins}:7: [0].options[1].why stops at a comma before`],
    ["a question with two right options", checkins, "en: A discount},", "en: A discount}, correct: true,", `${checkins}:5: [0].options: exactly one option`],
    ["a question of a section that is not there", bank, "section: why-trust", "section: why", `${bank}:5: section "why" is not in chapter.yaml`],
    ["two questions with one id", bank, "id: ch03-q002", "id: ch03-q001", `${bank}:9: [1].id: id "ch03-q001" is used twice`],
    ["a term that is not in the glossary", zh, 'Term id="buying-role"', 'Term id="buing-role"', `${zh}:9: <Term id="buing-role"> is not in glossary.yaml`],
    ["a check-in that chapter.yaml does not list", zh, 'CheckIn id="why-trust-1"', 'CheckIn id="why-trust-9"', `${zh}:11: <CheckIn id="why-trust-9" /> is not among`],
    ["languages that differ", en, '<CheckIn id="why-trust-1" />', "", `${en}:7: component 2 is missing but <CheckIn id="why-trust-1"> in the Chinese file`],
    ["headings that differ", en, "## Below the surface", "### Below the surface", `${en}:1: has 1 headings (levels 3)`],
    ["a title of the page", zh, "## 水面以下", "# 水面以下", `${zh}:5: # makes a title of the page`],
    ["a component that is none", zh, "## 水面以下", "<Quiz />\n\n## 水面以下", `${zh}:5: <Quiz> is no component`],
    ["a tag that is not closed", zh, "## 水面以下", "<Callout kind='key'>\n\n## 水面以下", `${zh}:5: `],
    ["a mark without its partner", zh, "**表面信息**", "**表面信息", `${zh}:1: shows ** to the reader`],
    ["an exercise without a reason", zh, "## 水面以下", EXERCISE.replace(', why: "w" },', " },"), `${zh}:5: <InterestNeedQuadrant> customers[0].why:`],
    ["a figure without a title", figure, '<title>{lang === "zh" ? "冰山" : "Iceberg"}</title>', "", `${figure}:1: has no <title>`],
    ["a figure with a fixed width", figure, 'viewBox="0 0 360 120"', 'viewBox="0 0 360 120" width="360"', `${figure}:1: has a fixed width`],
    ["a figure that throws", figure, "return (", "if (lang.length > 0) throw new Error('no'); return (", `${figure}:1: cannot be shown: no`],
    ["a figure with a syntax error", figure, "return (", "return ((", `${figure}:7: Expected ")"`],
    ["a term of a chapter that is not there", "glossary.yaml", "chapters: [03-build-trust]", "chapters: [03-trust]", `glossary.yaml:1: chapter "03-trust" does not exist`],
  ])("names %s", async (_what, name, from, to, expected) => {
    const found = await problemsWith(name, from, to);
    expect(found.filter((problem) => problem.startsWith(expected)), found.join("\n")).not.toEqual([]);
  });

  it("wants slides in both languages with polls that the bank has", async () => {
    const deck = (poll: string): string => `<Slide id="a" title="A" minutes={3} poll="${poll}">\n\nx\n\n<Notes>n</Notes>\n\n</Slide>\n`;
    const slides = `${chapter}/slides`;
    const root = await write({ ...sampleContent(), [`${slides}.zh.mdx`]: deck("ch03-q001"), [`${slides}.en.mdx`]: deck("ch03-q999") });
    const messages = (await checkContent(root, contentRules(root))).map((problem) => problem.message);
    expect(messages).toEqual([expect.stringContaining("poll differs") as unknown, expect.stringContaining('poll "ch03-q999" is not in the question bank') as unknown]);
  });

  it("is a command that prints problems and ends with 1", async () => {
    const root = await write({ ...sampleContent(), [zh]: "<Quiz />\n" });
    const run = promisify(execFile)(process.execPath, ["--import", "tsx", "scripts/content-check.ts", root]);
    await expect(run).rejects.toMatchObject({ code: 1, stdout: expect.stringMatching(/01-why-trust\.zh\.mdx:1: <Quiz> is no component — .+\n/) as unknown });
  });
});
