// Whether the intervals keep what they promise: simulated people of whom the truth is known, through the whole method:
// cohort prior, caps, decay, posterior, interval.
import { describe, expect, test } from "vitest";
import { randomFrom } from "~/platform/random";
import type { LedgerLine, SourceKind, View } from "./entry";
import { estimateOf, posteriorOf, type WeighedLine, weigh } from "./estimate";
import { fitPrior } from "./fit-prior";
import { KINDS, PRIOR, VIEWS_IN_FIGURE } from "./weights";

const NOW = new Date("2026-06-01T00:00:00Z");
const DAY = 86_400_000;

/** What people have on record: per kind up to so many occasions, of so many lines. */
const RECORD: { kind: SourceKind; view: View; occasions: number; lines: [number, number] }[] = [
  { kind: "quiz-item", view: "exam", occasions: 2, lines: [4, 10] },
  { kind: "group-sheet", view: "instructor", occasions: 2, lines: [1, 4] },
  { kind: "role-play-criterion", view: "instructor", occasions: 2, lines: [2, 6] },
  { kind: "peer-rating", view: "peer", occasions: 2, lines: [2, 4] },
  { kind: "homework-criterion", view: "instructor", occasions: 1, lines: [2, 4] },
  { kind: "defense-criterion", view: "panel", occasions: 1, lines: [2, 5] },
  { kind: "coaching-observation", view: "manager", occasions: 1, lines: [2, 4] },
  { kind: "field-application", view: "field", occasions: 2, lines: [1, 2] },
];

interface World {
  /** How alike people are: Beta(strength·mean, …), mean between 0.4 and 0.75 by cohort. */
  strengths: readonly number[];
  maxAgeDays: number;
  /** `as-claimed`: an occasion is worth exactly the trials that weights, caps and half-lives say. `better`: nothing was forgotten, and everything speaks of the person. */
  evidence: "as-claimed" | "better";
  /** Without caps: every line its own occasion. */
  capped?: boolean;
}

interface Occasion {
  kind: SourceKind;
  view: View;
  id: string;
  count: number;
  ageDays: number;
}

/** Simulates 125 cohorts of 24 and counts how often the interval holds the truth, among those who have one. */
function simulate(seed: string, { strengths, maxAgeDays, evidence, capped = true }: World): { share: number; people: number } {
  const random = randomFrom(seed);
  const between = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  let [inside, people] = [0, 0];
  for (let cohort = 0; cohort < 125; cohort += 1) {
    const mean = 0.4 + random() * 0.35;
    const strength = strengths[cohort % strengths.length] ?? 4;
    const drawPerson = () => beta(random, mean * strength, (1 - mean) * strength);
    const learners = Array.from({ length: 24 }, (_, at) => {
      const truth = drawPerson();
      const lines = RECORD.flatMap(({ kind, view, occasions, lines: [least, most] }) =>
        Array.from({ length: between(0, occasions) }, (_unused, occasion) => ({ kind, view, id: `${at}.${kind}.${occasion}`, count: between(least, most), ageDays: random() * maxAgeDays })).flatMap((one) => shown(one, truth)),
      );
      return { truth, lines: weigh(lines, { at: NOW, views: VIEWS_IN_FIGURE }) };
    });
    const prior = fitPrior(learners.map(({ lines }) => tally(lines))) ?? PRIOR;
    for (const { truth, lines } of learners) {
      const estimate = estimateOf(posteriorOf(prior, lines));
      if (estimate.kind === "insufficient") continue;
      people += 1;
      if (estimate.low <= truth && truth <= estimate.high) inside += 1;
    }

    /** An occasion worth w ≥ 1 trials shows the person with the spread of w trials; one worth less shows them with that chance, and otherwise anybody. */
    function shown({ kind, view, id, count, ageDays }: Occasion, truth: number): LedgerLine[] {
      const { weight, cap, halfLifeDays } = KINDS[kind];
      const worth = Math.min(cap, weight * count) * (evidence === "better" ? 1 : 2 ** (-ageDays / halfLifeDays));
      const level = worth > 1.02 ? beta(random, truth * (worth - 1), (1 - truth) * (worth - 1)) : random() < (evidence === "better" || random() < worth ? truth : drawPerson()) ? 1 : 0;
      const observedAt = new Date(NOW.getTime() - ageDays * DAY);
      return Array.from({ length: count }, (_unused, item) => ({ entryId: id, personId: id, kind, sourceId: id, view, occasion: capped ? id : `${id}.${item}`, cohortId: null, observedAt, item: String(item), competency: "close", share: level, difficulty: null }));
    }
  }
  return { share: inside / people, people };
}

function tally(lines: readonly WeighedLine[]): { up: number; n: number } {
  const up = lines.reduce((sum, line) => sum + line.up, 0);
  return { up, n: up + lines.reduce((sum, line) => sum + line.down, 0) };
}

describe("80 % intervals", () => {
  test("hold the truth of 77 to 83 in a hundred people, when evidence is worth what weights.ts claims", () => {
    const { share, people } = simulate("as claimed", { strengths: [3, 4, 6, 8], maxAgeDays: 300, evidence: "as-claimed" });
    expect(people).toBeGreaterThan(2000);
    expect(share).toBeGreaterThan(0.77);
    expect(share).toBeLessThan(0.83);
  });

  test("and so in a class that has just finished", () => {
    const { share, people } = simulate("fresh", { strengths: [3, 4, 6, 8], maxAgeDays: 60, evidence: "as-claimed" });
    expect(people).toBeGreaterThan(2000);
    expect(share).toBeGreaterThan(0.77);
    expect(share).toBeLessThan(0.83);
  });

  test("are wider than they need be, never narrower, when evidence is worth more than claimed", () => {
    expect(simulate("better", { strengths: [3, 4, 6, 8], maxAgeDays: 300, evidence: "better" }).share).toBeGreaterThan(0.8);
  });

  test("would promise too much without the caps: what is marked on one occasion goes up and down together", () => {
    expect(simulate("uncapped", { strengths: [3, 4, 6, 8], maxAgeDays: 60, evidence: "as-claimed", capped: false }).share).toBeLessThan(0.77);
  });
});

/** Beta by two gammas. */
function beta(random: () => number, a: number, b: number): number {
  const x = gamma(random, Math.max(a, 1e-3));
  const y = gamma(random, Math.max(b, 1e-3));
  return Math.min(0.999, Math.max(0.001, x / (x + y || 1)));
}

/** Marsaglia and Tsang (2000), with Stuart's boost below 1. */
function gamma(random: () => number, shape: number): number {
  if (shape < 1) return gamma(random, shape + 1) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const v = (1 + c * normal) ** 3;
    if (v > 0 && Math.log(1 - random()) < 0.5 * normal * normal + d - d * v + d * Math.log(v)) return d * v;
  }
}
