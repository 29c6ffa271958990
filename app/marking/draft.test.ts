import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseLevel, draftOver, type DraftHistory, EMPTY_DRAFT, firstOpen, keepDraft, type KeptDrafts, MOST_KEPT, sameDraft, undoChoice, withField } from "./draft";

const start: DraftHistory = { now: EMPTY_DRAFT, past: [] };
const choice = fc.record({ criterion: fc.constantFrom("a", "b", "c"), points: fc.integer({ min: 0, max: 4 }) });

describe("a draft", () => {
  it("takes over what the form held before scripts ran, and nothing that is not the rubric's", () => {
    const fields = [
      { name: "criteria.a", value: "2" },
      { name: "criteria.b", value: "many" },
      { name: "seen", value: "1" },
      { name: "remark", value: "好" },
    ];
    const history = fields.reduce(withField, start);
    expect(history.now).toEqual({ criteria: { a: 2 }, remark: "好" });
    expect(undoChoice(history).now).toEqual({ criteria: {}, remark: "好" });
  });

  it("comes back to where it began when every choice is taken back, whatever was chosen", () => {
    fc.assert(fc.property(fc.array(choice), (choices) => {
      let history = choices.reduce((now, { criterion, points }) => chooseLevel(now, criterion, points), start);
      while (history.past.length > 0) history = undoChoice(history);
      return sameDraft(history.now, EMPTY_DRAFT) && undoChoice(history).now === history.now;
    }));
  });

  it("keeps what was written when a choice is taken back, and counts the same choice once", () => {
    const chosen = chooseLevel(chooseLevel(start, "a", 2), "a", 2);
    expect(chosen.past).toHaveLength(1);
    expect(undoChoice({ ...chosen, now: { ...chosen.now, remark: "好" } }).now).toEqual({ criteria: {}, remark: "好" });
  });

  it("puts the hand on the first criterion without a level", () => {
    const rubric = { criteria: ["a", "b"].map((id) => ({ id, title: id, levels: [] })) };
    const given: Record<string, number>[] = [{}, { a: 0 }, { b: 1 }, { a: 0, b: 1 }];
    expect(given.map((criteria) => firstOpen(rubric, { criteria, remark: "" }))).toEqual([0, 1, 0, 1]);
  });
});

describe("drafts on a device", () => {
  const draft = { criteria: { a: 1 }, remark: "" };

  it("come back only over the mark they were made over", () => {
    const kept = keepDraft({}, "homework:1", { seen: "none", draft, at: 1 });
    expect(draftOver(kept, "homework:1", "none")).toEqual(draft);
    expect(draftOver(kept, "homework:1", "17")).toBeNull();
    expect(draftOver(kept, "homework:2", "none")).toBeNull();
  });

  it("are at most 50, the newest", () => {
    let kept: KeptDrafts = {};
    for (let at = 0; at < MOST_KEPT + 10; at += 1) kept = keepDraft(kept, String(at), { seen: "none", draft, at });
    expect(Object.keys(kept)).toHaveLength(MOST_KEPT);
    expect(Object.keys(kept)).not.toContain("9");
    expect(Object.keys(kept)).toContain(String(MOST_KEPT + 9));
  });
});
