import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { formatProblem } from "~/platform/content-error";
import { SAMPLE_FILE } from "../sample-sheet";
import { checkSheets } from "./check-sheets.server";
import { PICTURE_KEYS } from "../pictures/keys";

const roots: string[] = [];
afterAll(() => Promise.all(roots.map((root) => rm(root, { recursive: true }))));

const CHAPTER = "tools: [sample-sheet]\nsections: [{id: why-trust}]\n";
// The sample with a picture that there is.
const SHEET = SAMPLE_FILE.replace("sample-picture", PICTURE_KEYS[0] ?? "");

/** What the check says of the sample, as `file:line: message`. */
async function check(sheet: string, chapter = CHAPTER, name = "sample-sheet"): Promise<string[]> {
  const root = await mkdtemp(path.join(tmpdir(), "sheets-"));
  roots.push(root);
  const files = { "competencies.yaml": "- {id: build-trust}\n", "chapters/03-build-trust/chapter.yaml": chapter, "chapters/04-stimulate-needs/chapter.yaml": "tools: []\n", [`sheets/${name}.yaml`]: sheet };
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.join(root, path.dirname(file)), { recursive: true });
    await writeFile(path.join(root, file), text);
  }
  return (await checkSheets(root)).map((problem) => formatProblem({ ...problem, file: path.relative(root, path.resolve(problem.file)) }));
}

it("finds nothing wrong with the sample", async () => {
  expect(await check(SHEET)).toEqual([]);
});

describe("says, with file and line,", () => {
  it.each<[string, string, string, string]>([
    ["a key that is not the file's name", "key: sample-sheet", "key: other-sheet", '1: key is "other-sheet"'],
    ["a chapter that is not there", "chapter: 03-build-trust\nshape", "chapter: 13-more\nshape", '2: chapter "13-more" does not exist'],
    ["a chapter that does not list the sheet", "chapter: 03-build-trust\nshape", "chapter: 04-stimulate-needs\nshape", '2: chapter "04-stimulate-needs" does not list this sheet'],
    ["a competency nobody knows", "competencies: [build-trust]", "competencies: [build-trsut]", '6: competency "build-trsut"'],
    ["a picture that is not drawn", /^picture: .*$/m.exec(SHEET)?.[0] ?? "", "picture: sunset", '49: picture "sunset" is not registered'],
    ["a section that is not in the chapter", "section: why-trust", "section: why-not", '41: section "why-not" is not in "03-build-trust" — must be one of why-trust'],
    ["a missing section", ", section: why-trust", "", "41: section is missing"],
    ["a section of a chapter without any", "chapter: 03-build-trust, section", "chapter: 04-stimulate-needs, section", '41: chapter "04-stimulate-needs" has no sections yet'],
    ["people of a table that is not there", "id: owner, type: person", "id: owner, type: person, of: people", '29: "people" is no table of this sheet'],
    ["rows of a sheet that is not there", "id: owner, type: person", "id: owner, type: reference, of: plan.people", '29: sheet "plan" does not exist'],
    ["a unit that is none", "unit: h/month", "unit: hrs", '25: "hrs" is no unit — there are CNY'],
    ["a formula that is none", "formula: saved * wage", 'formula: "saved * "', '27: "saved *" is no expression'],
    ["a name that is nothing", "formula: saved * wage", "formula: saved * salary", '27: "saved * salary" "salary" is nothing here'],
    ["units that don't cancel", "unit: CNY/h", "unit: CNY/day", '27: "saved * wage" answers a number in CNY*h/day/month, the cell holds a number in CNY/year'],
    ["a sum of different things", "yearly * horizon - outlay", "yearly - outlay", '14: "yearly - outlay" subtracts a number in CNY/year and a number in CNY — units don\'t cancel'],
    ["a number without its unit", "yearly * horizon - outlay", "yearly * horizon - 500", '14: "yearly * horizon - 500" subtracts a number in CNY and a plain number — give the number its unit'],
    ["a condition that is none", "defect: profit < 0", "defect: profit", '44: "profit" is a number in CNY where true or false is needed'],
    ["a rule that is none", "importance >= 4", "importance + 4", "32: \"anyWhere(points, \"importance + 4\")\" is a plain number where true or false is needed"],
    ["an option that there is not", "defect: filled(pain)", "defect: kind == 'tme'", '37: "kind == \'tme\' and not hasNumber(pain)" compares one of time, cash with one of tme, which can never be equal'],
    ["a text in arithmetic", "defect: filled(pain)", "defect: pain > 3", "37: \"pain > 3 and not hasNumber(pain)\" the operator > takes numbers, not a text"],
    ["a list where one value is needed", "defect: profit < 0", "defect: points.worth < 0", '44: "points.worth < 0" the operator < takes numbers, not a list (a number in CNY/year) — sum()'],
    ["an example with an empty cell", "customer: {zh: 申科食品, en: Shenke Foods}, ", "", "52: customer is empty or wrong in the example — an example is complete (zh)"],
    ["an example with too few rows", "minRows: 2", "minRows: 3", "54: points has 2 of 3 rows in the example"],
    ["an example that breaks a rule", "importance: 5,", "importance: 2,", "32: the rule important does not hold in the example"],
    ["an example with a wrong value", "kind: time,", "kind: times,", "55: points/p1/kind of the example (zh) has the problem unknown-option (times)"],
    ["an example that a check finds fault with, in one language", "en: Stocktaking takes 40 hours", "en: Stocktaking takes long", "55: the check pain-without-number finds something in the example (en): “Stocktaking takes long” has no figure"],
  ])("%s", async (_, from, to, message) => {
    expect(SHEET).toContain(from);
    expect((await check(SHEET.replace(from, to))).join("\n")).toContain(`sheets/sample-sheet.yaml:${message}`);
  });

  it("a sheet that is complete while it is empty", async () => {
    const easy = SHEET.replaceAll(", required: true", "").replace("    minRows: 2\n", "").replace(/complete:\n.*\n/, "");
    expect(await check(easy)).toEqual(["sheets/sample-sheet.yaml:1: counts an empty sheet as complete — make cells required, set minRows, or add a rule to complete"]);
  });
});
