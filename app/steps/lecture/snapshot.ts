/** What everybody in the room knows of a session at one moment: sent to every window when it changes. */
import type { PollState } from "./poll";
import type { SessionState } from "./session";
import type { SlideKey } from "./slides";

export interface LiveSnapshot {
  state: SessionState;
  /** Null while no slide was shown. */
  slide: SlideKey | null;
  /** The latest poll on that slide. */
  poll: { id: string; state: PollState; revealed: boolean } | null;
  /** Whether the projector shows the check-in code. */
  codeShown: boolean;
}

/** Whether nothing changed between two moments. */
export function sameSnapshot(one: LiveSnapshot, other: LiveSnapshot): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
