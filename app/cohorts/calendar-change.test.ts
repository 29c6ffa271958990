import { expect, test } from "vitest";
import { DEFAULT_GATES, STEPS, type Step } from "~/pipeline";
import { type ChapterSettings, outOfOrder, settingChanges, type StepSettings } from "./calendar-change";
import { COHORT_MOVES, COHORT_STATES, movesFrom, stateAfter } from "./cohort";
import { reordered } from "./change-chapters.server";

const day = (date: number) => new Date(Date.UTC(2026, 11, date));
const settings = (change: Partial<Record<Step, Partial<StepSettings>>> = {}): ChapterSettings =>
  Object.fromEntries(STEPS.map((step, at) => [step, { included: true, opensAt: null, dueAt: day(at + 1), gate: DEFAULT_GATES[step], ...change[step] }])) as ChapterSettings;

test("the same settings differ in nothing, however the gate's keys are ordered", () => {
  const { reviewDays, ...quiz } = DEFAULT_GATES.quiz;
  expect(settingChanges(settings(), settings({ quiz: { gate: { ...quiz, reviewDays } } }))).toEqual([]);
});

test("each difference is named once, in the order of the steps", () => {
  const changed = settings({ homework: { included: false }, quiz: { dueAt: day(9), opensAt: day(1), gate: { ...DEFAULT_GATES.quiz, passMark: 0.6 } } });
  expect(settingChanges(settings(), changed).map((change) => `${change.step} ${change.field}`)).toEqual(["quiz opensAt", "quiz dueAt", "quiz gate", "homework included"]);
  expect(settingChanges(settings(), changed)).toContainEqual({ step: "quiz", field: "gate", name: "passMark", from: "80", to: "60" });
});

test("a step due before an earlier one is pointed out, unless it is left out or has no date", () => {
  expect(outOfOrder(settings())).toEqual([]);
  expect(outOfOrder(settings({ lecture: { dueAt: day(20) } }))).toEqual(STEPS.slice(3));
  expect(outOfOrder(settings({ lecture: { dueAt: day(20), included: false } }))).toEqual([]);
  expect(outOfOrder(settings({ "group-work": { dueAt: null }, "role-play": { dueAt: day(2) } }))).toEqual(["role-play"]);
});

test("a cohort goes from preparation to open to closed, and back to open", () => {
  expect(COHORT_STATES.map((state) => movesFrom(state))).toEqual([["open"], ["close"], ["reopen"]]);
  expect(COHORT_MOVES.map((move) => COHORT_STATES.map((state) => stateAfter(state, move)))).toEqual([["open", null, null], [null, "closed", null], [null, null, "open"]]);
});

test("chapters move by one place and not past the ends", () => {
  const slugs = ["a", "b", "c"];
  expect(reordered(slugs, { kind: "later", slug: "a" })).toEqual(["b", "a", "c"]);
  expect(reordered(slugs, { kind: "earlier", slug: "c" })).toEqual(["a", "c", "b"]);
  expect(reordered(slugs, { kind: "earlier", slug: "a" })).toBeNull();
  expect(reordered(slugs, { kind: "remove", slug: "b" })).toEqual(["a", "c"]);
  expect(reordered(slugs, { kind: "add", slug: "b" })).toBeNull();
});
