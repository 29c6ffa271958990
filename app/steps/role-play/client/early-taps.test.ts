import { expect, test } from "vitest";
import { tapsOf } from "./early-taps";

test("marks are taps; other fields and unknown values say nothing", () => {
  const fields = [
    { name: "marks.b1", value: "shown" },
    { name: "consent", value: "shown" },
    { name: "marks.b2", value: "brilliant" },
  ];
  expect(tapsOf(fields)).toEqual([{ behaviourId: "b1", mark: "shown" }]);
});
