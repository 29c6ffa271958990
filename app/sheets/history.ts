/** What happened to a sheet, as pages show it. */
import type { CellAddress, CellValue } from "./content";

export type HowChanged = "edit" | "import" | "restore" | "copy" | "system";

/** A cell's value before and after; a row that came, went or moved. */
export type ShownChange =
  | { kind: "cell"; address: CellAddress; before: CellValue | null; after: CellValue | null }
  | { kind: "row"; address: CellAddress; what: "added" | "removed" | "moved" };

/** What one person changed at once. */
export interface ShownVersion {
  version: number;
  at: Date;
  author: { id: string; name: string } | null;
  how: HowChanged;
  changes: ShownChange[];
  /** Changes that are not shown here, where it was very many at once. */
  more: number;
  /** Cells and rows changed since then: what going back to it would undo. */
  since: number;
}

export interface HistoryPage {
  /** Of which cell or row; empty for the sheet. */
  about: CellAddress;
  versions: ShownVersion[];
  /** The version before which the next page begins; null at the end. */
  next: number | null;
}
