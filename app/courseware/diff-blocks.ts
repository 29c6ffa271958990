/** Compares two versions of a section block by block. */
import type { Block } from "./chapter";

export interface BlockChange {
  change: "added" | "removed" | "changed";
  kind: Block["kind"];
  /** In the new version; of a removed block the anchor it had. */
  anchor: string;
  before: string | null;
  after: string | null;
}

/** What was added, removed or changed, in the order of the new version. A moved block counts as removed and added. */
export function diffBlocks(before: readonly Block[], after: readonly Block[]): BlockChange[] {
  const changes: BlockChange[] = [];
  let removed: Block[] = [];
  let added: Block[] = [];
  const flush = (): void => {
    changes.push(...pairUp(removed, added));
    removed = [];
    added = [];
  };
  for (const [old, now] of align(before, after)) {
    if (old !== null && now !== null) flush();
    else if (old !== null) removed.push(old);
    else if (now !== null) added.push(now);
  }
  flush();
  return changes;
}

type Step = readonly [before: Block | null, after: Block | null];

/** Longest common subsequence by digest; sections have a few dozen blocks. */
function align(before: readonly Block[], after: readonly Block[]): Step[] {
  const same = (i: number, j: number): boolean => before[i]?.digest === after[j]?.digest && before[i]?.kind === after[j]?.kind;
  const length: number[][] = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  const at = (i: number, j: number): number => length[i]?.[j] ?? 0;
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const row = length[i];
      if (row !== undefined) row[j] = same(i, j) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const steps: Step[] = [];
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && same(i, j)) steps.push([before[i++] ?? null, after[j++] ?? null]);
    else if (j >= after.length || (i < before.length && at(i + 1, j) >= at(i, j + 1))) steps.push([before[i++] ?? null, null]);
    else steps.push([null, after[j++] ?? null]);
  }
  return steps;
}

/** Between two unchanged places: blocks of one kind that resemble one another are one changed block. */
function pairUp(removed: Block[], added: Block[]): BlockChange[] {
  const left = [...removed];
  const changes = added.map((now): BlockChange => {
    const match = left.find((old) => old.kind === now.kind && (old.kind === "activity" ? old.anchor === now.anchor : likeness(old.text, now.text) >= 0.4));
    if (match === undefined) return { change: "added", kind: now.kind, anchor: now.anchor, before: null, after: now.text };
    left.splice(left.indexOf(match), 1);
    return { change: "changed", kind: now.kind, anchor: now.anchor, before: match.text, after: now.text };
  });
  const gone = left.map((old): BlockChange => ({ change: "removed", kind: old.kind, anchor: old.anchor, before: old.text, after: null }));
  return [...gone, ...changes];
}

/** Dice coefficient of character pairs: 1 for equal texts, 0 for texts without a pair in common. */
export function likeness(a: string, b: string): number {
  const pairs = (text: string): string[] => [...text].slice(1).map((char, at) => [...text][at] + char);
  const left = pairs(a);
  const right = pairs(b);
  if (left.length === 0 || right.length === 0) return a === b ? 1 : 0;
  const stock = new Map<string, number>();
  for (const pair of left) stock.set(pair, (stock.get(pair) ?? 0) + 1);
  let common = 0;
  for (const pair of right) {
    const count = stock.get(pair) ?? 0;
    if (count > 0) {
      common++;
      stock.set(pair, count - 1);
    }
  }
  return (2 * common) / (left.length + right.length);
}
