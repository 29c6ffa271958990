import type * as argon2 from "@node-rs/argon2";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type * as auth from "~/auth/index.server";
import { connectDatabase } from "~/db/index.server";
import { auditOf, makePeople, PASSWORD, type TestPeople } from "../factories/people";
import { useDatabase } from "../setup/database";

const verify = vi.fn<typeof argon2.verify>();
let signIn: typeof auth.signIn;
// Files share what they import: this one loads the sign-in anew, with a verification that counts, and leaves nothing of it behind.
beforeAll(async () => {
  vi.resetModules();
  vi.doMock("@node-rs/argon2", async (original) => {
    const real = await original<typeof argon2>();
    return { ...real, verify: verify.mockImplementation(real.verify) };
  });
  ({ signIn } = await import("~/auth/index.server"));
});
afterAll(() => {
  vi.doUnmock("@node-rs/argon2");
  vi.resetModules();
});

const t = useDatabase();
let people: TestPeople;
beforeAll(async () => {
  people = await makePeople(t.db);
});

const NOW = new Date("2026-11-24T08:00:00Z");
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
let addresses = 0;
/** An address that nothing else in this file comes from. */
const newIp = () => `10.0.${Math.trunc((addresses += 1) / 250)}.${addresses % 250}`;
const attempt = (email: string, password = "not the password", now = NOW, ip = newIp()) => signIn(t.db, { email, password, ip, now });
const wrong = { ok: false, error: { code: "wrong-credentials" } };

describe("who may not sign in learns nothing", () => {
  test.each([
    ["a wrong password", async () => ({ email: (await people.person()).email, password: "not the password" })],
    ["an unknown address", () => Promise.resolve({ email: "nobody@hengneng.test", password: PASSWORD })],
    ["a suspended account with the right password", async () => ({ email: (await people.person({ state: "suspended" })).email, password: PASSWORD })],
    ["an account that is only invited", async () => ({ email: (await people.person({ state: "invited" })).email, password: PASSWORD })],
    ["something that is no address", () => Promise.resolve({ email: "' or 1=1 --", password: PASSWORD })],
  ])("%s: the same answer after the same work", async (_who, make) => {
    const { email, password } = await make();
    verify.mockClear();
    expect(await attempt(email, password)).toEqual(wrong);
    expect(verify).toHaveBeenCalledTimes(1);
  });

  test("the lock closes for an account that does not exist exactly as for one that does", async () => {
    const answers = async (email: string) => {
      const codes: string[] = [];
      for (let at = 0; at < 10; at += 1) codes.push(JSON.stringify(await attempt(email)));
      return codes;
    };
    const existing = await answers((await people.person()).email);
    expect(await answers("not-there@hengneng.test")).toEqual(existing);
    expect(existing.filter((code) => code.includes("wrong-credentials"))).toHaveLength(8);
    expect(existing.at(-1)).toBe(JSON.stringify({ ok: false, error: { code: "locked", until: later(15) } }));
  });
});

describe("the right password", () => {
  test("opens, is written down, and the address may be typed carelessly", async () => {
    const { id, email } = await people.person();
    expect(await attempt(`  ${email.toUpperCase()} `, PASSWORD)).toEqual({ ok: true, value: { personId: id } });
    expect(await auditOf(t.db, id)).toContain("sign-in");
  });

  test("forgets the tries before it", async () => {
    const { email } = await people.person();
    for (let at = 0; at < 7; at += 1) await attempt(email);
    expect((await attempt(email, PASSWORD)).ok).toBe(true);
    for (let at = 0; at < 7; at += 1) expect(await attempt(email)).toEqual(wrong);
  });

  test("opens nothing while the account is locked, and opens again when the lock is over", async () => {
    const { email } = await people.person();
    for (let at = 0; at < 9; at += 1) await attempt(email);
    expect(await attempt(email, PASSWORD)).toEqual({ ok: false, error: { code: "locked", until: later(15) } });
    // Trying on does not move the end of the lock.
    expect(await attempt(email, PASSWORD, later(10))).toEqual({ ok: false, error: { code: "locked", until: later(15) } });
    expect((await attempt(email, PASSWORD, later(15.1))).ok).toBe(true);
  });
});

describe("limits", () => {
  test("tries are forgotten when their window has passed", async () => {
    const { email } = await people.person();
    for (let at = 0; at < 8; at += 1) await attempt(email);
    expect(await attempt(email, "not the password", later(15.1))).toEqual(wrong);
    expect((await attempt(email, PASSWORD, later(15.2))).ok).toBe(true);
  });

  test("a lock survives the process: another pool finds it", async () => {
    const { email } = await people.person();
    for (let at = 0; at < 9; at += 1) await attempt(email);
    const restarted = connectDatabase(t.options);
    try {
      expect(await signIn(restarted.db, { email, password: PASSWORD, ip: newIp(), now: later(1) })).toMatchObject({ ok: false, error: { code: "locked" } });
    } finally {
      await restarted.close();
    }
  });

  test("tries at the same moment all count", async () => {
    const { email } = await people.person();
    const results = await Promise.all(Array.from({ length: 12 }, () => attempt(email)));
    expect(results.filter((result) => !result.ok && result.error.code === "wrong-credentials")).toHaveLength(8);
  });

  test("one network address cannot go through many accounts", async () => {
    const ip = newIp();
    const codes: string[] = [];
    for (let at = 0; at < 61; at += 1) {
      const result = await attempt(`somebody-${at}@hengneng.test`, "x", NOW, ip);
      codes.push(result.ok ? "ok" : result.error.code);
    }
    expect(codes.filter((code) => code === "wrong-credentials")).toHaveLength(60);
    expect(codes.at(-1)).toBe("locked");
  });

  test("a whole office behind one address can sign in", async () => {
    const ip = newIp();
    const { email } = await people.person();
    for (let at = 0; at < 70; at += 1) expect((await attempt(email, PASSWORD, NOW, ip)).ok).toBe(true);
  });

  test("the table of limits tells no address and no account", async () => {
    const { email } = await people.person();
    const ip = newIp();
    await attempt(email, "x", NOW, ip);
    const rows = await t.db.selectFrom("rate_limit").select("key").execute();
    expect(rows.length).toBeGreaterThan(0);
    for (const { key } of rows) expect(key).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(JSON.stringify(rows)).not.toContain(email.slice(0, 8));
  });
});
