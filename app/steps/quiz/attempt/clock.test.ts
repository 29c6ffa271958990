import { describe, expect, test } from "vitest";
import { timeLeft } from "./clock";

const anchor = { leftMs: 60_000, steady: 1_000, wall: 500_000 };

describe("the time left", () => {
  test("runs down with both clocks", () => {
    expect(timeLeft(anchor, 11_000, 510_000)).toBe(50_000);
  });
  test("goes on while the device slept and its steady clock stood still", () => {
    expect(timeLeft(anchor, 1_500, 530_000)).toBe(30_000);
  });
  test("does not grow when the device's clock is set back", () => {
    expect(timeLeft(anchor, 11_000, 100_000)).toBe(50_000);
  });
});
