// The database goes while the program is at work: what was under way fails by rejection, and nothing else does.
// (An error outside of every promise would fail the run itself: Vitest reports it as unhandled.)
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connectDatabase, type Database, inTransaction } from "~/db/index.server";
import { useDatabase } from "../setup/database";

const t = useDatabase();
let subject: Database;
beforeAll(() => {
  subject = connectDatabase({ ...t.options, max: 3, connection: { application_name: "subject" } });
});
afterAll(() => subject.close());

const PATIENCE = { timeout: 10_000 };

/** Ends every connection of the pool under test from outside, as a server that stops does. */
const cutAll = () => t.sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'subject' and pid <> pg_backend_pid()`;
const one = () => sql<{ n: number }>`select ${1}::int as n`.execute(subject.db);
/** Until somebody waits in pg_sleep, so that the cut hits a running query. */
async function asleep(count: number): Promise<void> {
  await expect.poll(async () => (await t.sql`select 1 from pg_stat_activity where application_name = 'subject' and wait_event = 'PgSleep'`).length, PATIENCE).toBe(count);
}

describe("when connections are cut", () => {
  test("running queries are rejected, and the next ones find new connections", async () => {
    for (let round = 0; round < 5; round += 1) {
      const running = [1, 2, 3].map(() => sql`select pg_sleep(${20})`.execute(subject.db));
      const settled = Promise.allSettled(running);
      await asleep(3);
      await cutAll();
      expect((await settled).map((result) => result.status)).toEqual(["rejected", "rejected", "rejected"]);
      const after = await Promise.allSettled(Array.from({ length: 12 }, one));
      expect(after.filter((result) => result.status === "fulfilled").length).toBeGreaterThan(0);
      expect((await one()).rows).toEqual([{ n: 1 }]);
    }
  });

  test("idle ones are replaced without a word", async () => {
    await Promise.all([one(), one(), one()]);
    await cutAll();
    await expect.poll(async () => (await Promise.allSettled([one(), one(), one()])).every((result) => result.status === "fulfilled"), PATIENCE).toBe(true);
  });

  test("a transaction between two statements fails, and leaves nothing behind", async () => {
    await t.sql`create table kept (n int)`;
    const began = inTransaction(subject.db, "cut", async (trx) => {
      await sql`insert into kept values (${1})`.execute(trx);
      await cutAll();
      await expect.poll(async () => (await t.sql`select 1 from pg_stat_activity where application_name = 'subject'`).length, PATIENCE).toBe(0);
      // The end of the connection reaches us a moment after the server has forgotten it.
      await new Promise((resolve) => setImmediate(resolve));
      await sql`insert into kept values (${2})`.execute(trx);
    });
    await expect(began).rejects.toThrow();
    // Other connections of the pool may still have to learn that they were cut.
    await expect.poll(async () => (await one().catch(() => null))?.rows, PATIENCE).toEqual([{ n: 1 }]);
    expect(await t.sql`select n from kept`).toEqual([]);
  });

  test("a pool of three still has three", async () => {
    const [row] = (await sql<{ pids: number }>`select 1 as pids`.execute(subject.db)).rows;
    expect(row).toEqual({ pids: 1 });
    const sleeping = [1, 2, 3].map(() => sql`select pg_sleep(${0.2})`.execute(subject.db));
    await asleep(3);
    await Promise.all(sleeping);
  });
});
