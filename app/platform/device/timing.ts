const RETRY_MS = [1_000, 2_000, 4_000, 8_000, 15_000] as const;

/** How long to wait after so many failures in a row, in ms, spread so that a class does not come back all at once. */
export function retryWait(failures: number): number {
  const wait = RETRY_MS[Math.min(failures, RETRY_MS.length) - 1] ?? RETRY_MS[0];
  return wait * (0.75 + Math.random() * 0.5);
}
