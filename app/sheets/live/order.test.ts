import fc from "fast-check";
import { expect, it } from "vitest";
import { isOrder, orderBetween } from "./order";

it("stands between any two places, for ever", () => {
  fc.assert(
    fc.property(fc.array(fc.record({ at: fc.double({ min: 0, max: 0.999, noNaN: true }), jitter: fc.double({ min: 0, max: 0.999, noNaN: true }) }), { maxLength: 120 }), (inserts) => {
      const places: string[] = [];
      for (const { at, jitter } of inserts) {
        const index = Math.floor(at * (places.length + 1));
        places.splice(index, 0, orderBetween(places[index - 1] ?? null, places[index] ?? null, jitter));
      }
      expect([...places].sort()).toEqual(places);
      expect(new Set(places).size).toBe(places.length);
      expect(places.every(isOrder)).toBe(true);
    }),
  );
});

it("grows slowly where rows are always added at the end, or at the same place", () => {
  let last: string | null = null;
  for (let at = 0; at < 500; at += 1) last = orderBetween(last, null, 0);
  expect(last!.length).toBeLessThan(200);
});

it("stands after a place that another row shares", () => {
  expect(orderBetween("M1", "M1", 0.5) > "M1").toBe(true);
});
