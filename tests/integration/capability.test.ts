// Capability: the ledger that only grows, the estimates beside it, and that every figure follows from its rows.
import { describe, expect, test } from "vitest";
import { type CapabilityStatement } from "~/capability";
import { estimatesOf, recordCapabilities, recordCapability, retractCapability } from "~/capability/index.server";
import { inTransaction } from "~/db/index.server";
import { makePeople } from "../factories/people";
import { useDatabase } from "../setup/database";

const t = useDatabase();
const T0 = new Date("2026-03-10T08:00:00Z");
const days = (count: number, from = T0) => new Date(from.getTime() + count * 86_400_000);
const run = <T>(work: Parameters<typeof inTransaction<T>>[2]) => inTransaction(t.db, "test", work);

const person = async () => (await (await makePeople(t.db)).person()).id;
/** A defense marked criterion by criterion. */
const defense = (personId: string, shares: readonly number[], over: Partial<CapabilityStatement> = {}): CapabilityStatement => ({
  personId,
  source: { kind: "defense-criterion", id: "defense-1" },
  view: "panel",
  by: null,
  observedAt: T0,
  lines: shares.map((share, at) => ({ item: `criterion-${at}`, competencies: ["build-trust"], share })),
  ...over,
});
const say = (statement: CapabilityStatement, now = T0) => run((trx) => recordCapability(trx, { ...statement, now }));
const entries = (personId: string) => t.db.selectFrom("capability_entry").select(["id", "supersedes", "retracted"]).where("person_id", "=", personId).orderBy("id").execute();
const cached = (personId: string) => t.db.selectFrom("capability_estimate").select(["competency", "state", "alpha", "beta", "n", "rows", "mean", "low", "high", "version"]).where("person_id", "=", personId).orderBy("competency").execute();

describe("the ledger", () => {
  test("takes what a source says, supersedes what it said before, and writes nothing when it says the same", async () => {
    const personId = await person();
    await say(defense(personId, [1, 1, 1]));
    await say(defense(personId, [1, 1, 1]), days(1));
    expect(await entries(personId)).toHaveLength(1);
    await say(defense(personId, [0, 1, 1]), days(2));
    const [first, second, ...more] = await entries(personId);
    expect(more).toEqual([]);
    expect(second).toMatchObject({ supersedes: first!.id, retracted: false });
    // Three criteria of 1.5 trials; the prior worth two trials is even: 1 + 3 against 1 + 1.5.
    expect((await cached(personId))[0]).toMatchObject({ state: "estimate", n: expect.closeTo(4.5, 1), rows: 3, alpha: expect.closeTo(4, 1), beta: expect.closeTo(2.5, 1) });
  });

  test("takes a source back, and takes it up again when it speaks anew", async () => {
    const personId = await person();
    const { source } = defense(personId, []);
    await say(defense(personId, [1, 1, 1]));
    await run((trx) => retractCapability(trx, { personId, source, now: days(1) }));
    expect(await cached(personId)).toEqual([]);
    await run((trx) => retractCapability(trx, { personId, source, now: days(1) }));
    await run((trx) => retractCapability(trx, { personId, source: { kind: "quiz-item", id: "nothing was said" }, now: days(1) }));
    expect((await entries(personId)).map(({ retracted }) => retracted)).toEqual([false, true]);
    await say(defense(personId, [1, 1, 1]), days(2));
    expect((await cached(personId)).map(({ state }) => state)).toEqual(["estimate"]);
  });

  test("is never changed, and never forks", async () => {
    const personId = await person();
    await say(defense(personId, [1]));
    const [entry] = await entries(personId);
    await expect(t.db.updateTable("capability_entry").set({ observed_at: days(9) }).where("id", "=", entry!.id).execute()).rejects.toThrow(/append-only/u);
    await expect(t.db.updateTable("capability_line").set({ share: 0 }).where("entry_id", "=", entry!.id).execute()).rejects.toThrow(/append-only/u);
    await expect(t.db.deleteFrom("capability_line").where("entry_id", "=", entry!.id).execute()).rejects.toThrow(/append-only/u);
    // Two at once: the second waits, sees the first, and supersedes it.
    await Promise.all([say(defense(personId, [0.5])), say(defense(personId, [0.25]))]);
    const all = await entries(personId);
    expect(all.map(({ supersedes }) => supersedes)).toEqual([null, all[0]!.id, all[1]!.id]);
  });

  test("refuses shares and difficulties out of range, and passes over competencies that do not exist", async () => {
    const personId = await person();
    await expect(say(defense(personId, [1.01]))).rejects.toThrow(RangeError);
    await expect(say(defense(personId, [], { lines: [{ item: "a", competencies: ["close"], share: 1, difficulty: -0.1 }] }))).rejects.toThrow(RangeError);
    await say(defense(personId, [], { lines: [{ item: "a", competencies: ["close", "juggling", "close"], share: 1 }] }));
    expect((await cached(personId)).map(({ competency }) => competency)).toEqual(["close"]);
  });
});

describe("estimates", () => {
  test("below two trials there is no number, and the cache says the same as the ledger", async () => {
    const personId = await person();
    await say(defense(personId, [1]));
    expect((await cached(personId))[0]).toMatchObject({ state: "insufficient", mean: null, low: null, high: null, n: expect.closeTo(1.5) });
    expect((await estimatesOf(t.db, [personId], { at: T0 })).get(personId)?.get("build-trust")).toEqual({ kind: "insufficient", n: 1.5, needed: 2, rows: 1 });
    await say(defense(personId, [1, 0.5]));
    const [row] = await cached(personId);
    const estimate = (await estimatesOf(t.db, [personId], { at: T0 })).get(personId)?.get("build-trust");
    expect(estimate).toEqual({ kind: "estimate", mean: row!.mean, low: row!.low, high: row!.high, n: row!.n, rows: 2 });
  });

  test("age counts from when it was seen, and a past day has the figures of that day", async () => {
    const personId = await person();
    await say(defense(personId, [1, 1, 1]), days(1));
    await say(defense(personId, [0, 0, 0]), days(20));
    const at = async (day: number) => (await estimatesOf(t.db, [personId], { at: days(day) })).get(personId)?.get("build-trust");
    expect(await at(0.5)).toBeUndefined();
    expect(await at(1)).toMatchObject({ kind: "estimate", mean: expect.closeTo(5.5 / 6.5, 2) });
    expect(await at(20)).toMatchObject({ kind: "estimate", mean: expect.closeTo(1 / 6.2, 2) });
    // 4.5 trials are fewer than 2 after a good year.
    expect(await at(400)).toMatchObject({ kind: "insufficient", rows: 3 });
  });

  test("several people and sources at once are written in one go; only what changed is worked out anew", async () => {
    const [ann, bob] = [await person(), await person()];
    await run((trx) => recordCapabilities(trx, [defense(ann, [1, 1]), defense(bob, [1, 1]), defense(ann, [1], { source: { kind: "field-application", id: "f" }, view: "field", lines: [{ item: "tool", competencies: ["close"], share: 1 }] })], T0));
    expect((await cached(ann)).map(({ competency, version }) => [competency, version])).toEqual([["build-trust", 1], ["close", 1]]);
    await say(defense(ann, [1, 0]), days(1));
    expect((await cached(ann)).map(({ competency, version }) => [competency, version])).toEqual([["build-trust", 2], ["close", 1]]);
    expect((await cached(bob)).map(({ version }) => version)).toEqual([1]);
  });
});
