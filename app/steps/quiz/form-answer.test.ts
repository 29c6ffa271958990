import { describe, expect, it } from "vitest";
import { sampleQuestions } from "../../../tests/factories/quiz-questions";
import { responseFromForm } from "./form-answer";
import { redactQuestion } from "./redact";

const read = (name: keyof typeof sampleQuestions, fields: [string, string][]) => {
  const form = new FormData();
  for (const [key, value] of fields) form.append(key, value);
  return responseFromForm(1, redactQuestion(sampleQuestions[name]), form);
};

describe("responseFromForm", () => {
  it("keeps one of two items that claim the same place", () => {
    expect(read("ordering", [["q1.i1", "1"], ["q1.i2", "1"]])).toMatchObject({ kind: "ordering", order: [expect.any(String)] });
  });

  it.each<[keyof typeof sampleQuestions, [string, string][], unknown]>([
    ["single", [["q1", "a"]], { kind: "single", option: "a" }],
    ["multiple", [["q1", "a"], ["q1", "c"]], { kind: "multiple", options: ["a", "c"] }],
    ["trueFalse", [["q1", "false"]], { kind: "true-false", value: false }],
    ["matching", [["q1.l1", "r2"], ["q1.l2", ""]], { kind: "matching", pairs: { l1: "r2" } }],
    ["ordering", [["q1.i1", "2"], ["q1.i2", "1"], ["q1.i4", "9"]], { kind: "ordering", order: ["i2", "i1"] }],
    ["fillIn", [["q1.b1", "伙伴"]], { kind: "fill-in", blanks: { b1: "伙伴" } }],
    ["numeric", [["q1", "12.5"]], { kind: "numeric", text: "12.5" }],
    ["caseStudy", [["q1", "一\r\n二"]], { kind: "case", text: "一\n二" }],
  ])("reads %s", (name, fields, response) => {
    expect(read(name, fields)).toEqual(response);
  });

  it.each(Object.keys(sampleQuestions) as (keyof typeof sampleQuestions)[])("reads nothing from an empty form: %s", (name) => {
    expect(read(name, [])).toBeNull();
  });
});
