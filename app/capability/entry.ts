/** What the ledger holds: what one source says about one person. */
import type { Bilingual } from "~/i18n/locale";

/** What a source is; the kind decides weight, cap and half-life (weights.ts). Mirrored by a CHECK. */
export const SOURCE_KINDS = ["quiz-item", "group-sheet", "role-play-criterion", "homework-criterion", "defense-criterion", "field-application", "coaching-observation", "self-rating", "peer-rating"] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** Whose eyes saw it. Mirrored by a CHECK. */
export const VIEWS = ["exam", "instructor", "peer", "panel", "manager", "field", "self"] as const;
export type View = (typeof VIEWS)[number];

export interface Source {
  kind: SourceKind;
  /** The record in its room: an attempt's id, a submission's, a defense's … */
  id: string;
}

/** One thing that was seen, marked or answered. */
export interface CapabilityLine {
  /** Stable within the source: a position, a criterion's id. */
  item: string;
  competencies: readonly string[];
  /** 0 nothing of it shown … 1 all of it. */
  share: number;
  /** Share of people who fail it, 0…1; left out: of middling difficulty. */
  difficulty?: number | null;
  /** What it is, for the page that shows the rows; left out where it must not be read there. */
  label?: Bilingual | null;
}

/** Everything that one source says about one person. */
export interface CapabilityStatement {
  personId: string;
  source: Source;
  view: View;
  /** Who judged; null where a rule did. */
  by: string | null;
  enrolmentId?: string | null;
  cohortId?: string | null;
  chapterSlug?: string | null;
  dealId?: string | null;
  /** Lines of one occasion share their kind's cap; left out, the source is its own occasion. */
  occasion?: string;
  /** When it was seen, not when it was written down: age counts from here. */
  observedAt: Date;
  lines: readonly CapabilityLine[];
}

/** A line as the estimate reads it: one item for one competency, with what its entry says. */
export interface LedgerLine {
  entryId: string;
  personId: string;
  kind: SourceKind;
  sourceId: string;
  view: View;
  occasion: string;
  cohortId: string | null;
  observedAt: Date;
  item: string;
  competency: string;
  share: number;
  difficulty: number | null;
}
