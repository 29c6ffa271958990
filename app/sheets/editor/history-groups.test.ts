import { describe, expect, test } from "vitest";
import type { HistoryEntry } from "../sheet-history.server";
import { groupHistory } from "./history-groups";

const lin = { id: "l", name: "林岚" };
const zhou = { id: "z", name: "周敏" };
let id = 100;
const entry = (minute: number, address: string, before: unknown, after: unknown, more: Partial<HistoryEntry> = {}): HistoryEntry =>
  ({ id: String(--id), version: minute, address, before, after, author: lin, how: "edit", at: new Date(Date.UTC(2026, 10, 28, 9, minute)), ...more }) as HistoryEntry;

describe("groupHistory", () => {
  test("what one person did without a long pause is one doing, each cell once, from its first value to its last", () => {
    const doings = groupHistory([entry(12, "people/1/name", "张", "张伟"), entry(11, "customer", null, "申科"), entry(10, "people/1/name", null, "张")]);
    expect(doings).toHaveLength(1);
    expect(doings[0]).toMatchObject({ version: 12, author: lin, since: 0 });
    expect(doings[0]!.changes).toEqual([
      { kind: "cell", address: "customer", before: null, after: "申科" },
      { kind: "cell", address: "people/1/name", before: null, after: "张伟" },
    ]);
  });

  test("another person, a pause, or another way of changing begins a new one; `since` counts what came later", () => {
    const doings = groupHistory([entry(40, "a", "2", "3"), entry(39, "a", "1", "2", { author: zhou }), entry(20, "a", null, "1"), entry(19, "b", "x", "y", { how: "restore" })]);
    expect(doings.map(({ version, since }) => [version, since])).toEqual([[40, 0], [39, 1], [20, 2], [19, 3]]);
  });

  test("rows come, go and move; a removed row takes its cells along", () => {
    const place = { order: "a" };
    const [doing] = groupHistory([entry(9, "people/2", place, { order: "b" }), entry(9, "people/1/name", "张", null), entry(9, "people/1", place, null), entry(8, "people/3", null, place)]);
    expect(doing!.changes).toEqual([
      { kind: "row", address: "people/3", what: "added" },
      { kind: "row", address: "people/1", what: "removed" },
      { kind: "row", address: "people/2", what: "moved" },
    ]);
  });

  test("what was changed and changed back is not told", () => {
    expect(groupHistory([entry(9, "a", "2", "1"), entry(8, "a", "1", "2")])).toEqual([]);
  });
});
