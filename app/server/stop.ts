import type http from "node:http";
import type { Logger } from "~/platform/log.server";
import type { ServerState } from "./create-app";

/** How long running requests may take to finish, in milliseconds. */
const DRAIN_MS = 10_000;

interface Stoppable {
  server: http.Server;
  state: Pick<ServerState, "draining" | "streams">;
  log: Logger;
  /** Ends the connections that stay open until somebody ends them, once what came over them is kept. */
  endSockets: () => Promise<void>;
  /** Stopped one after the other, once no request is running. */
  parts: (() => Promise<unknown> | undefined)[];
}

/** On SIGTERM or SIGINT: no new requests, running ones finish, then everything behind them stops; exit code 0. */
export function stopOnSignal(stoppable: Stoppable): void {
  let stopping = false;
  const stop = (signal: NodeJS.Signals): void => {
    if (stopping) return;
    stopping = true;
    void drain(stoppable, signal);
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}

async function drain({ server, state, log, endSockets, parts }: Stoppable, signal: string): Promise<void> {
  state.draining = true;
  log.info({ signal }, "stopping");
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // Pages that listen ask again by themselves, and then reach whoever serves next.
  for (const stream of state.streams) stream.destroy();
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
  let code = 0;
  const [ended] = await Promise.allSettled([endSockets(), closed]);
  if (ended.status === "rejected") {
    code = 1;
    log.error({ err: ended.reason as unknown }, "connections did not end cleanly");
  }
  clearTimeout(cut);
  for (const part of parts) {
    try {
      await part();
    } catch (error) {
      code = 1;
      log.error({ err: error }, "a part did not stop cleanly");
    }
  }
  log.info("stopped");
  process.exit(code);
}
