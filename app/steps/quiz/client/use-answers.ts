import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import { deferredStorage, type DeviceStorage, type DeviceStore, httpTransport, memoryStorage, openDeviceStorage } from "~/platform/device";
import type { QuizResponse } from "../question";
import type { AnswerEntry } from "./answer-log";
import { AnswerStore, type StoreOptions } from "./answer-store";
import type { AnswersSnapshot, TabChannel } from "./answers-snapshot";

/** Where answers wait on the device. */
const ANSWERS: DeviceStore = { database: "roadbook-quiz", store: "answers", isText: true };

export interface Answers {
  snapshot: AnswersSnapshot;
  /** The same as of this moment, between two renderings. */
  look(): AnswersSnapshot;
  /** Takes an answer; it is on the device when this resolves, and on the server soon after. */
  put(position: number, value: QuizResponse | null, flagged?: boolean): Promise<void>;
  /** Settles a conflict with the answer of another device. */
  settle(position: number, choice: "mine" | "server"): Promise<void>;
  /** Sends everything now: before submitting. */
  flush(): Promise<void>;
  retry(): void;
}

/**
 * The answers of the attempt on the page. `initial` is what the loader read; `url` takes `POST { ops }` and answers
 * `{ receipts }`. Renders on the server from `initial` alone.
 */
export function useAnswers({ attemptId, initial, url }: Pick<StoreOptions, "attemptId" | "initial"> & { url: string }): Answers {
  // One store for the life of the page; another attempt is another page (give the component `key={attemptId}`).
  const [store] = useState(() => {
    // The server's page says nothing of the device; that is found out where the page comes to life.
    const storage: DeviceStorage<AnswerEntry> = typeof window === "undefined" ? { ...memoryStorage<AnswerEntry>(), durable: true } : deferredStorage(() => openDeviceStorage(ANSWERS));
    return new AnswerStore({ attemptId, initial, storage, transport: httpTransport(url) });
  });
  const snapshot = useSyncExternalStore(store.subscribe, store.snapshot, store.snapshot);

  useEffect(() => {
    if (typeof BroadcastChannel !== "undefined") store.connect(new BroadcastChannel(`roadbook-quiz:${attemptId}`) as TabChannel);
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
  }, [store, attemptId]);

  return {
    snapshot,
    look: store.snapshot,
    put: useCallback((position, value, flagged) => store.put(position, value, flagged), [store]),
    settle: useCallback((position, choice) => store.settle(position, choice), [store]),
    flush: useCallback(() => store.flush(), [store]),
    retry: useCallback(() => store.retry(), [store]),
  };
}
