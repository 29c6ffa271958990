import { describe, expect, test } from "vitest";
import { gapOf, largestGaps } from "./gaps";
import { heatOf } from "./heat";
import { applicationsFrom } from "./needs.server";
import { READY_AT, standingOf } from "./ready";

describe("who is ready", () => {
  test.each([
    [{ low: READY_AT, high: 0.9 }, "ready"],
    [{ low: READY_AT - 1e-9, high: 0.9 }, "unsure"],
    [{ low: 0.2, high: READY_AT }, "unsure"],
    [{ low: 0.2, high: READY_AT - 1e-9 }, "not-ready"],
    [null, "none"],
  ] as const)("%o is %s", (interval, standing) => expect(standingOf(interval)).toBe(standing));

  test("more evidence for somebody never asks for more applications; what nothing mends is no number", () => {
    expect(applicationsFrom(8, 1)).toBe(1);
    const asked = [1, 2, 3, 4, 6, 8].map((alpha) => applicationsFrom(alpha, 3) ?? Infinity);
    expect(asked).toEqual([...asked].sort((a, b) => b - a));
    expect(applicationsFrom(1, 40)).toBeNull();
  });
});

describe("the largest gaps", () => {
  const counts = (people: number, ready: number, notReady: number, unsure = 0) => ({ people, ready, notReady, unsure });

  test("are those with most people known not to be ready, then those of which least is known; what nobody was asked to show is none", () => {
    const gaps = largestGaps(new Map([["close", counts(40, 10, 12)], ["collect", counts(40, 2, 12)], ["coaching", counts(40, 0, 0)], ["negotiation", counts(40, 1, 0)], ["presentation", counts(40, 40, 0)], ["leadership", counts(40, 0, 0, 1)]]), 4);
    expect(gaps.map(({ competency }) => competency)).toEqual(["collect", "close", "leadership", "negotiation"]);
    expect(gaps.map(({ kind }) => kind)).toEqual(["known", "known", "unknown", "unknown"]);
  });

  test("say between how many and how many, and how sure that is", () => {
    expect(gapOf("close", counts(10, 4, 4, 1))).toMatchObject({ least: 4, most: 6, sureness: "sure" });
    expect(gapOf("close", counts(10, 4, 1))).toMatchObject({ least: 1, most: 6, sureness: "partly" });
    expect(gapOf("close", counts(10, 1, 1))).toMatchObject({ least: 1, most: 9, sureness: "open" });
  });
});

test("a cell of the heat map shows what is known: a share only where it is of at least half", () => {
  const of = (ready: number, notReady: number, people = 8) => heatOf({ people, ready, notReady, unsure: 0 }).tone;
  expect([of(8, 0), of(6, 2), of(5, 1), of(3, 3), of(1, 7), of(1, 1), of(2, 1), of(4, 0), of(0, 0)]).toEqual(["high", "high", "good", "middle", "low", "unknown", "some", "good", "unknown"]);
  expect(heatOf({ people: 0, ready: 0, notReady: 0, unsure: 0 })).toEqual({ tone: "unknown", share: null });
});
