import postgres from "postgres";
import { findServerAccount } from "./account";
import { connectionTo, type SocketConnection } from "./bring-up";
import { EmbeddedPostgresError } from "./error";
import { ROLE } from "./launch";
import { choosePlace } from "./place";
import { supervise } from "./supervisor";

export type { SocketConnection } from "./bring-up";
export { EmbeddedPostgresError } from "./error";

export interface EmbeddedPostgres {
  /** Where the cluster's files really are; may differ from what was asked for (see `choosePlace`). */
  dataDir: string;
  socketDir: string;
  /** True when this call started the server, false when it was running already. */
  started: boolean;
  /** Options for postgres.js; the database must exist. */
  connection(databaseName: string): SocketConnection;
  /** The same as a `DATABASE_URL`, for a child process. */
  url(databaseName: string): string;
  /** Creates the database if there is none of that name. */
  ensureDatabase(databaseName: string): Promise<void>;
  /** Gives the server back; stops it when no other process uses it. Answers whether it was stopped. */
  stop(): Promise<boolean>;
}

export interface EnsureOptions {
  dataDir: string;
  /** For tests: no fsync, so a power cut may destroy the cluster. Has no effect on a server that runs already. */
  fast?: boolean;
  log?: (message: string) => void;
}

/**
 * Makes sure that a PostgreSQL server runs on `dataDir`, creating the cluster at the first call. A server that runs
 * already, started by another process or left by a killed one, is used as it is. While the handle is held, a server
 * that dies is started again; pools reconnect by themselves, because the socket stays where it was.
 *
 * The handle keeps the process alive: call `stop()` after closing your own pools.
 * @throws EmbeddedPostgresError with a sentence for whoever starts the app.
 */
export async function ensurePostgres({ dataDir, fast = false, log = () => {} }: EnsureOptions): Promise<EmbeddedPostgres> {
  if (process.platform === "win32") {
    throw new EmbeddedPostgresError("The embedded PostgreSQL does not run on Windows: use WSL, or set DATABASE_URL.");
  }
  const place = choosePlace(dataDir, findServerAccount());
  const { started, giveBack } = await supervise(place, fast, log);
  const { dataDir: realDataDir, socketDir } = place;
  return {
    dataDir: realDataDir,
    socketDir,
    started,
    connection: (database) => connectionTo(place, database),
    url: (database) => `postgres:///${encodeURIComponent(database)}?host=${encodeURIComponent(socketDir)}&user=${ROLE}`,
    ensureDatabase: (database) => createDatabase(connectionTo(place, "postgres"), database),
    stop: giveBack,
  };
}

async function createDatabase(options: SocketConnection, name: string): Promise<void> {
  const sql = postgres({ ...options, max: 1, onnotice: () => {} });
  try {
    const existing = await sql`select 1 from pg_database where datname = ${name}`;
    if (existing.length === 0) await sql`create database ${sql(name)}`;
  } catch (error) {
    // Another process was faster, which is as good: either the name or its index entry exists by now.
    if (!(error instanceof postgres.PostgresError && ["42P04", "23505"].includes(error.code))) throw error;
  } finally {
    await sql.end({ timeout: 5 });
  }
}
