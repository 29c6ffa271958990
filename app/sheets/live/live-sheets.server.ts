/** The WebSocket of live sheets on the app's own port: who may come in, and the rooms they come into. */
import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type Document, Hocuspocus, IncomingMessage as LiveMessage, MessageType } from "@hocuspocus/server";
import { WebSocketServer } from "ws";
import type { Services } from "~/platform/context";
import { isSameOrigin } from "~/platform/request.server";
import { findSheet } from "../rows.server";
import { sheetRight } from "../sheet-right.server";
import { CLOSE, HEARTBEAT_MS, LIVE_PATH, parseClientMessage } from "./messages";
import { type LiveContext, SheetRoom } from "./sheet-room.server";

export interface LiveSheets {
  /** Takes a request to upgrade if it is for a live sheet; answers whether it was. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  /** Stores everything, then ends every connection. */
  close(): Promise<void>;
}

/** Largest message, and largest document with what comes to it, in bytes. A full sheet has some tens of thousands. */
const MOST_MESSAGE_BYTES = 1_000_000;
const MOST_DOCUMENT_BYTES = 4_000_000;
/** Rights are looked at again at once when they change; sessions that ended, every so many heartbeats. */
const REVIEW_EVERY_BEATS = 2;
const STOP_MS = 5_000;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Why a connection does not come about. Without a message: it is an answer, not a fault to be logged. */
class Refusal {
  constructor(readonly reason: string) {}
}

/** Opens the live sheets of this process. */
export function createLiveSheets(services: Pick<Services, "db" | "live" | "log" | "auth">): LiveSheets {
  const { db, auth, log } = services;
  const roomServices = { ...services, processId: randomUUID() };
  const rooms = new Map<Document, SheetRoom>();
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MOST_MESSAGE_BYTES });
  let closing = false;
  // From now on this process hears of everything, also of what happens while a room opens.
  const stopListening = services.live.subscribe("sheet", () => undefined);

  const hocuspocus = new Hocuspocus({
    quiet: true,
    async onAuthenticate({ documentName, context, connectionConfig }) {
      const { actor, cookie } = context as LiveContext;
      const right = UUID.test(documentName) ? await sheetRight(db, actor, documentName) : null;
      const sheet = right && (await findSheet(db, documentName));
      if (!right || !sheet) throw new Refusal("not-found");
      const locked = sheet.lockedAt !== null;
      connectionConfig.readOnly = right !== "edit" || locked;
      return { actor, cookie, right, locked } satisfies LiveContext;
    },
    async onLoadDocument({ document }) {
      const room = await SheetRoom.open(roomServices, document);
      rooms.set(document, room);
      room.onDrop = () => {
        if (hocuspocus.documents.get(document.name) === document) hocuspocus.documents.delete(document.name);
        forget(document);
        document.destroy();
      };
    },
    async connected({ connection }) {
      const room = rooms.get(connection.document);
      // It went out of use while this connection came: the device tries again.
      if (!room || room.dropped || hocuspocus.documents.get(connection.document.name) !== connection.document) connection.webSocket.close(CLOSE.reset, "reset");
      else room.greet(connection);
    },
    async beforeHandleMessage({ document, update }) {
      const message = new LiveMessage(update);
      message.readVarString();
      const type: MessageType = message.readVarUint();
      // Presence goes by `at`, under the name of the session; only the server speaks to all.
      if (type === MessageType.BroadcastStateless || type === MessageType.Awareness) throw new Refusal("not-allowed");
      if ((rooms.get(document)?.size ?? 0) + update.length > MOST_DOCUMENT_BYTES) throw new Refusal("too-large");
    },
    async onStateless({ connection, document, payload }) {
      const said = parseClientMessage(payload);
      if (said) rooms.get(document)?.moved(connection.socketId, said.at);
    },
    async onDisconnect({ document, socketId }) {
      rooms.get(document)?.leave(socketId);
    },
    async beforeUnloadDocument({ document, documentName }) {
      // It is unloaded by its name, under which another document may stand by now.
      if (hocuspocus.documents.get(documentName) !== document) throw new Refusal("another");
      await rooms.get(document)?.flush();
    },
    async afterUnloadDocument({ documentName }) {
      for (const document of rooms.keys()) if (document.name === documentName && document.isDestroyed) forget(document);
    },
  });

  const forget = (document: Document): void => {
    rooms.get(document)?.close();
    rooms.delete(document);
  };

  let beats = 0;
  const beating = setInterval(() => {
    beats += 1;
    for (const room of rooms.values()) {
      const work = beats % REVIEW_EVERY_BEATS === 0 ? room.beat().then(() => room.review()) : room.beat();
      work.catch((error: unknown) => log.error({ err: error }, "a live sheet could not be looked after"));
      // Left behind when storing failed as the last one went.
      if (room.doc.getConnectionsCount() === 0) void hocuspocus.unloadDocument(room.doc);
    }
  }, HEARTBEAT_MS);

  async function admit(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const site = request.headers["sec-fetch-site"];
    const { origin, host, cookie } = request.headers;
    if (!isSameOrigin("POST", { origin, host, "sec-fetch-site": typeof site === "string" ? site : undefined })) return refuse(socket, "403 Forbidden");
    const session = await auth.read(cookie);
    if (closing) return refuse(socket, "503 Service Unavailable");
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      webSocket.on("error", (error) => log.debug({ err: error }, "a live sheet's connection failed"));
      // A handshake that is refused tells a browser nothing, so this comes after it.
      if (!session) webSocket.close(CLOSE.signedOut, "signed-out");
      else hocuspocus.handleConnection(webSocket, request, { actor: session.actor, cookie });
    });
  }

  return {
    upgrade(request, socket, head) {
      if (new URL(request.url ?? "/", "http://self.invalid").pathname !== LIVE_PATH) return false;
      socket.on("error", () => undefined);
      admit(request, socket, head).catch((error: unknown) => {
        log.error({ err: error }, "a live sheet's connection could not be opened");
        refuse(socket, "503 Service Unavailable");
      });
      return true;
    },
    async close() {
      closing = true;
      clearInterval(beating);
      const stored = Promise.allSettled([...rooms.values()].map((room) => room.flush()));
      const late = new Promise<"late">((resolve) => setTimeout(resolve, STOP_MS, "late").unref());
      const outcome = await Promise.race([stored, late]);
      if (outcome === "late" || outcome.some(({ status }) => status === "rejected")) log.error("a live sheet was not stored when the server stopped; its people still have it on their devices");
      for (const client of sockets.clients) client.close(CLOSE.restart, "restart");
      setTimeout(() => sockets.clients.forEach((client) => client.terminate()), 1_000).unref();
      await new Promise<void>((resolve) => sockets.close(() => resolve()));
      for (const document of [...rooms.keys()]) forget(document);
      stopListening();
    },
  };
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
