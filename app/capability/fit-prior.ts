/** Empirical Bayes: what is expected of somebody of a group, learnt from the others of the group. */
import type { Prior } from "./estimate";
import { PRIOR } from "./weights";

/** What the evidence of one person comes to in one competency: weighed trials that went well, of how many. */
export interface Tally {
  up: number;
  n: number;
}

/**
 * The Beta prior of a group by the method of moments for overdispersed proportions with unequal sizes (Kleinman 1973, JASA 68:46):
 * the mean is the share of all trials together, drawn towards even by the default's two trials; ρ, how much people differ beyond
 * chance, from the weighed spread of their shares, S = Σ nⱼ (xⱼ ÷ nⱼ − m)²:
 *
 *   ρ = (S ÷ (m(1 − m)) − (J − 1)) ÷ (N − Σ nⱼ² ÷ N − (J − 1)),  strength = 1 ÷ ρ − 1
 *
 * Both within PRIOR's bounds: the first differences of a small class are mostly chance. Null with fewer people than PRIOR.minPeople.
 */
export function fitPrior(tallies: readonly Tally[]): (Prior & { people: number }) | null {
  const counted = tallies.filter(({ n }) => n > 0);
  const people = counted.length;
  if (people < PRIOR.minPeople) return null;
  const total = counted.reduce((sum, { n }) => sum + n, 0);
  const up = counted.reduce((sum, one) => sum + one.up, 0);
  const mean = bounded((up + PRIOR.strength * PRIOR.mean) / (total + PRIOR.strength), PRIOR.meanBounds);
  const spread = counted.reduce((sum, one) => sum + one.n * (one.up / one.n - mean) ** 2, 0);
  const room = total - counted.reduce((sum, { n }) => sum + n * n, 0) / total - (people - 1);
  // Hardly a trial each: nothing can be learnt about how people differ.
  if (room <= 0) return { mean, strength: PRIOR.strength, people };
  const rho = (spread / (mean * (1 - mean)) - (people - 1)) / room;
  const strength = rho <= 0 ? PRIOR.strengthBounds.high : bounded(1 / rho - 1, PRIOR.strengthBounds);
  return { mean, strength, people };
}

function bounded(value: number, { low, high }: { low: number; high: number }): number {
  return Math.min(high, Math.max(low, value));
}
