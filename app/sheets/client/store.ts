/** What the editor knows of a sheet that is being written in. `live-store.ts` is the one over the network. */
import type { CellAddress, CellValue, SheetContent } from "../content";
import type { SheetRight } from "../sheet-right";

/** Somebody else who has the sheet open. */
export interface Peer {
  personId: string;
  name: string;
  /** 0…7: which of the cursors' colours. */
  colour: number;
  /** The cell they are in. */
  at: CellAddress | null;
}

/**
 * `saved`: everything is in the database · `saving`: on its way · `offline`: kept on the device, goes out when the network is
 * back · `locked`: handed in, nobody writes · `refused`: no right (any more) to write; `signed-out`: sign in again, nothing is lost.
 */
export type StoreStatus = "saved" | "saving" | "offline" | "locked" | "refused" | "signed-out";

export interface SheetStore {
  /** The same object until something changes. */
  content(): SheetContent;
  status(): StoreStatus;
  peers(): readonly Peer[];
  /** Called after any change of the three above; answers how to stop. */
  subscribe(listener: () => void): () => void;

  /** null empties the cell. A text is merged with what others type in the same cell. */
  setCell(address: CellAddress, value: CellValue | null): void;
  /** Several cells as one step of undo (a paste). */
  setCells(entries: readonly (readonly [CellAddress, CellValue | null])[]): void;
  /** A new row, at the end or after another; answers its id. */
  addRow(table: string, place?: { after?: string; parent?: string }): string;
  /** The row goes out of sight; undo and history bring it back. */
  removeRow(table: string, row: string): void;
  moveRow(table: string, row: string, place: { after: string | null; parent?: string }): void;

  /** What `work` does is one step of undo: new rows and what goes into them. */
  asOneStep(work: () => void): void;
  undo(): void;
  redo(): void;
  canUndo(): boolean;
  canRedo(): boolean;
  /** Where the cursor is, for the others. */
  setAt(address: CellAddress | null): void;
  close(): void;
}

/** The same over the network. */
export interface LiveStore extends SheetStore {
  /** What this person may do now. */
  right(): SheetRight;
  /** The stored version that was last heard of; 0 before that. */
  version(): number;
  /** Called when remarks should be read again. */
  onComments(listener: () => void): () => void;
}
