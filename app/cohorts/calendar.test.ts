import fc from "fast-check";
import { expect, test } from "vitest";
import { proposeCalendar } from "./calendar";

const chapters = [
  { slug: "03-build-trust", omits: [] },
  { slug: "01-selling-evolves", omits: ["role-play" as const] },
];

test("the steps of a chapter follow one another and end with the cohort", () => {
  const plan = proposeCalendar({ startsOn: "2026-12-01", endsOn: "2027-02-28", timeZone: "Asia/Shanghai", chapters });
  const trust = plan.filter((row) => row.chapterSlug === "03-build-trust");
  expect(trust.map((row) => row.step)).toEqual(["preview", "quiz", "lecture", "group-work", "role-play", "homework", "defense", "field-tracking"]);
  expect(trust[0]?.opensAt?.toISOString()).toBe("2026-11-30T16:00:00.000Z");
  expect(trust.at(-1)?.dueAt.toISOString()).toBe("2027-02-28T15:59:00.000Z");
  expect(plan.filter((row) => row.chapterSlug === "01-selling-evolves").map((row) => row.step)).not.toContain("role-play");
});

test("dates never go backwards within a chapter, whatever the length", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 1, max: 12 }), (length, count) => {
      const endsOn = new Date(Date.parse("2026-01-31") + length * 86_400_000).toISOString().slice(0, 10);
      const many = Array.from({ length: count }, (_, at) => ({ slug: `c${at}`, omits: [] }));
      const plan = proposeCalendar({ startsOn: "2026-01-31", endsOn, timeZone: "America/New_York", chapters: many });
      for (const { slug } of many) {
        const rows = plan.filter((row) => row.chapterSlug === slug);
        rows.forEach((row, at) => {
          expect(row.dueAt.getTime()).toBeGreaterThanOrEqual(rows[Math.max(0, at - 1)]!.dueAt.getTime());
          if (row.opensAt) expect(row.opensAt.getTime()).toBeLessThan(row.dueAt.getTime());
        });
      }
    }),
  );
});
