/** A sheet that lives in the window alone: for the gallery, for tests, for trying things out. */
import type { SheetContent } from "../content";
import type { SheetDefinition } from "../definition";
import { docOf } from "../live/document";
import { DocSheet } from "./doc-sheet";
import type { Peer, SheetStore } from "./store";

/** Everything but other people: saved at once, gone with the window. `writable: false` refuses every edit, as a locked sheet does. */
export function createMemoryStore(definition: SheetDefinition, content: SheetContent, { writable = true }: { writable?: boolean } = {}): SheetStore {
  const doc = docOf(content, definition);
  const listeners = new Set<() => void>();
  const peers: readonly Peer[] = [];
  const sheet = new DocSheet(doc, definition, () => listeners.forEach((listener) => listener()), () => writable);
  return {
    content: () => sheet.content(),
    status: () => (writable ? "saved" : "locked"),
    peers: () => peers,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    setCell: (address, value) => sheet.setCell(address, value),
    setCells: (entries) => sheet.setCells(entries),
    addRow: (table, place) => sheet.addRow(table, place),
    removeRow: (table, row) => sheet.removeRow(table, row),
    moveRow: (table, row, place) => sheet.moveRow(table, row, place),
    asOneStep: (work) => sheet.asOneStep(work),
    undo: () => sheet.undo(),
    redo: () => sheet.redo(),
    canUndo: () => sheet.canUndo(),
    canRedo: () => sheet.canRedo(),
    setAt: () => undefined,
    close: () => sheet.destroy(),
  };
}
