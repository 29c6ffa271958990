import { describe, expect, it } from "vitest";
import { roadProfile } from "./road-profile";

describe("the mountain", () => {
  it.each([1, 2, 5, 7, 8])("puts %i camps over the middle of their columns, each higher than the last", (count) => {
    const { camps } = roadProfile(count, count * 100, 200);
    expect(camps.map((camp) => camp.x)).toEqual(Array.from({ length: count }, (_, index) => 100 * (index + 0.5)));
    camps.slice(1).forEach((camp, index) => expect(camp.y).toBeLessThan(camps[index]?.y ?? 0));
    for (const camp of camps) expect(camp.y).toBeGreaterThan(0);
  });

  it("draws the climbed stretch as the beginning of the ridge", () => {
    const profile = roadProfile(8, 800, 200);
    expect(profile.ridge.startsWith(profile.until(3))).toBe(true);
    expect(profile.until(8)).toBe(profile.until(7));
  });
});
