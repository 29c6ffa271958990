import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { SheetStore } from "../client/store";

const silent = (): (() => void) => () => undefined;

/** Opens a store once the page lives, and closes it when it goes; null until then. `connect` must be the same function as long as the sheet is. */
export function useStore(connect: (() => Promise<SheetStore>) | null): SheetStore | null {
  const [store, setStore] = useState<SheetStore | null>(null);
  useEffect(() => {
    if (!connect) return;
    let gone = false;
    let opened: SheetStore | null = null;
    void connect().then((ready) => {
      if (gone) return ready.close();
      opened = ready;
      setStore(ready);
    });
    return () => {
      gone = true;
      opened?.close();
      setStore(null);
    };
  }, [connect]);
  return store;
}

/** Renders again after every change of the store; answers how many there were. */
export function useStoreChanges(store: SheetStore | null): number {
  const changes = useRef(0);
  const subscribe = useCallback(
    (listener: () => void) =>
      store
        ? store.subscribe(() => {
            changes.current++;
            listener();
          })
        : silent(),
    [store],
  );
  return useSyncExternalStore(
    subscribe,
    () => changes.current,
    () => 0,
  );
}
