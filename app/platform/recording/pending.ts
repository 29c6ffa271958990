/** A recording whose bytes are not all sent, remembered on the device by what it is a recording of. */
import type { UploadStatus } from "~/platform/uploads";

export type PendingRecording = Pick<UploadStatus, "uploadId" | "chunkBytes">;

const keyOf = (subject: string): string => `roadbook-recording:${subject}`;

export function remember(subject: string, { uploadId, chunkBytes }: PendingRecording): void {
  try {
    localStorage.setItem(keyOf(subject), JSON.stringify({ uploadId, chunkBytes }));
  } catch {
    // Then a reload loses what was not sent yet.
  }
}

export function readPending(subject: string): PendingRecording | null {
  try {
    return JSON.parse(localStorage.getItem(keyOf(subject)) ?? "null") as PendingRecording | null;
  } catch {
    return null;
  }
}

export function forget(subject: string): void {
  try {
    localStorage.removeItem(keyOf(subject));
  } catch {
    // Nothing was remembered.
  }
}

/** Runs `work` while no other window of this device records or sends the same. False where one does: then nothing is done. */
export async function alone(subject: string, work: () => Promise<void>): Promise<boolean> {
  const run = (): Promise<boolean> => work().then(() => true);
  if (!("locks" in navigator)) return run();
  return navigator.locks.request(keyOf(subject), { ifAvailable: true }, (lock) => (lock === null ? false : run()));
}
