import { describe, expect, test } from "vitest";
import { randomFrom, shuffle } from "~/platform/random";
import { normalQuantile } from "~/statistics";
import { EVIDENCE } from "./evidence";
import { seasonAgreement, type SeasonScore, totalsOf, sharedDefenses } from "./season";
import { seasonSeverity, severityByMonth } from "./season-severity";

const CRITERIA = ["people", "grounds", "approach", "decision-maker"];

/** A season in which examiners of known severity round what they see to levels 0–3. */
function season(seed: string, options: { defenses: number; severities: number[]; panel?: number; noise?: number; chapters?: string[] }): SeasonScore[] {
  const random = randomFrom(seed);
  const draw = (): number => normalQuantile(random());
  const { severities, panel = 3, noise = 0.5, chapters = ["03-build-trust"] } = options;
  return Array.from({ length: options.defenses }, (_, at) => {
    const ability = 1.6 + 0.7 * draw();
    const sitting = shuffle(severities.map((__, examiner) => examiner), random).slice(0, panel);
    return chapters.flatMap((chapterSlug) =>
      CRITERIA.flatMap((criterionId) => {
        const seen = ability + 0.3 * draw();
        return sitting.map((examiner) => ({
          slotId: `slot-${String(at).padStart(3, "0")}`,
          chapterSlug,
          rubricHash: "h",
          criterionId,
          examinerId: `examiner-${examiner}`,
          level: Math.min(3, Math.max(0, Math.round(seen - severities[examiner]! + noise * draw()))),
        }));
      }),
    );
  }).flat();
}

describe("agreement of a season", () => {
  test("has every figure with an interval around it, and the same again", () => {
    const scores = season("spring", { defenses: 20, severities: [0.2, 0, -0.2] });
    const one = seasonAgreement(scores);
    for (const figure of Object.values(one.figures)) {
      if (figure.kind !== "estimate" || figure.interval === null) throw new Error("expected an estimate with its interval");
      expect(figure.n).toBe(20);
      expect(figure.interval.low).toBeLessThan(figure.value);
      expect(figure.interval.high).toBeGreaterThan(figure.value);
    }
    expect(one.criteria.map(({ criterionId }) => criterionId)).toEqual(CRITERIA);
    expect(one.criteria.every(({ ordinal }) => ordinal.kind === "estimate")).toBe(true);
    expect(one.panel).toBeCloseTo(3, 9);
    expect(seasonAgreement(shuffle(scores, randomFrom("other order"))).figures).toEqual(one.figures);
  });

  test("says that evidence is missing instead of a number, defense by defense and not score by score", () => {
    const few = seasonAgreement(season("few", { defenses: EVIDENCE.agreement - 1, severities: [0, 0, 0] }));
    expect(new Set(Object.values(few.figures).map(({ kind }) => kind))).toEqual(new Set(["insufficient"]));
    expect(few.figures.exact).toEqual({ kind: "insufficient", n: 9, needed: 10 });
    const between = seasonAgreement(season("between", { defenses: EVIDENCE.icc - 1, severities: [0, 0, 0] }));
    expect([between.figures.ordinal.kind, between.figures["icc-single"].kind]).toEqual(["estimate", "insufficient"]);
  });

  test("passes over defenses that one examiner scored alone, and over nothing at all", () => {
    const scores = season("alone", { defenses: 12, severities: [0, 0, 0] });
    const alone = CRITERIA.map((criterionId) => ({ slotId: "alone", chapterSlug: "03-build-trust", rubricHash: "h", criterionId, examinerId: "examiner-0", level: 0 }));
    expect(seasonAgreement([...scores, ...alone]).figures.exact).toEqual(seasonAgreement(scores).figures.exact);
    expect(seasonAgreement([]).figures.exact).toMatchObject({ kind: "insufficient", n: 0 });
  });

  test("does not pretend to know alpha where everybody always gives the same level", () => {
    const flat = season("flat", { defenses: 12, severities: [0, 0, 0] }).map((score) => ({ ...score, level: 2 }));
    const { figures } = seasonAgreement(flat);
    expect(figures.ordinal).toEqual({ kind: "undefined", n: 12 });
    // All agree: that is known, how surely is not.
    expect(figures.exact).toEqual({ kind: "estimate", value: 1, interval: null, n: 12 });
  });

  test("takes five hundred defenses in a moment", () => {
    const scores = season("large", { defenses: 500, severities: [0.3, 0.1, 0, 0, -0.1, -0.3, 0.2, -0.2] });
    const begun = performance.now();
    seasonAgreement(scores);
    seasonSeverity(scores, 3);
    // Far above what it takes, far below what a page may; not a measure of this machine.
    expect(performance.now() - begun).toBeLessThan(20_000);
  });
});

describe("totals", () => {
  test("are of examiners who scored all criteria, per chapter", () => {
    const scores = season("totals", { defenses: 2, severities: [0, 0, 0], chapters: ["03-build-trust", "04-stimulate-needs"] });
    const gap = scores.findIndex(({ slotId, examinerId, criterionId }) => slotId === "slot-000" && examinerId === "examiner-1" && criterionId === "people");
    const totals = totalsOf(sharedDefenses(scores.filter((_, at) => at !== gap)));
    expect(totals.rows.map(({ slotId, chapterSlug }) => `${slotId} ${chapterSlug}`)).toEqual(["slot-000 03-build-trust", "slot-000 04-stimulate-needs", "slot-001 03-build-trust", "slot-001 04-stimulate-needs"]);
    expect(totals.table.map((row) => row.filter((value) => value !== null).length)).toEqual([2, 3, 3, 3]);
  });
});

describe("severity of a season", () => {
  test("tells the severe from the lenient, and puts a fair score beside the raw one", () => {
    const scores = season("severe", { defenses: 60, severities: [0.6, 0, 0, -0.6], panel: 2 });
    const { examiners, totals } = seasonSeverity(scores, 3);
    const [severe, , , lenient] = examiners.map(({ severity }) => severity);
    expect(severe).toMatchObject({ kind: "estimate" });
    if (severe?.kind !== "estimate" || lenient?.kind !== "estimate") throw new Error("expected estimates");
    expect(severe.low).toBeGreaterThan(0);
    expect(lenient.high).toBeLessThan(0);
    const withSevere = totals.find(({ slotId }) => ["examiner-0", "examiner-1"].every((id) => scores.some((score) => score.slotId === slotId && score.examinerId === id)))!;
    expect(withSevere.fair!.mean).toBeGreaterThan(withSevere.raw);
    expect(totals.every(({ fair }) => fair !== null && fair.mean >= 0 && fair.mean <= 3 && fair.low <= fair.mean && fair.high >= fair.mean)).toBe(true);
  });

  test("says nothing of whom there is too little, nor of candidates they judged", () => {
    const scores = season("rare", { defenses: 20, severities: [0.3, 0, -0.3] }).map((score) => (score.examinerId === "examiner-2" && score.slotId >= "slot-005" ? { ...score, examinerId: "examiner-3" } : score));
    const { examiners, totals } = seasonSeverity(scores, 3);
    expect(examiners.map(({ examinerId, severity }) => [examinerId, severity.kind, severity.n])).toEqual([["examiner-0", "estimate", 20], ["examiner-1", "estimate", 20], ["examiner-2", "insufficient", 5], ["examiner-3", "estimate", 15]]);
    expect(totals.map(({ fair }) => fair === null)).toEqual(Array.from({ length: 20 }, (_, at) => at < 5));
  });

  test("notices examiners who never met", () => {
    const [one, other] = [season("east", { defenses: 10, severities: [0.3, 0, -0.3] }), season("west", { defenses: 10, severities: [0.3, 0, -0.3] }).map((score) => ({ ...score, slotId: `w${score.slotId}`, examinerId: `w${score.examinerId}` }))];
    expect(seasonSeverity(one, 3).apart).toBe(false);
    expect(seasonSeverity([...one, ...other], 3).apart).toBe(true);
  });
});

test("severity by month is the distance from the rest of the panel, and needs four defenses", () => {
  const scores = season("months", { defenses: 12, severities: [0.8, 0, 0] }).map((score) => ({ ...score, month: score.slotId < "slot-003" ? "2026-03" : score.slotId < "slot-007" ? "2026-04" : "2026-05" }));
  const months = severityByMonth(scores).filter(({ examinerId }) => examinerId === "examiner-0");
  expect(months.map(({ month, severity }) => [month, severity.kind, severity.n])).toEqual([["2026-03", "insufficient", 3], ["2026-04", "estimate", 4], ["2026-05", "estimate", 5]]);
  const may = months[2]!.severity;
  const totals = totalsOf(sharedDefenses(scores.filter(({ month }) => month === "2026-05")));
  const distances = totals.table.map(([own, ...others]) => (others as number[]).reduce((sum, value) => sum + value, 0) / others.length - own!);
  expect(may.kind === "estimate" && may.mean).toBeCloseTo(distances.reduce((sum, value) => sum + value, 0) / 5, 12);
});
