import { expect, test } from "vitest";
import { readSeasonFilter, seasonPeriod, seasonSearch } from "./season-filter";

const NOW = new Date("2026-06-30T20:00:00Z");
const ZONE = "Asia/Shanghai";
const read = (query: string) => readSeasonFilter(new URLSearchParams(query), NOW, ZONE);

test("asks for the last year when nothing is said", () => {
  expect(read("")).toEqual({ from: "2025-07-01", to: "2026-07-01", cohortId: null, chapterSlug: null, page: 1 });
});

test("takes what it understands and leaves the rest", () => {
  const cohort = "11111111-2222-4333-8444-555555555555";
  expect(read(`from=2026-03-01&to=2026-04-30&cohort=${cohort}&chapter=03-build-trust&page=2`)).toEqual({ from: "2026-03-01", to: "2026-04-30", cohortId: cohort, chapterSlug: "03-build-trust", page: 2 });
  expect(read("from=2026-02-31&to=yesterday&cohort=x&chapter=%00&page=-1")).toMatchObject({ to: "2026-07-01", cohortId: null, chapterSlug: null, page: 1 });
  expect(read("from=2026-05-01&to=2026-04-01")).toMatchObject({ from: "2026-04-01", to: "2026-05-01" });
});

test("the address says the same again", () => {
  const filter = read("from=2026-03-01&to=2026-04-30&chapter=03-build-trust&page=3");
  expect(readSeasonFilter(new URLSearchParams(seasonSearch(filter)), NOW, ZONE)).toEqual(filter);
  expect(seasonSearch(filter, { page: 1 })).not.toContain("page");
});

test("days are whole days of the reader's time zone", () => {
  expect(seasonPeriod({ from: "2026-03-01", to: "2026-03-01" }, ZONE)).toEqual({ from: new Date("2026-02-28T16:00:00Z"), to: new Date("2026-03-01T16:00:00Z") });
});
