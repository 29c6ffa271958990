import { createHash } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { type Account, isReachable } from "./account";
import { EmbeddedPostgresError } from "./error";

/** Where one cluster lives. All paths are absolute and without symbolic links. */
export interface Place {
  account: Account | null;
  /** Names the cluster on this machine: the same for every process that asks for the same data. */
  id: string;
  dataDir: string;
  logFile: string;
  socketDir: string;
  socketFile: string;
}

/** Root's own place outside of every checkout, for data and engines that the server's account could not reach inside one. */
export const SYSTEM_HOME = "/var/lib/roadbook";

/** Longest path a Unix socket may have on every system we run on. */
const SOCKET_PATH_BYTES = 103;

/**
 * Decides where the cluster asked for as `requested` lives, and makes the directories around it.
 *
 * When the server's account cannot reach `requested` (a checkout below /root), the data goes under /var/lib and
 * `requested` becomes a symbolic link to it: visible to people, and kept when the checkout is moved.
 * @throws EmbeddedPostgresError when there is a cluster at `requested` that the account can no longer reach.
 */
export function choosePlace(requested: string, account: Account | null, systemHome = SYSTEM_HOME): Place {
  const parent = makeDirectory(path.dirname(path.resolve(requested)), 0o711);
  const wanted = path.join(parent, path.basename(requested));
  const linked = followLink(wanted);
  let dataDir = wanted;
  if (linked) dataDir = linked;
  else if (!isReachable(parent, account)) dataDir = moveOut(wanted, systemHome);

  const id = clusterName(dataDir);
  const socketDir = path.join(fs.existsSync("/tmp") ? "/tmp" : os.tmpdir(), id);
  const socketFile = path.join(socketDir, ".s.PGSQL.5432");
  if (Buffer.byteLength(socketFile) > SOCKET_PATH_BYTES) {
    throw new EmbeddedPostgresError(`The path ${socketFile} is too long for a Unix socket: set TMPDIR to a shorter directory.`);
  }
  return { account, id, dataDir, logFile: `${dataDir}.log`, socketDir, socketFile };
}

/**
 * Makes the socket's directory, open to the server's account (and root) only: the server asks for no password.
 * @throws EmbeddedPostgresError when somebody else made it before us.
 */
export function makeSocketDirectory({ socketDir, account }: Place): void {
  try {
    fs.mkdirSync(socketDir, { mode: 0o700 });
  } catch (error) {
    if (!fs.existsSync(socketDir)) throw error;
  }
  const self = process.getuid?.();
  const { uid } = fs.lstatSync(socketDir);
  if (!fs.lstatSync(socketDir).isDirectory() || (uid !== self && uid !== account?.uid)) {
    throw new EmbeddedPostgresError(`${socketDir} belongs to another user: remove it and start again.`);
  }
  fs.chmodSync(socketDir, 0o700);
  if (account) fs.chownSync(socketDir, account.uid, account.gid);
}

/** Leaves nothing in /tmp after the last one. What is not empty, or not ours, is left alone. */
export function removeSocketDirectory({ socketDir }: Place): void {
  try {
    fs.rmdirSync(socketDir);
  } catch {
    // Tidying up only: the next start makes do with whatever it finds.
  }
}

/** Creates what is missing with `mode` whatever the umask says; leaves what exists as it is. Answers the real path. */
export function makeDirectory(directory: string, mode: number): string {
  const first = fs.mkdirSync(directory, { recursive: true });
  for (let made = directory; first && made.length >= first.length; made = path.dirname(made)) fs.chmodSync(made, mode);
  return fs.realpathSync(directory);
}

/** The data directory that `wanted` links to, unless the checkout is a copy of the one the link was made for. */
function followLink(wanted: string): string | null {
  const target = readLink(wanted);
  if (!target) return null;
  const originFile = path.join(path.dirname(target), "origin");
  const origin = fs.existsSync(originFile) ? fs.readFileSync(originFile, "utf8") : "";
  const isCopy = origin !== wanted && readLink(origin) === target;
  if (fs.existsSync(path.dirname(target)) && !isCopy) {
    if (origin !== wanted) fs.writeFileSync(originFile, wanted);
    return target;
  }
  fs.unlinkSync(wanted);
  return null;
}

function moveOut(wanted: string, systemHome: string): string {
  if (fs.existsSync(wanted)) {
    throw new EmbeddedPostgresError(
      `The database in ${wanted} cannot be reached by the user PostgreSQL runs as: let others enter the directories above it (chmod o+x).`,
    );
  }
  const home = makeDirectory(path.join(systemHome, `data-${hash(wanted)}`), 0o755);
  const dataDir = path.join(home, path.basename(wanted));
  fs.writeFileSync(path.join(home, "origin"), wanted);
  fs.symlinkSync(dataDir, wanted);
  return dataDir;
}

function readLink(file: string): string | null {
  try {
    return path.resolve(path.dirname(file), fs.readlinkSync(file));
  } catch {
    return null;
  }
}

/** Stands in the title of every process of the cluster's server, where all can read it. */
export const clusterName = (dataDir: string) => `roadbook-${hash(dataDir)}`;

const hash = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 12);
