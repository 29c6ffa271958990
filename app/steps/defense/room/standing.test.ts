import { expect, test } from "vitest";
import { standingOf } from "./standing";

const verdict = (outcome: "pass" | "conditional" | "fail", settled: "met" | "missed" | null = null) => ({ outcome, settled });

test("a pass is enough, a condition waits for its person, a second slot makes good", () => {
  expect(standingOf([])).toBeNull();
  expect(standingOf([verdict("pass")])).toBe("passed");
  expect(standingOf([verdict("conditional")])).toBe("submitted");
  expect(standingOf([verdict("conditional", "met")])).toBe("passed");
  expect(standingOf([verdict("conditional", "missed")])).toBe("failed");
  expect(standingOf([verdict("fail"), verdict("conditional")])).toBe("submitted");
  expect(standingOf([verdict("fail"), verdict("pass")])).toBe("passed");
  expect(standingOf([verdict("pass"), verdict("fail")])).toBe("passed");
});
