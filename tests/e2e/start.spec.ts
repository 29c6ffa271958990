// Starting, staying up, stopping: what whoever runs the server relies on.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import postgres from "postgres";
import { ask } from "./support/people";
import { expect, test } from "./support/server";
import { type RunningApp, startApp } from "./support/start-app";

/** A directory of this test's own, short enough for a socket, which PostgreSQL's account can reach. */
function temporary(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "rb-"));
  fs.chmodSync(folder, 0o755);
  return folder;
}

const health = async (origin: string) => (await fetch(`${origin}/health`)).status;

/** What a start that fails writes: one line, after Node's and npm's own. */
async function failure(env: Record<string, string>): Promise<string> {
  const error = await startApp(env).then(
    async (app) => {
      await app.stop();
      return new Error("it started");
    },
    (reason: unknown) => reason as Error,
  );
  expect(error.message).toContain("ended with code 1");
  const lines = error.message.split("\n").slice(1).filter((line) => line.trim() !== "");
  expect(lines, error.message).toHaveLength(1);
  return lines[0]!;
}

test.describe("a start that cannot be says why in one sentence", () => {
  test("the port is taken", async ({ server }) => {
    const { port } = new URL(server.app.origin);
    const [row] = await server.sql<{ name: string }[]>`select current_database() as name`;
    const { host, user } = server.sql.options;
    const url = `postgres:///${row!.name}?host=${encodeURIComponent(path.dirname(String(server.sql.options.path ?? `${host[0]}/x`)))}&user=${user}`;
    expect(await failure({ DATABASE_URL: url, PORT: port })).toMatch(new RegExp(`^Roadbook could not start.*: Port ${port} is taken: stop what runs there, or set PORT to another number\\.$`));
    expect(await health(server.app.origin)).toBe(200);
  });

  test("nothing answers at DATABASE_URL", async () => {
    expect(await failure({ DATABASE_URL: "postgres://roadbook:secret@127.0.0.1:1/roadbook" })).toMatch(/^Roadbook could not start.*: The database of DATABASE_URL cannot be reached: .*ECONNREFUSED.*\.$/);
  });

  test("DATABASE_URL is no address, and its password is not repeated", async () => {
    for (const url of ["mysql://u:geheim@localhost/x", "postgres://u:geheim@localhost/x?what=1", "postgres://u:geheim@:::/"]) {
      const sentence = await failure({ DATABASE_URL: url });
      expect.soft(sentence).toContain("DATABASE_URL");
      expect.soft(sentence).not.toContain("geheim");
    }
  });

  test("a variable has no usable value", async () => {
    expect(await failure({ PORT: "http" })).toMatch(/^Roadbook could not start.*: These environment variables are not usable: PORT \(.*\)\.$/);
  });
});

test("the embedded database: a first start from nothing, kill -9, and the next start serves the same", async () => {
  test.setTimeout(180_000);
  const folder = temporary();
  const env = { DATABASE_URL: "", ROADBOOK_DATA_DIR: path.join(folder, "pg"), ROADBOOK_SEED: "none" };
  let app: RunningApp | undefined;
  try {
    app = await startApp(env);
    expect(await health(app.origin)).toBe(200);
    expect(app.output()).not.toContain("Demo accounts");
    const pid = app.pid;
    await app.kill();
    app = await startApp(env);
    expect(app.pid).not.toBe(pid);
    expect(await health(app.origin)).toBe(200);
    const { output, stop } = app;
    expect(await stop(), output()).toBe(0);
    app = undefined;
    const answers = fs.existsSync(path.join(folder, "pg/postmaster.pid"));
    expect(answers, "the last one out stops the database").toBe(false);
  } finally {
    await app?.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  }
});

test("the database goes: 503 and a page that says so; it returns: 200, without a restart", async () => {
  test.setTimeout(180_000);
  const folder = temporary();
  let holder: ChildProcess | undefined;
  const hold = async (): Promise<string> => {
    holder = spawn(process.execPath, ["--import", "tsx", "tests/e2e/support/hold-cluster.ts", path.join(folder, "pg")], { stdio: ["pipe", "pipe", "inherit"] });
    const line = once(createInterface({ input: holder.stdout! }), "line") as Promise<[string]>;
    const failed = once(holder, "exit").then(([code]): never => {
      throw new Error(`the test's own database did not start (code ${String(code)})`);
    });
    failed.catch(() => undefined);
    return (await Promise.race([line, failed]))[0];
  };
  const release = async (): Promise<void> => {
    if (!holder || holder.exitCode !== null || holder.signalCode !== null) return;
    const ended = once(holder, "exit");
    holder.stdin!.end();
    await ended;
  };
  let app: RunningApp | undefined;
  try {
    const url = await hold();
    app = await startApp({ DATABASE_URL: url });
    const { origin } = app;
    expect(await health(origin)).toBe(200);
    // Somebody else's server: the last to let go of it stops it, so the test must not count as a user of it.
    await terminate(url, holder!);
    await expect.poll(() => health(origin), { timeout: 30_000 }).toBe(503);
    // Whatever is asked meanwhile gets an answer, and the process lives on.
    for (let round = 0; round < 5; round += 1) {
      const pages = await Promise.all(Array.from({ length: 15 }, () => fetch(`${origin}/account`, { headers: { cookie: `roadbook_session=${"a".repeat(40)}` } })));
      expect(pages.map((page) => page.status)).toEqual(pages.map(() => 503));
      expect(await pages[0]!.text()).toContain("暂时无法使用");
    }
    await hold();
    await expect.poll(() => health(origin), { timeout: 60_000 }).toBe(200);
    // More than the pool has connections: none of them was lost for good.
    const signIns = await Promise.all(Array.from({ length: 30 }, () => ask({ app: { origin } }, "nobody", "/sign-in", { form: { email: "nobody@hengneng.test", password: "x" } })));
    expect(signIns.filter((answer) => answer.status >= 500)).toEqual([]);
    expect(await app.stop()).toBe(0);
    app = undefined;
  } finally {
    await app?.stop();
    await release();
    fs.rmSync(folder, { recursive: true, force: true });
  }

  /** Ends the holder without letting it start the server again, then the server itself. */
  async function terminate(url: string, child: ChildProcess): Promise<void> {
    const gone = once(child, "exit");
    child.kill("SIGKILL");
    await gone;
    const [pid] = fs.readFileSync(path.join(folder, "pg/postmaster.pid"), "utf8").split("\n");
    process.kill(Number(pid), "SIGINT");
    expect(url).toContain("roadbook");
  }
});

test("SIGTERM lets a running request finish, takes no new one, and ends with code 0", async ({ ownServer }) => {
  const { origin, pid } = ownServer.app;
  const blocker = postgres({ ...ownServer.sql.options, host: undefined, max: 1, onnotice: () => undefined } as unknown as postgres.Options<Record<string, never>>);
  try {
    let unlock = (): void => undefined;
    const locked = new Promise<void>((resolve) => {
      void blocker.begin(async (sql) => {
        await sql`lock table outbox_mail in access exclusive mode`;
        resolve();
        await new Promise<void>((done) => (unlock = done));
      });
    });
    await locked;
    const running = ask(ownServer, "admin", "/admin/mail");
    await expect.poll(async () => (await ownServer.sql`select 1 from pg_locks where not granted`).length).toBeGreaterThan(0);
    process.kill(pid, "SIGTERM");
    await expect.poll(() => fetch(`${origin}/health`).then((response) => response.status, () => "refused")).not.toBe(200);
    unlock();
    const response = await running;
    expect(response.status).toBe(200);
    expect(await response.text()).toContain("</html>");
    expect(await ownServer.app.stop()).toBe(0);
  } finally {
    await blocker.end({ timeout: 5 });
  }
});
