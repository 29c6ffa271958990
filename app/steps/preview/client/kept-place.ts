/** The reader's place as this device remembers it, for when the server's is older. */
import { deviceStorage } from "./record-queue";
import type { Place } from "./place-in-text";

type KeptPlace = Place & { at: number };

const keyOf = (scope: string, sectionId: string): string => `roadbook:place:${scope}:${sectionId}`;

/** Remembers a place. */
export function keepPlace(scope: string, sectionId: string, place: Place): void {
  try {
    deviceStorage().setItem(keyOf(scope, sectionId), JSON.stringify({ ...place, at: Date.now() } satisfies KeptPlace));
  } catch {
    // Full: the server remembers.
  }
}

/** The newer of the server's place and this device's. */
export function newestPlace(scope: string, sectionId: string, server: (Place & { seenAt: Date }) | null): Place | null {
  const kept = read(scope, sectionId);
  if (kept === null) return server;
  return server === null || kept.at > server.seenAt.getTime() ? kept : server;
}

function read(scope: string, sectionId: string): KeptPlace | null {
  try {
    return JSON.parse(deviceStorage().getItem(keyOf(scope, sectionId)) ?? "null") as KeptPlace | null;
  } catch {
    return null;
  }
}
