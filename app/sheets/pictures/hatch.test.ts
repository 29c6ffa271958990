import { describe, expect, test } from "vitest";
import { hatchPath } from "./hatch";

describe("hatching", () => {
  test("stays inside its box", () => {
    const numbers = [...hatchPath(10, 20, 31, 14, 5).matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
    expect(numbers.length).toBeGreaterThan(8);
    for (const [x, y] of numbers) {
      expect(x).toBeGreaterThanOrEqual(10);
      expect(x).toBeLessThanOrEqual(41);
      expect(y).toBeGreaterThanOrEqual(20);
      expect(y).toBeLessThanOrEqual(34);
    }
  });

  test("a box without area has none", () => {
    expect(hatchPath(0, 0, 0, 10)).toBe("");
    expect(hatchPath(0, 0, 10, -1)).toBe("");
  });
});
