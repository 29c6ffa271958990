/** Where answers stay on the device until the server has them: IndexedDB, else localStorage, else memory. */
import type { AnswerEntry } from "./answer-log";

export interface DeviceStorage {
  /** False where nothing outlives the page. */
  readonly durable: boolean;
  load(attemptId: string): Promise<AnswerEntry[]>;
  save(attemptId: string, entry: AnswerEntry): Promise<void>;
  remove(attemptId: string, position: number): Promise<void>;
}

const DATABASE = "roadbook-quiz";
const STORE = "answers";
const OPEN_MS = 1_500;
const PREFIX = "roadbook-quiz:";

/** The best storage that works here, tried out once. */
export async function openDeviceStorage(): Promise<DeviceStorage> {
  try {
    return indexedDbStorage(await openDatabase());
  } catch {
    return isLocalStorageUsable() ? localStorageStorage(localStorage) : memoryStorage();
  }
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    // Some browsers never answer; answers must not wait for that.
    setTimeout(() => reject(new Error("IndexedDB did not open in time")), OPEN_MS);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(STORE);
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("IndexedDB did not open"));
    request.onblocked = () => reject(new Error("IndexedDB is blocked"));
  });
}

/** Keys are [attempt, position]; a write is durable once its transaction completes. */
function indexedDbStorage(database: IDBDatabase): DeviceStorage {
  const write = (change: (store: IDBObjectStore) => void): Promise<void> =>
    new Promise((resolve, reject) => {
      const transaction = database.transaction(STORE, "readwrite");
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error("IndexedDB aborted"));
      change(transaction.objectStore(STORE));
    });
  return {
    durable: true,
    load: (attemptId) =>
      new Promise((resolve, reject) => {
        const range = IDBKeyRange.bound([attemptId], [attemptId, []]);
        const request: IDBRequest<AnswerEntry[]> = database.transaction(STORE).objectStore(STORE).getAll(range);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error("IndexedDB did not read"));
      }),
    save: (attemptId, entry) => write((store) => store.put(entry, [attemptId, entry.position])),
    remove: (attemptId, position) => write((store) => store.delete([attemptId, position])),
  };
}

function isLocalStorageUsable(): boolean {
  try {
    localStorage.setItem(`${PREFIX}probe`, "1");
    localStorage.removeItem(`${PREFIX}probe`);
    return true;
  } catch {
    return false;
  }
}

/** For browsers that keep IndexedDB closed (some private windows). */
export function localStorageStorage(storage: Pick<Storage, "length" | "key" | "getItem" | "setItem" | "removeItem">): DeviceStorage {
  const keyOf = (attemptId: string, position: number) => `${PREFIX}${attemptId}:${position}`;
  return {
    durable: true,
    load: (attemptId) => {
      const keys = Array.from({ length: storage.length }, (_, at) => storage.key(at)).filter((key) => key?.startsWith(`${PREFIX}${attemptId}:`));
      const texts = keys.flatMap((key) => (key == null ? [] : (storage.getItem(key) ?? [])));
      return Promise.resolve(texts.map((text) => JSON.parse(text) as AnswerEntry));
    },
    save: (attemptId, entry) => attempt(() => storage.setItem(keyOf(attemptId, entry.position), JSON.stringify(entry))),
    remove: (attemptId, position) => attempt(() => storage.removeItem(keyOf(attemptId, position))),
  };
}

/** Nothing outlives the page: the server is the only keeper, and the page says so. */
export function memoryStorage(): DeviceStorage {
  const entries = new Map<string, AnswerEntry>();
  return {
    durable: false,
    load: (attemptId) => Promise.resolve([...entries].filter(([key]) => key.startsWith(`${attemptId}:`)).map(([, entry]) => entry)),
    save: (attemptId, entry) => attempt(() => void entries.set(`${attemptId}:${entry.position}`, entry)),
    remove: (attemptId, position) => attempt(() => void entries.delete(`${attemptId}:${position}`)),
  };
}

/** A storage that opens in its own time: what is asked meanwhile waits for it. */
export function deferredStorage(open: () => Promise<DeviceStorage>): DeviceStorage {
  let opened: DeviceStorage | null = null;
  const opening = open().then((storage) => (opened = storage));
  return {
    get durable() {
      return opened?.durable ?? true;
    },
    load: async (attemptId) => (await opening).load(attemptId),
    save: async (attemptId, entry) => (await opening).save(attemptId, entry),
    remove: async (attemptId, position) => (await opening).remove(attemptId, position),
  };
}

async function attempt(work: () => void): Promise<void> {
  await Promise.resolve().then(work);
}
