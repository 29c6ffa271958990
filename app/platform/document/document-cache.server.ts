import type { Template } from "./template.server";

/** What a kept document costs besides its bytes: its key and objects. */
const OVERHEAD_BYTES = 1_000;

/** Documents of this process, by what they were rendered from; the longest unused go first. */
export interface DocumentCache {
  /** False: nothing is kept, so nothing need be asked. */
  readonly enabled: boolean;
  get(key: string): Template | undefined;
  set(key: string, template: Template): void;
  /** How many are kept, and their size. */
  size(): { documents: number; bytes: number };
}

/** A cache of at most `maxBytes`. */
export function createDocumentCache(maxBytes: number): DocumentCache {
  const kept = new Map<string, Template>();
  let bytes = 0;
  const costOf = (template: Template) => template.bytes + OVERHEAD_BYTES;
  const drop = (key: string, template: Template) => {
    kept.delete(key);
    bytes -= costOf(template);
  };
  return {
    enabled: maxBytes > 0,
    get(key) {
      const template = kept.get(key);
      if (template) {
        // A Map keeps the order of insertion: the first entry is the longest unused.
        kept.delete(key);
        kept.set(key, template);
      }
      return template;
    },
    set(key, template) {
      const cost = costOf(template);
      // One document must not push out all others.
      if (cost > maxBytes / 4) return;
      const before = kept.get(key);
      if (before) drop(key, before);
      kept.set(key, template);
      bytes += cost;
      for (const [oldest, old] of kept) {
        if (bytes <= maxBytes) break;
        drop(oldest, old);
      }
    },
    size: () => ({ documents: kept.size, bytes }),
  };
}
