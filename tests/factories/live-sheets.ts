/** Servers of live sheets on one database, and windows of people who have a sheet open. */
import http from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { expect } from "vitest";
import { createSessionAuth } from "~/auth/session.server";
import { connectDatabase, type Database } from "~/db/index.server";
import { createLiveBus } from "~/platform/live.server";
import { createLog } from "~/platform/log.server";
import type { Actor } from "~/people";
import { memoryDocs } from "~/sheets/client/device-docs";
import { openLiveStore } from "~/sheets/client/live-store";
import type { LiveStore } from "~/sheets/client/store";
import { openSheet } from "~/sheets/index.server";
import { createLiveSheets } from "~/sheets/live/live-sheets.server";
import { LIVE_PATH } from "~/sheets/live/messages";
import type { TestDatabase } from "../setup/database";
import { socketWith } from "./socket-with";

export interface LiveServer {
  origin: string;
  /** The Cookie header of a new session. */
  cookieOf(personId: string): Promise<string>;
  endSession(cookie: string): Promise<void>;
  close(): Promise<void>;
  /** Cuts every line as a broken network does; with `down`, none comes about until `up`. */
  cut(): void;
  down(): void;
  up(): void;
  database: Database;
}

/** What an app process has: connections of its own, a bus of its own, its port. */
export async function liveServer(t: Pick<TestDatabase, "options">, port = 0): Promise<LiveServer> {
  const database = connectDatabase({ ...t.options, max: 4 });
  const { db, sql } = database;
  const live = createLiveBus(sql);
  const auth = createSessionAuth({ sql, db, secure: false });
  const sheets = createLiveSheets({ db, live, auth, log: createLog({ LOG_LEVEL: "silent", LOG_PRETTY: false, NODE_ENV: "test" }) });
  const server = http.createServer();
  const lines = new Set<Duplex>();
  let reachable = true;
  server.on("upgrade", (request, socket, head) => {
    if (!reachable) return void socket.destroy();
    lines.add(socket);
    socket.once("close", () => lines.delete(socket));
    if (!sheets.upgrade(request, socket, head)) socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const cut = (): void => lines.forEach((line) => line.destroy());
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    database,
    cookieOf: async (personId) => (await auth.open(personId, { userAgent: "test", ip: "127.0.0.1" })).split(";")[0]!,
    endSession: (cookie) => auth.end(cookie.split("=")[1]!),
    cut,
    down() {
      reachable = false;
      cut();
    },
    up() {
      reachable = true;
    },
    async close() {
      await sheets.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await live.close();
      await database.close();
    },
  };
}

export interface Window {
  store: LiveStore;
  /** Until everything is in the database. */
  saved(): Promise<void>;
  cookie: string;
}

/** Opens a sheet for somebody as its page does. */
export async function openWindow(server: LiveServer, actor: Actor, sheetId: string, options: { device?: ReturnType<typeof memoryDocs>; cookie?: string } = {}): Promise<Window> {
  const opened = await openSheet(server.database.db, actor, sheetId);
  if (!opened) throw new Error("not theirs");
  const cookie = options.cookie ?? (await server.cookieOf(actor.id));
  const store = openLiveStore({
    sheetId,
    definition: opened.definition,
    doc: opened.doc,
    right: opened.right,
    locked: opened.sheet.lockedAt !== null,
    me: actor,
    url: `${server.origin.replace("http", "ws")}${LIVE_PATH}`,
    webSocket: socketWith({ cookie, origin: server.origin }),
    device: Promise.resolve(options.device ?? memoryDocs()),
  });
  return { store, cookie, saved: () => expect.poll(() => store.status(), { timeout: 15_000, interval: 20 }).toBe("saved") };
}

/** Until the windows, and the database where it is among them, say the same. */
export async function inStep(...windows: Pick<Window, "store">[]): Promise<void> {
  await expect.poll(() => new Set(windows.map(({ store }) => JSON.stringify(store.content()))).size, { timeout: 15_000, interval: 20 }).toBe(1);
}
