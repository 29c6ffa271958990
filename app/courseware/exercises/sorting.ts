/** The rules of "put each item where it belongs": what was tried, what is right, how it scores. */

export interface SortItem<T extends string = string> {
  id: string;
  target: T;
}

/** Where an item stands: still to place, found, or shown after two wrong tries or on demand. */
export interface Placement {
  /** Targets that were tried and wrong. */
  wrong: string[];
  /** found: placed by the learner; shown: the answer was given. */
  done: "found" | "shown" | null;
}

/** By item id. An absent item is untouched. */
export type SortState = Readonly<Record<string, Placement>>;

const UNTOUCHED: Placement = { wrong: [], done: null };
/** After so many wrong tries the answer is given: guessing on teaches nothing. */
const TRIES = 2;

export function placementOf(state: SortState, id: string): Placement {
  return state[id] ?? UNTOUCHED;
}

/** The state after `item` was put on `target`. */
export function place(state: SortState, item: SortItem, target: string): SortState {
  const before = placementOf(state, item.id);
  if (before.done !== null || before.wrong.includes(target)) return state;
  if (target === item.target) return { ...state, [item.id]: { ...before, done: "found" } };
  const wrong = [...before.wrong, target];
  return { ...state, [item.id]: { wrong, done: wrong.length >= TRIES ? "shown" : null } };
}

/** Everything where it belongs; what was not found counts as shown. */
export function showAll(state: SortState, items: readonly SortItem[]): SortState {
  return Object.fromEntries(items.map((item) => [item.id, placementOf(state, item.id).done === null ? { ...placementOf(state, item.id), done: "shown" } : placementOf(state, item.id)]));
}

/** Items placed right at the first try, and how many are placed at all. */
export function score(state: SortState, items: readonly SortItem[]): { first: number; done: number; total: number } {
  const placements = items.map((item) => placementOf(state, item.id));
  return {
    first: placements.filter((placement) => placement.done === "found" && placement.wrong.length === 0).length,
    done: placements.filter((placement) => placement.done !== null).length,
    total: items.length,
  };
}

/** The next item to place after `id`, going round; null when all are placed. */
export function nextOpen<I extends SortItem>(state: SortState, items: readonly I[], id: string | null): I | null {
  const from = items.findIndex((item) => item.id === id);
  const round = [...items.slice(from + 1), ...items.slice(0, from + 1)];
  return round.find((item) => placementOf(state, item.id).done === null) ?? null;
}

/** A kept state, limited to items and targets that still exist; null for anything else. */
export function reviveSort(kept: unknown, items: readonly SortItem[]): SortState | null {
  if (typeof kept !== "object" || kept === null) return null;
  const entries = Object.entries(kept).flatMap(([id, value]): [string, Placement][] => {
    const { wrong, done } = (value ?? {}) as { wrong?: unknown; done?: unknown };
    if (!items.some((item) => item.id === id) || !Array.isArray(wrong)) return [];
    const state = done === "found" || done === "shown" ? done : null;
    return [[id, { wrong: wrong.filter((target): target is string => typeof target === "string"), done: state }]];
  });
  return Object.fromEntries(entries);
}
