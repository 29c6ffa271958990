import autocannon from "autocannon";
import type { RunningApp } from "../../tests/e2e/support/start-app";
import { cpuSeconds } from "./cpu";

/** One request of a browser: every one keeps its connection. */
export interface Ask {
  path: string;
  headers: Record<string, string>;
}

/** What a round of load gave. */
export interface Round {
  perSecond: number;
  p50: number;
  p99: number;
  /** Answers that were none: connection errors, time-outs, other statuses than 2xx. */
  bad: number;
  /** Processor time of the server (without its database) per request, in milliseconds. */
  cpu: number;
}

/** What browsers send, and none. */
export const ENCODINGS = { none: "identity", browser: "gzip, deflate, br, zstd" } as const;

/** How many browsers ask at once. */
export const CONNECTIONS = 20;

/** Requests before the first round: until then much of the code is not compiled yet. */
const WARM_UP = 2_000;

/** Asks in turn until the server runs as it does after a while. */
export async function warmUp({ origin }: Pick<RunningApp, "origin">, asks: readonly Ask[]): Promise<void> {
  await autocannon({ url: origin, connections: CONNECTIONS, amount: WARM_UP, requests: requestsOf(asks) });
}

const requestsOf = (asks: readonly Ask[]) => asks.map((ask) => ({ method: "GET" as const, path: ask.path, headers: ask.headers }));

/** Asks in turn from 20 connections for `seconds`. */
export async function runRound({ origin, pid }: Pick<RunningApp, "origin" | "pid">, asks: readonly Ask[], seconds: number): Promise<Round> {
  const before = cpuSeconds(pid);
  const result = await autocannon({
    url: origin,
    connections: CONNECTIONS,
    duration: seconds,
    requests: requestsOf(asks),
  });
  const { requests, latency, errors, timeouts, non2xx } = result;
  return { perSecond: requests.average, p50: latency.p50, p99: latency.p99, bad: errors + timeouts + non2xx, cpu: ((cpuSeconds(pid) - before) * 1000) / Math.max(1, requests.total) };
}
