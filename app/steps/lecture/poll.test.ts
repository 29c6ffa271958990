import { describe, expect, it } from "vitest";
import { isPollQuestion, letterOf, type PollQuestion, rightIds, tally } from "./poll";
import { placedSlides, slideAt } from "./slides";

const text = { zh: "文", en: "text" };
const core = { id: "q", stem: text, explanation: text };
const single: PollQuestion = { ...core, kind: "single", options: [{ id: "a", text, correct: true }, { id: "b", text }, { id: "c", text }] };
const multiple: PollQuestion = { ...core, kind: "multiple", options: [{ id: "a", text, correct: true }, { id: "b", text, correct: true }, { id: "c", text }] };

describe("tally", () => {
  it("counts one answer per learner, in the written order, with those nobody chose", () => {
    const result = tally(single, [{ kind: "single", option: "b" }, { kind: "single", option: "a" }, { kind: "single", option: "b" }]);
    expect(result).toEqual({ answered: 3, correct: 1, bars: [{ id: "a", count: 1, share: 1 / 3 }, { id: "b", count: 2, share: 2 / 3 }, { id: "c", count: 0, share: 0 }] });
  });

  it("takes shares of those who answered, not of the ticks, and all or nothing for what is right", () => {
    const result = tally(multiple, [{ kind: "multiple", options: ["a", "b"] }, { kind: "multiple", options: ["a", "a", "c"] }]);
    expect(result.correct).toBe(1);
    expect(result.bars.map(({ count, share }) => [count, share])).toEqual([[2, 1], [1, 0.5], [1, 0.5]]);
  });

  it("knows true and false, and survives an empty room", () => {
    const statement: PollQuestion = { ...core, kind: "true-false", answer: false };
    expect(rightIds(statement)).toEqual(["false"]);
    expect(tally(statement, [])).toEqual({ answered: 0, correct: 0, bars: [{ id: "true", count: 0, share: 0 }, { id: "false", count: 0, share: 0 }] });
    expect(tally(statement, [{ kind: "true-false", value: false }])).toMatchObject({ correct: 1 });
  });
});

it("asks only what can be answered with a tap", () => {
  expect(["single", "multiple", "true-false", "ordering", "case", "fill-in"].filter((kind) => isPollQuestion({ kind }))).toEqual(["single", "multiple", "true-false"]);
  expect([0, 3].map(letterOf)).toEqual(["A", "D"]);
});

describe("slides of several chapters", () => {
  const slide = (id: string, minutes: number) => ({ id, title: id, minutes, poll: null });
  const slides = placedSlides([
    { chapter: "03", number: 3, title: "三", codeHash: "h3", slides: [slide("one", 3), slide("two", 4)] },
    { chapter: "04", number: 4, title: "四", codeHash: "h4", slides: [slide("one", 5)] },
  ]);

  it("stand one after another with the minutes before them", () => {
    expect(slides.map(({ chapter, id, position, minutesBefore }) => [chapter, id, position, minutesBefore])).toEqual([["03", "one", 0, 0], ["03", "two", 1, 3], ["04", "one", 2, 7]]);
  });

  it("are found by chapter and id; what is gone falls back to the first", () => {
    expect(slideAt(slides, { chapter: "04", slide: "one" })?.position).toBe(2);
    expect(slideAt(slides, { chapter: "04", slide: "two" })?.position).toBe(0);
    expect(slideAt(slides, null)?.position).toBe(0);
    expect(slideAt([], null)).toBeUndefined();
  });
});
