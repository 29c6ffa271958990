import postgres from "postgres";
import { connectDatabase, type Database, parseDatabaseUrl } from "~/db/index.server";
import type { Env } from "~/platform/env";
import { ensurePostgres } from "~/platform/postgres/index.server";

const DATABASE = "roadbook";

/** A database to work with, the address other clients (jobs) need, and how to let go of it. */
export interface OpenDatabase extends Database {
  url: string;
  embedded: boolean;
  stop(): Promise<void>;
}

/**
 * Opens the server of `DATABASE_URL`, or starts the embedded one.
 * @throws Error with one sentence that says what to do.
 */
export async function openDatabase(env: Env, log: (message: string) => void): Promise<OpenDatabase> {
  if (env.DATABASE_URL) {
    const database = connectDatabase(parseDatabaseUrl(env.DATABASE_URL));
    try {
      await database.sql`select 1`;
    } catch (error) {
      await database.close(1);
      throw new Error(`The database of DATABASE_URL cannot be reached: ${reason(error)}.`, { cause: error });
    }
    return { ...database, url: env.DATABASE_URL, embedded: false, stop: () => database.close() };
  }
  const engine = await ensurePostgres({ dataDir: env.ROADBOOK_DATA_DIR, log });
  await engine.ensureDatabase(DATABASE);
  const database = connectDatabase(engine.connection(DATABASE));
  const stop = async (): Promise<void> => {
    await database.close();
    await engine.stop();
  };
  return { ...database, url: engine.url(DATABASE), embedded: true, stop };
}

function reason(error: unknown): string {
  if (error instanceof postgres.PostgresError) return error.message;
  const failure = error as { code?: string; message?: string };
  return failure.code ?? failure.message ?? "unknown";
}
