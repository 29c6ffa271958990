import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sampleQuestions } from "../../../tests/factories/quiz-questions";
import type { AnyQuestion, QuizResponse } from "./question";
import { scoreByRubric, scoreResponse } from "./score";

const { single, multiple, trueFalse, matching, ordering, fillIn, numeric, shortAnswer } = sampleQuestions;
const choose = (...options: string[]): QuizResponse => ({ kind: "multiple", options });
const put = (...order: string[]): QuizResponse => ({ kind: "ordering", order });
const type = (text: string): QuizResponse => ({ kind: "numeric", text });
const fill = (b1: string): QuizResponse => ({ kind: "fill-in", blanks: { b1 } });

describe("scoreResponse", () => {
  it.each<[string, AnyQuestion, QuizResponse, number]>([
    ["the right option", single, { kind: "single", option: "a" }, 1],
    ["a wrong option", single, { kind: "single", option: "b" }, 0],
    ["an option that is not there", single, { kind: "single", option: "zz" }, 0],
    ["all right options", multiple, choose("a", "b", "d"), 1],
    ["two of three right options", multiple, choose("a", "d"), 2 / 3],
    ["two right and one wrong", multiple, choose("a", "d", "c"), 1 / 3],
    ["everything ticked", multiple, choose("a", "b", "c", "d", "e"), 1 / 3],
    ["one right and two wrong: not below nothing", multiple, choose("a", "c", "e"), 0],
    ["an option ticked twice", multiple, choose("a", "a"), 1 / 3],
    ["true for true", trueFalse, { kind: "true-false", value: true }, 1],
    ["false for true", trueFalse, { kind: "true-false", value: false }, 0],
    ["one of two pairs", matching, { kind: "matching", pairs: { l1: "r2", l2: "r3" } }, 0.5],
    ["the right order", ordering, put("i1", "i2", "i3", "i4"), 1],
    ["two neighbours swapped", ordering, put("i2", "i1", "i3", "i4"), 2 / 3],
    ["the reversed order", ordering, put("i4", "i3", "i2", "i1"), 0],
    ["half the items", ordering, put("i1", "i2"), 0],
    ["an accepted word with noise", fillIn, fill(" 合作伙伴。"), 1],
    ["a synonym in the other language", fillIn, fill("PARTNER"), 1],
    ["a wrong word", fillIn, fill("供应商"), 0],
    ["the number in the unit shown", numeric, type("12.5"), 1],
    ["within the tolerance", numeric, type("12.6"), 1],
    ["outside the tolerance", numeric, type("12.61"), 0],
    ["full width with the unit", numeric, type("１２．５ 万元"), 1],
    ["the English unit as shown", numeric, type("12.5 CNY 10k"), 1],
    ["converted to yuan", numeric, type("125,000元"), 1],
    ["converted with k", numeric, type("125k"), 1],
    ["the number in a smaller unit", numeric, type("12.5元"), 0],
    ["another unit", numeric, type("12.5天"), 0],
    ["yuan without saying so", numeric, type("125000"), 0],
    ["no number", numeric, type("很多"), 0],
  ])("gives %s its points", (_, question, response, points) => {
    const score = scoreResponse(question, response);
    expect(score).toMatchObject({ max: 1, state: "scored" });
    expect(score.points).toBeCloseTo(points, 9);
  });

  it.each([
    ["%", "25", 1],
    ["%", "25%", 1],
    ["%", "0.25", 0],
    [undefined, "0.25", 0],
    [undefined, "25", 1],
  ])("reads percent with unit %s: %s", (unit, typed, points) => {
    const key = { value: 25, tolerance: 0, ...(unit === undefined ? {} : { unit: { zh: unit, en: unit } }) };
    expect(scoreResponse({ ...numeric, numeric: key }, type(typed)).points).toBe(points);
  });

  it("leaves open answers to a person, and empty ones to nobody", () => {
    expect(scoreResponse(shortAnswer, { kind: "short-answer", text: "我是林岚" }).state).toBe("needs-marking");
    expect(scoreResponse(shortAnswer, { kind: "short-answer", text: " " }).state).toBe("unanswered");
    expect(scoreResponse(single, null)).toEqual({ points: 0, max: 1, state: "unanswered" });
    expect(scoreResponse(single, type("1")).state).toBe("unanswered");
  });

  it("stays between 0 and the weight for any answer", () => {
    const id = fc.constantFrom("a", "b", "c", "d", "e", "l1", "l2", "r1", "r2", "i1", "i2", "i3", "i4", "?");
    const response = fc.oneof(
      fc.record({ kind: fc.constant("single" as const), option: id }),
      fc.record({ kind: fc.constant("multiple" as const), options: fc.array(id) }),
      fc.record({ kind: fc.constant("matching" as const), pairs: fc.dictionary(id, id) }),
      fc.record({ kind: fc.constant("ordering" as const), order: fc.array(id) }),
      fc.record({ kind: fc.constant("numeric" as const), text: fc.string() }),
      fc.record({ kind: fc.constant("fill-in" as const), blanks: fc.dictionary(fc.constant("b1"), fc.string()) }),
    );
    fc.assert(fc.property(fc.constantFrom(...Object.values(sampleQuestions)), response, fc.constantFrom(1, 2.5), (question, answer, weight) => {
      const { points, max } = scoreResponse(question, answer, weight);
      expect(max).toBe(weight);
      expect(points).toBeGreaterThanOrEqual(0);
      expect(points).toBeLessThanOrEqual(weight + 1e-9);
    }));
  });

  it("never pays for one more wrong option", () => {
    fc.assert(fc.property(fc.subarray(["a", "b", "c", "d", "e"]), fc.constantFrom("c", "e"), (chosen, wrong) => {
      const without = scoreResponse(multiple, choose(...chosen.filter((id) => id !== wrong), "-")).points;
      expect(scoreResponse(multiple, choose(...chosen, wrong)).points).toBeLessThanOrEqual(without);
    }));
  });
});

describe("scoreByRubric", () => {
  it("scales the rubric's points to the question's weight", () => {
    expect(scoreByRubric(shortAnswer.rubric, { c1: 2, c2: 1 })).toEqual({ ok: true, value: { points: 0.6, max: 1, state: "scored" } });
    expect(scoreByRubric(shortAnswer.rubric, { c1: 4, c2: 1 }, 2)).toMatchObject({ ok: true, value: { points: 2, max: 2 } });
  });

  it.each([
    [{ c1: 2 }, "criterion-missing"],
    [{ c1: 3, c2: 0 }, "not-a-level"],
    [{ c1: 0, c2: 0, c3: 1 }, "criterion-unknown"],
  ])("refuses %j", (given, code) => {
    expect(scoreByRubric(shortAnswer.rubric, given)).toMatchObject({ ok: false, error: { code } });
  });
});
