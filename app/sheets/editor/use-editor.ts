import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Locale } from "~/i18n/locale";
import type { SheetStore } from "../client/store";
import type { CellAddress, CellValue } from "../content";
import type { SheetScreen } from "../sheet-screen";
import type { Acts, Desk, Entry, Status } from "./desk";
import { marksOf, type Unread } from "./marks";
import { withCells } from "./overlay";
import { isPanelTab } from "./panel-tabs";
import { rowAddress, spotOf } from "./places";
import { moveOf } from "./tree-rows";
import { useEvaluation } from "./use-evaluation";
import type { PanelPlace } from "./use-panel";
import { useStable } from "./use-stable";
import { useStore, useStoreChanges } from "./use-store";

/** How a sheet is connected to where it is kept; null where it is only looked at as it is. */
export type Connect = ((screen: SheetScreen) => Promise<SheetStore>) | null;

export interface Editor {
  desk: Desk;
  /** What was last said; `count` tells two sayings of the same apart. */
  said: { text: string; count: number } | null;
  hush: () => void;
}

/** Everything the editor of one sheet knows and does. */
export function useEditor(screen: SheetScreen, locale: Locale, connect: Connect, panel: PanelPlace, leadTo: (address: CellAddress) => void): Editor {
  const first = useRef(screen);
  const open = useMemo(() => connect && (() => connect(first.current)), [connect]);
  const store = useStore(open);
  useStoreChanges(store);
  const [early, setEarly] = useState<ReadonlyMap<CellAddress, CellValue | null>>(new Map());
  const [unread, setUnread] = useState<ReadonlyMap<CellAddress, Unread>>(new Map());
  const [said, setSaid] = useState<Editor["said"]>(null);
  const [at, setAt] = useState<CellAddress | null>(null);
  const [target, setTarget] = useState<Desk["target"]>(null);

  const before = useMemo(() => (early.size > 0 ? withCells(screen.content, early) : screen.content), [early, screen.content]);
  const content = store ? store.content() : before;
  const evaluation = useEvaluation(screen, content);
  const peers = store?.peers();
  const marks = useMemo(() => marksOf({ evaluation, comments: screen.comments, peers: peers ?? [], unread }), [evaluation, screen.comments, peers, unread]);
  const status: Status = screen.locked ? (store?.status() === "saved" || !store ? "locked" : store.status()) : (store?.status() ?? "connecting");
  const may = screen.right === "edit" && status !== "locked" && status !== "refused";

  // What was filled in before the connection was there goes out with it.
  useEffect(() => {
    if (!store || early.size === 0) return;
    store.setCells([...early]);
    setEarly(new Map());
  }, [store, early]);

  const forget = useCallback((entries: readonly Entry[]) => {
    setUnread((before) => (entries.some(([address]) => before.has(address)) ? new Map([...before].filter(([address]) => !entries.some(([written]) => written === address))) : before));
  }, []);
  const acts: Acts = {
    write: useStable((entries: readonly Entry[]) => {
      if (!may || entries.length === 0) return;
      forget(entries);
      if (!store) setEarly((before) => new Map([...before, ...entries]));
      else if (entries.length === 1) store.setCell(entries[0]![0], entries[0]![1]);
      else store.setCells(entries);
    }),
    addRow: useStable((table, place) => (store && may ? store.addRow(table, place) : null)),
    removeRow: useStable((table, row) => void (may && store?.removeRow(table, row))),
    moveRow: useStable((table, row, move) => {
      const definition = screen.definition.tables.find(({ id }) => id === table);
      const place = moveOf(content.tables[table] ?? [], row, move, definition?.tree ?? false);
      if (place && may) store?.moveRow(table, row, place);
    }),
    placeRow: useStable((table, row, after) => void (may && store?.moveRow(table, row, { after }))),
    asOneStep: useStable((work) => (store ? store.asOneStep(work) : work())),
    undo: useStable(() => void (may && store?.undo())),
    redo: useStable(() => void (may && store?.redo())),
    enter: useStable((address) => {
      setAt(address);
      store?.setAt(address);
    }),
    goTo: useStable((address) => {
      setTarget((before) => ({ address, count: (before?.count ?? 0) + 1 }));
      leadTo(address);
    }),
    openPanel: useStable((tab, about) => void (isPanelTab(tab) && panel.open(tab, about))),
    refuse: useStable((texts) => {
      if (texts.length > 0) setUnread((before) => new Map([...before, ...texts]));
    }),
    say: useStable((text) => setSaid((before) => ({ text, count: (before?.count ?? 0) + 1 }))),
  };
  const kept = useRef(acts);
  const io = useMemo(() => ({ locale, currency: screen.currency, today: screen.today, references: screen.references }), [locale, screen.currency, screen.today, screen.references]);
  return {
    desk: { screen, io, content, evaluation, marks, store, status, writable: may && store !== null, fillable: may, at, target, rowHref: panel.rowHref, acts: kept.current },
    said,
    hush: useCallback(() => setSaid(null), []),
  };
}

/** The row an address lies in, as `?row=` has it; null for fields, tables and the sheet. */
export function rowOfAddress(screen: SheetScreen, address: CellAddress): string | null {
  const spot = spotOf(screen.definition, address);
  return spot && (spot.kind === "cell" || spot.kind === "row") ? rowAddress(spot.table.id, spot.row) : null;
}
