/** Figures as pages show them. Without the methods behind them, so that browsers need not load those. */
import type { Interval } from "~/statistics";

/** A figure, or why there is none; `n` counts defenses with at least two examiners. */
export type Figure =
  | { kind: "estimate"; value: number; interval: Interval | null; n: number }
  | { kind: "insufficient"; n: number; needed: number }
  /** Enough was scored, and the figure does not exist: everybody always gave the same level. */
  | { kind: "undefined"; n: number };

export const AGREEMENT_FIGURES = ["exact", "within", "nominal", "ordinal", "interval", "icc-single", "icc-average"] as const;
export type AgreementFigure = (typeof AGREEMENT_FIGURES)[number];
