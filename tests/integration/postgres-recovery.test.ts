import { spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import postgres from "postgres";
import { describe, expect, it, vi } from "vitest";
import type { EmbeddedPostgres } from "~/platform/postgres/index.server";
import { askOne, isZombie, killServer, query, serverPid, useClusters } from "../setup/embedded-postgres";

const t = useClusters({ initialised: true });

const keepSeven = (handle: EmbeddedPostgres) => query(handle, (sql) => sql`create table kept as select 7 as n`);
const readKept = (handle: EmbeddedPostgres) => query(handle, (sql) => sql`select n from kept`);

describe("after kill -9", () => {
  it("of the app, the next one takes its server over and no longer counts the dead", async () => {
    const there = await t.holdElsewhere();
    await there.kill();
    const here = await t.hold();
    expect(here.started).toBe(false);
    expect(await here.stop()).toBe(true);
  });

  it("of the app and the server, what was committed is there", async () => {
    const there = await t.holdElsewhere();
    const here = await t.hold();
    await keepSeven(here);
    await there.kill();
    await killServer(here);
    expect(await readKept(await t.hold())).toMatchObject([{ n: 7 }]);
  });

  it("of the server, whoever holds it starts it again and pools reconnect", async () => {
    const handle = await t.hold();
    await keepSeven(handle);
    const pool = postgres({ ...handle.connection("postgres"), max: 2 });
    const pid = serverPid(handle);
    await killServer(handle);
    await vi.waitFor(async () => expect(await pool`select n from kept`).toMatchObject([{ n: 7 }]), { timeout: 20_000, interval: 50 });
    expect(serverPid(handle)).not.toBe(pid);
    await pool.end();
    expect(await handle.stop()).toBe(true);
  });

  it("of the server, a worker too busy to notice is ended", async () => {
    const handle = await t.hold();
    const pool = postgres({ ...handle.connection("postgres"), max: 1, connection: { application_name: "busy" } });
    const busy = pool`select count(*) from generate_series(1, 100000) a, generate_series(1, 100000) b`.then(
      () => "finished",
      () => "cut off",
    );
    const isBusy = () => query(handle, (sql) => sql`select 1 from pg_stat_activity where application_name = 'busy' and state = 'active'`);
    await vi.waitFor(async () => expect(await isBusy()).toHaveLength(1), { timeout: 10_000, interval: 20 });
    await killServer(handle);
    expect(await busy).toBe("cut off");
    await vi.waitFor(async () => expect(await askOne(handle)).toBe(1), { timeout: 25_000, interval: 50 });
    await pool.end({ timeout: 0 });
  });

  it("a removed socket is made anew, and everybody who held the server holds it again", async () => {
    const first = await t.hold();
    fs.rmSync(path.join(first.socketDir, ".s.PGSQL.5432"));
    const second = await t.hold();
    expect(second.started).toBe(true);
    await vi.waitFor(async () => {
      const leases = await query(second, (sql) => sql`select 1 from pg_stat_activity where application_name = 'roadbook lease'`);
      expect(leases).toHaveLength(2);
    }, { timeout: 20_000, interval: 50 });
    expect(await second.stop()).toBe(false);
    expect(await first.stop()).toBe(true);
  });
});

describe("a postmaster.pid that was left over", () => {
  /** Both files that a server holds its process number in. */
  const leave = ({ dataDir, socketDir }: EmbeddedPostgres, pid: number) => {
    fs.writeFileSync(path.join(dataDir, "postmaster.pid"), `${pid}\n${dataDir}\n1700000000\n5432\n${socketDir}\n\n  1 1\nready   \n`);
    fs.mkdirSync(socketDir, { mode: 0o700 });
    fs.writeFileSync(path.join(socketDir, ".s.PGSQL.5432.lock"), `${pid}\n${dataDir}\n1700000000\n5432\n${socketDir}\n`);
  };

  async function stopped() {
    const handle = await t.hold();
    await handle.stop();
    return handle;
  }

  async function expectFreshStart() {
    const handle = await t.hold();
    expect(handle.started).toBe(true);
    expect(await askOne(handle)).toBe(1);
  }

  it("by a process that is gone does not matter", async () => {
    const gone = spawn(process.execPath, ["--version"], { stdio: "ignore" });
    await once(gone, "exit");
    leave(await stopped(), gone.pid ?? 0);
    await expectFreshStart();
  });

  it("with a number that somebody else's process has now does not matter", async () => {
    leave(await stopped(), process.pid);
    await expectFreshStart();
    process.kill(process.pid, 0);
  });

  it("empty does not matter", async () => {
    const { dataDir } = await stopped();
    fs.writeFileSync(path.join(dataDir, "postmaster.pid"), "");
    await expectFreshStart();
  });

  it.runIf(process.platform === "linux")("by a zombie does not matter", async () => {
    const handle = await stopped();
    // A shell starts a child and turns into a program that never collects it; only then may the child end.
    const keeper = spawn("sh", ["-c", "head -c1 <&3 >/dev/null & echo $!; exec sleep 600"], { stdio: ["ignore", "pipe", "inherit", "pipe"] });
    t.endWithTest(keeper);
    const [line] = (await once(createInterface({ input: keeper.stdout as Readable }), "line")) as [string];
    const pid = Number(line);
    await vi.waitFor(() => expect(fs.readFileSync(`/proc/${keeper.pid}/comm`, "utf8")).toBe("sleep\n"), { timeout: 10_000, interval: 5 });
    (keeper.stdio[3] as Writable).end("x");
    await vi.waitFor(() => expect(isZombie(pid)).toBe(true), { timeout: 10_000, interval: 5 });
    leave(handle, pid);
    await expectFreshStart();
  });

  it("of another cluster's server does not matter, and does not harm that one", async () => {
    const handle = await stopped();
    const dataDir = t.dataDir;
    t.dataDir = path.join(t.parent, "other/pg");
    const other = await t.hold();
    t.dataDir = dataDir;
    leave(handle, serverPid(other));
    await expectFreshStart();
    expect(await askOne(other)).toBe(1);
  });
});
