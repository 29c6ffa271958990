import fs from "node:fs";
import path from "node:path";
import postgres from "postgres";
import { describe, expect, it } from "vitest";
import { EmbeddedPostgresError } from "~/platform/postgres/index.server";
import { askOne, query, useClusters } from "../setup/embedded-postgres";

describe("the first start", () => {
  const t = useClusters();

  it("creates a cluster, listens on a private socket only, and stops it", async () => {
    const handle = await t.hold();
    expect(handle.started).toBe(true);
    expect(await askOne(handle)).toBe(1);
    expect(fs.statSync(handle.socketDir).mode & 0o777).toBe(0o700);
    const [settings] = await query(handle, (sql) => sql`select current_setting('listen_addresses') as tcp, current_setting('max_connections') as clients`);
    expect(settings).toEqual({ tcp: "", clients: "200" });
    expect(await handle.stop()).toBe(true);
    expect(fs.existsSync(path.join(handle.dataDir, "postmaster.pid"))).toBe(false);
  });

  it("clears away a first start that was killed, and keeps files it does not know", async () => {
    fs.mkdirSync(path.join(t.parent, "data/pg.init-1/base"), { recursive: true });
    fs.mkdirSync(t.dataDir);
    fs.writeFileSync(path.join(t.dataDir, "PG_VERSION"), "18\n");
    expect(await askOne(await t.hold())).toBe(1);
    const names = fs.readdirSync(path.join(t.parent, "data"));
    expect(names).not.toContain("pg.init-1");
    expect(names.filter((name) => name.startsWith("pg.incomplete-"))).toHaveLength(1);
  });
});

describe("a running cluster", () => {
  const t = useClusters({ initialised: true });

  it("keeps everything acknowledged, whatever ends it", async () => {
    const handle = await t.hold();
    const [durability] = await query(
      handle,
      (sql) => sql`select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit, current_setting('full_page_writes') as pages`,
    );
    expect(durability).toEqual({ fsync: "on", commit: "on", pages: "on" });
  });

  it("has the extensions the schema asks for", async () => {
    const handle = await t.hold();
    await query(handle, (sql) => sql.unsafe("create extension pg_trgm; create extension btree_gist"));
  });

  it("creates a database once, whoever asks", async () => {
    const handle = await t.hold();
    await Promise.all([handle.ensureDatabase("trip"), handle.ensureDatabase("trip")]);
    await handle.ensureDatabase("trip");
    const sql = postgres({ ...handle.connection("trip"), max: 1 });
    expect([...(await sql`select current_database() as name`)]).toEqual([{ name: "trip" }]);
    await sql.end();
  });

  it("keeps the data from one start to the next", async () => {
    const first = await t.hold();
    await query(first, (sql) => sql`create table kept as select 7 as n`);
    await first.stop();
    expect(await query(await t.hold(), (sql) => sql`select n from kept`)).toMatchObject([{ n: 7 }]);
  });
});

describe("two processes", () => {
  const t = useClusters({ initialised: true });

  it("use one server; the last one out stops it", async () => {
    const here = await t.hold();
    const there = await t.holdElsewhere();
    expect(there.started).toBe(false);
    expect(await here.stop()).toBe(false);
    expect(await askOne(here)).toBe(1);
    expect(await there.leave()).toBe(true);
  });

  it("that come at the same moment start one server", async () => {
    const [here, there] = await Promise.all([t.hold(), t.holdElsewhere()]);
    expect([here.started, there.started].sort()).toEqual([false, true]);
    expect(await there.leave()).toBe(false);
    expect(await here.stop()).toBe(true);
  });

  it("of which one comes while the other leaves both get what they want", async () => {
    const first = await t.hold();
    const [, second] = await Promise.all([first.stop(), t.hold()]);
    expect(await askOne(second)).toBe(1);
    expect(await second.stop()).toBe(true);
  });
});

describe("a cluster that cannot be started", () => {
  const t = useClusters({ initialised: true });

  it("because of its major version is named", async () => {
    const first = await t.hold();
    await first.stop();
    fs.writeFileSync(path.join(first.dataDir, "PG_VERSION"), "9\n");
    await expect(t.hold()).rejects.toThrow(/was made by PostgreSQL 9; installed is \d+/);
  });

  it("for another reason is explained in the server's own words", async () => {
    const first = await t.hold();
    await first.stop();
    fs.appendFileSync(path.join(first.dataDir, "postgresql.conf"), "no_such_setting = 1\n");
    const attempt = t.hold();
    await expect(attempt).rejects.toThrow(EmbeddedPostgresError);
    await expect(attempt).rejects.toThrow(/does not start: .*configuration file.*contains errors/);
  });

  it("because its socket directory is not ours is left alone", async () => {
    const first = await t.hold();
    await first.stop();
    fs.symlinkSync(t.parent, first.socketDir);
    await expect(t.hold()).rejects.toThrow("belongs to another user");
    fs.unlinkSync(first.socketDir);
  });
});
