import { describe, expect, it } from "vitest";
import { askedFor, canFinish, isStudied, missingCheckins, neededMs, nextAfter, progressOf, type SectionFacts, sectionState, whereToGoOn } from "./reading";

const GATE = { requireCheckins: true };
const day = (n: number): Date => new Date(Date.UTC(2026, 2, n));

function facts(over: Partial<SectionFacts> = {}): SectionFacts {
  return { id: "a", required: true, minutes: 6, openedAt: null, lastSeenAt: null, activeMs: 0, reachedEnd: false, finishedAt: null, changed: false, checkins: [], ...over };
}

const read = (over: Partial<SectionFacts> = {}): SectionFacts => facts({ openedAt: day(1), lastSeenAt: day(1), activeMs: neededMs(6), reachedEnd: true, ...over });

describe("a section", () => {
  it("is unopened, then read, then finished for ever", () => {
    expect(sectionState(facts())).toBe("unopened");
    expect(sectionState(facts({ openedAt: day(1) }))).toBe("reading");
    expect(sectionState(facts({ openedAt: day(1), finishedAt: day(2), changed: true }))).toBe("finished");
  });

  it("asks for three tenths of its reading time, at least twenty seconds", () => {
    expect(neededMs(10)).toBe(180_000);
    expect(neededMs(1)).toBe(20_000);
  });

  it.each([
    ["read to the end in time", read(), null],
    ["too fast", read({ activeMs: neededMs(6) - 1 }), "not-read"],
    ["not to the end", read({ reachedEnd: false }), "not-read"],
    ["with a check-in open", read({ checkins: [{ id: "q", answered: false }] }), "checkins-missing"],
    ["with all check-ins answered", read({ checkins: [{ id: "q", answered: true }] }), null],
  ])("finishes by reading: %s", (_case, section, code) => {
    const result = canFinish(section, "reading", GATE);
    expect(result.ok ? null : result.error.code).toBe(code);
  });

  it("finishes by the button without time, but not without check-ins", () => {
    expect(canFinish(facts(), "button", GATE).ok).toBe(true);
    const open = facts({ checkins: [{ id: "q1", answered: true }, { id: "q2", answered: false }] });
    expect(canFinish(open, "button", GATE)).toEqual({ ok: false, error: { code: "checkins-missing", ids: ["q2"] } });
    expect(canFinish(open, "button", { requireCheckins: false }).ok).toBe(true);
    expect(missingCheckins(open, { requireCheckins: false })).toEqual([]);
  });
});

describe("a chapter", () => {
  const first = facts({ id: "a", finishedAt: day(1) });
  const second = facts({ id: "b", minutes: 4 });
  const optional = facts({ id: "c", required: false });

  it("is studied when every required section is finished", () => {
    expect(isStudied([first, second, optional])).toBe(false);
    expect(isStudied([first, { ...second, finishedAt: day(2) }, optional])).toBe(true);
    expect(isStudied([])).toBe(false);
  });

  it("asks for everything where nothing is required", () => {
    expect(askedFor([optional])).toEqual([optional]);
    expect(isStudied([optional])).toBe(false);
    expect(isStudied([{ ...optional, finishedAt: day(2) }])).toBe(true);
  });

  it("sums up what is left", () => {
    expect(progressOf([first, second, optional])).toEqual({ asked: 2, finished: 1, minutesLeft: 4 });
  });

  it("goes on where one was reading last, else with the first that is asked for", () => {
    expect(whereToGoOn([first, second, optional])?.id).toBe("b");
    expect(whereToGoOn([{ ...second, openedAt: day(1), lastSeenAt: day(2) }, { ...optional, openedAt: day(1), lastSeenAt: day(3) }])?.id).toBe("c");
    expect(whereToGoOn([first])).toBeNull();
  });

  it("leads from a section to the next open one, and round to what was left out", () => {
    expect(nextAfter([first, second, optional], "b")?.id).toBe("c");
    expect(nextAfter([second, first], "a")?.id).toBe("b");
    expect(nextAfter([first], "a")).toBeNull();
  });
});
