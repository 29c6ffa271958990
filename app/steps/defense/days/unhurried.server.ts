import { setImmediate } from "node:timers/promises";

/** Runs something long piece by piece, and lets the server answer others in between. */
export async function unhurried<T>(work: Generator<undefined, T>): Promise<T> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    await setImmediate();
  }
}
