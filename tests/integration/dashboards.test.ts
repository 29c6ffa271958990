// What executives see: reach, figures, people behind them, past days, gaps and who closes them, filters.
import { beforeAll, describe, expect, test } from "vitest";
import { recordCapability } from "~/capability/index.server";
import { countAll, decideGap, deleteFilter, firstScreen, gapPage, heatMap, openFrame, peopleOf, rebuildSnapshot, roadsView, saveFilter, savedFilters, scopeOf, takeSnapshot } from "~/dashboards/index.server";
import { inTransaction } from "~/db/index.server";
import type { Actor } from "~/people";
import { moveToTeam } from "~/people/index.server";
import { BEGIN, type Learner, makeChapters, makeCohort, type TestCohort } from "../factories/cohorts";
import { makePeople, type TestPeople } from "../factories/people";
import { useDatabase } from "../setup/database";

const t = useDatabase();
const DAY = 86_400_000;
const after = (days: number) => new Date(BEGIN.getTime() + days * DAY);

let people: TestPeople;
let east: string;
let suzhou: string;
let south: string;
let cohort: TestCohort;
let inSuzhou: Learner[];
let inSouth: Learner[];
let executive: Actor;
let manager: Actor;

/** A defense with three criteria all gone so (0…1). */
async function defended(learner: Learner, share: number, { id = "d", at = after(10), competency = "build-trust" } = {}): Promise<void> {
  await inTransaction(t.db, "evidence", (trx) =>
    recordCapability(trx, { personId: learner.personId, source: { kind: "defense-criterion", id: `${id} ${learner.personId}` }, view: "panel", by: null, observedAt: at, lines: ["a", "b", "c"].map((item) => ({ item, competencies: [competency], share })), now: at }),
  );
}

const screen = async (actor: Actor, now: Date, day: string | null = null) => firstScreen(t.db, (await scopeOf(t.db, actor, { team: null, day }))!, now);

beforeAll(async () => {
  people = await makePeople(t.db);
  east = await people.team();
  suzhou = await people.team(east);
  south = await people.team();
  cohort = await makeCohort(t.db, { people, chapters: await makeChapters(t.db, 1) });
  await cohort.enrol(1, { teamId: east });
  [inSuzhou, inSouth] = [await cohort.enrol(4, { teamId: suzhou }), await cohort.enrol(3, { teamId: south })];
  executive = await people.actor("executive", { kind: "team", teamId: people.companyId });
  manager = await people.actor("manager", { kind: "team", teamId: suzhou });
  for (const learner of inSuzhou.slice(0, 2)) await defended(learner, 1);
  await defended(inSuzhou[2]!, 0);
  await defended(inSouth[0]!, 0);
  await defended(inSouth[1]!, 0);
  await countAll(t.db);
});

describe("what one sees", () => {
  test("reaches as far as one's rights: a manager's own teams, an executive's subtree, nobody's for others", async () => {
    const within = async (actor: Actor, team: string | null) => (await scopeOf(t.db, actor, { team, day: null }))?.within ?? null;
    expect(await within(manager, null)).toEqual([suzhou]);
    expect(await within(manager, south)).toBeNull();
    expect(await within(manager, people.companyId)).toBeNull();
    expect(new Set(await within(executive, null))).toEqual(new Set([people.companyId, east, suzhou, south]));
    expect(new Set(await within(executive, east))).toEqual(new Set([east, suzhou]));
    expect(await within(await people.actor("learner"), null)).toEqual([]);
    expect(await within(await people.actor("executive", { kind: "team", teamId: south }), suzhou)).toBeNull();
  });

  test("counts everybody: ready, not ready, and of whom nobody knows", async () => {
    const { people: count, lines, silent } = await screen(executive, after(11));
    expect(count).toBe(8);
    expect(lines).toEqual([{ competency: "build-trust", group: "step", counts: { people: 8, ready: 2, notReady: 3, unsure: 0 }, change: null }]);
    expect(silent).toHaveLength(15);
    expect((await screen(manager, after(11))).lines[0]?.counts).toEqual({ people: 4, ready: 2, notReady: 1, unsure: 0 });
  });

  test("names the gap, where most of it lies, how sure it is, and what would change it", async () => {
    const { cards } = await screen(executive, after(11));
    expect(cards).toHaveLength(1);
    expect(cards[0]).toMatchObject({ competency: "build-trust", least: 3, most: 6, kind: "known", sureness: "partly", decision: null, where: { team: { id: south }, counts: { people: 3, ready: 0, notReady: 2 } } });
    expect(cards[0]!.applications).toBeGreaterThan(2);
  });

  test("as a heat map: a row per team below, with everything below it", async () => {
    const map = await heatMap(t.db, (await scopeOf(t.db, executive, { team: null, day: null }))!);
    expect(map.competencies).toEqual(["build-trust"]);
    expect(map.rows.map(({ team, people: count, opens, cells }) => ({ id: team.id, count, opens, ready: cells[0]!.counts.ready }))).toEqual(expect.arrayContaining([{ id: east, count: 5, opens: true, ready: 2 }, { id: south, count: 3, opens: false, ready: 0 }]));
    expect(map.whole.cells[0]!.counts).toMatchObject({ people: 8, ready: 2 });
  });

  test("down to the people, by standing and then by name, and only of one's own teams", async () => {
    const of = async (actor: Actor, standing: "ready" | "not-ready" | "none" | null, page = 1) => peopleOf(t.db, (await scopeOf(t.db, actor, { team: null, day: null }))!, { competency: "build-trust", standing, page });
    const own = await of(manager, null);
    expect(own.counts).toEqual({ ready: 2, "not-ready": 1, unsure: 0, none: 1 });
    expect(own.people.map(({ standing }) => standing)).toEqual(["ready", "ready", "not-ready", "none"]);
    expect(new Set(own.people.map(({ personId }) => personId))).toEqual(new Set(inSuzhou.map(({ personId }) => personId)));
    expect(own.people.at(-1)).toMatchObject({ interval: null, n: 0, needed: 2, newestAt: null });
    expect((await of(executive, "not-ready")).people.map(({ personId }) => personId).sort()).toEqual([inSuzhou[2]!, inSouth[0]!, inSouth[1]!].map(({ personId }) => personId).sort());
    expect((await of(executive, null, 2)).people).toEqual([]);
    expect((await of(executive, "none")).total).toBe(3);
  });

  test("as roads: who is through, who waits for whom and how long", async () => {
    await cohort.record(inSuzhou[0]!, ["preview", "quiz"], "passed", after(4));
    const { whole, cohorts } = await roadsView(t.db, (await scopeOf(t.db, manager, { team: null, day: null }))!, { chapter: null, now: after(14) });
    const step = (key: string) => whole.steps.find((one) => one.step === key)!;
    expect(step("preview")).toMatchObject({ counts: { roads: 4, done: 1, open: 3 }, conversion: 0.25, waitingFor: "instructor" });
    expect(step("preview").days).toBeCloseTo(4, 1);
    expect(step("preview").waitingDays).toBeCloseTo(14, 1);
    expect(whole.bottleneck).toBe("preview");
    expect(cohorts.map(({ id, roads }) => ({ id, roads }))).toEqual([{ id: cohort.id, roads: 4 }]);
  });
});

describe("a past day", () => {
  test("says for ever what it said then", async () => {
    const day = await takeSnapshot(t.db, after(20));
    expect(day).toBe("2026-03-22");
    expect(await takeSnapshot(t.db, after(20))).toBeNull();
    const then = await screen(executive, after(20), day);
    await defended(inSouth[2]!, 1, { at: after(21) });
    await inTransaction(t.db, "move", (trx) => moveToTeam(trx, people.admin, { personId: inSuzhou[3]!.personId, teamId: south, now: after(22) }));
    await countAll(t.db);
    expect(await screen(executive, after(60), day)).toEqual(then);
    expect((await screen(executive, after(60))).lines[0]?.counts.ready).toBe(3);
    // Today's rights, that day's teams.
    expect((await screen(manager, after(60), day)).people).toBe(4);
    expect((await screen(manager, after(60))).people).toBe(3);
    await expect(t.sql`update snapshot_capability set ready = 0`).rejects.toThrow("append-only");
    await expect(t.sql`delete from dashboard_snapshot`).rejects.toThrow("append-only");
  });

  test("is found by any day until the next one kept; before the first there is none, and the page says so", async () => {
    const frame = async (at: string) => (await openFrame(t.db, executive, new URL(`http://x.test/lead?at=${at}`)))!.frame;
    expect((await frame("2026-04-30")).day).toEqual({ day: "2026-03-22", how: "taken" });
    expect(await frame("2026-03-01")).toMatchObject({ day: null, tooEarly: { first: "2026-03-22" } });
    expect(await frame("2026-02-30")).toMatchObject({ day: null, tooEarly: null });
    expect(await openFrame(t.db, manager, new URL(`http://x.test/lead?team=${south}`))).toBeNull();
  });

  test("that was not kept is worked out from what had been recorded by its end", async () => {
    const rebuild = (day: string) => inTransaction(t.db, "rebuild", (trx) => rebuildSnapshot(trx, { day, now: after(60) }));
    expect(await rebuild("2026-03-13")).toEqual({ ok: true, value: undefined });
    const then = await screen(executive, after(60), "2026-03-13");
    expect(then.lines[0]?.counts).toEqual({ people: 8, ready: 2, notReady: 3, unsure: 0 });
    expect(await rebuild("2026-03-05")).toEqual({ ok: true, value: undefined });
    expect((await screen(executive, after(60), "2026-03-05")).lines).toEqual([]);
    expect(await rebuild("2026-03-22")).toEqual({ ok: false, error: { code: "kept-already" } });
    expect(await rebuild("2026-05-02")).toEqual({ ok: false, error: { code: "not-past" } });
  });

  test("shows a change only where chance would seldom make it", async () => {
    const late = after(61);
    const big = await makePeople(t.db);
    const team = await big.team();
    const many = await makeCohort(t.db, { people: big, chapters: await makeChapters(t.db, 1) });
    const learners = await many.enrol(30, { teamId: team });
    const boss = await big.actor("executive", { kind: "team", teamId: big.companyId });
    await defended(learners[0]!, 1, { at: late });
    await countAll(t.db);
    await takeSnapshot(t.db, late);
    const grown = async (count: number) => {
      for (const learner of learners.slice(0, count)) await defended(learner, 1, { id: "later", at: after(70) });
      return (await screen(boss, after(90))).lines[0];
    };
    expect(await grown(3)).toMatchObject({ counts: { ready: 3 }, change: null });
    const line = await grown(15);
    expect(line?.change?.difference).toBeCloseTo(14 / 30, 10);
    expect(line?.change?.low).toBeGreaterThan(0);
  });
});

describe("a gap", () => {
  const counts = { people: 4, ready: 2, notReady: 1, unsure: 0 };
  const decide = (decision: Parameters<typeof decideGap>[2]["decision"], now = after(30)) => inTransaction(t.db, "decide", (trx) => decideGap(trx, executive.id, { teamId: suzhou, competency: "build-trust", counts, decision }, now));

  test("gets an owner and a next action, changed and closed, and keeps all of it", async () => {
    const open = { state: "open", ownerId: manager.id, nextAction: "带三个人各拜访一次决策者", dueOn: "2026-05-01", remark: null } as const;
    expect(await decide({ state: "done", remark: null })).toEqual({ ok: false, error: { code: "nothing-open" } });
    expect((await decide(open)).ok).toBe(true);
    expect((await decide({ ...open, dueOn: "2026-06-01" }, after(31))).ok).toBe(true);
    expect((await screen(manager, after(32))).cards[0]?.decision).toMatchObject({ owner: { id: manager.id }, nextAction: open.nextAction, dueOn: "2026-06-01", state: "open" });
    expect((await decide({ state: "done", remark: "都过了" }, after(33))).ok).toBe(true);
    expect((await decide({ state: "dropped", remark: "x" }, after(34))).ok).toBe(false);
    const page = (await gapPage(t.db, suzhou, "build-trust"))!;
    expect(page.decisions.map(({ state, dueOn, remark, people: count }) => ({ state, dueOn, remark, count }))).toEqual([
      { state: "done", dueOn: null, remark: "都过了", count: 4 },
      { state: "open", dueOn: "2026-06-01", remark: null, count: 4 },
      { state: "open", dueOn: "2026-05-01", remark: null, count: 4 },
    ]);
    await expect(t.sql`delete from gap_decision`).rejects.toThrow("append-only");
  });

  test("cannot be put on somebody who has nothing to do with the team", async () => {
    const stranger = await people.actor("manager", { kind: "team", teamId: south });
    for (const ownerId of [stranger.id, inSuzhou[0]!.personId]) expect(await decide({ state: "open", ownerId, nextAction: "x", dueOn: "2026-05-01", remark: null })).toEqual({ ok: false, error: { code: "no-such-owner" } });
    const { owners } = (await gapPage(t.db, suzhou, "build-trust"))!;
    expect(owners.map(({ id }) => id)).toEqual(expect.arrayContaining([manager.id, executive.id]));
    expect(await gapPage(t.db, "00000000-0000-4000-8000-000000000000", "build-trust")).toBeNull();
  });
});

describe("a filter", () => {
  test("is kept by name, for oneself alone, and holds nothing but a filter", async () => {
    const save = (personId: string, name: string, query: string) => inTransaction(t.db, "save", (trx) => saveFilter(trx, personId, { name, page: "heat", query }, after(1)));
    await save(manager.id, "苏州", `team=${suzhou}&evil=1&at=2026-03-22`);
    await save(manager.id, "苏州", `team=${suzhou}`);
    await save(executive.id, "华东", "by=cohort");
    const [own] = await savedFilters(t.db, manager.id);
    expect(await savedFilters(t.db, manager.id)).toEqual([{ id: own!.id, name: "苏州", page: "heat", query: `team=${suzhou}` }]);
    const forget = (personId: string) => inTransaction(t.db, "forget", (trx) => deleteFilter(trx, personId, own!.id));
    expect([await forget(executive.id), await forget(manager.id), await forget(manager.id)]).toEqual([false, true, false]);
    for (let at = 0; at < 30; at++) expect((await save(manager.id, `n${at}`, "")).ok).toBe(true);
    expect(await save(manager.id, "one more", "")).toEqual({ ok: false, error: { code: "too-many" } });
    expect((await save(manager.id, "n0", "by=day")).ok).toBe(true);
  });
});
