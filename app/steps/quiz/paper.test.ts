import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sampleQuestions } from "../../../tests/factories/quiz-questions";
import { bankEntry, drawPaper, type BankEntry, type BlueprintCell } from "./paper";
import type { Difficulty } from "./question";
import { randomFrom, shuffle } from "~/platform/random";
import { drawOptionOrder, fromShown, redactQuestion, toShown } from "./redact";
import { questionParts, type QuizResponse } from "./question";

const entry = (id: string, competency: string, difficulty: Difficulty, section = "s"): BankEntry => ({
  hash: `h-${id}`, id, kind: "single", competency, difficulty, section, parts: { shown: ["a", "b", "c", "d"], right: [] },
});
const bankOf = (count: number, section: (at: number) => string = () => "s") =>
  Array.from({ length: count }, (_, at) => entry(`q${at}`, "x", 1, section(at)));
const cell = (competency: string, difficulty: Difficulty[], count: number): BlueprintCell => ({ competency, difficulty, count });
const hashes = (drawn: ReturnType<typeof drawPaper>) => (drawn.ok ? drawn.value.map(({ hash }) => hash) : []);

describe("randomFrom", () => {
  it("is fixed for ever by its seed", () => {
    const random = randomFrom("roadbook");
    expect([random(), random(), random()].map((value) => Math.floor(value * 1e6))).toMatchInlineSnapshot(`
      [
        636698,
        908921,
        682358,
      ]
    `);
  });

  it("spreads evenly, also over neighbouring seeds", () => {
    const tens = Array.from({ length: 10 }, () => 0);
    for (let seed = 0; seed < 20_000; seed += 1) tens[Math.floor(randomFrom(`seed-${seed}`)() * 10)]! += 1;
    for (const count of tens) expect(Math.abs(count - 2000)).toBeLessThan(200);
  });

  it("shuffles without losing anything", () => {
    fc.assert(fc.property(fc.array(fc.integer()), fc.string(), (list, seed) => {
      expect(shuffle(list, randomFrom(seed)).sort()).toEqual([...list].sort());
    }));
  });
});

const anyBank = fc.uniqueArray(
  fc.record({ n: fc.nat(200), competency: fc.constantFrom("x", "y"), difficulty: fc.constantFrom<Difficulty>(1, 2, 3), section: fc.constantFrom("s", "t", "u") }),
  { selector: ({ n }) => n, minLength: 1, maxLength: 25 },
).map((list) => list.map(({ n, competency, difficulty, section }) => entry(`q${n}`, competency, difficulty, section)));
const anyBlueprint = fc.array(
  fc.record({ competency: fc.constantFrom("x", "y"), difficulty: fc.subarray<Difficulty>([1, 2, 3], { minLength: 1 }), count: fc.integer({ min: 1, max: 4 }) }),
  { minLength: 1, maxLength: 4 },
);

describe("drawPaper", () => {
  it("draws the same paper for the same seed, however the bank is sorted", () => {
    fc.assert(fc.property(anyBank, anyBlueprint, fc.string(), (bank, blueprint, seed) => {
      expect(drawPaper([...bank].reverse(), blueprint, seed)).toEqual(drawPaper(bank, blueprint, seed));
    }));
  });

  it("fills every cell with fitting questions, none twice, numbered from 1", () => {
    fc.assert(fc.property(anyBank, anyBlueprint, fc.string(), (bank, blueprint, seed) => {
      const drawn = drawPaper(bank, blueprint, seed);
      if (!drawn.ok) return;
      const wanted = blueprint.reduce((sum, { count }) => sum + count, 0);
      expect(drawn.value).toHaveLength(wanted);
      expect(new Set(hashes(drawn)).size).toBe(wanted);
      expect(drawn.value.map(({ position }) => position)).toEqual(drawn.value.map((_, at) => at + 1));
      for (const { order } of drawn.value) expect([...order.shown].sort()).toEqual(["a", "b", "c", "d"]);
    }));
  });

  it("finds a paper where cells overlap and a greedy draw would not", () => {
    const bank = [entry("q1", "x", 1), entry("q2", "x", 2)];
    for (let seed = 0; seed < 50; seed += 1) {
      expect(drawPaper(bank, [cell("x", [1, 2], 1), cell("x", [1], 1)], `${seed}`).ok).toBe(true);
    }
  });

  it("says which cells the bank cannot fill", () => {
    expect(drawPaper(bankOf(3), [cell("x", [1], 5), cell("x", [3], 1)], "s")).toEqual({
      ok: false,
      error: { code: "shortfall", cells: [
        { competency: "x", difficulty: [1], wanted: 5, found: 3 },
        { competency: "x", difficulty: [3], wanted: 1, found: 0 },
      ] },
    });
  });

  it("repeats questions of earlier attempts only as far as the bank is too small", () => {
    const avoid = new Set(["q0", "q1", "q2", "q3", "q4", "q5"]);
    const repeated = hashes(drawPaper(bankOf(10), [cell("x", [1], 6)], "s", avoid)).filter((hash) => avoid.has(hash.slice(2)));
    expect(repeated).toHaveLength(2);
  });

  it("balances over sections, whichever has more questions", () => {
    const bank = bankOf(20, (at) => (at < 15 ? "big" : "small"));
    const drawn = hashes(drawPaper(bank, [cell("x", [1], 6)], "s"));
    expect(drawn.filter((hash) => Number(hash.slice(3)) >= 15)).toHaveLength(3);
  });

  it("draws another paper for another seed, and puts open questions last", () => {
    const bank = [...bankOf(20), { ...entry("open", "y", 3), kind: "case" as const }];
    const blueprint = [cell("y", [3], 1), cell("x", [1], 8)];
    expect(hashes(drawPaper(bank, blueprint, "1"))).not.toEqual(hashes(drawPaper(bank, blueprint, "2")));
    expect(hashes(drawPaper(bank, blueprint, "1")).at(-1)).toBe("h-open");
  });
});

describe("the order shown", () => {
  const { ordering, matching, multiple } = sampleQuestions;
  const draw = (question: typeof ordering | typeof matching | typeof multiple, seed: string) =>
    drawOptionOrder(question.kind, questionParts(question), randomFrom(seed));

  it("never is the right order of an ordering question, nor says so by its ids", () => {
    for (let seed = 0; seed < 200; seed += 1) {
      const order = draw(ordering, `${seed}`);
      expect(order.shown).not.toEqual(["i1", "i2", "i3", "i4"]);
      const shown = redactQuestion(ordering, order);
      expect(shown.kind === "ordering" && shown.items.map(({ id }) => id)).toEqual(["1", "2", "3", "4"]);
    }
  });

  it.each<[typeof ordering | typeof matching | typeof multiple, QuizResponse]>([
    [ordering, { kind: "ordering", order: ["i3", "i1", "i2", "i4"] }],
    [matching, { kind: "matching", pairs: { l1: "r3", l2: "r1" } }],
    [multiple, { kind: "multiple", options: ["e", "a"] }],
  ])("translates answers there and back", (question, response) => {
    for (let seed = 0; seed < 20; seed += 1) {
      const order = draw(question, `${seed}`);
      expect(fromShown(order, toShown(order, response))).toEqual(response);
    }
  });

  it("lets aliases that do not exist fall away", () => {
    expect(fromShown(draw(multiple, "1"), { kind: "multiple", options: ["9", "x", "0", "-1"] })).toEqual({ kind: "multiple", options: [] });
  });

  it("keeps what the draw needs to know of a question", () => {
    expect(bankEntry("h", matching)).toEqual({
      hash: "h", id: "q-matching", kind: "matching", competency: "build-trust", difficulty: 2, section: "why-trust",
      parts: { shown: ["l1", "l2"], right: ["r1", "r2", "r3"] },
    });
  });
});
