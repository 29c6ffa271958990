/** Where a sheet stays on the device while something of it is not in the database yet: IndexedDB, else the window alone. */

import { DEVICE_DATABASE } from "./device-database";

/** A document as one window left it. */
export interface DeviceDoc {
  /** Names the window. */
  window: string;
  /** Counts the window's writes. */
  write: number;
  /** When, in milliseconds. */
  at: number;
  update: Uint8Array;
}

export interface DeviceDocs {
  /** False where nothing outlives the window. */
  readonly durable: boolean;
  load(personId: string, sheetId: string): Promise<DeviceDoc[]>;
  save(personId: string, sheetId: string, doc: DeviceDoc): Promise<void>;
  /** Removes what a window left, unless it has written since. */
  remove(personId: string, sheetId: string, doc: Pick<DeviceDoc, "window" | "write">): Promise<void>;
}

const STORE = "docs";
const OPEN_MS = 1_500;
/** Left behind by somebody who never came back to the sheet. */
const FORGET_MS = 90 * 86_400_000;

/** The best storage that works here. */
export async function openDeviceDocs(): Promise<DeviceDocs> {
  try {
    const database = await openDatabase();
    await forgetOld(database);
    return indexedDbDocs(database);
  } catch {
    return memoryDocs();
  }
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DEVICE_DATABASE, 1);
    // Some browsers never answer; the sheet must not wait for that.
    setTimeout(() => reject(new Error("IndexedDB did not open in time")), OPEN_MS);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(STORE);
    };
    request.onsuccess = () => {
      // Signing out deletes the database.
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = () => reject(request.error ?? new Error("IndexedDB did not open"));
    request.onblocked = () => reject(new Error("IndexedDB is blocked"));
  });
}

function write(database: IDBDatabase, change: (store: IDBObjectStore) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(STORE, "readwrite");
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error("IndexedDB aborted"));
    change(transaction.objectStore(STORE));
  });
}

function forgetOld(database: IDBDatabase): Promise<void> {
  return write(database, (store) => {
    const request = store.openCursor();
    request.onsuccess = () => {
      const cursor = request.result;
      if (!cursor) return;
      if (Date.now() - (cursor.value as DeviceDoc).at > FORGET_MS) cursor.delete();
      cursor.continue();
    };
  });
}

/** Keys are [person, sheet, window]; a write is durable once its transaction completes. */
function indexedDbDocs(database: IDBDatabase): DeviceDocs {
  return {
    durable: true,
    load: (personId, sheetId) =>
      new Promise((resolve, reject) => {
        const request: IDBRequest<DeviceDoc[]> = database.transaction(STORE).objectStore(STORE).getAll(IDBKeyRange.bound([personId, sheetId], [personId, sheetId, []]));
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error("IndexedDB did not read"));
      }),
    save: (personId, sheetId, doc) => write(database, (store) => store.put(doc, [personId, sheetId, doc.window])),
    remove: (personId, sheetId, doc) =>
      write(database, (store) => {
        const key = [personId, sheetId, doc.window];
        const request: IDBRequest<DeviceDoc | undefined> = store.get(key);
        request.onsuccess = () => {
          if (request.result && request.result.write <= doc.write) store.delete(key);
        };
      }),
  };
}

/** Nothing outlives the window. Also for tests, where several windows share one. */
export function memoryDocs(): DeviceDocs {
  const docs = new Map<string, DeviceDoc>();
  const keyOf = (personId: string, sheetId: string, window: string) => `${personId} ${sheetId} ${window}`;
  return {
    durable: false,
    load: (personId, sheetId) => Promise.resolve([...docs].filter(([key]) => key.startsWith(`${personId} ${sheetId} `)).map(([, doc]) => doc)),
    save: (personId, sheetId, doc) => Promise.resolve(void docs.set(keyOf(personId, sheetId, doc.window), doc)),
    remove: (personId, sheetId, { window, write: upTo }) => {
      const key = keyOf(personId, sheetId, window);
      if ((docs.get(key)?.write ?? Infinity) <= upTo) docs.delete(key);
      return Promise.resolve();
    },
  };
}
