/** `next`, in which every part that says the same as before is the same object as before: who compares by identity sees what changed. */
export function keepSame<T>(before: unknown, next: T): T {
  if (Object.is(before, next)) return next;
  if (typeof before !== "object" || typeof next !== "object" || before === null || next === null || Array.isArray(before) !== Array.isArray(next)) return next;
  const old = before as Record<string, unknown>;
  const now = next as Record<string, unknown>;
  const entries = Object.keys(now).map((key) => [key, keepSame(old[key], now[key])] as const);
  if (entries.length === Object.keys(old).length && entries.every(([key, value]) => key in old && Object.is(old[key], value))) return before as T;
  return (Array.isArray(next) ? entries.map(([, value]) => value) : Object.fromEntries(entries)) as T;
}
