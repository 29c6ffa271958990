// The marking queue: what waits, in whose hand, in which order, for whom to see; rubrics pinned by hash.
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { inTransaction } from "~/db/index.server";
import { CLAIM_MINUTES, EVERYTHING, markingItemPath, type NewMarkingItem, type QueueFilter, type Rubric } from "~/marking";
import { claimMarking, currentRubric, enqueueMarking, holdForMarking, markingPlace, nextMarkingPath, publishRubrics, queuePage, readRubrics, releaseMarking, rubricByHash, settleMarking, withdrawMarking } from "~/marking/index.server";
import { type Actor, reachOf } from "~/people";
import { loadActor } from "~/people/index.server";
import { BEGIN, makeCohort, type TestCohort } from "../factories/cohorts";
import { makePeople } from "../factories/people";
import { useDatabase } from "../setup/database";

const t = useDatabase();
let cohort: TestCohort;
let other: TestCohort;
let colleague: Actor;

beforeAll(async () => {
  const people = await makePeople(t.db);
  cohort = await makeCohort(t.db, { people });
  other = await makeCohort(t.db, { people });
  colleague = await people.actor("instructor", { kind: "cohort", cohortId: cohort.id });
});

const later = (minutes: number) => new Date(BEGIN.getTime() + minutes * 60_000);
const run = <T>(work: Parameters<typeof inTransaction<T>>[2]) => inTransaction(t.db, "test", work);

/** Something that waits, in a chapter of its own unless said otherwise. */
async function wait(more: Partial<NewMarkingItem> = {}) {
  const item = { kind: "homework", subjectId: randomUUID(), cohortId: cohort.id, chapterSlug: "90-own", title: "林岚", waitingSince: BEGIN, dueAt: null, ...more } satisfies NewMarkingItem;
  await run((trx) => enqueueMarking(trx, item));
  const { id } = await t.db.selectFrom("marking_item").select("id").where("subject_id", "=", item.subjectId).where("state", "=", "waiting").executeTakeFirstOrThrow();
  return { ...item, id };
}
const rowsOf = (subjectId: string) => t.db.selectFrom("marking_item").select(["state", "title", "blocked_count", "claimed_by", "waiting_since", "points", "max_points", "done_by"]).where("subject_id", "=", subjectId).orderBy("waiting_since").execute();
const claim = (actor: Actor, itemId: string, now: Date, takeOver = false) => run((trx) => claimMarking(trx, actor, { itemId, reach: reachOf(actor, "cohort:teach"), takeOver, now }));
const list = (actor: Actor, filter: Partial<QueueFilter> = {}, after: string | null = null, now = later(0)) => queuePage(t.db, { reach: reachOf(actor, "cohort:teach"), actorId: actor.id, filter: { ...EVERYTHING, ...filter }, now }, { after, done: null });

describe("what waits", () => {
  test("stands in the queue once, however often it is said, and keeps the time it has waited", async () => {
    const item = await wait();
    await run((trx) => enqueueMarking(trx, { ...item, title: "林岚、高远", blockedCount: 4, waitingSince: later(60) }));
    expect(await rowsOf(item.subjectId)).toMatchObject([{ state: "waiting", title: "林岚、高远", blocked_count: 4, waiting_since: BEGIN }]);
  });

  test("is done with its mark, once; handed in again it waits anew, and a correction changes the last outcome", async () => {
    const item = await wait();
    const settle = (points: number) => run((trx) => settleMarking(trx, { ...item, by: colleague.id, now: later(5), score: { points, max: 10 } }));
    await settle(4);
    await settle(5);
    expect(await rowsOf(item.subjectId)).toMatchObject([{ state: "done", points: 5, max_points: 10, done_by: colleague.id }]);
    await run((trx) => enqueueMarking(trx, { ...item, waitingSince: later(60) }));
    expect(await rowsOf(item.subjectId)).toMatchObject([{ state: "done" }, { state: "waiting" }]);
    await run((trx) => withdrawMarking(trx, { ...item, now: later(61) }));
    expect(await rowsOf(item.subjectId)).toMatchObject([{ state: "done" }, { state: "withdrawn" }]);
    await settle(6);
    expect(await rowsOf(item.subjectId)).toMatchObject([{ state: "done", points: 6 }, { state: "withdrawn", points: null }]);
  });

  test("of what never waited, settling and withdrawing are nothing", async () => {
    const subject = { kind: "role-play", subjectId: randomUUID() } as const;
    await run((trx) => settleMarking(trx, { ...subject, by: colleague.id, now: BEGIN }));
    await run((trx) => withdrawMarking(trx, { ...subject, now: BEGIN }));
    expect(await rowsOf(subject.subjectId)).toEqual([]);
  });
});

describe("a claim", () => {
  test("keeps a second person off, tells them who has it and until when, and runs out by itself", async () => {
    const item = await wait();
    expect(await claim(cohort.instructor, item.id, later(0))).toEqual({ ok: true, value: { until: later(CLAIM_MINUTES) } });
    expect(await claim(colleague, item.id, later(5))).toMatchObject({ ok: false, error: { code: "claimed", claim: { personId: cohort.instructor.id, name: cohort.instructor.name, until: later(CLAIM_MINUTES) } } });
    expect(await run((trx) => holdForMarking(trx, colleague, { ...item, now: later(5) }))).toMatchObject({ ok: false, error: { code: "claimed" } });
    expect(await claim(cohort.instructor, item.id, later(10))).toMatchObject({ ok: true, value: { until: later(10 + CLAIM_MINUTES) } });
    expect(await claim(colleague, item.id, later(24))).toMatchObject({ ok: false });
    expect(await claim(colleague, item.id, later(25))).toMatchObject({ ok: true });
  });

  test("can be taken over, which is written down, and then the first person cannot save", async () => {
    const item = await wait();
    await claim(cohort.instructor, item.id, later(0));
    expect(await claim(colleague, item.id, later(1), true)).toMatchObject({ ok: true });
    expect(await run((trx) => holdForMarking(trx, cohort.instructor, { ...item, now: later(2) }))).toMatchObject({ ok: false, error: { claim: { personId: colleague.id } } });
    expect(await run((trx) => holdForMarking(trx, colleague, { ...item, now: later(2) }))).toEqual({ ok: true, value: undefined });
    const audit = await t.db.selectFrom("audit_event").select(["action", "details"]).where("subject_id", "=", item.id).execute();
    expect(audit).toEqual([{ action: "take-over-marking", details: { from: cohort.instructor.id } }]);
  });

  test("is given back only by whom it belongs to, and ends with the mark", async () => {
    const item = await wait();
    await claim(cohort.instructor, item.id, later(0));
    await run((trx) => releaseMarking(trx, colleague, item.id));
    expect(await claim(colleague, item.id, later(1))).toMatchObject({ ok: false });
    await run((trx) => releaseMarking(trx, cohort.instructor, item.id));
    expect(await claim(colleague, item.id, later(1))).toMatchObject({ ok: true });
    await run((trx) => settleMarking(trx, { ...item, by: colleague.id, now: later(2) }));
    expect(await rowsOf(item.subjectId)).toMatchObject([{ state: "done", claimed_by: null }]);
    expect(await claim(colleague, item.id, later(3))).toMatchObject({ error: { code: "not-found" } });
    expect(await run((trx) => holdForMarking(trx, cohort.instructor, { ...item, now: later(3) }))).toMatchObject({ ok: true });
  });

  test("is won by one of two who press at the same moment", async () => {
    const item = await wait();
    const results = await Promise.all([claim(cohort.instructor, item.id, later(0)), claim(colleague, item.id, later(0))]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test("of a thing in somebody else's cohort does not exist", async () => {
    const item = await wait({ cohortId: other.id });
    expect(await claim(colleague, item.id, later(0))).toMatchObject({ error: { code: "not-found" } });
    expect(await claim(colleague, item.id, later(0), true)).toMatchObject({ error: { code: "not-found" } });
  });
});

describe("the list", () => {
  const chapterSlug = "91-list";
  const here = { chapterSlug };

  test("shows who is blocked longest first, only of cohorts one teaches, with counts by what can be chosen", async () => {
    await wait({ ...here, title: "新", waitingSince: later(-10) });
    await wait({ ...here, title: "老", waitingSince: later(-500), dueAt: later(-1), blockedCount: 4, kind: "group-sheet" });
    await wait({ ...here, title: "外", cohortId: other.id, waitingSince: later(-900) });
    const page = await list(colleague, here);
    expect(page.lines.map(({ title, late, blockedCount }) => ({ title, late, blockedCount }))).toEqual([{ title: "老", late: true, blockedCount: 4 }, { title: "新", late: false, blockedCount: 1 }]);
    expect(page).toMatchObject({ total: 2, blocked: 5, more: null });
    expect(page.facets.chapters.find(({ slug }) => slug === chapterSlug)).toMatchObject({ waiting: 2 });
    expect(page.facets.cohorts).toEqual([{ id: cohort.id, name: "测试班", waiting: page.facets.total }]);
    expect(page.facets.late).toBe(1);
    expect((await list(cohort.people.admin, here)).lines).toEqual([]);
  });

  test("leaves out what others have their say on first, until its time has come", async () => {
    await wait({ chapterSlug: "95-ready", readyAt: later(30) });
    expect((await list(colleague, { chapterSlug: "95-ready" }, null, later(29))).total).toBe(0);
    expect((await list(colleague, { chapterSlug: "95-ready" }, null, later(30))).total).toBe(1);
  });

  test("is narrowed by kind, cohort, chapter, lateness and whose hand it is in", async () => {
    const titles = async (filter: Partial<QueueFilter>, now?: Date) => (await list(colleague, { ...here, ...filter }, null, now)).lines.map(({ title }) => title);
    expect(await titles({ kind: "group-sheet" })).toEqual(["老"]);
    expect(await titles({ kind: "role-play" })).toEqual([]);
    expect(await titles({ late: true })).toEqual(["老"]);
    expect(await titles({ cohortId: other.id })).toEqual([]);
    const [old] = (await list(colleague, here)).lines;
    await claim(cohort.instructor, old!.id, later(0));
    expect(await titles({ claim: "others" })).toEqual(["老"]);
    expect(await titles({ claim: "free" })).toEqual(["新"]);
    expect(await titles({ claim: "mine" })).toEqual([]);
    expect(await titles({ claim: "free" }, later(CLAIM_MINUTES))).toEqual(["老", "新"]);
    expect((await list(cohort.instructor, { ...here, claim: "mine" })).lines).toMatchObject([{ title: "老", claim: { mine: true } }]);
  });

  test("is paged without gaps or repetitions, also while things are marked, and orders by task where that is wanted", async () => {
    const slug = "92-pages";
    for (let at = 0; at < 120; at += 1) await wait({ chapterSlug: slug, title: String(at), taskKey: `q${at % 3}`, waitingSince: later(-Math.floor(at / 2)) });
    for (const order of ["waiting", "task"] as const) {
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const page = await list(colleague, { chapterSlug: slug, order }, after);
        seen.push(...page.lines.map(({ title }) => title));
        after = page.more;
      } while (after !== null);
      expect(seen).toHaveLength(120);
      expect(new Set(seen).size).toBe(120);
      const keys = seen.map((title) => (order === "task" ? [Number(title) % 3, -Math.floor(Number(title) / 2)] : [-Math.floor(Number(title) / 2)]));
      expect(keys).toEqual([...keys].sort((a, b) => a[0]! - b[0]! || (a[1] ?? 0) - (b[1] ?? 0)));
    }
    const first = await list(colleague, { chapterSlug: slug });
    const last = first.lines.at(-1)!;
    const marked = await t.db.selectFrom("marking_item").select("subject_id as subjectId").where("id", "=", last.id).executeTakeFirstOrThrow();
    await run((trx) => settleMarking(trx, { kind: "homework", ...marked, by: colleague.id, now: later(0) }));
    expect((await list(colleague, { chapterSlug: slug }, last.id)).lines).toHaveLength(50);
  });
});

describe("a closed cohort", () => {
  test("leaves the queue with what was not marked; that is named, and looked at on request; opened again it waits again", async () => {
    const people = await makePeople(t.db);
    const [open, closed] = [await makeCohort(t.db, { people }), await makeCohort(t.db, { people })];
    const teacher = await people.actor("instructor", { kind: "cohort", cohortId: open.id });
    const stranger = await people.actor("instructor", { kind: "cohort", cohortId: open.id });
    await t.db.insertInto("role_grant").values({ person_id: teacher.id, role: "instructor", scope_kind: "cohort", team_id: null, cohort_id: closed.id, granted_by: null, granted_at: BEGIN, revoked_at: null, revoked_by: null }).execute();
    const both = (await loadActor(t.db, teacher.id))!;
    const waiting = await wait({ cohortId: open.id });
    const left = await wait({ cohortId: closed.id, kind: "role-play", dueAt: later(-60) });
    const ids = async (actor: Actor, filter: Partial<QueueFilter> = {}) => (await list(actor, filter)).lines.map(({ id }) => id);
    expect((await ids(both)).sort()).toEqual([waiting.id, left.id].sort());

    const state = (to: "open" | "closed") => t.db.updateTable("cohort").set({ state: to }).where("id", "=", closed.id).execute();
    await state("closed");
    const page = await list(both);
    expect([page.lines.map(({ id }) => id), page.total, page.facets.total, page.facets.late, page.facets.cohorts.map(({ id }) => id)]).toEqual([[waiting.id], 1, 1, 0, [open.id]]);
    expect(page.closed).toMatchObject([{ id: closed.id, left: 1 }]);
    expect((await list(both, { cohortId: closed.id })).lines).toMatchObject([{ id: left.id, late: false }]);
    expect(await list(stranger, { cohortId: closed.id })).toMatchObject({ lines: [], closed: [] });
    const place = await markingPlace(t.db, { kind: "homework", subjectId: waiting.subjectId, cohortId: open.id, actor: both, query: new URLSearchParams(), now: later(0) });
    expect([place.waiting, place.next, place.previous]).toEqual([1, null, null]);
    await state("open");
    expect((await ids(both)).sort()).toEqual([waiting.id, left.id].sort());
  });
});

describe("the place of one who marks", () => {
  test("leads on to what nobody else has, round the end, and says what was done", async () => {
    const chapterSlug = "93-place";
    const items = [];
    for (let at = 0; at < 3; at += 1) items.push(await wait({ chapterSlug, title: `第${at}`, waitingSince: later(at - 10) }));
    const [a, b, c] = items as [typeof items[0] & object, typeof items[0] & object, typeof items[0] & object];
    const query = new URLSearchParams({ queue: `chapter=${chapterSlug}` });
    const at = (item: typeof a, more: Record<string, string> = {}) => markingPlace(t.db, { kind: "homework", subjectId: item.subjectId, cohortId: cohort.id, actor: colleague, query: new URLSearchParams([...query, ...Object.entries(more)]), now: later(0) });
    const pathTo = (item: typeof a, more: Record<string, string> = {}) => markingItemPath(item, { queue: `chapter=${chapterSlug}`, ...more });
    expect(await at(a)).toMatchObject({ item: { id: a.id }, waiting: 3, previous: null, next: pathTo(b), claim: null, done: null, queuePath: `/marking?chapter=${chapterSlug}` });
    await claim(cohort.instructor, b.id, later(0));
    expect(await at(a)).toMatchObject({ next: pathTo(c) });
    expect(await at(b)).toMatchObject({ claim: { mine: false, name: cohort.instructor.name }, previous: pathTo(a), next: pathTo(c) });
    await run((trx) => settleMarking(trx, { ...c, by: colleague.id, now: later(1), score: { points: 8, max: 15 } }));
    const next = await nextMarkingPath(t.db, { kind: "homework", subjectId: c.subjectId, cohortId: cohort.id, actor: colleague, query, now: later(1) });
    expect(next).toBe(pathTo(a, { done: c.id }));
    expect(await at(a, { done: c.id })).toMatchObject({ waiting: 2, done: { title: "第2", points: 8, max: 15, path: markingItemPath(c) } });
    expect(await at(c)).toMatchObject({ item: null, claim: null });
    await run((trx) => settleMarking(trx, { ...a, by: colleague.id, now: later(1) }));
    expect(await nextMarkingPath(t.db, { kind: "homework", subjectId: a.subjectId, cohortId: cohort.id, actor: colleague, query, now: later(1) })).toBe(`/marking?chapter=${chapterSlug}&done=${a.id}`);
  });

  test("does not show what was done in a cohort one does not teach", async () => {
    const item = await wait({ cohortId: other.id });
    await run((trx) => settleMarking(trx, { ...item, by: other.instructor.id, now: later(1) }));
    const here = await wait({ chapterSlug: "94-own" });
    expect(await markingPlace(t.db, { kind: "homework", subjectId: here.subjectId, cohortId: cohort.id, actor: colleague, query: new URLSearchParams({ done: item.id }), now: later(0) })).toMatchObject({ done: null });
  });
});

describe("rubrics", () => {
  const text = (zh: string) => ({ zh, en: zh });
  const rubric = (key: string, word: string): Rubric => ({ key, use: "homework", title: text(word), criteria: [{ id: "c1", title: text(word), competencies: ["build-trust"], levels: [{ points: 0, text: text("无") }, { points: 2, text: text("有") }] }] });

  test("are published by content, keep every version, and take none back", async () => {
    const publish = (...rubrics: Rubric[]) => run((trx) => publishRubrics(trx, { rubrics, now: BEGIN }));
    expect(await publish(rubric("a", "旧"), rubric("b", "乙"))).toMatchObject({ changed: ["a", "b"] });
    const old = await currentRubric(t.db, "a");
    expect(await publish(rubric("b", "乙"), rubric("a", "旧"))).toMatchObject({ changed: [], retired: [] });
    expect(await publish(rubric("a", "新"))).toMatchObject({ changed: ["a"], retired: ["b"] });
    expect((await currentRubric(t.db, "a"))?.hash).not.toBe(old?.hash);
    expect(await rubricByHash(t.db, old!.hash)).toEqual(rubric("a", "旧"));
    expect(await currentRubric(t.db, "b")).toBeNull();
    await expect(t.db.updateTable("rubric_version").set({ key: "x" }).where("hash", "=", old!.hash).execute()).rejects.toThrow("append-only");
    await expect(t.db.deleteFrom("rubric_version").where("hash", "=", old!.hash).execute()).rejects.toThrow("append-only");
  });

  test("of the course are readable, in both languages, with four to six criteria", async () => {
    const competencies = parse(readFileSync("content/competencies.yaml", "utf8")) as { id: string }[];
    const files = await readRubrics("content", new Set(competencies.map(({ id }) => id)));
    expect(files.flatMap(({ problems }) => problems)).toEqual([]);
    expect(files.map(({ rubric: read }) => read?.key)).toContain("build-trust-homework");
    const [strict] = await readRubrics("content", new Set(["communication"]));
    expect(strict?.problems[0]).toMatchObject({ message: expect.stringContaining("is not in competencies.yaml") });
  });
});
