import { createContext, useContext } from "react";
import type { SheetStore, StoreStatus } from "../client/store";
import type { CellAddress, CellValue, SheetContent } from "../content";
import type { Evaluation } from "../evaluation";
import type { SheetScreen } from "../sheet-screen";
import type { CellIo } from "./cell-io";
import type { Marks, Unread } from "./marks";
import type { RowMove } from "./tree-rows";

export type Entry = readonly [CellAddress, CellValue | null];

/** What was meant for a cell, and made no value there. */
export type Refusal = readonly [CellAddress, Unread];

/** What can be done to a sheet, from anywhere in the editor. The same object as long as the page is open. */
export interface Acts {
  write(entries: readonly Entry[]): void;
  addRow(table: string, place?: { after?: string; parent?: string }): string | null;
  removeRow(table: string, row: string): void;
  moveRow(table: string, row: string, move: RowMove): void;
  /** Puts a row behind another, or (null) first. */
  placeRow(table: string, row: string, after: string | null): void;
  /** What `work` does is one step of undo. */
  asOneStep(work: () => void): void;
  undo(): void;
  redo(): void;
  /** Where the cursor is: the others see it, the panel speaks of it. */
  enter(address: CellAddress | null): void;
  /** Leads to a cell, a row, a field or a table, wherever it is shown. */
  goTo(address: CellAddress): void;
  /** Opens a tab of the side panel; comments and history speak of the address, if one is given. */
  openPanel(tab: string, about?: CellAddress): void;
  /** Shows at a cell what was meant for it and makes no value there, until something is written in it. */
  refuse(texts: readonly Refusal[]): void;
  /** Says something that happened, in words, above the sheet and to a screen reader. */
  say(message: string): void;
}

export type Status = StoreStatus | "connecting";

/** The sheet as it is now. */
export interface Desk {
  screen: SheetScreen;
  io: CellIo;
  content: SheetContent;
  evaluation: Evaluation;
  marks: Marks;
  /** Null before scripts and the connection are there. */
  store: SheetStore | null;
  status: Status;
  /** Cells can be written in now. */
  writable: boolean;
  /** Forms can be filled in: also before scripts, and while the connection is only coming about. */
  fillable: boolean;
  /** Where the cursor is. */
  at: CellAddress | null;
  /** Where `goTo` leads: whoever shows that place takes the cursor there. `count` tells two calls apart. */
  target: { address: CellAddress; count: number } | null;
  /** The address at which a row's form is open, or (null) none. */
  rowHref: (row: string | null) => string;
  acts: Acts;
}

const DeskContext = createContext<Desk | null>(null);
export const DeskProvider = DeskContext.Provider;

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("useDesk outside of a sheet's editor");
  return desk;
}
