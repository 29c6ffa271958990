import { Kysely } from "kysely";
import { PostgresJSDialect } from "kysely-postgres-js";
import postgres, { type Options, type Sql } from "postgres";
import { createConnectionPool } from "./connection-pool.server";
import type { DB } from "./schema";

/** The database seen through Kysely (`db`) and, where its features are needed (LISTEN), through postgres.js (`sql`). */
export interface Database {
  db: Kysely<DB>;
  sql: Sql;
  /** Waits for running queries (at most `seconds`) and closes every connection. */
  close(seconds?: number): Promise<void>;
}

const POOL_SIZE = 10;

// date as ISO text: a day without a time zone must not become an instant.
const asText = { to: 1082, from: [1082], serialize: (value: string) => value, parse: (value: string) => value };

/**
 * Opens the pools, each of at most `max` connections. Nothing is connected until the first query.
 * `application_name` tells processes apart, which the embedded server needs in order to stop with the last one.
 */
export function connectDatabase(options: Options<Record<string, never>>): Database {
  const complete = {
    max: POOL_SIZE,
    idle_timeout: 30,
    connect_timeout: 10,
    // In seconds. The default grows to 20: a page asked for after the database is back would wait as long.
    backoff: (attempt: number) => Math.min(0.05 * 2 ** attempt, 1),
    onnotice: () => undefined,
    ...options,
    types: { date: asText },
    connection: { application_name: `roadbook:${process.pid}`, timezone: "UTC", ...options.connection },
  } as unknown as Options<Record<string, never>>;
  const sql = postgres(complete) as unknown as Sql;
  const pool = createConnectionPool(complete, options.max ?? POOL_SIZE);
  // kysely-postgres-js takes a function that has what it uses of postgres.js: connections to borrow.
  const db = new Kysely<DB>({ dialect: new PostgresJSDialect({ postgres: Object.assign(() => undefined, pool) as unknown as Sql }) });
  return {
    db,
    sql,
    async close(seconds = 5) {
      await Promise.all([pool.end({ timeout: seconds }), sql.end({ timeout: seconds })]);
    },
  };
}
