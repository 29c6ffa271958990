import { test as base } from "@playwright/test";
import postgres, { type Sql } from "postgres";
import { cloneName, cloneTemplate, dropDatabase } from "../../setup/clones";
import { readCluster } from "./cluster";
import { type RunningApp, startApp } from "./start-app";

export { expect } from "@playwright/test";

/** A production server on its own copy of the demo company's database. */
export interface TestServer {
  readonly app: RunningApp;
  /** Straight to its database, for what no page shows. */
  readonly sql: Sql;
  /** For a second process on the same database. */
  readonly databaseUrl: string;
  /** Starts it again on the same database and the same port, after `app.kill()` or `app.stop()`. */
  restart(): Promise<void>;
}

/** Makes a database and starts a server on it; `close` undoes both. */
export async function openServer(env: Record<string, string> = {}): Promise<TestServer & { close(): Promise<void> }> {
  const { template, connection } = readCluster();
  const admin = postgres({ ...connection, max: 1, onnotice: () => {} });
  const database = cloneName("e2e");
  await cloneTemplate(admin, template, database);
  const sql = postgres({ ...connection, database, max: 2, onnotice: () => {} });
  const url = `postgres:///${database}?host=${encodeURIComponent(connection.host)}&user=${connection.user}`;
  let app = await startApp({ DATABASE_URL: url, ...env });
  const port = new URL(app.origin).port;
  return {
    get app() {
      return app;
    },
    sql,
    databaseUrl: url,
    async restart() {
      app = await startApp({ DATABASE_URL: url, ...env, PORT: port });
    },
    async close() {
      await app.stop();
      await sql.end({ timeout: 5 });
      await dropDatabase(admin, database);
      await admin.end({ timeout: 5 });
    },
  };
}

/**
 * Playwright's `test` with a server: `server` is shared by the tests one worker runs (they must not get in one
 * another's way), `ownServer` belongs to one test, which may kill it. `page.goto("/…")` goes to `server`.
 */
export const test = base.extend<{ ownServer: TestServer }, { server: TestServer }>({
  server: [
    async ({}, use) => {
      const server = await openServer();
      await use(server);
      await server.close();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  ownServer: async ({}, use) => {
    const server = await openServer();
    await use(server);
    await server.close();
  },
  baseURL: async ({ server }, use) => use(server.app.origin),
});
