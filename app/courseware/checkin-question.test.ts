import { describe, expect, it } from "vitest";
import { checkinFeedback, type CheckinQuestion, checkinResponseFromForm, isCorrect, redactCheckin } from "./checkin-question";

const both = (text: string) => ({ zh: text, en: text.toUpperCase() });
const core = { stem: both("stem"), explanation: both("because") };
const multiple: CheckinQuestion = { id: "m", kind: "multiple", ...core, options: [{ id: "a", text: both("a"), correct: true }, { id: "b", text: both("b"), correct: true }, { id: "c", text: both("c"), why: both("tempting") }] };
const ordering: CheckinQuestion = { id: "o", kind: "ordering", ...core, items: ["i1", "i2", "i3", "i4"].map((id) => ({ id, text: both(id) })) };
const trueFalse: CheckinQuestion = { id: "t", kind: "true-false", ...core, answer: false };

function form(entries: [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
}

describe("a check-in", () => {
  it("goes to a browser without its key", () => {
    const text = JSON.stringify([multiple, ordering, trueFalse].map((question) => redactCheckin(question, "zh")));
    expect(text).not.toMatch(/correct|because|tempting|answer/);
  });

  it("never shows an ordering in its right order, and always in the same one", () => {
    const shown = redactCheckin(ordering, "zh").choices.map((choice) => choice.id);
    expect(shown).not.toEqual(["i1", "i2", "i3", "i4"]);
    expect([...shown].sort()).toEqual(["i1", "i2", "i3", "i4"]);
    expect(redactCheckin(ordering, "en").choices.map((choice) => choice.id)).toEqual(shown);
  });

  it("is right only when all of it is", () => {
    expect(isCorrect(multiple, { kind: "multiple", options: ["b", "a"] })).toBe(true);
    expect(isCorrect(multiple, { kind: "multiple", options: ["a"] })).toBe(false);
    expect(isCorrect(multiple, { kind: "multiple", options: ["a", "b", "c"] })).toBe(false);
    expect(isCorrect(ordering, { kind: "ordering", order: ["i1", "i2", "i3", "i4"] })).toBe(true);
    expect(isCorrect(ordering, { kind: "ordering", order: ["i1", "i2"] })).toBe(false);
    expect(isCorrect(trueFalse, { kind: "true-false", value: false })).toBe(true);
    expect(isCorrect(trueFalse, { kind: "single", option: "false" })).toBe(false);
  });

  it("says after an answer what is right and why the wrong one tempts", () => {
    expect(checkinFeedback(multiple, { kind: "multiple", options: ["c"] }, "en")).toEqual({
      correct: false,
      explanation: "BECAUSE",
      choices: { a: { correct: true, why: null }, b: { correct: true, why: null }, c: { correct: false, why: "TEMPTING" } },
      answer: null,
      order: [],
    });
  });
});

describe("a posted answer", () => {
  const read = (question: CheckinQuestion, entries: [string, string][]) => checkinResponseFromForm(redactCheckin(question, "zh"), form(entries));

  it("is read from plain form fields", () => {
    expect(read(multiple, [["answer", "a"], ["answer", "b"], ["answer", "a"]])).toEqual({ ok: true, value: { kind: "multiple", options: ["a", "b"] } });
    expect(read(trueFalse, [["answer", "false"]])).toEqual({ ok: true, value: { kind: "true-false", value: false } });
    expect(read(ordering, [["order.i1", "2"], ["order.i2", "1"], ["order.i3", "4"], ["order.i4", "3"]])).toEqual({ ok: true, value: { kind: "ordering", order: ["i2", "i1", "i4", "i3"] } });
  });

  it("is refused when it is empty or not an answer to this question", () => {
    expect(read(multiple, [])).toEqual({ ok: false, error: { code: "empty" } });
    expect(read(multiple, [["answer", "z"]])).toEqual({ ok: false, error: { code: "unfit" } });
    expect(read(trueFalse, [["answer", "true"], ["answer", "false"]])).toEqual({ ok: false, error: { code: "unfit" } });
    expect(read(ordering, [["order.i1", "1"], ["order.i2", "1"], ["order.i3", "2"], ["order.i4", "3"]])).toEqual({ ok: false, error: { code: "unfit" } });
  });
});
