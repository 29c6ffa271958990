/** What of a window's writing is not in the database yet, and its copy on the device. */
import { decodeSnapshot, type Doc, encodeStateAsUpdate, mergeUpdates, snapshotContainsUpdate } from "yjs";
import type { DeviceDoc, DeviceDocs } from "./device-docs";

const MOST_PARTS = 100;

export interface UnsavedPlace {
  personId: string;
  sheetId: string;
  device: Promise<DeviceDocs>;
  /** Names this window on the device. */
  window: string;
}

export class Unsaved {
  private parts: Uint8Array[] = [];
  /** Left on the device by other windows, or by this one before it was loaded again; part of this window's document by now. */
  private adopted: DeviceDoc[] = [];
  private written = 0;
  private writing: Promise<void> | null = null;
  private wanted = false;

  constructor(
    private readonly doc: Doc,
    private readonly place: UnsavedPlace,
  ) {}

  get isEmpty(): boolean {
    return this.parts.length === 0;
  }

  /** This window wrote something. */
  add(update: Uint8Array): void {
    this.parts.push(update);
    if (this.parts.length > MOST_PARTS) this.parts = [mergeUpdates(this.parts)];
    this.keep();
  }

  /** The database holds what `snapshot` (encoded, base64) contains. */
  settle(snapshot: string): void {
    if (this.isEmpty) return;
    const stored = decodeSnapshot(Uint8Array.from(atob(snapshot), (character) => character.charCodeAt(0)));
    this.parts = this.parts.filter((part) => !snapshotContainsUpdate(stored, part));
    if (this.isEmpty) void this.clear();
  }

  /** What the device kept, from whatever window: `apply` takes it into the document, and it is this window's matter from now on. */
  async restore(apply: (update: Uint8Array) => void): Promise<void> {
    const { personId, sheetId, device } = this.place;
    this.adopted = await (await device).load(personId, sheetId).catch(() => []);
    for (const { update } of this.adopted) apply(update);
    if (this.isEmpty) await this.clear();
  }

  /** One write at a time; the last state counts. */
  private keep(): void {
    this.wanted = true;
    this.writing ??= this.write().finally(() => (this.writing = null));
  }

  private async write(): Promise<void> {
    const { personId, sheetId, device, window } = this.place;
    while (this.wanted) {
      this.wanted = false;
      // Counts on also when the window begins a new line.
      this.written = Math.max(this.written + 1, Date.now());
      const doc: DeviceDoc = { window, write: this.written, at: Date.now(), update: encodeStateAsUpdate(this.doc) };
      // A device that is full, or that was cleared: the server is the only keeper then.
      await (await device).save(personId, sheetId, doc).catch(() => undefined);
    }
    if (this.isEmpty) await this.clear();
  }

  private async clear(): Promise<void> {
    const { personId, sheetId, device, window } = this.place;
    if (this.wanted) return;
    const over = [...this.adopted, { window, write: this.written }];
    this.adopted = [];
    for (const doc of over) await (await device).remove(personId, sheetId, doc).catch(() => undefined);
  }
}
