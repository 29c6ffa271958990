import { prepareEngine } from "./engine";
import { EmbeddedPostgresError, errorCode, messageOf, pause } from "./error";
import { hasCluster, initialiseCluster, launchServer, ROLE } from "./launch";
import { type Lease, takeLease } from "./lease";
import { makeSocketDirectory, type Place, removeSocketDirectory } from "./place";
import { inspectPostmaster, killOrphans, removeLeftovers, stopPostmaster } from "./postmaster";

export interface RunningServer {
  lease: Lease;
  /** Whether this call started it. */
  started: boolean;
}

export type Log = (message: string) => void;

/** How long workers of a killed server may finish by themselves, and how long a new one may be kept from starting (ms). */
const ORPHAN_GRACE = 2_000;
const LEFTOVER_PATIENCE = 30_000;
/** How long a server may start or stop under another process's hands (recovery after a crash may take minutes), in ms. */
const TRANSITION_PATIENCE = 300_000;
/** How long a server that says "ready" may refuse connections before it counts as broken, in ms. */
const REFUSAL_PATIENCE = 3_000;

/** Options for postgres.js: a database of the cluster, through its socket. */
export interface SocketConnection {
  host: string;
  path: string;
  port: number;
  user: string;
  database: string;
}

/** How to reach a database of the cluster. */
export function connectionTo({ socketDir, socketFile }: Place, database: string): SocketConnection {
  return { host: socketDir, path: socketFile, port: 5432, user: ROLE, database };
}

/**
 * Brings the cluster from whatever state it is in to "running, and we hold a lease". Call it inside `withMutex`.
 * @throws EmbeddedPostgresError
 */
export async function bringUp(place: Place, fast: boolean, log: Log): Promise<RunningServer> {
  try {
    makeSocketDirectory(place);
    return await reachReady(place, fast, log);
  } catch (error) {
    removeSocketDirectory(place);
    throw error;
  }
}

async function reachReady(place: Place, fast: boolean, log: Log): Promise<RunningServer> {
  const since = Date.now();
  for (;;) {
    const server = inspectPostmaster(place.dataDir);
    if (server.state === "alive" && server.ready) {
      const lease = await leaseOrNull(place);
      if (lease) return { lease, started: false };
      // Its socket is gone (a cleaned /tmp), so nobody can reach it any more.
      log("the running database does not answer: restarting it");
      await stopPostmaster(place.dataDir);
    } else if (server.state === "alive") {
      if (Date.now() - since > TRANSITION_PATIENCE) throw new EmbeddedPostgresError(`The database server (process ${server.pid}) does not become ready.`);
      await pause(20);
    } else {
      if (server.state === "stale") log("the database was not shut down properly: recovering");
      await start(place, fast, log);
      return { lease: await takeLease(connectionTo(place, "postgres")), started: true };
    }
  }
}

async function start(place: Place, fast: boolean, log: Log): Promise<void> {
  const engine = prepareEngine(place.account);
  const since = Date.now();
  if (!hasCluster(place.dataDir)) {
    log("creating the database");
    await initialiseCluster(engine, place, fast);
    log(`database created in ${place.dataDir} (${Date.now() - since} ms)`);
  }
  for (;;) {
    // Nobody else starts a server while we hold the mutex, so what is stale now stays stale.
    removeLeftovers(place);
    const launched = Date.now();
    if (await launchServer(engine, place, fast)) return log(`database started (${Date.now() - launched} ms)`);
    if (Date.now() - since > LEFTOVER_PATIENCE) throw new EmbeddedPostgresError(`Processes of a killed database still use ${place.dataDir}.`);
    if (Date.now() - since > ORPHAN_GRACE) killOrphans(place.dataDir);
    await pause(100);
  }
}

/** Null when nothing answers at the socket, after some patience. */
async function leaseOrNull(place: Place): Promise<Lease | null> {
  const deadline = Date.now() + REFUSAL_PATIENCE;
  for (;;) {
    try {
      return await takeLease(connectionTo(place, "postgres"));
    } catch (error) {
      const unreachable = errorCode(error) === "ENOENT" || errorCode(error) === "ECONNREFUSED";
      // It may have begun to stop since we looked: then the caller looks again.
      if (!unreachable && inspectPostmaster(place.dataDir).state === "alive" && Date.now() > deadline) {
        throw new EmbeddedPostgresError(`The embedded PostgreSQL refuses us: ${messageOf(error)} (see ${place.logFile}).`, { cause: error });
      }
      if (inspectPostmaster(place.dataDir).state !== "alive" || Date.now() > deadline) return null;
      await pause(50);
    }
  }
}
