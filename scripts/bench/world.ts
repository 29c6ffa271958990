import { randomBytes } from "node:crypto";
import path from "node:path";
import postgres, { type Sql } from "postgres";
import { type EmbeddedPostgres, ensurePostgres } from "~/platform/postgres/index.server";
import { type RunningApp, startApp } from "../../tests/e2e/support/start-app";
import { cloneName, cloneTemplate, dropDatabase } from "../../tests/setup/clones";
import { hashFolders, prepareTemplate } from "../../tests/setup/templates";

/** The cluster of benchmarks: with fsync as in earnest, kept between runs. */
const DATA_DIR = path.resolve(".data/bench-pg");

/** A database with the demo company that belongs to one part of a run. */
export interface World {
  sql: Sql;
  url: string;
  /** Starts a production server on the database, reachable from this machine only. */
  serve(env?: Record<string, string>): Promise<RunningApp>;
}

/** Makes a world for `work` and takes everything down again, whatever happens. */
export async function inWorld<T>(work: (world: World) => Promise<T>): Promise<T> {
  const server = await ensurePostgres({ dataDir: DATA_DIR });
  try {
    const template = await prepareTemplate(server, "roadbook_bench", await sourcesHash(), (database) => fillByServer(server, database.sql));
    try {
      return await inClone(server, template.name, work);
    } finally {
      await template.release();
    }
  } finally {
    await server.stop();
  }
}

async function inClone<T>(server: EmbeddedPostgres, template: string, work: (world: World) => Promise<T>): Promise<T> {
  const admin = postgres({ ...server.connection("postgres"), max: 1, onnotice: () => {} });
  const database = cloneName("bench");
  await cloneTemplate(admin, template, database);
  const sql = postgres({ ...server.connection(database), max: 4, onnotice: () => {} });
  const url = server.url(database);
  const apps: RunningApp[] = [];
  try {
    const serve = async (env: Record<string, string> = {}): Promise<RunningApp> => {
      const app = await startApp({ DATABASE_URL: url, ROADBOOK_BENCH: "1", ...env });
      apps.push(app);
      return app;
    };
    return await work({ sql, url, serve });
  } finally {
    await Promise.all(apps.map((app) => app.stop()));
    await sql.end({ timeout: 5 });
    await dropDatabase(admin, database);
    await admin.end({ timeout: 5 });
  }
}

/** The demo tells a story that ends today, so yesterday's database is stale, too. */
async function sourcesHash(): Promise<string> {
  const today = new Date().toISOString().slice(0, 10).replaceAll("-", "");
  return Promise.resolve(`${hashFolders("app", "db", "content")}${today}`);
}

/** The server itself publishes the chapters and seeds the demo company, exactly as at somebody's first start. */
async function fillByServer(server: EmbeddedPostgres, sql: Sql): Promise<void> {
  const [row] = await sql<{ name: string }[]>`select current_database() as name`;
  const app = await startApp({ DATABASE_URL: server.url(row?.name ?? ""), ROADBOOK_SEED: "demo", ROADBOOK_JOBS: "off" });
  const code = await app.stop();
  if (code !== 0) throw new Error(`The server did not stop in order (${code}). It wrote:\n${app.output()}`);
}

/** Signs a person in by a row as `app/auth` makes it; answers the Cookie header. */
export async function sessionCookie(sql: Sql, personId: string): Promise<string> {
  const id = Array.from(randomBytes(40), (byte) => "abcdefghijklmnopqrstuvwxyz234567"[byte % 32]).join("");
  await sql`insert into session ${sql({ id, user_id: personId, expires_at: new Date(Date.now() + 30 * 86_400_000), user_agent: "bench", ip: "127.0.0.1" })}`;
  return `roadbook_session=${id}`;
}
