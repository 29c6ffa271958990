// How examiners rate: calibration on anchors, blind until scored; the season's figures; who sees what of them.
import { describe, expect, test } from "vitest";
import { inTransaction } from "~/db/index.server";
import { textsOf } from "~/i18n/i18n.server";
import { randomFrom } from "~/platform/random";
import { holds, reachOf } from "~/people";
import { anchorPage, calibratedExaminers, calibrationPage, ownSeverity, readAnchors, scoreAnchor, seasonPage, seasonTables, describeExaminer, dropOut } from "~/steps/defense/index.server";
import { readSeasonFilter } from "~/steps/defense";
import { makeCohort } from "../factories/cohorts";
import { COMPANY } from "../factories/people";
import { DAY_BEGINS, defenseDayWorld, PLANNED_AT } from "../factories/defense-days";
import { anchorOf, CRITERIA, defenseRubric, publishDefenseRubric, publishTestAnchors, SEASON_BEGINS, type SeasonWorld, seasonWorld } from "../factories/season";
import { useDatabase } from "../setup/database";

const t = useDatabase();
const NOW = new Date("2026-05-20T08:00:00Z");
const later = (days: number): Date => new Date(NOW.getTime() + days * 86_400_000);
const points = (...values: number[]): Record<string, number> => Object.fromEntries(values.map((value, at) => [CRITERIA[at]!, value]));
const score = (who: { id: string }, anchorKey: string, seenHash: string, criteria: Record<string, number>, now = NOW, remark: string | null = null) =>
  inTransaction(t.db, "score", (trx) => scoreAnchor(trx, who, { anchorKey, seenHash, criteria, remark, now }));
const read = (personId: string, key: string, options: { again?: boolean; now?: Date } = {}) => anchorPage(t.db, personId, { key, again: options.again ?? false, locale: "zh", now: options.now ?? NOW });

describe("anchors", () => {
  test("of the content fit their rubric, and every criterion has its agreed score with a reason in both languages", async () => {
    const files = await readAnchors("content");
    expect(files.flatMap(({ problems }) => problems)).toEqual([]);
    const perChapter = new Map<string, number>();
    for (const { anchor } of files) perChapter.set(anchor!.chapter, (perChapter.get(anchor!.chapter) ?? 0) + 1);
    // Every chapter has the two that calibration asks for.
    expect(perChapter.size).toBe(12);
    for (const [chapter, count] of perChapter) expect(count, chapter).toBeGreaterThanOrEqual(2);
    for (const { anchor } of files) expect(new Set(anchor!.consensus.map(({ points: agreed }) => agreed)).size, "levels differ, or one habit would fit all").toBeGreaterThan(2);
  });

  test("keep their version when they or their rubric change, and rest when they do not fit it any more", async () => {
    await publishDefenseRubric(t.db);
    const anchor = anchorOf("03-build-trust", [2, 1, 2, 0]);
    const first = (await publishTestAnchors(t.db, { a: anchor })).get("a")!;
    expect((await publishTestAnchors(t.db, { a: anchor })).get("a")).toBe(first);
    const rubric = defenseRubric();
    rubric.criteria[0]!.levels[2]!.text.zh = "换一种说法";
    await publishDefenseRubric(t.db, rubric);
    const second = (await publishTestAnchors(t.db, { a: anchor })).get("a")!;
    expect(second).not.toBe(first);
    rubric.criteria.push({ ...rubric.criteria[0]!, id: "supporters" });
    await publishDefenseRubric(t.db, rubric);
    expect(await publishTestAnchors(t.db, { a: anchor })).toEqual(new Map());
    await publishDefenseRubric(t.db);
    expect((await publishTestAnchors(t.db, { a: anchor })).get("a")).toBe(first);
    await expect(t.sql`update anchor_version set key = 'x'`).rejects.toThrow();
  });
});

describe("calibration", () => {
  const twoAnchors = async () => {
    await publishDefenseRubric(t.db);
    const hashes = await publishTestAnchors(t.db, { cold: anchorOf("03-build-trust", [2, 1, 2, 0]), water: anchorOf("03-build-trust", [3, 3, 1, 2], "水厂") });
    const cohort = await makeCohort(t.db);
    const examiner = await cohort.people.person({ roles: [["examiner", COMPANY]] });
    return { cohort, examiner, cold: hashes.get("cold")!, water: hashes.get("water")! };
  };

  test("is blind: nothing of what was agreed reaches an examiner before their own scores are in", async () => {
    const { examiner, cold } = await twoAnchors();
    const before = await read(examiner.id, "cold");
    expect(before).toMatchObject({ mode: "blind", hash: cold, round: 1 });
    const said = JSON.stringify([before, await calibrationPage(t.db, examiner.id, NOW)]);
    for (const secret of ["一致评分的理由", "consensus", "agreed", "不要被诚实打动", "lesson"]) expect(said).not.toContain(secret);
    expect(await score(examiner, "cold", cold, points(2, 2, 2, 2), NOW, "依据")).toMatchObject({ ok: true, value: { round: 1 } });
    expect(await read(examiner.id, "cold")).toMatchObject({
      mode: "compared",
      exact: 0.5,
      within: 0.75,
      shift: 0.75,
      remark: "依据",
      lesson: "不要被诚实打动",
      rows: [{ given: { level: 2 }, agreed: { level: 2 } }, { given: { level: 2 }, agreed: { level: 1 }, reason: "一致评分的理由 grounds" }, {}, { given: { level: 2, text: "plan 2 级" }, agreed: { level: 0, text: "plan 0 级" } }],
    });
    // Of the other anchor and to another examiner still nothing.
    expect(await read(examiner.id, "water")).toMatchObject({ mode: "blind" });
    expect(await read((await twoAnchors()).examiner.id, "cold")).toMatchObject({ mode: "blind" });
    expect(await read(examiner.id, "no-such-anchor")).toBeNull();
  });

  test("takes every criterion once, at a level that there is, by the version that was read", async () => {
    const { examiner, cold, water } = await twoAnchors();
    expect(await score(examiner, "cold", cold, points(2, 2, 2))).toMatchObject({ error: { code: "criterion-missing", criterion: "plan" } });
    expect(await score(examiner, "cold", cold, points(2, 2, 2, 7))).toMatchObject({ error: { code: "not-a-level", criterion: "plan" } });
    expect(await score(examiner, "cold", cold, { ...points(2, 2, 2, 2), charm: 3 })).toMatchObject({ error: { code: "criterion-unknown" } });
    expect(await score(examiner, "cold", water, points(2, 2, 2, 2))).toMatchObject({ error: { code: "changed" } });
    expect(await score(examiner, "nothing", cold, points(2, 2, 2, 2))).toMatchObject({ error: { code: "not-found" } });
    expect(await read(examiner.id, "cold")).toMatchObject({ mode: "blind" });
  });

  test("keeps the first judgement: again only after sixty days, and of two sent at once one", async () => {
    const { examiner, cold } = await twoAnchors();
    const both = await Promise.all([score(examiner, "cold", cold, points(2, 1, 2, 0)), score(examiner, "cold", cold, points(0, 0, 0, 0))]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await score(examiner, "cold", cold, points(2, 1, 2, 0), later(59))).toMatchObject({ error: { code: "too-soon", from: later(60) } });
    expect(await read(examiner.id, "cold", { again: true, now: later(59) })).toMatchObject({ mode: "compared" });
    expect(await read(examiner.id, "cold", { again: true, now: later(60) })).toMatchObject({ mode: "blind", round: 2 });
    expect(await read(examiner.id, "cold", { now: later(60) })).toMatchObject({ mode: "compared", round: 1 });
    expect(await score(examiner, "cold", cold, points(2, 1, 2, 1), later(60))).toMatchObject({ ok: true, value: { round: 2 } });
    await expect(t.sql`update anchor_score set points = 0`).rejects.toThrow();
    await expect(t.sql`delete from anchor_rating`).rejects.toThrow();
  });

  test("is told to the examiner and to those who administer: standing and drift, of people who may sit in their cohorts", async () => {
    const { cohort, examiner, cold, water } = await twoAnchors();
    await score(examiner, "cold", cold, points(2, 1, 2, 1));
    expect((await calibrationPage(t.db, examiner.id, NOW)).chapters[0]).toMatchObject({ slug: "03-build-trust", standing: { state: "open", anchors: 1 }, anchors: [{ key: "cold", results: [{ round: 1 }] }, { key: "water", results: [] }] });
    await score(examiner, "water", water, points(3, 3, 1, 2), later(1));
    const elsewhere = await makeCohort(t.db);
    const ofOther = await cohort.people.person({ roles: [["examiner", { kind: "cohort", cohortId: elsewhere.id }]] });
    const ofThis = await cohort.people.person({ roles: [["examiner", { kind: "cohort", cohortId: cohort.id }]] });
    const page = await calibratedExaminers(t.db, reachOf(cohort.instructor, "raters:view"), later(2));
    const rows = new Map(page.chapters[0]!.examiners.map((row) => [row.personId, row]));
    expect(rows.get(examiner.id)).toMatchObject({ standing: { state: "calibrated", judgements: 8, exact: 7 / 8, within: 1, shift: 1 / 8 }, drift: [{ anchorKey: "cold", shift: 0.25 }, { anchorKey: "water", shift: 0 }] });
    expect(rows.get(ofThis.id)).toMatchObject({ standing: { state: "open", anchors: 0 }, drift: [] });
    expect(rows.has(ofOther.id)).toBe(false);
    expect(await calibratedExaminers(t.db, { all: false, cohortIds: [], teamIds: [] }, later(2))).toMatchObject({ examiners: 0 });
    // What an anchor said half a year ago says nothing now.
    expect((await calibrationPage(t.db, examiner.id, later(200))).chapters[0]).toMatchObject({ standing: { state: "open", anchors: 0 }, drift: [{}, {}] });
  });
});

describe("whose anchors are whose", () => {
  test("an examiner sees first, and as their own, the chapters that they are asked for and at home in", async () => {
    await publishDefenseRubric(t.db);
    const world = await defenseDayWorld(t.db, { learners: 1, examiners: 1, chapters: 2 });
    const [here, there] = world.chapters as [string, string];
    await publishTestAnchors(t.db, { "a-elsewhere": anchorOf("01-elsewhere", [2, 1, 2, 0]), "b-here": anchorOf(here, [2, 1, 2, 0]), "c-there": anchorOf(there, [3, 3, 1, 2]) });
    const { id } = world.examiners[0]!;
    const own = async (now = PLANNED_AT) => (await calibrationPage(t.db, id, now)).chapters.map((chapter) => [chapter.slug, chapter.own]);
    const both = [[here, true], [there, true], ["01-elsewhere", false]];
    expect((await own()).sort()).toEqual(both.sort());
    await world.well((trx) => describeExaminer(trx, { ...world.key, personId: id, mayChair: true, chapters: [there] }));
    expect((await own())[0]).toEqual([there, true]);
    expect(await own()).toContainEqual([here, false]);
    // Half a year after the day nobody needs to be reminded of it.
    expect((await own(new Date(DAY_BEGINS.getTime() + 190 * 86_400_000))).map(([, is]) => is)).toEqual([false, false, false]);
    await world.well((trx) => dropOut(trx, { id, name: "考官" }, { dayId: world.key.dayId, reason: "出差", now: PLANNED_AT }, world.post));
    expect((await own()).map(([, is]) => is)).toEqual([false, false, false]);
  });
});

/** Twenty defenses by examiners 0 (severe), 1 and 2. */
async function spring(world: SeasonWorld, seed = "spring"): Promise<void> {
  const random = randomFrom(seed);
  const near = (level: number): number => Math.min(3, Math.max(0, Math.round(level + (random() - 0.5) * 1.6)));
  for (const learner of world.cohort.learners) {
    const seen = CRITERIA.map(() => 0.9 + random() * 1.6);
    await world.defended(learner, { 0: seen.map((level) => near(level - 0.6)), 1: seen.map(near), 2: seen.map(near) });
  }
}

const FILTER = readSeasonFilter(new URLSearchParams("from=2026-04-01&to=2026-04-30"), NOW, "Asia/Shanghai");

describe("a season", () => {
  test("has figures with intervals, per criterion, severity, months and fair beside raw scores", async () => {
    const world = await seasonWorld(t.db, { learners: 20 });
    await spring(world);
    const page = await seasonPage(t.db, world.cohort.instructor, FILTER);
    expect(page.counts).toEqual({ defenses: 20, shared: 20, examiners: 3, scores: 240 });
    expect(page.agreement.ordinal).toMatchObject({ kind: "estimate", n: 20 });
    expect(page.criteria.map(({ title }) => title.zh)).toEqual(CRITERIA.map((id) => `评分项 ${id}`));
    const severe = page.severity.find(({ personId }) => personId === world.examiners[0]!.id)!.severity;
    expect(severe.kind === "estimate" && severe.low).toBeGreaterThan(0);
    expect(page.drift.flatMap(({ months }) => months.map(({ month }) => month))).toEqual(["2026-04", "2026-04", "2026-04"]);
    expect(page.candidates?.total).toBe(20);
    for (const { raw, fair } of page.candidates!.rows) expect(Math.abs(fair!.mean - raw), "a full panel of all examiners is fair as it is").toBeLessThan(1e-9);
    expect(JSON.stringify(await seasonPage(t.db, world.cohort.instructor, FILTER))).toBe(JSON.stringify(page));
  });

  test("goes out as tables with everything that the page shows, all candidates in one", async () => {
    const world = await seasonWorld(t.db, { learners: 12 });
    await spring(world);
    const texts = { t: textsOf("en", "raters"), locale: "en" as const, timeZone: "Asia/Shanghai" };
    const tables = async (size: number) => seasonTables(await seasonPage(t.db, world.cohort.instructor, FILTER, { pageSize: size }), texts);
    const all = await tables(Infinity);
    const page = await seasonPage(t.db, world.cohort.instructor, FILTER);
    const rowsOf = (key: string, from = all) => from.find((table) => table.key === key)?.rows ?? [];
    for (const { columns, rows, title } of all) for (const row of rows) expect(row, title).toHaveLength(columns.length);
    expect(rowsOf("agreement")).toHaveLength(7);
    const ordinal = page.agreement.ordinal;
    if (ordinal.kind !== "estimate") throw new Error("expected a figure");
    expect(rowsOf("agreement").find(([name]) => name === "α (ordinal)")?.slice(1, 5)).toEqual([expect.closeTo(ordinal.value, 4), expect.closeTo(ordinal.interval!.low, 4), expect.closeTo(ordinal.interval!.high, 4), 12]);
    expect(rowsOf("criteria")).toHaveLength(CRITERIA.length * 3);
    expect(rowsOf("severity")).toHaveLength(3);
    expect(rowsOf("candidates")).toHaveLength(12);
    expect(rowsOf("candidates", await tables(5))).toHaveLength(5);
    // Whoever does not administer the cohort gets no candidates, here as on the page; what is too little says so.
    const few = seasonTables(await seasonPage(t.db, world.cohort.instructor, { ...FILTER, cohortId: (await makeCohort(t.db)).id }), texts);
    expect(few.map(({ key }) => key)).not.toContain("candidates");
    expect(rowsOf("agreement", few)[0]).toEqual(["Exactly the same", null, null, null, 0, "Not enough evidence: 0 of at least 10 defenses"]);
  });

  test("is filtered by days, cohort and chapter; a foreign cohort is nothing", async () => {
    const world = await seasonWorld(t.db, { learners: 12 });
    await spring(world);
    const counts = async (change: Partial<typeof FILTER>, actor = world.cohort.instructor) => (await seasonPage(t.db, actor, { ...FILTER, ...change })).counts.defenses;
    expect(await counts({})).toBe(12);
    expect(await counts({ to: "2026-04-09" })).toBe(0);
    expect(await counts({ cohortId: world.cohort.id })).toBe(12);
    expect(await counts({ chapterSlug: world.chapterSlug })).toBe(12);
    expect(await counts({ chapterSlug: "no-such-chapter" })).toBe(0);
    const other = await makeCohort(t.db);
    expect(await counts({}, other.instructor)).toBe(0);
    expect(await counts({ cohortId: world.cohort.id }, other.instructor)).toBe(0);
    expect((await seasonPage(t.db, other.instructor, FILTER)).cohorts.map(({ id }) => id)).toEqual([other.id]);
  });

  test("says nothing below what counts as evidence, and nothing of a defense that is not signed", async () => {
    const world = await seasonWorld(t.db, { learners: 3 });
    const [one, two, open] = world.cohort.learners;
    await world.defended(one!, { 0: [1, 1, 2, 0], 1: [2, 2, 2, 1] });
    await world.defended(two!, { 0: [1, 1, 2, 0], 1: [1, 2, 2, 1] });
    await world.defended(open!, { 0: [3, 3, 3, 3], 2: [0, 0, 0, 0] }, { state: "reconciling" });
    const page = await seasonPage(t.db, world.cohort.instructor, FILTER);
    expect(page.counts).toMatchObject({ defenses: 2, examiners: 2 });
    expect(page.agreement.exact).toEqual({ kind: "insufficient", n: 2, needed: 10 });
    expect(page.severity.map(({ severity }) => severity.kind)).toEqual(["insufficient", "insufficient"]);
    expect(page.candidates?.rows.map(({ raw, fair }) => [raw, fair]).sort()).toEqual([[1.25, null], [1.375, null]]);
  });

  test("shows executives how examiners rate, and candidates' scores only to those who administer", async () => {
    const world = await seasonWorld(t.db, { learners: 12 });
    await spring(world);
    const executive = await world.cohort.people.actor("executive", { kind: "team", teamId: world.cohort.people.companyId });
    const seen = await seasonPage(t.db, executive, { ...FILTER, cohortId: world.cohort.id });
    expect([seen.counts.defenses, seen.candidates]).toEqual([12, null]);
    expect((await seasonPage(t.db, world.cohort.people.admin, { ...FILTER, cohortId: world.cohort.id })).candidates?.total).toBe(12);
    const examiner = await world.cohort.people.reload(world.examiners[0]!.id);
    expect(holds(examiner, "raters:view", { kind: "any" })).toBe(false);
    expect((await seasonPage(t.db, examiner, FILTER)).counts.defenses).toBe(0);
  });
});

describe("an examiner's own severity", () => {
  test("is told when the season is over, of nobody but themself", async () => {
    const world = await seasonWorld(t.db, { learners: 12, dayState: "published" });
    await spring(world, "own");
    const [severe, middle] = world.examiners;
    expect(await ownSeverity(t.db, severe!.id, new Date(SEASON_BEGINS.getTime() + 3_600_000)), "the day is not over").toEqual([]);
    const [own] = await ownSeverity(t.db, severe!.id, NOW);
    expect(own).toMatchObject({ cohortId: world.cohort.id, colleagues: 2, severity: { kind: "estimate", n: 12 } });
    expect(own!.severity.kind === "estimate" && own!.severity.low).toBeGreaterThan(0);
    expect(JSON.stringify(own)).not.toContain(middle!.id);
    expect(await ownSeverity(t.db, world.cohort.instructor.id, NOW)).toEqual([]);
  });

  test("waits for the last signature and for days still to come", async () => {
    const world = await seasonWorld(t.db, { learners: 9 });
    for (const learner of world.cohort.learners.slice(1)) await world.defended(learner, { 0: [1, 1, 2, 0], 1: [2, 2, 2, 1] });
    expect(await ownSeverity(t.db, world.examiners[0]!.id, NOW)).toHaveLength(1);
    const { examinerIds, cohort } = { examinerIds: world.examiners, cohort: world.cohort };
    const second = await seasonWorld(t.db, { cohort, examinerIds, dayState: "published" });
    expect(await ownSeverity(t.db, world.examiners[0]!.id, new Date(SEASON_BEGINS.getTime() + 1000))).toEqual([]);
    expect(await ownSeverity(t.db, world.examiners[0]!.id, NOW)).toHaveLength(1);
    await second.defended(cohort.learners[0]!, { 0: [1, 1, 2, 0], 1: [2, 2, 2, 1] }, { state: "reconciling" });
    expect(await ownSeverity(t.db, world.examiners[0]!.id, NOW)).toEqual([]);
  });

  test("needs evidence, too", async () => {
    const world = await seasonWorld(t.db, { learners: 2 });
    for (const learner of world.cohort.learners) await world.defended(learner, { 0: [1, 1, 2, 0], 1: [2, 2, 2, 1] });
    expect(await ownSeverity(t.db, world.examiners[0]!.id, NOW)).toMatchObject([{ severity: { kind: "insufficient", n: 2, needed: 8 } }]);
    expect(await ownSeverity(t.db, world.examiners[2]!.id, NOW)).toEqual([]);
  });
});
