import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import postgres, { type Sql } from "postgres";
import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from "vitest";
import { type EmbeddedPostgres, ensurePostgres } from "~/platform/postgres/index.server";

/** Another process that uses the cluster. */
export interface OtherProcess {
  started: boolean | undefined;
  kill(): Promise<void>;
  /** Lets it give the server back. Answers whether it stopped it. */
  leave(): Promise<boolean | undefined>;
}

/**
 * For tests of the supervisor itself: every test gets a directory of its own, and every server it started is ended.
 * `initialised` puts a new cluster there, copied from one that is made once, which is faster than making one each time.
 */
export function useClusters({ initialised = false } = {}) {
  const t = {
    /** A temporary directory for this test; `dataDir` lies in it. */
    parent: "",
    dataDir: "",
    /** What the supervisors of this process logged. */
    messages: [] as string[],
    hold,
    holdElsewhere,
    endWithTest: (child: ChildProcess) => children.push(child),
  };
  let held: EmbeddedPostgres[] = [];
  let children: ChildProcess[] = [];
  let original = "";

  if (initialised) {
    beforeAll(async () => {
      makeParent();
      const handle = await hold();
      await handle.stop();
      original = t.parent;
    });
    afterAll(() => fs.rmSync(original, { recursive: true, force: true }));
  }

  function makeParent() {
    t.parent = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "roadbook-test-")));
    fs.chmodSync(t.parent, 0o755);
    t.dataDir = path.join(t.parent, "data/pg");
  }

  beforeEach(() => {
    makeParent();
    // Not fs.cp: it does not keep the owner, which is not us when we are root.
    if (original) execFileSync("cp", ["-a", path.join(original, "data"), t.parent]);
    [held, children, t.messages] = [[], [], []];
  });

  afterEach(async () => {
    for (const child of children) child.kill("SIGKILL");
    await Promise.all(children.map((child) => child.exitCode ?? child.signalCode ?? once(child, "exit")));
    for (const handle of held) await handle.stop();
    // A child that was killed may have left its server: taking it over and giving it back ends it.
    if (fs.existsSync(path.join(t.dataDir, "postmaster.pid"))) await (await hold()).stop();
    for (const { dataDir } of held) {
      if (!dataDir.startsWith(t.parent)) fs.rmSync(path.dirname(dataDir), { recursive: true, force: true });
    }
    fs.rmSync(t.parent, { recursive: true, force: true });
  });

  async function hold(): Promise<EmbeddedPostgres> {
    const handle = await ensurePostgres({ dataDir: t.dataDir, log: (message) => t.messages.push(message) });
    held.push(handle);
    return handle;
  }

  async function holdElsewhere(): Promise<OtherProcess> {
    const child = spawn(process.execPath, ["--import", "tsx", "tests/setup/hold-postgres.ts", t.dataDir], { stdio: ["pipe", "pipe", "inherit"] });
    children.push(child);
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const read = async () => {
      const next = await lines.next();
      if (next.done) throw new Error("the other process ended without a word");
      return JSON.parse(next.value) as { started?: boolean; stopped?: boolean };
    };
    const { started } = await read();
    return {
      started,
      kill: async () => {
        child.kill("SIGKILL");
        await once(child, "exit");
      },
      leave: async () => {
        child.stdin.end();
        return (await read()).stopped;
      },
    };
  }

  return t;
}

/** Runs `work` on a connection of its own. */
export async function query<T>(handle: EmbeddedPostgres, work: (sql: Sql) => PromiseLike<T>): Promise<T> {
  const sql = postgres({ ...handle.connection("postgres"), max: 1 });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** 1, if the server answers. */
export const askOne = (handle: EmbeddedPostgres) => query(handle, async (sql) => (await sql<{ one: number }[]>`select 1 as one`)[0]?.one);

export const serverPid = ({ dataDir }: EmbeddedPostgres) => Number(fs.readFileSync(path.join(dataDir, "postmaster.pid"), "utf8").split("\n")[0]);

/** Kills the server the hard way and waits until the process is gone (or a zombie that nobody collects). */
export async function killServer(handle: EmbeddedPostgres): Promise<void> {
  const pid = serverPid(handle);
  process.kill(pid, "SIGKILL");
  const isGone = () => {
    try {
      process.kill(pid, 0);
      return process.platform === "linux" && isZombie(pid);
    } catch {
      return true;
    }
  };
  await vi.waitFor(() => expect(isGone()).toBe(true), { timeout: 10_000, interval: 5 });
}

/** Linux only. */
export const isZombie = (pid: number) => fs.readFileSync(`/proc/${pid}/stat`, "utf8").includes(") Z ");
