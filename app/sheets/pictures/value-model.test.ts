import { describe, expect, test } from "vitest";
import { benefitCushion, presentValue, swings, waterfall, type ValueInputs } from "./value-model";

const NAMES = { oneOff: "one-off", running: "running", net: "net", rate: "rate" };
/** 100 a year for 80 once and 10 a year, over 2 years at 10 %. */
const SIMPLE: ValueInputs = { points: [{ id: "v1", label: "energy", yearly: 70 }, { id: "v2", label: "scrap", yearly: 30 }], oneOff: 80, running: 10, years: 2, rate: 0.1 };

describe("the waterfall", () => {
  test("climbs by the benefits, falls by the costs and ends at what is left", () => {
    const steps = waterfall(SIMPLE, NAMES);
    expect(steps.map(({ id, from, to }) => [id, from, to])).toEqual([
      ["v1", 0, 140],
      ["v2", 140, 200],
      ["one-off", 200, 120],
      ["running", 120, 100],
      ["net", 0, 100],
    ]);
  });

  test("has no steps where there is nothing", () => {
    expect(waterfall({ ...SIMPLE, points: [], oneOff: 0, running: 0 }, NAMES)).toEqual([]);
  });
});

describe("sensitivity", () => {
  test("the net present value by hand: 90 ÷ 1.1 + 90 ÷ 1.21 − 80 = 76.1983", () => {
    expect(presentValue(SIMPLE)).toBeCloseTo(90 / 1.1 + 90 / 1.21 - 80, 10);
    expect(presentValue({ ...SIMPLE, rate: 0 })).toBe(100);
  });

  test("the figure that moves the result most comes first; more cost means less", () => {
    const all = swings(SIMPLE, NAMES);
    expect(all[0]!.id).toBe("v1");
    expect(all[0]!.high - all[0]!.low).toBeCloseTo(0.4 * 70 * (1 / 1.1 + 1 / 1.21), 10);
    const cost = all.find((swing) => swing.id === "one-off")!;
    expect(cost.low - cost.high).toBeCloseTo(0.4 * 80, 10);
  });

  test("with a fraction `cushion` less benefit the net present value is 0", () => {
    const cushion = benefitCushion(SIMPLE)!;
    const less = { ...SIMPLE, points: SIMPLE.points.map((point) => ({ ...point, yearly: point.yearly * (1 - cushion) })) };
    expect(presentValue(less)).toBeCloseTo(0, 9);
    expect(benefitCushion({ ...SIMPLE, oneOff: 1000 })).toBeNull();
  });
});
