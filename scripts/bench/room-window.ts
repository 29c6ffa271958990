import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import { memoryDocs } from "~/sheets/client/device-docs";
import { openLiveStore } from "~/sheets/client/live-store";
import type { LiveStore } from "~/sheets/client/store";
import { openSheet } from "~/sheets/index.server";
import { LIVE_PATH } from "~/sheets/live/messages";
import { socketWith } from "../../tests/factories/socket-with";
import type { RoomGroup } from "./room-world";

/** Somebody's window on their group's sheet, as its page opens it. */
export interface Window {
  store: LiveStore;
  /** The rows of people that the group shares. */
  rows: string[];
}

/** The cell that is written in: long enough for a token of when it was written. */
export const COLUMN = "interests";

export async function openWindow(db: Kysely<DB>, origin: string, sheetId: string, { actor, cookie }: RoomGroup["members"][number]): Promise<Window> {
  const opened = await openSheet(db, actor, sheetId);
  if (!opened) throw new Error("This sheet is not theirs.");
  const store = openLiveStore({
    sheetId,
    definition: opened.definition,
    doc: opened.doc,
    right: opened.right,
    locked: false,
    me: actor,
    url: `${origin.replace("http", "ws")}${LIVE_PATH}`,
    webSocket: socketWith({ cookie, origin }),
    device: Promise.resolve(memoryDocs()),
  });
  return { store, rows: (opened.content.tables.people ?? []).map(({ id }) => id) };
}

/** Resolves when the window has a line and everything it wrote is stored. */
export function untilSaved({ store }: Window): Promise<void> {
  return new Promise((resolve) => {
    const look = (): boolean => store.status() === "saved" && store.version() > 0;
    if (look()) return resolve();
    const stop = store.subscribe(() => {
      if (!look()) return;
      stop();
      resolve();
    });
  });
}
