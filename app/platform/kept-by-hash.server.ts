/** Reads what hashes name: from memory what is known, the rest by `load`. Every value is shared and frozen. */
export type KeptByHash<T> = (hashes: readonly string[], load: (missing: string[]) => Promise<Iterable<readonly [string, T]>>) => Promise<Map<string, T>>;

/**
 * Keeps the `most` values last asked for of those that are named by a hash of all they say: whatever database they are read
 * from, they can only be the same, so nothing need ever be thrown away for being old. What `load` does not find is missing.
 */
export function keptByHash<T>(most: number): KeptByHash<T> {
  const kept = new Map<string, T>();
  return async (hashes, load) => {
    const found = new Map<string, T>();
    const missing: string[] = [];
    for (const hash of new Set(hashes)) {
      const value = kept.get(hash);
      if (value === undefined) missing.push(hash);
      else found.set(hash, value);
    }
    for (const [hash, value] of missing.length === 0 ? [] : await load(missing)) found.set(hash, deepFreeze(value));
    for (const [hash, value] of found) {
      // Put at the end again: the first entry is the longest unused.
      kept.delete(hash);
      kept.set(hash, value);
    }
    for (const oldest of kept.keys()) {
      if (kept.size <= most) break;
      kept.delete(oldest);
    }
    return found;
  };
}

function deepFreeze<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(value)) deepFreeze(part);
  return Object.freeze(value);
}
