import type { Placement } from "./schedule";

/** What becomes of one candidate's slot from one schedule to the next. */
export type SlotChange =
  | { kind: "placed"; candidate: number; after: Placement }
  | { kind: "taken-away"; candidate: number; before: Placement }
  | { kind: "moved"; candidate: number; before: Placement; after: Placement; joined: number[]; left: number[] }
  | { kind: "panel"; candidate: number; before: Placement; after: Placement; joined: number[]; left: number[] };

/** What differs between two schedules of the same problem, by candidate; nothing about slots that stay as they are. */
export function differenceOf(before: readonly Placement[], after: readonly Placement[]): SlotChange[] {
  const old = new Map(before.map((placement) => [placement.candidate, placement]));
  const next = new Map(after.map((placement) => [placement.candidate, placement]));
  const changes: SlotChange[] = [];
  for (const candidate of [...new Set([...old.keys(), ...next.keys()])].sort((a, b) => a - b)) {
    const [was, is] = [old.get(candidate), next.get(candidate)];
    if (!was && is) changes.push({ kind: "placed", candidate, after: is });
    if (was && !is) changes.push({ kind: "taken-away", candidate, before: was });
    if (!was || !is) continue;
    const joined = is.panel.filter((seat) => !was.panel.includes(seat));
    const left = was.panel.filter((seat) => !is.panel.includes(seat));
    const both = { candidate, before: was, after: is, joined, left };
    if (was.time !== is.time || was.place !== is.place) changes.push({ kind: "moved", ...both });
    else if (joined.length > 0 || left.length > 0 || was.chair !== is.chair) changes.push({ kind: "panel", ...both });
  }
  return changes;
}
