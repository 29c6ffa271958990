import { describe, expect, test } from "vitest";
import { moveTo, orderShown } from "./reorder";
import { plainStem, stemParts } from "./stem";

describe("putting things in order", () => {
  test("moves one thing and keeps the rest in order", () => {
    expect(moveTo(["a", "b", "c", "d"], 3, 1)).toEqual(["a", "d", "b", "c"]);
    expect(moveTo(["a", "b", "c"], 0, 2)).toEqual(["b", "c", "a"]);
  });
  test("a place outside the list moves nothing", () => {
    expect(moveTo(["a", "b"], 0, -1)).toEqual(["a", "b"]);
    expect(moveTo(["a", "b"], 1, 2)).toEqual(["a", "b"]);
  });
  test("what an answer leaves out stands at the end, as the paper has it", () => {
    expect(orderShown(["1", "2", "3"], ["3"])).toEqual(["3", "1", "2"]);
    expect(orderShown(["1", "2"], [])).toEqual(["1", "2"]);
  });
});

describe("a stem with gaps", () => {
  test("is cut where its gaps stand", () => {
    expect(stemParts("兴趣与需求都有的是{{b1}}。").map((part) => part.blank ?? part.text)).toEqual(["兴趣与需求都有的是", "b1", "。"]);
    expect(stemParts("{{b1}}{{b2}}").map((part) => part.blank)).toEqual(["b1", "b2"]);
  });
  test("reads with lines for its gaps", () => {
    expect(plainStem("a {{ b1 }} b")).toBe("a ____ b");
  });
});
