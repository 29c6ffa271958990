/** What the page of a sheet answers to its forms. Codes are keys of `sheets:answer.*`. */
import type { CellAddress, CellValue } from "./content";

export interface ShownConflict {
  address: CellAddress;
  mine: CellValue | null;
  theirs: CellValue | null;
}

export type SheetAnswer =
  | { code: "commented" }
  | { code: "settled" }
  | { code: "saved" }
  /** Of a plain form: what others changed meanwhile; theirs was kept, mine is shown. */
  | { code: "conflicts"; conflicts: ShownConflict[] }
  | { code: "forbidden" | "locked" | "unknown-version" | "empty" | "too-long" | "unknown-place" | "no-room" };
