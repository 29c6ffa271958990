/** Collects how long parts of a request took, for the Server-Timing header (milliseconds). */
export class ServerTiming {
  readonly #parts: { name: string; ms: number }[] = [];

  /** Measures `work` under `name` (a token of letters, digits and dashes). */
  async measure<T>(name: string, work: () => Promise<T>): Promise<T> {
    const start = performance.now();
    try {
      return await work();
    } finally {
      this.#parts.push({ name, ms: performance.now() - start });
    }
  }

  /** The header's value; empty when nothing was measured. */
  toHeader(): string {
    return this.#parts.map((part) => `${part.name};dur=${part.ms.toFixed(1)}`).join(", ");
  }
}
