import { Kysely } from "kysely";
import { PostgresJSDialect } from "kysely-postgres-js";
import postgres, { type Options, type Sql } from "postgres";
import type { DB } from "./schema";

/** One pool of connections, seen through Kysely (`db`) and, where its features are needed (LISTEN), directly (`sql`). */
export interface Database {
  db: Kysely<DB>;
  sql: Sql;
  /** Waits for running queries (at most `seconds`) and closes every connection. */
  close(seconds?: number): Promise<void>;
}

// date as ISO text: a day without a time zone must not become an instant.
const asText = { to: 1082, from: [1082], serialize: (value: string) => value, parse: (value: string) => value };

/**
 * Opens a pool. Nothing is connected until the first query.
 * `application_name` tells processes apart, which the embedded server needs in order to stop with the last one.
 */
export function connectDatabase(options: Options<Record<string, never>>): Database {
  const sql = postgres({
    max: 10,
    idle_timeout: 30,
    connect_timeout: 10,
    onnotice: () => undefined,
    ...options,
    types: { date: asText },
    connection: { application_name: `roadbook:${process.pid}`, timezone: "UTC", ...options.connection },
  } as unknown as Options<Record<string, never>>) as unknown as Sql;
  const db = new Kysely<DB>({ dialect: new PostgresJSDialect({ postgres: preparing(sql) }) });
  return { db, sql, close: (seconds = 5) => sql.end({ timeout: seconds }) };
}

/**
 * kysely-postgres-js sends every query unprepared, which costs a second round trip per query to learn
 * the parameter types. With `prepare` a statement is parsed once per connection. Texts without parameters
 * stay unprepared, so that migrations may hold several statements.
 */
function preparing(sql: Sql): Sql {
  return new Proxy(sql, {
    get(target, key, receiver) {
      if (key !== "reserve") return Reflect.get(target, key, receiver) as unknown;
      return async () => {
        const reserved = await target.reserve();
        return {
          unsafe: (text: string, parameters: never[]) => reserved.unsafe(text, parameters, { prepare: parameters.length > 0 }),
          release: () => reserved.release(),
        };
      };
    },
  });
}
