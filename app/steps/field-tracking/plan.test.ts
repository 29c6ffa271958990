import { describe, expect, test } from "vitest";
import { checkpointsOf, type CheckpointRecord, dayAfter, daysFromTo, mayChange, signRefusal } from "./plan";

const record = (day: number, more: Partial<CheckpointRecord> = {}): CheckpointRecord => ({ day, agreed: "每周一个新联系人", done: "见了三位", version: 1, learnerSignedAt: null, managerSignedAt: null, ...more });
const at = (today: string, records: CheckpointRecord[] = []) => checkpointsOf("2026-03-01", [30, 60, 90], records, { today, reviewDays: 3 });
const signed = new Date("2026-03-31T02:00:00Z");

test("days are counted on the calendar, over months and leap years", () => {
  expect(dayAfter("2026-03-01", 30)).toBe("2026-03-31");
  expect(dayAfter("2028-02-28", 2)).toBe("2028-03-01");
  expect(daysFromTo("2026-03-31", "2026-03-01")).toBe(-30);
});

describe("where a checkpoint stands", () => {
  test("from far away over its day to overdue", () => {
    const states = ["2026-03-10", "2026-03-24", "2026-03-31", "2026-04-03", "2026-04-04"].map((today) => at(today)[0]?.state);
    expect(states).toEqual(["ahead", "near", "due", "due", "overdue"]);
    expect(at("2026-04-04")[0]?.daysOver).toBe(4);
  });

  test("one signature is half, two are all; half does not stop the clock", () => {
    expect(at("2026-03-31", [record(30, { learnerSignedAt: signed })])[0]?.state).toBe("half-signed");
    expect(at("2026-04-20", [record(30, { learnerSignedAt: signed })])[0]?.state).toBe("overdue");
    expect(at("2026-09-01", [record(30, { learnerSignedAt: signed, managerSignedAt: signed })])[0]?.state).toBe("signed");
  });

  test("what was recorded under an earlier gate stays in the list, in order", () => {
    expect(at("2026-03-10", [record(45)]).map(({ day, on }) => [day, on])).toEqual([[30, "2026-03-31"], [45, "2026-04-15"], [60, "2026-04-30"], [90, "2026-05-30"]]);
  });
});

describe("signing", () => {
  test("takes something agreed and something done, near its day, once for each", () => {
    const [checkpoint] = at("2026-03-31", [record(30)]);
    if (!checkpoint) throw new Error("expected a checkpoint");
    expect(signRefusal(checkpoint, "learner")).toBeNull();
    expect(signRefusal({ ...checkpoint, learnerSignedAt: signed }, "learner")).toEqual({ code: "signed-already" });
    expect(signRefusal({ ...checkpoint, learnerSignedAt: signed }, "manager")).toBeNull();
    expect(signRefusal({ ...checkpoint, agreed: " " }, "manager")).toEqual({ code: "nothing-agreed" });
    expect(signRefusal({ ...checkpoint, done: "" }, "manager")).toEqual({ code: "nothing-done" });
    expect(signRefusal({ ...checkpoint, state: "ahead" }, "manager")).toEqual({ code: "too-early", on: "2026-03-31" });
  });

  test("what both signed is not changed any more", () => {
    expect(mayChange(record(30, { learnerSignedAt: signed }))).toBe(true);
    expect(mayChange(record(30, { learnerSignedAt: signed, managerSignedAt: signed }))).toBe(false);
  });
});
