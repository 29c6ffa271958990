import { expect, test } from "vitest";
import { choicesAmong, earlyChoices } from "./early-choices";

const radio = (name: string, value: string, checked: boolean, defaultChecked: boolean) => ({ name, value, checked, defaultChecked });

test("what the browser chose and the server did not was tapped early", () => {
  const radios = [radio("v.1", "2", true, false), radio("v.1", "3", false, false), radio("v.2", "1", true, true), radio("v.3", "0", true, false), radio("v.3", "2", false, true)];
  expect(choicesAmong(radios)).toEqual([
    { position: 1, value: "2" },
    { position: 3, value: "0" },
  ]);
});

test("other fields say nothing, and a page without a sheet has no taps", () => {
  expect(choicesAmong([radio("outcome", "pass", true, false)])).toEqual([]);
  expect(earlyChoices(null)).toEqual([]);
});
