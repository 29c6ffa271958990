import { expect, test } from "vitest";
import { earlyTaps, tapsAmong } from "./early-taps";

const radio = (name: string, value: string, checked: boolean, defaultChecked: boolean) => ({ name, value, checked, defaultChecked });

test("what the browser chose and the server did not was tapped; a correction too", () => {
  const radios = [
    radio("marks.b1", "shown", true, false),
    radio("marks.b1", "partly", false, false),
    radio("marks.b2", "shown", true, true),
    radio("marks.b3", "shown", false, true),
    radio("marks.b3", "not-shown", true, false),
  ];
  expect(tapsAmong(radios)).toEqual([
    { behaviourId: "b1", mark: "shown" },
    { behaviourId: "b3", mark: "not-shown" },
  ]);
});

test("other fields and unknown values say nothing, and a page without a sheet has no taps", () => {
  expect(tapsAmong([radio("consent", "shown", true, false), radio("marks.b1", "brilliant", true, false)])).toEqual([]);
  expect(earlyTaps(null)).toEqual([]);
});
