/** Who has a sheet open, in this process and in the others. */
import type { Present } from "./messages";

/** Others are forgotten when they have not been heard of for so long: their process is gone. */
const FORGET_MS = 40_000;
/** A notice of PostgreSQL takes 8,000 bytes. */
const MOST_TOLD = 40;

/** What a process tells the others of who has a sheet open in it. */
export interface PresenceNews {
  from: string;
  peers: Present[];
  /** Others should tell in turn. */
  ask?: boolean;
}

export function presenceTopic(sheetId: string): string {
  return `sheet-presence/${sheetId}`;
}

export class Presence {
  private readonly own = new Map<string, Present>();
  private readonly elsewhere = new Map<string, { peers: Present[]; heardAt: number }>();

  put(present: Present): void {
    this.own.set(present.id, present);
  }

  /** Where somebody is now; answers whether that is news. */
  move(id: string, at: string | null): boolean {
    const present = this.own.get(id);
    if (!present || present.at === at) return false;
    this.own.set(id, { ...present, at });
    return true;
  }

  remove(id: string): void {
    this.own.delete(id);
  }

  /** Nobody is here any more. */
  clear(): void {
    this.own.clear();
  }

  /** What this process tells the others. */
  told(): Present[] {
    return [...this.own.values()].slice(0, MOST_TOLD);
  }

  /** What another process told; answers whether it is news. */
  hear(processId: string, peers: Present[], now: number): boolean {
    const before = JSON.stringify(this.elsewhere.get(processId)?.peers ?? []);
    if (peers.length === 0) this.elsewhere.delete(processId);
    else this.elsewhere.set(processId, { peers, heardAt: now });
    return JSON.stringify(peers) !== before;
  }

  /** Everybody who is here. */
  all(now: number): Present[] {
    for (const [processId, { heardAt }] of this.elsewhere) if (now - heardAt > FORGET_MS) this.elsewhere.delete(processId);
    return [...this.own.values(), ...[...this.elsewhere.values()].flatMap(({ peers }) => peers)];
  }
}
