import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import { deferredStorage, type DeviceStorage, type DeviceStore, httpTransport, memoryStorage, openDeviceStorage } from "~/platform/device";
import type { SavingEntry } from "./saving-log";
import { SavingStore, type StoreOptions } from "./saving-store";
import type { SavingSnapshot, TabChannel } from "./snapshot";

export interface Saving<V> {
  snapshot: SavingSnapshot<V>;
  /** The same as of this moment, between two renderings. */
  look(): SavingSnapshot<V>;
  /** Takes a value; it is on the device when this resolves, and on the server soon after. */
  put(position: number, value: V | null, flagged?: boolean): Promise<void>;
  /** Settles a conflict with what another device said. */
  settle(position: number, choice: "mine" | "server"): Promise<void>;
  /** Sends everything now: before submitting. */
  flush(): Promise<void>;
  retry(): void;
}

interface Options<V> extends Pick<StoreOptions<V>, "scope" | "initial" | "isEmpty"> {
  /** Takes `POST { ops }`, answers `{ receipts }`. */
  url: string;
  /** Where work waits on the device; its database also names the channel between tabs. */
  device: DeviceStore;
}

/** The work on the page, saved place by place. `initial` is what the loader read; the server renders from it alone. */
export function useSaving<V>({ scope, initial, isEmpty, url, device }: Options<V>): Saving<V> {
  // One store for the life of the page; another scope is another page (give the component `key={scope}`).
  const [store] = useState(() => {
    // The server's page says nothing of the device; that is found out where the page comes to life.
    const storage: DeviceStorage<SavingEntry<V>> = typeof window === "undefined" ? { ...memoryStorage<SavingEntry<V>>(), durable: true } : deferredStorage(() => openDeviceStorage(device));
    return new SavingStore<V>({ scope, initial, isEmpty, storage, transport: httpTransport(url) });
  });
  const channel = `${device.database}:${scope}`;
  const snapshot = useSyncExternalStore(store.subscribe, store.snapshot, store.snapshot);

  useEffect(() => {
    if (typeof BroadcastChannel !== "undefined") store.connect(new BroadcastChannel(channel) as TabChannel<V>);
    void store.restore();
    const leave = () => store.leave();
    const hide = () => {
      if (document.visibilityState === "hidden") store.leave();
      else store.retry();
    };
    const online = () => store.retry();
    addEventListener("pagehide", leave);
    addEventListener("online", online);
    document.addEventListener("visibilitychange", hide);
    return () => {
      removeEventListener("pagehide", leave);
      removeEventListener("online", online);
      document.removeEventListener("visibilitychange", hide);
      // A client navigation is no pagehide: what is unsent goes now.
      store.leave();
      store.close();
    };
  }, [store, channel]);

  return {
    snapshot,
    look: store.snapshot,
    put: useCallback((position: number, value: V | null, flagged?: boolean) => store.put(position, value, flagged), [store]),
    settle: useCallback((position: number, choice: "mine" | "server") => store.settle(position, choice), [store]),
    flush: useCallback(() => store.flush(), [store]),
    retry: useCallback(() => store.retry(), [store]),
  };
}
