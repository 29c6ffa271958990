/** What follows from a sheet's content: computed cells, completeness, method checks. Types; `evaluate.ts` computes it. */
import type { CellAddress } from "./content";
import type { Bilingual } from "~/i18n/locale";

/** Why a cell's value or formula cannot be used; `detail` completes the message. */
export const CELL_PROBLEMS = ["not-a-number", "out-of-range", "too-long", "not-a-date", "unknown-option", "unit-mismatch", "division-by-zero", "circular", "needs-value", "not-computable", "no-such-row", "several-rows"] as const;
export type CellProblemCode = (typeof CELL_PROBLEMS)[number];
export interface CellProblem {
  code: CellProblemCode;
  detail?: string;
}

/** A computed cell: decimal notation with its declared unit where it has one (money: none, it is in the sheet's currency; percent: a fraction, 0.125), a text or option id, yes or no. */
export type Computed = { value: string; unit?: string } | { text: string } | { flag: boolean };

export interface Finding {
  checkId: string;
  severity: "problem" | "warning";
  /** The cell or row (`people/<row>`) it points at; null for the sheet. */
  at: CellAddress | null;
  message: Bilingual;
  reason: Bilingual;
  read: { chapter: string; section?: string };
}

export type Missing =
  | { kind: "cell"; at: CellAddress }
  | { kind: "rows"; table: string; has: number; needs: number }
  | { kind: "rule"; ruleId: string; text: Bilingual };

export interface Evaluation {
  /** By address: cells with a formula. */
  computed: Record<CellAddress, Computed>;
  /** By address: what is wrong with a value or a formula. */
  problems: Record<CellAddress, CellProblem>;
  completeness: {
    complete: boolean;
    /** Required things that are there, and all of them. */
    done: number;
    of: number;
    missing: Missing[];
  };
  /** Method checks that found something. */
  findings: Finding[];
}
