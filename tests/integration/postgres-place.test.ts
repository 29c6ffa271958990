import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { prepareEngine } from "~/platform/postgres/engine";
import { query, useClusters } from "../setup/embedded-postgres";

const t = useClusters();

describe.runIf(process.getuid?.() === 0)("as root, the embedded PostgreSQL", () => {
  it("runs as an unprivileged user", async () => {
    const handle = await t.hold();
    expect(fs.statSync(path.join(handle.dataDir, "postmaster.pid")).uid).not.toBe(0);
  });

  it("keeps its data under /var/lib when nobody else can enter the checkout", async () => {
    fs.chmodSync(t.parent, 0o700);
    const first = await t.hold();
    expect(first.dataDir).toMatch(/^\/var\/lib\/roadbook\/data-\w+\/pg$/);
    expect(fs.realpathSync(t.dataDir)).toBe(first.dataDir);
    await query(first, (sql) => sql`create table kept as select 7 as n`);
    await first.stop();
    expect(await query(await t.hold(), (sql) => sql`select n from kept`)).toMatchObject([{ n: 7 }]);
  });

  it("finds the data again when the checkout was moved, and gives a copy of it a database of its own", async () => {
    fs.chmodSync(t.parent, 0o700);
    const first = await t.hold();
    await first.stop();
    const original = t.dataDir;

    t.dataDir = path.join(t.parent, "copy/pg");
    fs.mkdirSync(path.dirname(t.dataDir));
    fs.symlinkSync(fs.readlinkSync(original), t.dataDir);
    const copy = await t.hold();
    expect(copy.dataDir).not.toBe(first.dataDir);

    t.dataDir = path.join(t.parent, "moved/pg");
    fs.renameSync(path.dirname(original), path.dirname(t.dataDir));
    expect((await t.hold()).dataDir).toBe(first.dataDir);
  });

  it("says so when a database can no longer be reached", async () => {
    const first = await t.hold();
    await first.stop();
    fs.chmodSync(t.parent, 0o700);
    await expect(t.hold()).rejects.toThrow("let others enter the directories above it");
  });

  it("copies its programs to where its user can run them", () => {
    // A user that no file belongs to, and node_modules as it is: reachable or not, the result must be runnable.
    const { postgres, initdb, major } = prepareEngine({ uid: 65_000, gid: 65_000 }, path.join(t.parent, "system"));
    for (const program of [postgres, initdb]) expect(fs.statSync(program).mode & 0o555).toBe(0o555);
    expect(Number(major)).toBeGreaterThanOrEqual(18);
  });
});
