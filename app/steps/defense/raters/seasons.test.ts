import { expect, test } from "vitest";
import { type DayOfSeason, seasonsOf } from "./seasons";

const NOW = new Date("2026-06-01T00:00:00Z");
const day = (date: string, changes: Partial<DayOfSeason> = {}): DayOfSeason => ({ startsAt: new Date(`${date}T01:00:00Z`), endsAt: new Date(`${date}T09:00:00Z`), state: "closed", unsigned: false, ...changes });
const overs = (...days: DayOfSeason[]): boolean[] => seasonsOf(days, NOW).map(({ over }) => over);

test("days near one another are one season, whose last day ends it", () => {
  expect(seasonsOf([day("2026-04-20"), day("2026-04-10")], NOW)).toEqual([{ from: new Date("2026-04-10T01:00:00Z"), until: new Date("2026-04-20T09:00:00Z"), over: true }]);
  expect(overs(day("2026-05-20"), day("2026-06-02", { state: "published" }))).toEqual([false]);
  expect(overs(day("2026-05-20"), day("2026-05-28", { state: "draft" }))).toEqual([false]);
  expect(overs(day("2026-05-20"), day("2026-05-28", { unsigned: true }))).toEqual([false]);
  expect(overs(day("2026-05-20"), day("2026-06-02", { state: "cancelled" }))).toEqual([true]);
});

test("a repetition months later is a season of its own", () => {
  expect(overs(day("2026-03-10"), day("2026-06-05", { state: "published" }))).toEqual([true, false]);
  expect(overs()).toEqual([]);
});
