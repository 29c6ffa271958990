/** Seeded chance for simulation tests: the same seed gives the same numbers everywhere. */
export function seededNormal(seed: number): { uniform: () => number; normal: () => number } {
  // Mulberry32 (T. Ettinger, public domain): 32 bits of state are plenty for a simulation test.
  let state = (seed * 2_654_435_761) >>> 0;
  const uniform = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  // Box & Muller (1958).
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  return { uniform, normal };
}
