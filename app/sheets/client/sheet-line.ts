/** A document of this window with its line to the server. The window begins a new one when the server's document went another way. */
import { HocuspocusProvider, HocuspocusProviderWebsocket } from "@hocuspocus/provider";
import { applyUpdate, Doc } from "yjs";
import type { SheetDefinition } from "../definition";
import { type ClientMessage, LIVE_PATH, type ServerMessage } from "../live/messages";
import type { DeviceDocs } from "./device-docs";
import { DocSheet } from "./doc-sheet";
import { Unsaved } from "./unsaved";

export interface LinePlace {
  sheetId: string;
  definition: SheetDefinition;
  personId: string;
  device: Promise<DeviceDocs>;
  /** Names this window on the device. */
  window: string;
  /** For tests and other places than a browser's page. */
  url?: string | undefined;
  webSocket?: unknown;
}

export interface LineEvents {
  mayWrite(): boolean;
  /** Content, or what can be undone, or what is saved. */
  changed(): void;
  connected(): void;
  refused(): void;
  closed(code: number): void;
  heard(message: ServerMessage): void;
}

const SERVER = Symbol("server");
const DEVICE = Symbol("device");

export class SheetLine {
  readonly sheet: DocSheet;
  readonly unsaved: Unsaved;
  /** The document is the server's: from its page, or by its first answer. Before that nobody writes in it. */
  ready: boolean;
  private readonly doc = new Doc();
  private readonly socket: HocuspocusProviderWebsocket;
  private readonly provider: HocuspocusProvider;
  private restored = false;
  private over = false;

  /** `stored`: the server's document, in base64; null where it is to be asked for. */
  constructor(
    place: LinePlace,
    stored: string | null,
    private readonly events: LineEvents,
  ) {
    if (stored) applyUpdate(this.doc, Uint8Array.from(atob(stored), (character) => character.charCodeAt(0)), SERVER);
    this.ready = Boolean(stored);
    this.sheet = new DocSheet(this.doc, place.definition, events.changed, () => this.ready && events.mayWrite());
    this.unsaved = new Unsaved(this.doc, place);
    this.socket = new HocuspocusProviderWebsocket({
      url: place.url ?? `${location.origin.replace(/^http/, "ws")}${LIVE_PATH}`,
      ...(place.webSocket === undefined ? {} : { WebSocketPolyfill: place.webSocket }),
      initialDelay: stored === null ? 200 : 0,
      delay: 500,
      minDelay: 500,
      maxDelay: 10_000,
      messageReconnectTimeout: 45_000,
      onClose: ({ event }) => this.tell(() => events.closed(event.code)),
    });
    this.provider = new HocuspocusProvider({
      name: place.sheetId,
      document: this.doc,
      // Presence goes by messages of our own, under the name of the session.
      awareness: null,
      websocketProvider: this.socket,
      onAuthenticated: () => this.tell(events.connected),
      onAuthenticationFailed: () => this.tell(events.refused),
      onStateless: ({ payload }) => this.tell(() => events.heard(JSON.parse(payload) as ServerMessage)),
      onSynced: () => this.tell(() => this.synced()),
    });
    this.doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin === this.provider || origin === SERVER) return;
      this.unsaved.add(update);
      events.changed();
    });
    this.provider.attach();
  }

  /** What the device kept from before goes out now, once. */
  async restore(): Promise<void> {
    if (this.restored) return;
    this.restored = true;
    await this.unsaved.restore((update) => {
      if (!this.over) applyUpdate(this.doc, update, DEVICE);
    });
  }

  connect(): void {
    void this.socket.connect();
  }

  disconnect(): void {
    this.socket.disconnect();
  }

  say(message: ClientMessage): void {
    this.provider.sendStateless(JSON.stringify(message));
  }

  close(): void {
    this.over = true;
    this.provider.destroy();
    this.socket.destroy();
    this.sheet.destroy();
  }

  private synced(): void {
    if (this.ready) return;
    this.ready = true;
    this.events.changed();
  }

  private tell(event: () => void): void {
    if (!this.over) event();
  }
}
