import type { CellAddress } from "./content";
import type { SheetHistory } from "./sheet-history.server";

/** A page of what happened to a sheet, or to one cell or row of it. */
export interface HistoryPage extends SheetHistory {
  /** Empty for the sheet. */
  about: CellAddress;
  /** Where this page begins; null for the newest. */
  before: string | null;
}
