import fc from "fast-check";
import { expect, test } from "vitest";
import { STEPS } from "~/pipeline";
import { type GridFilter, gridSearch, readGridFilter, SHOWS } from "./grid-filter";

const CHAPTERS = ["01-a", "02-b", "03-c"];

test("what the address says comes back, whatever it is", () => {
  const filters = fc.record({
    chapter: fc.constantFrom(null, ...CHAPTERS),
    show: fc.constantFrom(...SHOWS),
    step: fc.constantFrom(null, ...STEPS),
    team: fc.option(fc.uuid(), { nil: null }),
    search: fc.string({ maxLength: 40 }).map((text) => text.trim()),
    page: fc.integer({ min: 1, max: 999 }),
  });
  fc.assert(
    fc.property(filters, (filter: GridFilter) => {
      const read = readGridFilter(new URLSearchParams(gridSearch(filter, { page: filter.page })), CHAPTERS);
      expect(read).toEqual({ ...filter, step: filter.show === "all" ? null : filter.step });
    }),
  );
});

test("a change goes back to the first page, and nonsense is left out", () => {
  const filter = readGridFilter(new URLSearchParams("chapter=nothing&show=everything&step=sleep&team=1&page=-3"), CHAPTERS);
  expect(filter).toEqual({ chapter: "01-a", show: "all", step: null, team: null, search: "", page: 1 });
  expect(gridSearch({ ...filter, page: 7 }, { show: "late" })).toBe("?chapter=01-a&show=late");
});

test("a cohort of one or two chapters shows them together", () => {
  expect(readGridFilter(new URLSearchParams(), CHAPTERS.slice(0, 2)).chapter).toBeNull();
});
