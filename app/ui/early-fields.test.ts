import { expect, test } from "vitest";
import { chosenAmong, typedAmong } from "./early-fields";

const radio = (name: string, value: string, checked: boolean, defaultChecked: boolean) => ({ name, value, checked, defaultChecked });
const text = (name: string, value: string, defaultValue: string) => ({ name, value, defaultValue });

test("what the browser chose and the server did not was tapped; a correction too", () => {
  const radios = [radio("b1", "shown", true, false), radio("b1", "partly", false, false), radio("b2", "shown", true, true), radio("b3", "shown", false, true), radio("b3", "not-shown", true, false)];
  expect(chosenAmong(radios)).toEqual([
    { name: "b1", value: "shown" },
    { name: "b3", value: "not-shown" },
  ]);
});

test("a text that says something else than the server's was typed; one that was emptied, too", () => {
  expect(typedAmong([text("remark", "好", ""), text("plan", "一", "一"), text("other", "", "旧")])).toEqual([
    { name: "remark", value: "好" },
    { name: "other", value: "" },
  ]);
});
