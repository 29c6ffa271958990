import type { SheetScreen } from "../sheet-screen";
import type { LiveStore } from "./store";

/** Connects a sheet's editor to everybody else's. What that takes is only loaded now. */
export async function connectLive({ id, definition, right, locked, me, live }: SheetScreen): Promise<LiveStore> {
  const { openLiveStore } = await import("./live-store");
  return openLiveStore({ sheetId: id, definition, doc: live?.doc ?? "", right, locked: locked !== null, me });
}
