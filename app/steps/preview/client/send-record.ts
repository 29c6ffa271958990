import type { RecordQueue } from "./record-queue";

/** What the server said of a batch. */
export interface Recorded {
  finished: string[];
  studied: boolean;
}

/**
 * Sends a batch of what waits, and forgets it when the server has it. Null when nothing waited, or the network or the
 * sign-in is gone: then it goes with the next batch. What the server refuses for good is forgotten.
 */
export async function sendRecord(queue: RecordQueue, endpoint: string): Promise<Recorded | null> {
  const batch = queue.batch(Date.now());
  if (batch === null) return null;
  try {
    const response = await fetch(endpoint, { method: "POST", headers: { "Content-Type": "application/json" }, body: batch.body, redirect: "manual", keepalive: batch.body.length < 60_000 });
    if (response.ok) {
      queue.forget(batch.keys);
      return (await response.json()) as Recorded;
    }
    if (response.status === 400 || response.status === 404 || response.status === 409) queue.forget(batch.keys);
  } catch {
    // Offline: it stays in the queue.
  }
  return null;
}

/** As the page goes: nobody hears the answer, so it is sent again with the next batch, where it counts nothing. */
export function beaconRecord(queue: RecordQueue, endpoint: string): void {
  const batch = queue.batch(Date.now());
  if (batch === null) return;
  try {
    navigator.sendBeacon(endpoint, new Blob([batch.body], { type: "application/json" }));
  } catch {
    // It stays in the queue.
  }
}
