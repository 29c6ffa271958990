/** A sheet over the network: several people at once, offline for a while, nothing lost. Loaded when an editor opens. */
import type { SheetContent } from "../content";
import type { SheetDefinition } from "../definition";
import { CLOSE, type Present, type ServerMessage } from "../live/messages";
import type { SheetRight } from "../sheet-right";
import { type DeviceDocs, openDeviceDocs } from "./device-docs";
import { keepSame } from "./keep-same";
import { hearNetwork, isOffline, newWindowName } from "./network";
import { Patience } from "./patience";
import { peersOf } from "./peers";
import { SheetLine } from "./sheet-line";
import type { LiveStore, Peer, SheetStore, StoreStatus } from "./store";

export interface LiveStoreOptions {
  sheetId: string;
  definition: SheetDefinition;
  /** The stored document, in base64, so that writing can begin before the network does. */
  doc: string;
  right: SheetRight;
  locked: boolean;
  me: { id: string; name: string };
  /** For tests and other places than a browser's page. */
  url?: string;
  webSocket?: unknown;
  device?: Promise<DeviceDocs>;
}

const SIGNED_OUT_RETRY_MS = 20_000;

/** Opens a sheet and keeps it in step with everybody else's. */
export function openLiveStore(options: LiveStoreOptions): LiveStore {
  return new LiveSheetStore(options);
}

class LiveSheetStore implements LiveStore {
  private readonly listeners = new Set<() => void>();
  private readonly commentListeners = new Set<() => void>();
  private readonly device: Promise<DeviceDocs>;
  private readonly window = newWindowName();
  private line: SheetLine;
  private shown: SheetContent;
  private present: readonly Present[] = [];
  private others: readonly Peer[] = [];
  private mine: { right: SheetRight; locked: boolean };
  private stored = 0;
  private at: string | null = null;
  private connected = false;
  /** The line was let go because the network went; without one, its closing may be heard only when the network is back. */
  private away = false;
  private ending: "signed-out" | "refused" | null = null;
  private readonly patience = new Patience(() => this.changed());
  private retryTimer: ReturnType<typeof setTimeout> | undefined;
  private closed = false;
  private readonly stopHearing: () => void;

  constructor(private readonly options: LiveStoreOptions) {
    this.device = options.device ?? openDeviceDocs();
    this.mine = { right: options.right, locked: options.locked };
    this.line = this.openLine(options.doc);
    this.shown = this.line.sheet.content();
    this.patience.begin();
    this.stopHearing = hearNetwork({ back: this.connect, gone: this.goOffline });
    // The network may have gone before there was anybody to hear of it.
    if (isOffline()) this.goOffline();
  }

  content(): SheetContent {
    if (this.line.ready) this.shown = keepSame(this.shown, this.line.sheet.content());
    return this.shown;
  }

  status(): StoreStatus {
    if (this.ending) return this.ending;
    if (this.mine.locked) return "locked";
    if (this.mine.right !== "edit" && this.options.right === "edit") return "refused";
    if (!this.connected && this.patience.isOver) return "offline";
    return this.line.unsaved.isEmpty ? "saved" : "saving";
  }

  peers = (): readonly Peer[] => this.others;
  right = (): SheetRight => this.mine.right;
  version = (): number => this.stored;

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  onComments(listener: () => void): () => void {
    this.commentListeners.add(listener);
    return () => this.commentListeners.delete(listener);
  }

  setCell: SheetStore["setCell"] = (address, value) => this.line.sheet.setCell(address, value);
  setCells: SheetStore["setCells"] = (entries) => this.line.sheet.setCells(entries);
  addRow: SheetStore["addRow"] = (table, place) => this.line.sheet.addRow(table, place);
  removeRow: SheetStore["removeRow"] = (table, row) => this.line.sheet.removeRow(table, row);
  moveRow: SheetStore["moveRow"] = (table, row, place) => this.line.sheet.moveRow(table, row, place);
  asOneStep = (work: () => void): void => this.line.sheet.asOneStep(work);
  undo = (): void => this.line.sheet.undo();
  redo = (): void => this.line.sheet.redo();
  canUndo = (): boolean => this.line.sheet.canUndo();
  canRedo = (): boolean => this.line.sheet.canRedo();

  setAt(address: string | null): void {
    if (this.at === address) return;
    this.at = address;
    if (this.connected) this.line.say({ type: "at", at: address });
  }

  close(): void {
    if (this.closed) return;
    this.closed = true;
    this.patience.close();
    clearTimeout(this.retryTimer);
    this.stopHearing();
    this.line.close();
    this.listeners.clear();
    this.commentListeners.clear();
  }

  private openLine(stored: string | null): SheetLine {
    const { sheetId, definition, me, url, webSocket } = this.options;
    const place = { sheetId, definition, personId: me.id, device: this.device, window: this.window, url, webSocket };
    const line = new SheetLine(place, stored, {
      mayWrite: () => this.canWrite() && this.ending !== "refused",
      changed: () => this.changed(),
      connected: () => this.onConnected(),
      refused: () => this.end("refused"),
      closed: (code) => this.onClosed(code),
      heard: (message) => this.hear(message),
    });
    if (this.canWrite()) void line.restore();
    return line;
  }

  private canWrite(): boolean {
    return this.mine.right === "edit" && !this.mine.locked;
  }

  /** Begins anew with the server's document. What was not stored stays on the device until it may go out. */
  private reset(): void {
    this.shown = this.content();
    this.line.close();
    this.connected = false;
    this.line = this.openLine(null);
    this.changed();
  }

  private onConnected(): void {
    this.patience.renew();
    clearTimeout(this.retryTimer);
    this.connected = true;
    this.away = false;
    this.ending = null;
    if (this.at !== null) this.line.say({ type: "at", at: this.at });
    this.changed();
  }

  private onClosed(code: number): void {
    if (this.connected) this.patience.begin();
    this.connected = false;
    this.present = [];
    if (code === CLOSE.signedOut) this.end("signed-out");
    else if (code === CLOSE.refused) this.end("refused");
    else if (code === CLOSE.reset) this.reset();
    else this.changed();
    if (this.away) this.connect();
  }

  /** Not again by itself, but for whoever signed in again in another window. */
  private end(why: "signed-out" | "refused"): void {
    this.ending = why;
    this.connected = false;
    this.line.disconnect();
    clearTimeout(this.retryTimer);
    if (why === "signed-out") this.retryTimer = setTimeout(this.connect, SIGNED_OUT_RETRY_MS);
    this.changed();
  }

  private hear(message: ServerMessage): void {
    switch (message.type) {
      case "comments":
        return this.commentListeners.forEach((listener) => listener());
      case "stored":
        this.stored = Math.max(this.stored, message.version);
        this.line.unsaved.settle(message.snapshot);
        break;
      case "peers":
        this.present = message.peers;
        break;
      case "right":
        this.setRight(message.right, message.locked);
    }
    this.changed();
  }

  private setRight(right: SheetRight, locked: boolean): void {
    const could = this.canWrite();
    this.mine = { right, locked };
    if (this.canWrite()) void this.line.restore();
    // What stands here and was not handed in must not look as if it had been.
    else if (could && !this.line.unsaved.isEmpty) this.reset();
  }

  private changed(): void {
    // While the first line opens there is nobody to tell.
    if (this.closed || !this.line) return;
    this.others = keepSame(this.others, peersOf(this.present, this.options.me.id));
    for (const listener of this.listeners) listener();
  }

  private readonly connect = (): void => {
    if (!this.connected && !isOffline() && this.ending !== "refused") this.line.connect();
  };

  private readonly goOffline = (): void => {
    this.patience.lose();
    this.away = true;
    this.connected = false;
    this.present = [];
    this.line.disconnect();
    this.changed();
  };
}
