import { spawn, type SpawnOptions } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { EmbeddedPostgresError, pause } from "./error";
import type { Engine } from "./engine";
import type { Place } from "./place";
import { inspectPostmaster } from "./postmaster";

/** The one database role: a superuser, reachable through the socket only. */
export const ROLE = "roadbook";

const LOG_BYTES = 5_000_000;

const SETTINGS = {
  listen_addresses: "",
  unix_socket_permissions: "0700",
  port: "5432",
  max_connections: "200",
  shared_buffers: "256MB",
  // Short queries only: compiling them costs more than it saves.
  jit: "off",
  timezone: "UTC",
  log_timezone: "UTC",
  log_line_prefix: "%m [%p] %a ",
};

/** What makes an answer that was acknowledged survive kill -9 and a power cut. The defaults, but not left to a default. */
const DURABLE = { fsync: "on", synchronous_commit: "on", full_page_writes: "on" };

/** For tests: a cluster that a power cut may destroy. */
const FAST = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  wal_level: "minimal",
  max_wal_senders: "0",
  checkpoint_timeout: "1h",
  max_wal_size: "2GB",
};

/** Whether there is a complete cluster in `dataDir`. */
export const hasCluster = (dataDir: string) => fs.existsSync(path.join(dataDir, "global/pg_control"));

/**
 * Makes a new cluster in a temporary directory and moves it into place when it is complete and on disk,
 * so that a first start that is killed leaves nothing that looks like a cluster.
 */
export async function initialiseCluster(engine: Engine, place: Place, fast: boolean): Promise<void> {
  const { dataDir, account } = place;
  clearTheWay(dataDir);
  const unfinished = `${dataDir}.init-${process.pid}`;
  fs.mkdirSync(unfinished, { mode: 0o700 });
  if (account) fs.chownSync(unfinished, account.uid, account.gid);
  const flags = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--auth=trust"];
  if (fast) flags.push("--no-sync");
  await run(engine.initdb, ["-D", unfinished, "-U", ROLE, ...flags], processOptions(place));
  fs.renameSync(unfinished, dataDir);
}

/** Removes what killed first starts left; keeps, under another name, anything there that is not ours to remove. */
function clearTheWay(dataDir: string): void {
  const parent = path.dirname(dataDir);
  const prefix = `${path.basename(dataDir)}.init-`;
  for (const name of fs.readdirSync(parent)) {
    if (name.startsWith(prefix)) fs.rmSync(path.join(parent, name), { recursive: true, force: true });
  }
  if (!fs.existsSync(dataDir)) return;
  if (fs.readdirSync(dataDir).length === 0) fs.rmdirSync(dataDir);
  else fs.renameSync(dataDir, `${dataDir}.incomplete-${Date.now()}`);
}

/**
 * Starts the server, independent of this process's life, and waits until it takes connections (recovery included).
 * Answers false when it could not start because of what a killed server left behind, which passes: try again.
 * @throws EmbeddedPostgresError with the server's own words when it could not start for another reason.
 */
export async function launchServer(engine: Engine, place: Place, fast: boolean): Promise<boolean> {
  const { dataDir, socketDir } = place;
  const version = fs.readFileSync(path.join(dataDir, "PG_VERSION"), "utf8").trim();
  if (version !== engine.major) {
    throw new EmbeddedPostgresError(`The database in ${dataDir} was made by PostgreSQL ${version}; installed is ${engine.major}.`);
  }
  const log = openLog(place);
  const settings = { ...SETTINGS, ...(fast ? FAST : DURABLE), unix_socket_directories: socketDir, cluster_name: place.id };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const child = spawn(engine.postgres, ["-D", dataDir, ...flags], {
    ...processOptions(place),
    detached: true,
    stdio: ["ignore", log.file, log.file],
  });
  fs.closeSync(log.file);
  let ended: Error | true | null = null;
  child.once("error", (error) => (ended = error)).once("exit", () => (ended = true));
  child.unref();
  while (!ended) {
    const server = inspectPostmaster(dataDir);
    if (server.state === "alive" && server.pid === child.pid && server.ready) return true;
    await pause(5);
  }
  const words = readFrom(place.logFile, log.size);
  if (/shared memory block .* is still in use|lock file .* already exists/.test(words)) return false;
  throw startFailure(place, ended, words);
}

function startFailure(place: Place, ended: Error | true, words: string): EmbeddedPostgresError {
  const reason = ended instanceof Error ? ended.message : (/(?:FATAL|PANIC): {2}(.*)/.exec(words)?.[1] ?? "it ended at once");
  return new EmbeddedPostgresError(`The embedded PostgreSQL does not start: ${reason} (see ${place.logFile}).`);
}

function processOptions({ account }: Place) {
  const options = {
    // Nothing of our environment (PGDATA, PGPORT, a foreign locale) may change how the server behaves.
    env: { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" } as unknown as NodeJS.ProcessEnv,
    // The account may be unable to enter our working directory.
    cwd: "/",
  } satisfies SpawnOptions;
  return account ? { ...options, ...account } : options;
}

function run(program: string, args: string[], options: SpawnOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, stdio: ["ignore", "ignore", "pipe"] });
    let words = "";
    child.stderr?.on("data", (chunk: Buffer) => (words += chunk.toString()));
    const fail = (reason: string) => reject(new EmbeddedPostgresError(`The database could not be created: ${reason.trim()}`));
    child.once("error", (error) => fail(error.message));
    child.once("close", (code, signal) => (code === 0 ? resolve() : fail(words || `initdb ended with ${signal ?? code}`)));
  });
}

function openLog({ logFile, account }: Place): { file: number; size: number } {
  const size = fs.existsSync(logFile) ? fs.statSync(logFile).size : 0;
  const file = fs.openSync(logFile, size > LOG_BYTES ? "w" : "a", 0o600);
  if (account) fs.fchownSync(file, account.uid, account.gid);
  return { file, size: size > LOG_BYTES ? 0 : size };
}

function readFrom(file: string, offset: number): string {
  return fs.readFileSync(file).subarray(offset).toString();
}
