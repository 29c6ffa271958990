import t from "@stdlib/stats-base-dists-t";

/** The quantile of Student's t distribution with `df` degrees of freedom (any number above 0). */
export function inverseT(p: number, df: number): number {
  return t.quantile(p, df);
}
