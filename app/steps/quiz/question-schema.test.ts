import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { checkInSchema, questionFileSchema, questionSchema, quizDefinitionSchema } from "./question-schema.server";
import { redactQuestion } from "./redact";
import { sampleQuestions } from "../../../tests/factories/quiz-questions";

const t = (zh: string, en = zh) => ({ zh, en });

/** The messages of a failed parse, each as `path: message`. */
function problems(value: unknown, schema: typeof questionSchema | typeof checkInSchema = questionSchema): string[] {
  const parsed = schema.safeParse(value);
  return parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
}

const { single, multiple, matching, ordering, fillIn, numeric, shortAnswer, caseStudy } = sampleQuestions;

describe("questionSchema", () => {
  it.each(Object.entries(sampleQuestions))("takes a right %s question unchanged", (_, question) => {
    expect(questionSchema.parse(question)).toEqual(question);
  });

  it.each([
    ["a field of another kind", { ...single, answer: true }, /answer/u],
    ["an unknown kind", { ...single, kind: "essay" }, /kind must be/u],
    ["a missing translation", { ...single, stem: { zh: "只有中文" } }, /^stem\.en: /u],
    ["an empty text", { ...single, stem: t("好", " ") }, /^stem\.en: must not be empty/u],
    ["no right option", { ...single, options: single.options.map(({ id, text }) => ({ id, text })) }, /^options: exactly one/u],
    ["two right options", { ...single, options: single.options.map((o) => ({ ...o, correct: true })) }, /^options: exactly one/u],
    ["a multiple choice without a key", { ...multiple, options: multiple.options.map(({ id, text }) => ({ id, text })) }, /^options: at least one/u],
    ["an option's id used twice", { ...single, options: single.options.map((o) => ({ ...o, id: "a" })) }, /^options\.1\.id: .*unique/u],
    ["a left item without a pair", { ...matching, pairs: { l1: "r2" } }, /^pairs: left item "l2"/u],
    ["a pair with nothing", { ...matching, pairs: { l1: "r2", l2: "r9" } }, /^pairs\.l2: "r9"/u],
    ["two items to order", { ...ordering, items: ordering.items.slice(0, 2) }, /^items: needs at least three/u],
    ["a blank missing from one stem", { ...fillIn, stem: t("只有 {{b1}}", "nothing") }, /^stem\.en: the stem must hold \{\{b1\}\}/u],
    ["a blank nobody defined", { ...fillIn, stem: t("{{b1}} {{b2}}") }, /^stem\.zh: \{\{b2\}\}/u],
    ["a blank in a single choice", { ...single, stem: t("{{b1}}") }, /only a fill-in/u],
    ["a negative tolerance", { ...numeric, numeric: { value: 1, tolerance: -1 } }, /^numeric\.tolerance: /u],
    ["falling levels", { ...shortAnswer, rubric: { criteria: [{ id: "c1", title: t("题"), levels: [{ points: 0, text: t("无") }, { points: 0, text: t("有") }] }] } }, /levels\.1\.points: each level/u],
    ["a case without a case", { ...caseStudy, case: undefined }, /^case: /u],
    ["a difficulty of 4", { ...single, difficulty: 4 }, /^difficulty: must be 1/u],
    ["no competency", { ...single, competencies: [] }, /^competencies: /u],
  ])("refuses %s", (_, value, message) => {
    expect(problems(value).join("\n")).toMatch(message);
  });

  it("refuses one id for two questions of a file", () => {
    expect(questionFileSchema.safeParse([single, single]).success).toBe(false);
  });

  it("lets check-ins go without classification, but not be of any kind", () => {
    const { competencies: _c, difficulty: _d, section: _s, ...bare } = ordering;
    expect(problems(bare, checkInSchema)).toEqual([]);
    expect(problems(numeric, checkInSchema).join()).toMatch(/check-in's kind/u);
  });

  it("takes the quiz definition of docs/content.md", () => {
    const blueprint = [{ competency: "build-trust", difficulty: [1, 2], count: 6 }];
    expect(quizDefinitionSchema.parse({ minutes: 40, blueprint })).toEqual({ minutes: 40, blueprint });
  });

  it("knows every field that docs/content.md names", () => {
    const docs = readFileSync("docs/content.md", "utf8");
    const fields = new Set(Object.values(sampleQuestions).flatMap((question) => Object.keys(question)));
    for (const field of fields) expect(docs).toContain(field);
    expect(parse("answer: true")).toEqual({ answer: true });
  });
});

describe("redactQuestion", () => {
  it.each(Object.entries(sampleQuestions))("hides every key of a %s question", (_, question) => {
    const text = JSON.stringify(redactQuestion(question));
    for (const word of ["correct", "explanation", "why", "pairs", "accept", "tolerance", "rubric", "\"answer\":", "SECRET"]) {
      expect(text).not.toContain(word);
    }
  });
});
