/** What the server takes in one request, and what browsers take in one beacon (64 KiB with everything around it). */
const MAX_OPS = 40;
const MAX_BYTES = 48_000;

/** Operations in their order, in portions that can be sent. */
export function batchesOf<Op>(ops: readonly Op[]): Op[][] {
  const batches: Op[][] = [];
  let bytes = 0;
  for (const op of ops) {
    const size = new TextEncoder().encode(JSON.stringify(op)).length;
    const last = batches.at(-1);
    if (last === undefined || last.length >= MAX_OPS || bytes + size > MAX_BYTES) {
      batches.push([op]);
      bytes = size;
    } else {
      last.push(op);
      bytes += size;
    }
  }
  return batches;
}
