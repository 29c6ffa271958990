import { describe, expect, it } from "vitest";
import type { CellValue } from "./content";
import { contributionsOf, type LedgerChange, type LedgerFinding } from "./contribution";

const change = (authorId: string | null, before: CellValue | null, after: CellValue | null, how: LedgerChange["how"] = "edit", address = "customer"): LedgerChange => ({ address, before, after, authorId, how });
const of = (changes: LedgerChange[], now: Record<string, CellValue>, findings: LedgerFinding[] = []) => Object.fromEntries(contributionsOf(changes, new Map(Object.entries(now)), findings, []));
const nothing = { filled: 0, improved: 0, fixed: 0, resolved: 0 };

describe("contributionsOf", () => {
  it("counts a cell for whoever filled it, however long it took, and only while it says something", () => {
    const typing = [change("lin", null, "申"), change("lin", "申", "申科"), change("lin", "申科", "申科食品")];
    expect(of(typing, { customer: "申科食品" })).toEqual({ lin: { ...nothing, filled: 1 } });
    expect(of([...typing, change("zhao", "申科食品", null)], {})).toEqual({});
  });

  it("counts an improvement when it brought the cell nearer to what it says now", () => {
    const changes = [change("lin", null, "交货"), change("zhao", "交货", "交货期太长"), change("wu", "交货期太长", "无关"), change("lin", "无关", "交货期太长了")];
    expect(of(changes, { customer: "交货期太长了" })).toEqual({ lin: { ...nothing, filled: 1 }, zhao: { ...nothing, improved: 1 } });
  });

  it("does not count going back and forth in one's own cell, or emptying and filling another's with the same", () => {
    expect(of([change("lin", null, "1"), change("lin", "1", "2"), change("lin", "2", "1")], { customer: "1" })).toEqual({ lin: { ...nothing, filled: 1 } });
    expect(of([change("lin", null, "1"), change("zhao", "1", null), change("zhao", null, "1")], { customer: "1" })).toEqual({ zhao: { ...nothing, filled: 1 } });
  });

  it("takes lists by their members, and other values whole", () => {
    const changes = [change("lin", null, ["a"]), change("zhao", ["a"], ["a", "b"]), change("wu", ["a", "b"], ["b", "a", "c"])];
    expect(of(changes, { customer: ["b", "a", "c"] })).toEqual({ lin: { ...nothing, filled: 1 }, zhao: { ...nothing, improved: 1 }, wu: { ...nothing, improved: 1 } });
    expect(of([change("lin", null, 3), change("zhao", 3, 4), change("wu", 4, 5)], { customer: 5 })).toEqual({ lin: { ...nothing, filled: 1 }, wu: { ...nothing, improved: 1 } });
  });

  it("gives nobody what was copied, and what was restored to whoever wrote it", () => {
    expect(of([change(null, null, "申科", "copy")], { customer: "申科" })).toEqual({});
    const changes = [change("lin", null, "申科"), change("zhao", "申科", null), change("wu", null, "申科", "restore")];
    expect(of(changes, { customer: "申科" })).toEqual({ lin: { ...nothing, filled: 1 } });
  });

  it("counts a finding for whoever put it right, unless they had brought it about, and once", () => {
    const finding = (authorId: string | null, found: boolean, name = "no-figure@pains/a"): LedgerFinding => ({ authorId, found, finding: name });
    expect(of([], {}, [finding("lin", true), finding("zhao", false)])).toEqual({ zhao: { ...nothing, fixed: 1 } });
    expect(of([], {}, [finding("lin", true), finding("lin", false)])).toEqual({});
    expect(of([], {}, [finding("lin", true), finding("zhao", false), finding("wu", true)])).toEqual({});
    expect(of([], {}, [finding("lin", true), finding("zhao", false), finding("lin", true), finding("zhao", false)])).toEqual({ zhao: { ...nothing, fixed: 1 } });
    // There from the beginning.
    expect(of([], {}, [finding("zhao", false, "nobody-decides@")])).toEqual({ zhao: { ...nothing, fixed: 1 } });
  });

  it("counts settled remarks of others", () => {
    const comments = [{ authorId: "chen", resolvedBy: "lin" }, { authorId: "lin", resolvedBy: "lin" }, { authorId: "chen", resolvedBy: null }];
    expect(Object.fromEntries(contributionsOf([], new Map(), [], comments))).toEqual({ lin: { ...nothing, resolved: 1 } });
  });
});
