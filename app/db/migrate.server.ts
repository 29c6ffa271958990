import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { type Kysely, type Migration, Migrator, sql } from "kysely";
import type { DB } from "./schema";

const folder = path.resolve("db/migrations");

/** The migrations in `db/migrations`, by name without `.sql`, in order. They only go forward. */
export async function readMigrations(): Promise<Record<string, Migration>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".sql")).sort();
  const entries = await Promise.all(
    names.map(async (name) => {
      const text = await readFile(path.join(folder, name), "utf8");
      return [name.slice(0, -".sql".length), { up: async (db: Kysely<unknown>) => void (await sql.raw(text).execute(db)) }] as const;
    }),
  );
  return Object.fromEntries(entries);
}

/**
 * Brings the database to the newest migration, each in its own step of one transaction; two processes
 * at once are told apart by Kysely's lock. Answers the names applied now.
 * @throws the database's error, with the migration's name, when one fails: nothing of this run is kept.
 */
export async function migrateToLatest(db: Kysely<DB>, log: (message: string) => void = () => undefined, upTo?: string): Promise<string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: readMigrations } });
  const { error, results = [] } = upTo ? await migrator.migrateTo(upTo) : await migrator.migrateToLatest();
  for (const result of results) {
    if (result.status === "Success") log(`migrated: ${result.migrationName}`);
  }
  if (error) {
    const failed = results.find((result) => result.status === "Error");
    throw new Error(`migration ${failed?.migrationName ?? "(none)"} failed: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
  return results.map((result) => result.migrationName);
}
