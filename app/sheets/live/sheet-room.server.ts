/** A sheet that people have open in this process: stores what they write, and keeps them and the other processes in step. */
import type { Connection, Document } from "@hocuspocus/server";
import { applyUpdate, encodeSnapshot, encodeStateAsUpdate, snapshot } from "yjs";
import { inTransaction } from "~/db/index.server";
import type { Actor } from "~/people";
import type { Services } from "~/platform/context";
import { openDoc } from "../content-at.server";
import { findSheet, loadSheet, type StoredSheet } from "../rows.server";
import type { SheetRight } from "../sheet-right";
import { sheetRight } from "../sheet-right.server";
import { type SheetNews, sheetTopic } from "../write-sheet.server";
import { Authorship, type Hands } from "./authorship";
import { CLOSE, type ServerMessage } from "./messages";
import { RoomPresence } from "./room-presence.server";
import { storeDocument, type StoredDocument } from "./store-document.server";
import { StoreLoop } from "./store-loop";

/** What a connection brings along. */
export interface LiveContext {
  actor: Actor;
  cookie: string | undefined;
  right: SheetRight;
  locked: boolean;
}

export interface RoomServices extends Pick<Services, "db" | "live" | "log" | "auth"> {
  /** Tells this process from the others. */
  processId: string;
}

const contextOf = (connection: Connection): LiveContext => connection.context as LiveContext;

export class SheetRoom {
  /** Bytes of the stored document, to keep documents within bounds. */
  size = 0;
  /** Nothing of this document is stored any more: the sheet was locked over unstored changes. */
  dropped = false;
  private version: number;
  private snapshot: Uint8Array;
  private readonly authorship: Authorship;
  private readonly presence: RoomPresence;
  private readonly unsubscribe: () => void;
  private readonly storing = new StoreLoop((taken) => this.storeNow(taken));

  private constructor(
    private readonly services: RoomServices,
    readonly doc: Document,
    stored: StoredSheet,
  ) {
    applyUpdate(doc, stored.doc);
    this.version = stored.sheet.version;
    this.size = stored.doc.length;
    this.snapshot = encodeSnapshot(snapshot(doc));
    this.authorship = new Authorship(stored.definition, doc, (origin) => (isConnection(origin) ? contextOf(origin).actor.id : null));
    doc.on("update", (_update: Uint8Array, origin: unknown) => {
      if (isConnection(origin) && !this.dropped) this.storing.note();
    });
    this.presence = new RoomPresence(services, doc.name, (peers) => this.broadcast({ type: "peers", peers }));
    this.unsubscribe = services.live.subscribe(sheetTopic(doc.name), (news) => void this.hear(news as unknown as SheetNews));
  }

  /**
   * Loads a sheet into an empty document.
   * @throws Error when there is no such sheet.
   */
  static async open(services: RoomServices, doc: Document): Promise<SheetRoom> {
    const stored = await loadSheet(services.db, doc.name);
    if (!stored) throw new Error(`sheet ${doc.name} does not exist`);
    const room = new SheetRoom(services, doc, stored);
    // What was stored between reading and listening.
    await room.catchUp();
    room.presence.ask();
    return room;
  }

  close(): void {
    this.unsubscribe();
    this.storing.close();
    this.presence.close();
  }

  /** A connection is open: it hears what it may do, what is stored, and who is here. */
  greet(connection: Connection): void {
    const { actor, right, locked } = contextOf(connection);
    this.presence.enter({ id: connection.socketId, personId: actor.id, name: actor.name, at: null });
    this.send(connection, { type: "right", right, locked });
    this.send(connection, this.storedMessage());
  }

  leave(socketId: string): void {
    this.presence.leave(socketId);
  }

  moved(socketId: string, at: string | null): void {
    this.presence.move(socketId, at);
  }

  /** Says again who is here, and looks whether something was stored that was not heard of. */
  async beat(): Promise<void> {
    this.presence.beat();
    await this.catchUp();
  }

  /** Stores whatever is not stored. @throws what the database says when it cannot. */
  flush(): Promise<void> {
    return this.storing.flush();
  }

  /** Looks again at what everybody here may do; ends the connections of those who may not any more. */
  async review(): Promise<void> {
    const sheet = await findSheet(this.services.db, this.doc.name);
    const locked = sheet?.lockedAt != null;
    for (const connection of this.doc.getConnections()) {
      const context = contextOf(connection);
      const session = await this.services.auth.read(context.cookie);
      const right = session && (await sheetRight(this.services.db, session.actor, this.doc.name));
      if (!session) connection.webSocket.close(CLOSE.signedOut, "signed-out");
      else if (!right) connection.webSocket.close(CLOSE.refused, "refused");
      else if (right !== context.right || locked !== context.locked) this.setRight(connection, right, locked);
      if (!right) connection.readOnly = true;
    }
    if (locked && this.storing.isBehind) await this.storing.store();
  }

  private setRight(connection: Connection, right: SheetRight, locked: boolean): void {
    Object.assign(contextOf(connection), { right, locked });
    connection.readOnly = right !== "edit" || locked || this.dropped;
    this.send(connection, { type: "right", right, locked });
  }

  private async storeNow(taken: () => void): Promise<void> {
    let hands: Hands | null = null;
    const putBack = (): void => {
      if (hands) this.authorship.putBack(hands);
      hands = null;
    };
    const take = () => {
      putBack();
      hands = this.authorship.take();
      taken();
      return { update: encodeStateAsUpdate(this.doc), hands };
    };
    try {
      const outcome = await inTransaction(this.services.db, "store sheet", (trx) => storeDocument(trx, this.doc.name, take, new Date()));
      if (outcome.code === "stored") this.learn(outcome.stored);
      else this.drop();
    } catch (error) {
      putBack();
      this.services.log.error({ err: error, sheetId: this.doc.name }, "a sheet could not be stored; it is tried again");
      throw error;
    }
  }

  /** Takes over what is in the database, and says that it is there. */
  private learn(stored: StoredDocument): void {
    if (this.dropped || stored.version < this.version) return;
    applyUpdate(this.doc, stored.doc);
    this.version = stored.version;
    this.size = stored.doc.length;
    this.snapshot = stored.snapshot;
    this.broadcast(this.storedMessage());
  }

  /** Another process, a form or an import wrote in the sheet. */
  private async catchUp(): Promise<void> {
    const sheet = await findSheet(this.services.db, this.doc.name);
    if (!sheet || sheet.version <= this.version) return;
    const stored = await loadSheet(this.services.db, this.doc.name);
    if (stored) this.learn({ version: stored.sheet.version, doc: stored.doc, snapshot: encodeSnapshot(snapshot(openDoc(stored.doc))) });
  }

  /**
   * Changes came too late for a sheet that was handed in. Everybody begins anew with what was handed in; whoever wrote them
   * has them still on the device.
   */
  private drop(): void {
    this.dropped = true;
    this.storing.forget();
    this.authorship.take();
    for (const connection of this.doc.getConnections()) {
      connection.readOnly = true;
      connection.webSocket.close(CLOSE.reset, "reset");
    }
    this.onDrop?.();
  }

  /** Called when this document must not be given to anybody any more. */
  onDrop: (() => void) | undefined;

  private async hear(news: SheetNews): Promise<void> {
    try {
      if (news.kind === "stored" && news.version > this.version) await this.catchUp();
      if (news.kind === "rights") await this.review();
      if (news.kind === "comments") this.broadcast({ type: "comments" });
    } catch (error) {
      this.services.log.error({ err: error, sheetId: this.doc.name }, "news of a sheet could not be followed");
    }
  }

  private storedMessage(): ServerMessage {
    return { type: "stored", version: this.version, snapshot: Buffer.from(this.snapshot).toString("base64") };
  }

  private broadcast(message: ServerMessage): void {
    this.doc.broadcastStateless(JSON.stringify(message));
  }

  private send(connection: Connection, message: ServerMessage): void {
    connection.sendStateless(JSON.stringify(message));
  }
}

function isConnection(origin: unknown): origin is Connection {
  return typeof origin === "object" && origin !== null && "webSocket" in origin && "context" in origin;
}
