import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { EmbeddedPostgresError, errorCode, pause } from "./error";
import { clusterName, type Place } from "./place";

/** What `postmaster.pid` in a data directory says, checked against the processes that really run. */
export type Postmaster =
  | { state: "none" }
  /** The file is left over: its process is gone, a zombie, or another program that was given the same number since. */
  | { state: "stale" }
  | { state: "alive"; pid: number; ready: boolean };

/**
 * Looks at the server of a data directory.
 * @throws EmbeddedPostgresError when the data belongs to a user whose files we may not read.
 */
export function inspectPostmaster(dataDir: string): Postmaster {
  let lines: string[];
  try {
    lines = fs.readFileSync(path.join(dataDir, "postmaster.pid"), "utf8").split("\n");
  } catch (error) {
    if (errorCode(error) === "ENOENT") return { state: "none" };
    throw new EmbeddedPostgresError(`The database in ${dataDir} belongs to another user: start as that user.`, { cause: error });
  }
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 1 || !isServerOf(pid, dataDir)) return { state: "stale" };
  // Line 8 is the server's own word on its state; before it is written, the server is starting.
  return { state: "alive", pid, ready: lines[7]?.trim() === "ready" };
}

/**
 * Removes what a dead server left. PostgreSQL would do so itself only where its process number is not in use again,
 * not even by a zombie; the socket's lock file names the same number.
 */
export function removeLeftovers({ dataDir, socketFile }: Place): void {
  for (const file of [path.join(dataDir, "postmaster.pid"), `${socketFile}.lock`, socketFile]) fs.rmSync(file, { force: true });
}

/** Stops the server within a minute: open transactions are rolled back, everything committed is on disk. */
export async function stopPostmaster(dataDir: string): Promise<void> {
  const server = inspectPostmaster(dataDir);
  if (server.state !== "alive") return;
  // SIGINT is PostgreSQL's "fast" shutdown; SIGQUIT, its "immediate" one, leaves recovery to the next start.
  for (const [signal, seconds] of [["SIGINT", 45], ["SIGQUIT", 15]] as const) {
    process.kill(server.pid, signal);
    for (let waited = 0; waited < seconds * 1000; waited += 10) {
      if (!isServerOf(server.pid, dataDir)) return;
      await pause(10);
    }
  }
  throw new EmbeddedPostgresError(`The database server (process ${server.pid}) does not stop.`);
}

/**
 * Ends what a killed server left behind: its workers notice within moments unless they are busy, and as long as one
 * lives no new server may open the data. Their postmaster is gone, so nothing they do can be committed any more.
 */
export function killOrphans(dataDir: string): number {
  if (process.platform !== "linux") return 0;
  const orphans = fs.readdirSync("/proc").map(Number).filter((pid) => pid > 1 && pid !== process.pid && isServerOf(pid, dataDir));
  for (const pid of orphans) process.kill(pid, "SIGKILL");
  return orphans.length;
}

/** Whether `pid` is a living PostgreSQL process that works in `dataDir`. */
function isServerOf(pid: number, dataDir: string): boolean {
  return process.platform === "linux" ? isServerByProc(pid, dataDir) : isServerByPs(pid, dataDir);
}

function isServerByProc(pid: number, dataDir: string): boolean {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, "utf8");
    const name = stat.slice(stat.indexOf("(") + 1, stat.lastIndexOf(")"));
    const state = stat.slice(stat.lastIndexOf(")") + 2, stat.lastIndexOf(")") + 3);
    return name === "postgres" && state !== "Z" && state !== "X" && worksIn(pid, dataDir);
  } catch {
    return false;
  }
}

/** A server changes into its data directory, however the path was written that it was started with. */
function worksIn(pid: number, dataDir: string): boolean {
  try {
    return fs.readlinkSync(`/proc/${pid}/cwd`) === fs.realpathSync(dataDir);
  } catch (error) {
    if (errorCode(error) !== "EACCES" && errorCode(error) !== "EPERM") return false;
    // Root in a container without CAP_SYS_PTRACE may not look; the command line is open to all. A worker's is its title.
    const line = fs.readFileSync(`/proc/${pid}/cmdline`, "utf8");
    return line.split("\0").includes(dataDir) || line.startsWith(`postgres: ${clusterName(dataDir)}: `);
  }
}

function isServerByPs(pid: number, dataDir: string): boolean {
  try {
    const line = execFileSync("ps", ["-o", "stat=,command=", "-p", String(pid)], { encoding: "utf8" }).trim();
    return !line.startsWith("Z") && line.includes(dataDir);
  } catch {
    return false;
  }
}
