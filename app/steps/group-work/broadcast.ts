/** What the instructor says to all groups at work: hints that stay to read, one timer that runs. */

export const BROADCAST_KINDS = ["hint", "timer"] as const;
export type BroadcastKind = (typeof BROADCAST_KINDS)[number];

export const HINT_CHARACTERS = 500;
export const TIMER_MINUTES = [5, 10, 15, 20, 30, 45] as const;
export const LONGEST_TIMER_MINUTES = 240;

/** How long a hint is put in front of the groups; it stays in the list of the day after that. */
export const HINT_FRESH_MINUTES = 30;

export interface Broadcast {
  id: string;
  kind: BroadcastKind;
  body: string | null;
  endsAt: Date | null;
  by: string;
  at: Date;
}

/** What stands now, of what was said (the latest first) and not taken down: the timer that runs or ran out just now, and hints of today. */
export function standingBroadcasts(said: readonly Broadcast[], now: Date): { timer: Broadcast | null; hints: Broadcast[] } {
  const timer = said.find((one) => one.kind === "timer");
  const over = timer?.endsAt !== null && timer?.endsAt !== undefined && now.getTime() - timer.endsAt.getTime() > HINT_FRESH_MINUTES * 60_000;
  return { timer: timer && !over ? timer : null, hints: said.filter((one) => one.kind === "hint") };
}
