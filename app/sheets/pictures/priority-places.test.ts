import { expect, test } from "vitest";
import { spread } from "./priority-places";

const GRID = { left: 0, bottom: 100, step: 20, rise: 20 };

test("one marker stands in the middle of its square", () => {
  expect(spread([{ item: "p1", column: 0, row: 0 }, { item: "p2", column: 4, row: 4 }], GRID)).toEqual([
    { item: "p1", x: 10, y: 90 },
    { item: "p2", x: 90, y: 10 },
  ]);
});

test("markers that share a square do not cover one another and stay inside", () => {
  const placed = spread(Array.from({ length: 8 }, (_, at) => ({ item: at, column: 2, row: 2 })), GRID);
  expect(new Set(placed.map(({ x, y }) => `${x}/${y}`)).size).toBe(8);
  for (const { x, y } of placed) {
    expect(x).toBeGreaterThanOrEqual(40);
    expect(x).toBeLessThanOrEqual(60);
    expect(y).toBeGreaterThanOrEqual(40);
    expect(y).toBeLessThanOrEqual(60);
  }
});
