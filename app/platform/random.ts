/**
 * A seeded generator: the same seed draws the same paper, or the same groups, on every machine and for ever.
 *
 * sfc32 ("small fast counter") by Chris Doty-Humphrey, from PractRand 0.94, whose test battery it passes;
 * seeded from text by four FNV-1a streams (Fowler, Noll, Vo) and warmed up with 15 rounds, more than the
 * 12 that PractRand's own seeding runs. Not for secrets: seeds stay on the server.
 */

/** Numbers in [0, 1), 32 bits each, wholly determined by `seed`. */
export function randomFrom(seed: string): () => number {
  let a = fnv1a(seed, 0x811c9dc5);
  let b = fnv1a(seed, 0x9e3779b9);
  let c = fnv1a(seed, 0x243f6a88);
  let counter = fnv1a(seed, 0xb7e15162);
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
  for (let round = 0; round < 15; round += 1) next();
  return next;
}

/** A shuffled copy (Durstenfeld's form of the Fisher–Yates shuffle). */
export function shuffle<T>(list: readonly T[], random: () => number): T[] {
  const copy = [...list];
  for (let last = copy.length - 1; last > 0; last -= 1) {
    const pick = Math.floor(random() * (last + 1));
    const held = copy[last] as T;
    copy[last] = copy[pick] as T;
    copy[pick] = held;
  }
  return copy;
}

function fnv1a(text: string, basis: number): number {
  let hash = basis;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash | 0;
}
