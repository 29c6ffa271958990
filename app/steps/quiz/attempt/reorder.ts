/** The list with one thing moved to another place. */
export function moveTo<T>(list: readonly T[], from: number, to: number): T[] {
  const moved = list[from];
  if (moved === undefined || to < 0 || to >= list.length) return [...list];
  const rest = list.filter((_, index) => index !== from);
  return [...rest.slice(0, to), moved, ...rest.slice(to)];
}

/** The order to show: the answer's, then what it leaves out in the paper's own order. */
export function orderShown(ids: readonly string[], answered: readonly string[]): string[] {
  const placed = answered.filter((id) => ids.includes(id));
  return [...placed, ...ids.filter((id) => !placed.includes(id))];
}
