/** Where a page's unsent work stays on the device until the server has it: IndexedDB, else localStorage, else memory. */

/** Values of one kind under a scope (an attempt, a round) and an id within it. */
export interface DeviceStorage<T> {
  /** False where nothing outlives the page. */
  readonly durable: boolean;
  load(scope: string): Promise<T[]>;
  /** Resolves when the value is on the device. */
  save(scope: string, id: string | number, value: T): Promise<void>;
  remove(scope: string, id: string | number): Promise<void>;
}

/** One database per use: `database` names it, here and as the prefix in localStorage. */
export interface DeviceStore {
  database: string;
  store: string;
  /** False for bytes, which localStorage cannot hold. */
  isText: boolean;
}

const OPEN_MS = 1_500;

/** The best storage that works here, tried out once. */
export async function openDeviceStorage<T>(use: DeviceStore): Promise<DeviceStorage<T>> {
  try {
    return indexedDbStorage(await openDatabase(use), use.store);
  } catch {
    return use.isText && isLocalStorageUsable(use) ? localStorageStorage(localStorage, use.database) : memoryStorage();
  }
}

function openDatabase({ database, store }: DeviceStore): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(database, 1);
    // Some browsers never answer; what is to be kept must not wait for that.
    setTimeout(() => reject(new Error("IndexedDB did not open in time")), OPEN_MS);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(store);
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("IndexedDB did not open"));
    request.onblocked = () => reject(new Error("IndexedDB is blocked"));
  });
}

/** Keys are [scope, id]; a write is durable once its transaction completes. */
function indexedDbStorage<T>(database: IDBDatabase, store: string): DeviceStorage<T> {
  const write = (change: (store: IDBObjectStore) => void): Promise<void> =>
    new Promise((resolve, reject) => {
      const transaction = database.transaction(store, "readwrite");
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error("IndexedDB aborted"));
      change(transaction.objectStore(store));
    });
  return {
    durable: true,
    load: (scope) =>
      new Promise((resolve, reject) => {
        const range = IDBKeyRange.bound([scope], [scope, []]);
        const request: IDBRequest<T[]> = database.transaction(store).objectStore(store).getAll(range);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error("IndexedDB did not read"));
      }),
    save: (scope, id, value) => write((objects) => objects.put(value, [scope, id])),
    remove: (scope, id) => write((objects) => objects.delete([scope, id])),
  };
}

function isLocalStorageUsable({ database }: DeviceStore): boolean {
  try {
    localStorage.setItem(`${database}:probe`, "1");
    localStorage.removeItem(`${database}:probe`);
    return true;
  } catch {
    return false;
  }
}

/** For browsers that keep IndexedDB closed (some private windows). */
export function localStorageStorage<T>(storage: Pick<Storage, "length" | "key" | "getItem" | "setItem" | "removeItem">, prefix: string): DeviceStorage<T> {
  const keyOf = (scope: string, id: string | number) => `${prefix}:${scope}:${id}`;
  return {
    durable: true,
    load: (scope) => {
      const keys = Array.from({ length: storage.length }, (_, at) => storage.key(at)).filter((key) => key?.startsWith(`${prefix}:${scope}:`));
      const texts = keys.flatMap((key) => (key == null ? [] : (storage.getItem(key) ?? [])));
      return Promise.resolve(texts.map((text) => JSON.parse(text) as T));
    },
    save: (scope, id, value) => attempt(() => storage.setItem(keyOf(scope, id), JSON.stringify(value))),
    remove: (scope, id) => attempt(() => storage.removeItem(keyOf(scope, id))),
  };
}

/** Nothing outlives the page: the server is the only keeper, and the page says so. */
export function memoryStorage<T>(): DeviceStorage<T> {
  const entries = new Map<string, T>();
  return {
    durable: false,
    load: (scope) => Promise.resolve([...entries].filter(([key]) => key.startsWith(`${scope}:`)).map(([, entry]) => entry)),
    save: (scope, id, value) => attempt(() => void entries.set(`${scope}:${id}`, value)),
    remove: (scope, id) => attempt(() => void entries.delete(`${scope}:${id}`)),
  };
}

/** A storage that opens in its own time: what is asked meanwhile waits for it. */
export function deferredStorage<T>(open: () => Promise<DeviceStorage<T>>): DeviceStorage<T> {
  let opened: DeviceStorage<T> | null = null;
  const opening = open().then((storage) => (opened = storage));
  return {
    get durable() {
      return opened?.durable ?? true;
    },
    load: async (scope) => (await opening).load(scope),
    save: async (scope, id, value) => (await opening).save(scope, id, value),
    remove: async (scope, id) => (await opening).remove(scope, id),
  };
}

async function attempt(work: () => void): Promise<void> {
  await Promise.resolve().then(work);
}
