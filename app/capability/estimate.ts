/** From ledger lines to an estimate, by the rules of weights.ts. Pure and deterministic: the same rows give the same figure. */
import { betaInterval } from "~/statistics";
import type { LedgerLine, View } from "./entry";
import { COVERAGE, DIFFICULTY_BOUNDS, type KindRule, KINDS, MIDDLING, MIN_N } from "./weights";

const DAY = 86_400_000;

export interface Prior {
  /** 0…1 */
  mean: number;
  /** Trials it is worth. */
  strength: number;
}

/** A line with everything its part in the estimate is made of. */
export interface WeighedLine extends LedgerLine {
  /** Days between observation and estimate, not below 0. */
  ageDays: number;
  /** The kind's weight. */
  weight: number;
  /** What is left of it under the cap of its occasion, 0…1. */
  capped: number;
  /** What age has left of it, 0…1. */
  decay: number;
  /** By how much what was shown, and what was missed, counts on an item of this difficulty. */
  forShown: number;
  forMissed: number;
  /** What it adds to alpha and to beta. */
  up: number;
  down: number;
}

export interface Posterior {
  alpha: number;
  beta: number;
  /** Effective number of observations: trials that the lines add to the prior. */
  n: number;
  /** Lines that count. */
  rows: number;
}

export type Estimate =
  | { kind: "estimate"; /** 0…1 */ mean: number; low: number; high: number; n: number; rows: number }
  | { kind: "insufficient"; n: number; needed: number; rows: number };

export interface WeighOptions {
  at: Date;
  /** Only what these saw. */
  views: readonly View[];
  /** A view by itself takes the weights that a kind has there. */
  inView?: boolean;
}

/**
 * How much what is shown (`shown`) and what is missed (`missed`) says on an item that a share `difficulty` of people fail.
 *
 * By the Rasch model the log-likelihood of an answer, looked at where the average person stands, rises by `difficulty` with
 * ability when it is right and falls by 1 − `difficulty` when it is wrong; a Beta's rises by a(1 − p) and falls by b·p. Equal at
 * the item of middling difficulty (p = 1 − MIDDLING) this gives a = difficulty ÷ MIDDLING, b = (1 − difficulty) ÷ (1 − MIDDLING):
 * a right answer on a hard item counts for more, a wrong one on an easy item counts for more. (Rasch 1960; the first-order match is ours.)
 */
export function difficultyFactors(difficulty: number | null): { shown: number; missed: number } {
  if (difficulty === null) return { shown: 1, missed: 1 };
  const bounded = Math.min(DIFFICULTY_BOUNDS.high, Math.max(DIFFICULTY_BOUNDS.low, difficulty));
  return { shown: bounded / MIDDLING, missed: (1 - bounded) / (1 - MIDDLING) };
}

/** The lines of one person in one competency, each with its weight; those of other views are left out. */
export function weigh(lines: readonly LedgerLine[], { at, views, inView = false }: WeighOptions): WeighedLine[] {
  const counted = lines.filter((line) => views.includes(line.view) && ruleOf(line, inView).weight > 0);
  const occasions = counted.map(occasionOf);
  const perOccasion = new Map<string, number>();
  counted.forEach((line, index) => perOccasion.set(occasions[index]!, (perOccasion.get(occasions[index]!) ?? 0) + ruleOf(line, inView).weight));
  return counted.map((line, index) => {
    const { weight, cap } = ruleOf(line, inView);
    const capped = Math.min(1, cap / (perOccasion.get(occasions[index]!) ?? weight));
    const ageDays = Math.max(0, (at.getTime() - line.observedAt.getTime()) / DAY);
    const decay = 2 ** (-ageDays / KINDS[line.kind].halfLifeDays);
    const { shown: forShown, missed: forMissed } = difficultyFactors(line.difficulty);
    const trials = weight * capped * decay;
    return weighed(line, { ageDays, weight, capped, decay, forShown, forMissed, up: trials * line.share * forShown, down: trials * (1 - line.share) * forMissed });
  });
}

/** Field by field: spreading objects of so many takes a hundred times as long, and whole companies are weighed. */
function weighed(line: LedgerLine, part: Omit<WeighedLine, keyof LedgerLine>): WeighedLine {
  const { entryId, personId, kind, sourceId, view, occasion, cohortId, observedAt, item, competency, share, difficulty } = line;
  const { ageDays, weight, capped, decay, forShown, forMissed, up, down } = part;
  return { entryId, personId, kind, sourceId, view, occasion, cohortId, observedAt, item, competency, share, difficulty, ageDays, weight, capped, decay, forShown, forMissed, up, down };
}

function ruleOf({ kind }: LedgerLine, inView: boolean): { weight: number; cap: number } {
  const rule: KindRule = KINDS[kind];
  return inView ? (rule.inView ?? rule) : rule;
}

function occasionOf({ kind, occasion }: LedgerLine): string {
  return `${kind} ${occasion}`;
}

/** Prior and lines added up: Beta(strength·mean + Σ up, strength·(1 − mean) + Σ down). */
export function posteriorOf(prior: Prior, lines: readonly WeighedLine[]): Posterior {
  const up = lines.reduce((sum, line) => sum + line.up, 0);
  const down = lines.reduce((sum, line) => sum + line.down, 0);
  return { alpha: prior.strength * prior.mean + up, beta: prior.strength * (1 - prior.mean) + down, n: up + down, rows: lines.length };
}

/** The posterior as an answer: mean with its 80 % interval, or that there is not enough to say anything. */
export function estimateOf(posterior: Posterior, minimum: number = MIN_N): Estimate {
  const { alpha, beta, n, rows } = posterior;
  if (n < minimum) return { kind: "insufficient", n, needed: minimum, rows };
  const { low, high } = betaInterval(alpha, beta, COVERAGE);
  return { kind: "estimate", mean: alpha / (alpha + beta), low, high, n, rows };
}
