import { describe, expect, it } from "vitest";
import type { Part } from "./assignment";
import { COMMANDS, decideHandIn, HOMEWORK_STATES, lengthOf, stateAfter, takes, type Work } from "./homework";
import { isReady, LEAST_HOURS, mayBeMutual, MUTUAL_AFTER_HOURS, requestDue, REQUEST_HOURS, REVIEW_HOURS, reviewStateAt, reviewsUntil } from "./review/review-rules";

const title = { zh: "部分", en: "Part" };
const parts: Part[] = [
  { id: "plan", kind: "text", title, required: true, maxChars: 10 },
  { id: "sheet", kind: "sheet", title, required: true, sheet: "relationship-development" },
  { id: "file", kind: "files", title, required: false, most: 2 },
  { id: "tape", kind: "recording", title, required: true, most: 1 },
];
const whole: Work = { texts: { plan: "先见发起者" }, sheets: [{ part: "sheet" }], files: [{ part: "tape" }] };
const noon = new Date("2026-12-01T12:00Z");
const hours = (count: number) => new Date(noon.getTime() + count * 3_600_000);
const rules = { now: noon, dueAt: null, acceptLate: true, handedInBefore: false };

describe("handing in", () => {
  it("takes what is whole, and names what is missing or too long", () => {
    expect(decideHandIn("draft", parts, whole, rules)).toEqual({ ok: true, value: { late: false } });
    expect(decideHandIn("draft", parts, { texts: { plan: "  " }, sheets: [], files: [{ part: "file" }] }, rules)).toEqual({ ok: false, error: { code: "missing", parts: ["plan", "sheet", "tape"] } });
    expect(decideHandIn("draft", parts, { ...whole, texts: { plan: "一二三四五六七八九十一" } }, rules)).toEqual({ ok: false, error: { code: "too-long", parts: ["plan"] } });
    expect(lengthOf("👩‍🏫a")).toBe(4);
  });

  it("is late after the step's date, where the cohort takes late work, and closed where it does not", () => {
    const late = { ...rules, dueAt: hours(-1) };
    expect(decideHandIn("draft", parts, whole, { ...rules, dueAt: noon })).toEqual({ ok: true, value: { late: false } });
    expect(decideHandIn("draft", parts, whole, late)).toEqual({ ok: true, value: { late: true } });
    expect(decideHandIn("draft", parts, whole, { ...late, acceptLate: false })).toEqual({ ok: false, error: { code: "closed", dueAt: hours(-1) } });
    // What was in before and came back is taken whenever it is ready.
    expect(decideHandIn("returned", parts, whole, { ...late, acceptLate: false, handedInBefore: true })).toEqual({ ok: true, value: { late: false } });
  });

  it("is for drafts and returned work only", () => {
    expect(HOMEWORK_STATES.filter((state) => decideHandIn(state, parts, whole, rules).ok)).toEqual(["draft", "returned"]);
    expect(HOMEWORK_STATES.filter((state) => takes(state, "accept"))).toEqual(["handed-in", "returned", "accepted"]);
    expect(Object.keys(COMMANDS)).toEqual([...HOMEWORK_STATES]);
    expect([stateAfter("accepted"), stateAfter("returned")]).toEqual(["accepted", "returned"]);
  });
});

describe("the time peers have", () => {
  it("is three days; one person has two of them, and nobody is asked in the last half day", () => {
    expect(reviewsUntil(noon, 2)).toEqual(hours(REVIEW_HOURS));
    expect(reviewsUntil(noon, 0)).toEqual(noon);
    expect(requestDue(noon, hours(REVIEW_HOURS))).toEqual(hours(REQUEST_HOURS));
    expect(requestDue(hours(50), hours(REVIEW_HOURS))).toEqual(hours(REVIEW_HOURS));
    expect(requestDue(hours(REVIEW_HOURS - LEAST_HOURS), hours(REVIEW_HOURS))).toEqual(hours(REVIEW_HOURS));
    expect(requestDue(hours(REVIEW_HOURS - LEAST_HOURS + 1), hours(REVIEW_HOURS))).toBeNull();
    expect([mayBeMutual(noon, hours(MUTUAL_AFTER_HOURS - 1)), mayBeMutual(noon, hours(MUTUAL_AFTER_HOURS))]).toEqual([false, true]);
  });

  it("runs out by the clock, written down or not", () => {
    expect(reviewStateAt({ state: "asked", dueAt: noon }, hours(-1))).toBe("asked");
    expect(reviewStateAt({ state: "asked", dueAt: noon }, noon)).toBe("over");
    expect(reviewStateAt({ state: "done", dueAt: noon }, hours(9))).toBe("done");
  });

  it("ends with the last review, with nobody left to ask, or by itself: never never", () => {
    const situation = { wanted: 2, until: hours(REVIEW_HOURS), done: 1, asked: 1, couldBeAsked: 3 };
    expect(isReady(situation, noon)).toBe(false);
    expect(isReady({ ...situation, done: 2, asked: 0 }, noon)).toBe(true);
    expect(isReady({ ...situation, asked: 0 }, noon)).toBe(false);
    expect(isReady({ ...situation, asked: 0, couldBeAsked: 0 }, noon)).toBe(true);
    expect(isReady({ ...situation, couldBeAsked: 0 }, noon)).toBe(false);
    expect(isReady({ ...situation, asked: 0 }, hours(REVIEW_HOURS - 1))).toBe(true);
    expect(isReady(situation, hours(REVIEW_HOURS))).toBe(true);
  });
});
