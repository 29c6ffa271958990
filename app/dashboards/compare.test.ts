import { expect, test } from "vitest";
import { againstEarlier, againstOthers } from "./compare";
import { cleanQuery, dashboardPath, exportPath, filterOf } from "./paths";
import { csvOf } from "./table-file.server";
import { addDays, parseDay } from "./day";

test("each is compared with all the others together; only what leaves 0 out is told", () => {
  const [a, b, c] = againstOthers([{ key: "a", k: 30, n: 40 }, { key: "b", k: 10, n: 40 }, { key: "c", k: 20, n: 40 }]);
  expect(a!.difference).toMatchObject({ against: { k: 30, n: 80 }, told: true });
  expect(b!.difference).toMatchObject({ against: { k: 50, n: 80 }, told: true });
  expect(c!.difference).toMatchObject({ difference: 0, told: false });
  expect(againstOthers([{ key: "a", k: 1, n: 2 }])[0]!.difference).toBeNull();
  expect(againstOthers([{ key: "a", k: 1, n: 2 }, { key: "b", k: 0, n: 0 }])[0]!.difference).toBeNull();
});

test("days are compared with the one before", () => {
  const [first, second, third] = againstEarlier([{ key: "1", k: 1, n: 48 }, { key: "2", k: 2, n: 48 }, { key: "3", k: 30, n: 48 }]);
  expect(first!.difference).toBeNull();
  expect(second!.difference).toMatchObject({ against: { k: 1, n: 48 }, told: false });
  expect(third!.difference?.told).toBe(true);
});

test("an address holds the filter and nothing else", () => {
  expect(cleanQuery("?team=a&x=1&at=2026-11-01&by=")).toBe("team=a&at=2026-11-01");
  expect(dashboardPath("heat", filterOf(new URLSearchParams("at=2026-11-01&team=a")))).toBe("/lead/heat?team=a&at=2026-11-01");
  expect(dashboardPath("first")).toBe("/lead");
  expect(exportPath("road", "csv", { chapter: "03 x" })).toBe("/lead/export/road.csv?chapter=03+x");
});

test("a day is one of the calendar", () => {
  expect([parseDay("2026-02-28"), parseDay("2026-02-29"), parseDay("2026-2-1"), parseDay("x"), parseDay(null)]).toEqual(["2026-02-28", null, null, null, null]);
  expect(addDays("2026-02-28", 1)).toBe("2026-03-01");
});

test("a CSV is read by Excel as it was meant: Chinese, commas, quotes, line ends, and no formulas", () => {
  const csv = csvOf([{ key: "t", title: "表", columns: ["名称", "数"], rows: [["a,b", 1.5], ['说"好"', null], ["=1+1", -3], ["一\n二", 0]] }], [["范围", "全部"]]);
  expect(csv).toBe('\uFEFF范围,全部\r\n\r\n表\r\n名称,数\r\n"a,b",1.5\r\n"说""好""",\r\n\'=1+1,-3\r\n"一\n二",0\r\n');
});
