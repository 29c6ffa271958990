import type { Kysely } from "kysely";
import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, inject } from "vitest";
import { type Database, connectDatabase } from "~/db/connect.server";
import type { DB } from "~/db/schema";
import type { DatabaseOptions } from "~/db/url";
import { cloneName, cloneTemplate, dropDatabase } from "./clones";

/** A migrated, empty database that belongs to one test file. Readable from `beforeAll` on. */
export interface TestDatabase {
  readonly db: Kysely<DB>;
  readonly sql: Sql;
  /** For a second pool or another process. */
  readonly options: DatabaseOptions;
}

/**
 * Gives the calling test file (or `describe`) a database of its own, cloned from the template, and drops it afterwards.
 * Tests of one file share it: they should not rely on tables being empty.
 */
export function useDatabase(): TestDatabase {
  const server = inject("testServer");
  const options = { ...server, database: cloneName("test") };
  let database: Database | undefined;

  beforeAll(async () => {
    await administer((admin) => cloneTemplate(admin, inject("templateName"), options.database));
    database = connectDatabase(options);
  });

  afterAll(async () => {
    await database?.close();
    await administer((admin) => dropDatabase(admin, options.database));
  });

  const opened = () => {
    if (!database) throw new Error("The test database is not open yet: use it in beforeAll, beforeEach or a test.");
    return database;
  };
  return {
    options,
    get db() {
      return opened().db;
    },
    get sql() {
      return opened().sql;
    },
  };
}

async function administer(work: (admin: Sql) => Promise<void>): Promise<void> {
  const admin = postgres({ ...inject("testServer"), database: "postgres", max: 1, onnotice: () => {} });
  try {
    await work(admin);
  } finally {
    await admin.end({ timeout: 5 });
  }
}
