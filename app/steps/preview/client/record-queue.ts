/**
 * What happened on this device and is not known to be on the server yet: kept on the device, so that a dead network, a closed
 * tab or an empty battery loses nothing. One entry per key: two tabs never overwrite one another.
 */
import { type Beat, MOST_BEATS } from "../beat";
import type { WatchedStretch } from "../watched";

/** A beat as it waits: with the device's time instead of its age. */
export type WaitingBeat = Omit<Beat, "ageMs"> & { at: number };

export interface RecordQueue {
  addBeat(beat: WaitingBeat): void;
  addWatched(stretch: WatchedStretch): void;
  /** The next batch as the server takes it, with the keys to forget when it has; null when nothing waits. */
  batch(now: number): { keys: string[]; body: string } | null;
  forget(keys: readonly string[]): void;
}

type KeyValue = Pick<Storage, "getItem" | "setItem" | "removeItem"> & { keys(): string[] };

/** The device's storage, or memory where the browser keeps none. */
export function deviceStorage(): KeyValue {
  try {
    const { localStorage } = window;
    localStorage.setItem("roadbook:probe", "");
    localStorage.removeItem("roadbook:probe");
    return { getItem: (key) => localStorage.getItem(key), setItem: (key, value) => localStorage.setItem(key, value), removeItem: (key) => localStorage.removeItem(key), keys: () => Object.keys(localStorage) };
  } catch {
    return memoryStorage();
  }
}

/** Lasts as long as the page. */
export function memoryStorage(): KeyValue {
  const entries = new Map<string, string>();
  return { getItem: (key) => entries.get(key) ?? null, setItem: (key, value) => void entries.set(key, value), removeItem: (key) => void entries.delete(key), keys: () => [...entries.keys()] };
}

/** The queue of one chapter in one enrolment: on a shared phone nobody sends what somebody else read. */
export function createRecordQueue(storage: KeyValue, scope: string): RecordQueue {
  const prefix = `roadbook:preview:${scope}:`;
  const put = (key: string, value: unknown): void => {
    try {
      storage.setItem(prefix + key, JSON.stringify(value));
    } catch {
      // The device is full: what cannot be kept is lost, reading goes on.
    }
  };
  const waiting = (kind: string): string[] => storage.keys().filter((key) => key.startsWith(`${prefix}${kind}:`)).sort().slice(0, MOST_BEATS);
  const read = (key: string): unknown => {
    try {
      return JSON.parse(storage.getItem(key) ?? "null") as unknown;
    } catch {
      return null;
    }
  };
  let watchedCount = 0;
  return {
    addBeat: (beat) => put(`beat:${beat.id}`, beat),
    // In the order of playing when sorted: the last one says where it stopped.
    addWatched: (stretch) => put(`watched:${Date.now()}-${String((watchedCount += 1)).padStart(6, "0")}-${stretch.mediaId}`, stretch),
    batch(now) {
      const beatKeys = waiting("beat");
      const watchedKeys = waiting("watched");
      const keys = [...beatKeys, ...watchedKeys];
      if (keys.length === 0) return null;
      const beats = beatKeys
        .flatMap((key) => (read(key) as WaitingBeat | null) ?? [])
        .sort((a, b) => a.at - b.at)
        .map(({ at, ...beat }): Beat => ({ ...beat, ageMs: Math.max(0, now - at) }));
      const watched = watchedKeys.flatMap((key) => (read(key) as WatchedStretch | null) ?? []);
      return { keys, body: JSON.stringify({ beats, watched }) };
    },
    forget: (keys) => keys.forEach((key) => storage.removeItem(key)),
  };
}
