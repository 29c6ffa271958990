import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import postgres from "postgres";
import { type Database, connectDatabase } from "~/db/connect.server";
import { migrateToLatest } from "~/db/migrate.server";
import type { EmbeddedPostgres } from "~/platform/postgres/index.server";
import { cloneName, dropDatabase } from "./clones";

// A template database is made once per state of its sources and cloned for every test file or browser worker.
// Several runs may use the cluster at once (two terminals, two branches), so nothing in use is ever dropped.

/** The cluster for tests, below the repository; kept between runs, because creating one takes longer than a start. */
export const TEST_DATA_DIR = path.resolve(".data/test-pg");

export interface Template {
  name: string;
  /** Until then no other run drops the template. */
  release(): Promise<void>;
}

/** The first 12 hex digits over names and contents of all files below `folders`. */
export function hashFolders(...folders: string[]): string {
  const hash = createHash("sha256");
  for (const folder of folders) {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const files = entries.map((entry) => path.join(entry.parentPath, entry.name)).sort();
    for (const file of files) hash.update(`${path.relative(folder, file)}\0`).update(readFileSync(file));
  }
  return hash.digest("hex").slice(0, 12);
}

/**
 * Makes (or finds) the template `<prefix>_<hash>`: migrated to the latest, then filled by `fill`.
 * Drops templates of the same prefix and clones that no running process needs.
 * @throws the migration's or the database's error; a half-made template is not left behind.
 */
export async function prepareTemplate(
  server: EmbeddedPostgres,
  prefix: string,
  hash: string,
  fill: (database: Database) => Promise<void> = async () => {},
): Promise<Template> {
  const name = `${prefix}_${hash}`;
  // The connection's name is the sign for other runs that the template is in use.
  const admin = postgres({ ...server.connection("postgres"), max: 1, connection: { application_name: name }, onnotice: () => {} });
  try {
    await dropLeftovers(admin, prefix, name);
    const existing = await admin`select 1 from pg_database where datname = ${name}`;
    if (existing.length === 0) await makeTemplate(server, admin, name, fill);
  } catch (error) {
    await admin.end({ timeout: 5 });
    throw error;
  }
  return { name, release: () => admin.end({ timeout: 5 }) };
}

async function makeTemplate(server: EmbeddedPostgres, admin: postgres.Sql, name: string, fill: (database: Database) => Promise<void>): Promise<void> {
  const unfinished = cloneName("building");
  await admin`create database ${admin(unfinished)}`;
  const database = connectDatabase(server.connection(unfinished));
  try {
    await migrateToLatest(database.db);
    await fill(database);
    // Statistics come along into every clone, so queries are planned as they would be in earnest.
    await database.sql`vacuum analyze`;
  } catch (error) {
    await database.close();
    await dropDatabase(admin, unfinished);
    throw error;
  }
  await database.close();
  try {
    await admin`alter database ${admin(unfinished)} rename to ${admin(name)}`;
  } catch (error) {
    await dropDatabase(admin, unfinished);
    // Another run was faster; its template is the same.
    if (!(error instanceof postgres.PostgresError && ["42P04", "23505"].includes(error.code))) throw error;
  }
}

async function dropLeftovers(admin: postgres.Sql, prefix: string, keep: string): Promise<void> {
  const names = await admin<{ name: string }[]>`
    select datname as name from pg_database
    where datname like 'roadbook\\_%' and datname <> ${keep}
      and datname not in (select application_name from pg_stat_activity)`;
  for (const { name } of names) {
    const [, owner] = /^roadbook_[a-z0-9]+_(\d+)_\d+$/.exec(name) ?? [];
    const isLeftover = owner === undefined ? name.startsWith(`${prefix}_`) : !isRunning(Number(owner));
    if (isLeftover) await dropDatabase(admin, name);
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
