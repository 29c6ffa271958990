/** A document that one person writes in: its content, their edits, and the way back over them. */
import { type Doc, UndoManager } from "yjs";
import type { CellAddress, CellValue, SheetContent } from "../content";
import type { SheetDefinition } from "../definition";
import { applyToDoc, contentOf, type SheetEdit } from "../live/document";
import { keepSame } from "./keep-same";
import type { SheetStore } from "./store";

/** Letters typed into one cell in a row are one step of undo; a pause of so many milliseconds begins another. */
const STEP_MS = 1_000;
const ROW_ID_LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz";

type Writing = Pick<SheetStore, "setCell" | "setCells" | "addRow" | "removeRow" | "moveRow" | "asOneStep" | "undo" | "redo" | "canUndo" | "canRedo">;

export class DocSheet implements Writing {
  private readonly undoManager: UndoManager;
  private read: SheetContent;
  private stale = false;
  private lastAddress: CellAddress | null = null;
  /** Inside of `asOneStep`. */
  private oneStep = false;

  constructor(
    private readonly doc: Doc,
    private readonly definition: SheetDefinition,
    /** Called after every change, also of what can be undone. */
    private readonly changed: () => void,
    private readonly mayWrite: () => boolean = () => true,
  ) {
    this.read = contentOf(doc, definition);
    this.undoManager = new UndoManager(doc, { trackedOrigins: new Set([this]), captureTimeout: STEP_MS });
    doc.on("update", this.onUpdate);
    this.undoManager.on("stack-item-added", changed);
    this.undoManager.on("stack-item-popped", changed);
  }

  content(): SheetContent {
    if (this.stale) {
      this.stale = false;
      this.read = keepSame(this.read, contentOf(this.doc, this.definition));
    }
    return this.read;
  }

  setCell(address: CellAddress, value: CellValue | null): void {
    this.write([{ do: "set", address, value }], address);
  }

  setCells(entries: readonly (readonly [CellAddress, CellValue | null])[]): void {
    this.write(entries.map(([address, value]) => ({ do: "set", address, value })));
  }

  addRow(table: string, place: { after?: string; parent?: string } = {}): string {
    const row = newRowId();
    this.write([{ do: "add-row", table, row, ...place }]);
    return row;
  }

  removeRow(table: string, row: string): void {
    this.write([{ do: "remove-row", table, row }]);
  }

  moveRow(table: string, row: string, place: { after: string | null; parent?: string }): void {
    this.write([{ do: "move-row", table, row, ...place }]);
  }

  asOneStep(work: () => void): void {
    this.undoManager.stopCapturing();
    this.oneStep = true;
    try {
      work();
    } finally {
      this.oneStep = false;
      this.lastAddress = null;
    }
  }

  undo(): void {
    if (this.mayWrite()) this.undoManager.undo();
  }

  redo(): void {
    if (this.mayWrite()) this.undoManager.redo();
  }

  canUndo(): boolean {
    return this.mayWrite() && this.undoManager.canUndo();
  }

  canRedo(): boolean {
    return this.mayWrite() && this.undoManager.canRedo();
  }

  destroy(): void {
    this.doc.off("update", this.onUpdate);
    this.undoManager.destroy();
  }

  private readonly onUpdate = (): void => {
    this.stale = true;
    this.changed();
  };

  /** Edits of the same cell may be one step; everything else is a step of its own. */
  private write(edits: readonly SheetEdit[], address: CellAddress | null = null): void {
    if (!this.mayWrite()) return;
    if (!this.oneStep && (address === null || address !== this.lastAddress)) this.undoManager.stopCapturing();
    this.lastAddress = address;
    applyToDoc(this.doc, this.definition, edits, this);
  }
}

/** Works without a secure context, too: a classroom's server may be plain http. */
function newRowId(): string {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => ROW_ID_LETTERS.charAt(byte % ROW_ID_LETTERS.length)).join("");
}
