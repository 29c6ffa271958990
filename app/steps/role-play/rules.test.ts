import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { salesResult } from "./result";
import { type Role, ROLES } from "./rotation";
import { mayReadBrief, mayReadChecklist, mayReadMarks, mayReadSalesBrief, nextTurn, ROUND_COMMANDS, ROUND_STATES, roundAdmits, TURNS } from "./round";
import { mayArrive, SESSION_STATES, sessionAdmits } from "./session";
import { checklistPoints, type ObserverOp, sheetOf } from "./sheet";
import { type PartRecord, rolePlayStanding } from "./standing";

const at = (second: number) => new Date(Date.UTC(2026, 5, 18, 2, 0, second));
const behaviours = ["a", "b", "c", "d", "e"].map((id) => ({ id }));

describe("an observer's sheet", () => {
  it("holds the latest tap on each behaviour, whatever order taps arrive in", () => {
    const ops: ObserverOp[] = [
      { opId: "1", kind: "mark", behaviourId: "a", mark: "partly", at: at(1) },
      { opId: "2", kind: "mark", behaviourId: "a", mark: "shown", at: at(5) },
      { opId: "3", kind: "mark", behaviourId: "b", mark: "shown", at: at(2) },
      { opId: "4", kind: "clear", behaviourId: "b", at: at(3) },
      { opId: "5", kind: "note", behaviourId: "a", note: "厂名说了", at: at(4) },
      { opId: "6", kind: "hand-in", at: at(9) },
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(ops, { minLength: ops.length }), (shuffled) => {
        const sheet = sheetOf(shuffled);
        expect([...sheet.marks]).toEqual([["a", { mark: "shown", at: at(5) }]]);
        expect(sheet.notes.map((note) => note.note)).toEqual(["厂名说了"]);
        expect(sheet.handedInAt).toEqual(at(9));
      }),
    );
  });

  it("counts shown whole, partly half, and everything else nothing", () => {
    expect(checklistPoints(behaviours, { a: "shown", b: "partly", c: "not-shown", other: "shown" })).toEqual({ points: 3, max: 10 });
  });
});

describe("the rule of passing", () => {
  const all = { a: "shown", b: "shown", c: "shown", d: "shown", e: "shown" } as const;

  it("asks for the pass mark, and takes what reaches it exactly", () => {
    const four = { ...all, e: "not-shown" } as const;
    expect(salesResult({ behaviours, sheets: [four], assessment: null }, 0.8)).toEqual({ by: "observers", share: 0.8, passed: true });
    expect(salesResult({ behaviours, sheets: [{ ...four, d: "partly" }], assessment: null }, 0.8)).toMatchObject({ passed: false });
  });

  it("takes the mean of several observers, without penalty for thirds", () => {
    const sheets = [all, all, { a: "shown", b: "shown" }] as const;
    const { share, passed } = salesResult({ behaviours, sheets, assessment: null }, 0.8);
    expect(share).toBeCloseTo(0.8);
    expect(passed).toBe(true);
  });

  it("lets the instructor's mark override the observers', both ways", () => {
    expect(salesResult({ behaviours, sheets: [all], assessment: { a: "shown" } }, 0.8)).toMatchObject({ by: "instructor", passed: false, share: 0.2 });
    expect(salesResult({ behaviours, sheets: [{}], assessment: all }, 0.8)).toMatchObject({ by: "instructor", passed: true });
  });

  it("says nothing while nobody has said anything", () => {
    expect(salesResult({ behaviours, sheets: [], assessment: null }, 0)).toEqual({ by: null, share: null, passed: null });
  });
});

describe("what a learner's rounds come to", () => {
  const part = (role: Role, state: PartRecord["state"] = "done", passed: boolean | null = null): PartRecord => ({
    role,
    state,
    result: role === "salesperson" ? { by: passed === null ? null : "observers", share: passed === null ? null : Number(passed), passed } : null,
  });
  const gate = { requireAllRoles: true };

  it("is passed only with all three roles and a passed round as salesperson", () => {
    expect(rolePlayStanding([part("salesperson", "done", true), part("customer"), part("observer")], gate)).toMatchObject({ outcome: "passed", lacking: [] });
    expect(rolePlayStanding([part("salesperson", "done", true), part("customer")], gate)).toMatchObject({ outcome: "begun", lacking: ["observer"] });
    expect(rolePlayStanding([part("salesperson", "done", true)], { requireAllRoles: false })).toMatchObject({ outcome: "passed" });
  });

  it("is failed when every try was not enough, and passed by a second one", () => {
    const others = [part("customer"), part("observer", "debrief")];
    expect(rolePlayStanding([part("salesperson", "done", false), ...others], gate)).toMatchObject({ outcome: "failed", tries: 1, lacking: ["salesperson"] });
    expect(rolePlayStanding([part("salesperson", "done", false), part("salesperson", "done", true), ...others], gate)).toMatchObject({ outcome: "passed", tries: 2 });
    expect(rolePlayStanding([part("salesperson", "done", true), part("salesperson", "done", false), ...others], gate)).toMatchObject({ outcome: "passed" });
  });

  it("waits while a try is unmarked, is begun by any conversation, and nothing without one", () => {
    expect(rolePlayStanding([part("salesperson", "done", null)], gate).outcome).toBe("submitted");
    expect(rolePlayStanding([part("salesperson", "debrief", true)], gate).outcome).toBe("begun");
    expect(rolePlayStanding([part("observer", "debrief")], gate)).toMatchObject({ outcome: "begun", held: ["observer"] });
    expect(rolePlayStanding([part("customer", "planned"), part("customer", "running"), part("salesperson", "void", true)], gate).outcome).toBe("retracted");
  });
});

describe("a round", () => {
  it("is debriefed in a fixed order", () => {
    expect([nextTurn("salesperson"), nextTurn("customer"), nextTurn("observer")]).toEqual(["customer", "observer", null]);
  });

  it("shows the hidden brief to the salesperson in no state before the debrief comes to the customer, and to the customer as soon as it is due", () => {
    for (const state of ROUND_STATES) {
      for (const turn of [null, ...TURNS]) {
        for (const isDue of [true, false]) {
          const open = state === "done" || (state === "debrief" && (turn === "customer" || turn === "observer"));
          for (const role of ["salesperson", "observer"] as const) expect(mayReadBrief({ role, state, turn, isDue, sellsHere: false })).toBe(open);
          expect(mayReadBrief({ role: "customer", state, turn, isDue, sellsHere: false })).toBe(isDue && state !== "void");
          for (const role of ROLES) expect(mayReadBrief({ role, state, turn, isDue, sellsHere: true })).toBe(false);
        }
      }
    }
  });

  it("keeps checklist and the others' papers back until the conversation is over", () => {
    expect(ROUND_STATES.map((state) => mayReadChecklist({ role: "salesperson", state }))).toEqual([false, false, true, true, false]);
    expect(ROUND_STATES.map((state) => mayReadChecklist({ role: "observer", state }))).toEqual([true, true, true, true, false]);
    expect(ROUND_STATES.map((state) => mayReadSalesBrief({ role: "customer", state }))).toEqual([false, false, true, true, false]);
    expect(mayReadMarks({ state: "debrief", turn: "customer" })).toBe(false);
    expect(mayReadMarks({ state: "debrief", turn: "observer" })).toBe(true);
  });

  it("takes marks from its start until it is void, and is started once", () => {
    expect(ROUND_STATES.filter((state) => roundAdmits(state, "mark"))).toEqual(["running", "debrief", "done"]);
    expect(ROUND_STATES.filter((state) => roundAdmits(state, "start"))).toEqual(["planned"]);
    expect(ROUND_COMMANDS.void).toEqual([]);
  });
});

describe("a session", () => {
  it("plays rounds only while it runs", () => {
    expect(SESSION_STATES.filter((state) => sessionAdmits(state, "rounds"))).toEqual(["running"]);
  });

  it("can be arrived at from half an hour before", () => {
    const session = { state: "planned" as const, startsAt: at(0), endsAt: new Date(at(0).getTime() + 3_600_000) };
    const before = (minutes: number) => new Date(at(0).getTime() - minutes * 60_000);
    expect([31, 30, 0].map((minutes) => mayArrive(session, before(minutes)))).toEqual([false, true, true]);
    expect(mayArrive({ ...session, state: "ended" }, at(1))).toBe(false);
    expect(mayArrive({ ...session, state: "running" }, before(-600))).toBe(true);
  });
});
