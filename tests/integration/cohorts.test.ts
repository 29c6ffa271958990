import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import {
  actOnStep, addInstructor, changeCalendar, changeChapters, type ChapterSettings, chapterSettings, cohortGrid, createCohort, editCohort, endEnrolment, enrolLearners, gridCounts, gridPage, learnerHome,
  learnerRoads, listCohorts, moveCohort, planCalendarChange, planEnrolment, removeInstructor, setExtraTime, stepEvidence, teamProgress, teamsWithin, whoWaits, type StepAct,
} from "~/cohorts/index.server";
import { type GridFilter, readGridFilter } from "~/cohorts";
import { inTransaction } from "~/db/index.server";
import { holds, reachOf } from "~/people";
import { STEPS, type Step } from "~/pipeline";
import { loadRoads } from "~/pipeline/index.server";
import { BEGIN, FIRST_DAY, LAST_DAY, makeChapters, makeCohort, type Learner, type TestCohort } from "../factories/cohorts";
import { makePeople, type TestPeople } from "../factories/people";
import { useDatabase } from "../setup/database";

const t = useDatabase();
const later = (days: number): Date => new Date(BEGIN.getTime() + days * 86_400_000);
let people: TestPeople;
let slugs: string[];
beforeAll(async () => {
  people = await makePeople(t.db);
  slugs = await makeChapters(t.db, 4);
});
const cohortOf = (options: Parameters<typeof makeCohort>[1] = {}): Promise<TestCohort> => makeCohort(t.db, { people, chapters: [slugs[0]!], ...options });
const everybody: GridFilter = { chapter: null, show: "all", step: null, team: null, search: "", page: 1 };
const columnsOf = (cohort: TestCohort) => cohort.chapters.flatMap((chapter) => STEPS.map((step) => ({ chapter, step })));
const act = async (cohort: TestCohort, learner: Learner, step: Step, what: StepAct, expectedVersion?: number, actorId = cohort.instructor.id) =>
  inTransaction(t.db, "act", async (trx) =>
    actOnStep(trx, actorId, { cohortId: cohort.id, enrolmentId: learner.enrolmentId, chapterSlug: cohort.chapters[0]!, step, act: what, expectedVersion: expectedVersion ?? (await cohort.version(learner)), now: later(1) }),
  );

describe("creating a cohort", () => {
  const input = () => ({ name: "春季班", teamId: people.companyId, timeZone: "Asia/Shanghai", startsOn: FIRST_DAY, endsOn: LAST_DAY, chapterSlugs: [slugs[2]!, slugs[0]!] });

  it("makes a draft with its chapters in order, dates for every step, and its creator as instructor", async () => {
    const instructor = await people.actor("instructor");
    const created = await inTransaction(t.db, "create", (trx) => createCohort(trx, instructor, input()));
    if (!created.ok) throw new Error(created.error.code);
    const page = await gridPage(t.db, created.value.cohortId, (known) => readGridFilter(new URLSearchParams(), known), BEGIN);
    expect(page?.cohort).toMatchObject({ state: "draft", version: 1, learners: 0, instructors: [{ id: instructor.id }] });
    expect(page?.chapters.map((chapter) => chapter.slug)).toEqual([slugs[2], slugs[0]]);
    const settings = await chapterSettings(t.db, created.value.cohortId, slugs[0]!);
    expect(Object.values(settings ?? {}).every((step) => step.included && step.dueAt !== null)).toBe(true);
  });

  it("refuses dates the wrong way round, no chapters, and what does not exist", async () => {
    const codeOf = async (change: object) => {
      const result = await inTransaction(t.db, "create", (trx) => createCohort(trx, people.admin, { ...input(), ...change }));
      return result.ok ? "ok" : result.error.code;
    };
    expect(await codeOf({ endsOn: FIRST_DAY })).toBe("ends-before-start");
    expect(await codeOf({ chapterSlugs: [] })).toBe("no-chapters");
    expect(await codeOf({ chapterSlugs: ["nothing"] })).toBe("unknown-chapter");
    expect(await codeOf({ timeZone: "Mars/Olympus" })).toBe("unknown-time-zone");
    expect(await codeOf({ teamId: crypto.randomUUID() })).toBe("unknown-team");
  });

  it("shows to learners only once it is open", async () => {
    const cohort = await cohortOf({ learners: 1, state: "draft" });
    const [learner] = cohort.learners;
    const home = () => learnerHome(t.db, learner!.personId, BEGIN);
    const move = async (what: "open" | "close" | "reopen", version: number) => inTransaction(t.db, what, (trx) => moveCohort(trx, cohort.instructor.id, { cohortId: cohort.id, expectedVersion: version, move: what }));
    expect(await home()).toEqual([]);
    expect(await move("open", 1)).toEqual({ ok: true, value: "open" });
    expect(await home()).toMatchObject([{ closed: false }]);
    expect(await move("close", 2)).toEqual({ ok: true, value: "closed" });
    expect(await home()).toMatchObject([{ closed: true }]);
    expect(await move("open", 3)).toMatchObject({ ok: false, error: { code: "wrong-state" } });
    expect(await move("reopen", 3)).toEqual({ ok: true, value: "open" });
  });
});

describe("enrolling", () => {
  it("does exactly what the dry run shows, and nothing the second time", async () => {
    const cohort = await cohortOf({ learners: 2 });
    const [left, stays] = cohort.learners as [Learner, Learner];
    await inTransaction(t.db, "end", (trx) => endEnrolment(trx, cohort.instructor.id, { enrolmentId: left.enrolmentId, cohortId: cohort.id, reason: "换岗", now: later(1) }));
    const fresh = await people.person();
    const suspended = await people.person({ state: "suspended" });
    const request = { by: "email" as const, emails: [left.email, stays.email, fresh.email.toUpperCase(), suspended.email, "nobody@nowhere.test", fresh.email] };
    const plan = await planEnrolment(t.db, cohort.id, request);
    expect({ ...plan, enrol: plan.enrol.map((one) => one.personId), returning: plan.returning.map((one) => one.personId), already: plan.already.map((one) => one.personId), suspended: plan.suspended.map((one) => one.personId) }).toEqual({
      enrol: [fresh.id], returning: [left.personId], already: [stays.personId], suspended: [suspended.id], unknown: ["nobody@nowhere.test"],
    });
    expect(await inTransaction(t.db, "enrol", (trx) => enrolLearners(trx, cohort.instructor.id, cohort.id, request, later(2)))).toEqual(plan);
    const again = await inTransaction(t.db, "enrol", (trx) => enrolLearners(trx, cohort.instructor.id, cohort.id, request, later(3)));
    expect(again).toMatchObject({ enrol: [], returning: [], already: { length: 3 } });
    const roads = await t.db.selectFrom("road as r").innerJoin("enrolment as e", "e.id", "r.enrolment_id").select("r.version").where("e.cohort_id", "=", cohort.id).execute();
    expect(roads).toHaveLength(3);
  });

  it("of two who enrol the same people at once, both see who is in", async () => {
    const cohort = await cohortOf();
    const request = { by: "email" as const, emails: [(await people.person()).email, (await people.person()).email] };
    const plans = await Promise.all([0, 1, 2].map(() => inTransaction(t.db, "enrol", (trx) => enrolLearners(trx, cohort.instructor.id, cohort.id, request, BEGIN))));
    expect(plans.map((plan) => plan.enrol.length).sort()).toEqual([0, 0, 2]);
  });

  it("takes a whole team with those below it", async () => {
    const region = await people.team();
    const team = await people.team(region);
    const inside = [await people.person({ teamId: region }), await people.person({ teamId: team })];
    const cohort = await cohortOf();
    const plan = await planEnrolment(t.db, cohort.id, { by: "team", teamId: region });
    expect(plan.enrol.map((one) => one.personId).sort()).toEqual(inside.map((one) => one.id).sort());
  });

  it("keeps what a learner earned when they leave and come back", async () => {
    const cohort = await cohortOf({ learners: 1 });
    const [learner] = cohort.learners as [Learner];
    await cohort.record(learner, ["preview", "quiz"]);
    await inTransaction(t.db, "end", (trx) => endEnrolment(trx, cohort.instructor.id, { enrolmentId: learner.enrolmentId, cohortId: cohort.id, reason: "休假", now: later(2) }));
    expect((await cohortGrid(t.db, cohort.id, everybody, columnsOf(cohort), later(2))).total).toBe(0);
    expect((await learnerRoads(t.db, cohort.id, learner.enrolmentId, later(2)))?.learner.leftReason).toBe("休假");
    await inTransaction(t.db, "back", (trx) => enrolLearners(trx, cohort.instructor.id, cohort.id, { by: "email", emails: [learner.email] }, later(3)));
    expect(await cohort.state(learner, "quiz")).toBe("passed");
    const grants = await t.db.selectFrom("role_grant").select("role").where("person_id", "=", learner.personId).where("cohort_id", "=", cohort.id).where("revoked_at", "is", null).execute();
    expect(grants).toEqual([{ role: "learner" }]);
  });
});

describe("reach", () => {
  it("lists own cohorts and those of own teams, and no foreign one", async () => {
    const mine = await cohortOf();
    const team = await people.team();
    const ofTeam = await cohortOf({ teamId: team });
    const foreign = await cohortOf();
    const byTeam = await people.actor("instructor", { kind: "team", teamId: team });
    const ids = async (actor: typeof byTeam) => (await listCohorts(t.db, reachOf(actor, "cohort:list"), { page: 1, now: BEGIN })).rows.map((row) => row.id);
    expect(await ids(mine.instructor)).toEqual([mine.id]);
    expect(await ids(byTeam)).toEqual([ofTeam.id]);
    expect(await ids(await people.actor("learner"))).toEqual([]);
    expect(holds(mine.instructor, "cohort:view", { kind: "cohort", cohortId: foreign.id, teamId: people.companyId })).toBe(false);
  });

  it("a learner of another cohort is neither shown nor changed through this one", async () => {
    const cohort = await cohortOf({ learners: 1 });
    const other = await cohortOf({ learners: 1 });
    const [stranger] = other.learners as [Learner];
    const key = { cohortId: cohort.id, enrolmentId: stranger.enrolmentId, chapterSlug: slugs[0]!, step: "preview" as const };
    expect(await stepEvidence(t.db, key, BEGIN)).toBeUndefined();
    expect(await learnerRoads(t.db, cohort.id, stranger.enrolmentId, BEGIN)).toBeUndefined();
    expect(await act(cohort, stranger, "preview", { kind: "waive", reason: "不应该成功" }, await other.version(stranger))).toEqual({ ok: false, error: { code: "not-found" } });
    expect(await inTransaction(t.db, "end", (trx) => endEnrolment(trx, cohort.instructor.id, { enrolmentId: stranger.enrolmentId, cohortId: cohort.id, reason: "不应该成功", now: BEGIN }))).toBe(false);
    expect(await inTransaction(t.db, "extra", (trx) => setExtraTime(trx, cohort.instructor.id, { cohortId: cohort.id, enrolmentId: stranger.enrolmentId, percent: 50 }))).toBe(false);
    expect(await other.state(stranger, "preview")).toBe("available");
  });
});

describe("the calendar", () => {
  const included = (settings: ChapterSettings, step: Step, on: boolean): ChapterSettings => ({ ...settings, [step]: { ...settings[step]!, included: on } });
  const change = async (cohort: TestCohort, settings: ChapterSettings, expectedVersion: number, now = later(5)) =>
    inTransaction(t.db, "calendar", (trx) => changeCalendar(trx, cohort.instructor.id, { cohortId: cohort.id, chapterSlug: cohort.chapters[0]!, settings, expectedVersion, now }));

  it("keeps what is earned in a step left out, and counts it again when it comes back", async () => {
    const cohort = await cohortOf({ learners: 1 });
    const [learner] = cohort.learners as [Learner];
    await cohort.record(learner, ["preview", "quiz"]);
    const before = (await chapterSettings(t.db, cohort.id, slugs[0]!))!;
    await change(cohort, included(before, "quiz", false), 1);
    expect((await stepEvidence(t.db, { cohortId: cohort.id, enrolmentId: learner.enrolmentId, chapterSlug: slugs[0]!, step: "quiz" }, later(5)))).toBeUndefined();
    expect(await cohort.state(learner, "quiz")).toBe("passed");
    await change(cohort, before, 2);
    expect((await stepEvidence(t.db, { cohortId: cohort.id, enrolmentId: learner.enrolmentId, chapterSlug: slugs[0]!, step: "quiz" }, later(5)))?.here.state).toBe("passed");
  });

  it("stores of the gates only what differs from the defaults", async () => {
    const cohort = await cohortOf();
    const before = (await chapterSettings(t.db, cohort.id, slugs[0]!))!;
    await change(cohort, { ...before, quiz: { ...before.quiz!, gate: { ...before.quiz!.gate, passMark: 0.7 } } }, 1);
    const row = await t.db.selectFrom("cohort_step").select("gate").where("cohort_id", "=", cohort.id).where("step", "=", "quiz").executeTakeFirstOrThrow();
    expect(row.gate).toEqual({ passMark: 0.7 });
  });

  it("tells the second of two who save at once who was first", async () => {
    const cohort = await cohortOf({ learners: 1 });
    const settings = included((await chapterSettings(t.db, cohort.id, slugs[0]!))!, "homework", false);
    const results = await Promise.all([change(cohort, settings, 1), change(cohort, settings, 1)]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.find((result) => !result.ok)).toMatchObject({ error: { code: "stale", version: 2, by: "林岚" } });
    const edit = await inTransaction(t.db, "edit", (trx) => editCohort(trx, cohort.instructor.id, { cohortId: cohort.id, expectedVersion: 1, name: "新名字", teamId: people.companyId, startsOn: FIRST_DAY, endsOn: LAST_DAY }));
    expect(edit).toMatchObject({ ok: false, error: { code: "stale" } });
  });

  it("property: the dry run is what then happens", async () => {
    const moment = fc.option(fc.integer({ min: -20, max: 60 }).map(later), { nil: null });
    const settingsOf = fc.record(Object.fromEntries(STEPS.map((step) => [step, fc.record({ included: fc.boolean(), opensAt: moment, dueAt: moment })])) as Record<Step, fc.Arbitrary<{ included: boolean; opensAt: Date | null; dueAt: Date | null }>>);
    const progress = fc.array(fc.record({ done: fc.integer({ min: 0, max: 8 }), failed: fc.boolean() }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(settingsOf, progress, async (wanted, learners) => {
        const cohort = await cohortOf({ learners: learners.length });
        for (const [at, { done, failed }] of learners.entries()) {
          await cohort.record(cohort.learners[at]!, STEPS.slice(0, done));
          if (failed && done < STEPS.length) await cohort.record(cohort.learners[at]!, [STEPS[done]!], "failed");
        }
        const before = (await chapterSettings(t.db, cohort.id, slugs[0]!))!;
        const settings = Object.fromEntries(STEPS.map((step) => {
          const { included: on, opensAt, dueAt } = wanted[step];
          return [step, { gate: before[step]!.gate, included: on || step === "preview", opensAt, dueAt: opensAt && dueAt && dueAt <= opensAt ? null : dueAt }];
        })) as ChapterSettings;
        const now = later(10);
        const planned = await planCalendarChange(t.db, { cohortId: cohort.id, chapterSlug: slugs[0]!, settings, now });
        expect(await change(cohort, settings, 1, now)).toEqual({ ok: true, value: planned });
        const happened = await t.db
          .selectFrom("progress_event as v")
          .innerJoin("enrolment as e", "e.id", "v.enrolment_id")
          .select(["v.step", "v.kind"])
          .where("e.cohort_id", "=", cohort.id)
          .where("v.at", "=", now)
          .execute();
        const counted = (kind: string) => Object.fromEntries(STEPS.map((step) => [step, happened.filter((event) => event.step === step && event.kind === kind).length]));
        const foretold = (name: "leftOut" | "added" | "opened" | "locked") => Object.fromEntries(STEPS.map((step) => [step, planned!.effect.steps.find((effect) => effect.step === step)?.[name] ?? 0]));
        expect({ leftOut: foretold("leftOut"), added: foretold("added"), opened: foretold("opened"), locked: foretold("locked") }).toEqual({ leftOut: counted("left-out"), added: counted("added"), opened: counted("opened"), locked: counted("locked") });
        expect(await planCalendarChange(t.db, { cohortId: cohort.id, chapterSlug: slugs[0]!, settings, now })).toMatchObject({ changes: [], effect: { learners: 0, steps: [] } });
      }),
      { numRuns: 12 },
    );
  });

  it("adds, moves and takes out chapters; the last one stays", async () => {
    const cohort = await cohortOf({ learners: 1 });
    const [learner] = cohort.learners as [Learner];
    await cohort.record(learner, ["preview"]);
    let version = 1;
    const chapters = async (kind: "add" | "remove" | "earlier" | "later", slug: string) => {
      const result = await inTransaction(t.db, kind, (trx) => changeChapters(trx, cohort.instructor.id, { cohortId: cohort.id, expectedVersion: version++, change: { kind, slug }, now: later(3) }));
      return result.ok ? (await t.db.selectFrom("cohort_chapter").select("chapter_slug").where("cohort_id", "=", cohort.id).orderBy("position").execute()).map((row) => row.chapter_slug) : result.error.code;
    };
    expect(await chapters("add", slugs[1]!)).toEqual([slugs[0], slugs[1]]);
    expect((await loadRoads(t.db, { enrolmentId: learner.enrolmentId })).map(({ road }) => road.chapterSlug)).toEqual([slugs[0], slugs[1]]);
    expect(await chapters("earlier", slugs[1]!)).toEqual([slugs[1], slugs[0]]);
    expect(await chapters("remove", slugs[0]!)).toEqual([slugs[1]]);
    expect(await cohort.state(learner, "preview", slugs[0])).toBe("passed");
    expect(await chapters("add", slugs[0]!)).toEqual([slugs[1], slugs[0]]);
    expect((await stepEvidence(t.db, { cohortId: cohort.id, enrolmentId: learner.enrolmentId, chapterSlug: slugs[0]!, step: "preview" }, later(3)))?.here.state).toBe("passed");
    await chapters("remove", slugs[0]!);
    expect(await inTransaction(t.db, "remove", (trx) => changeChapters(trx, cohort.instructor.id, { cohortId: cohort.id, expectedVersion: version, change: { kind: "remove", slug: slugs[1]! }, now: later(3) }))).toMatchObject({ error: { code: "last-chapter" } });
  });
});

describe("acts on a step", () => {
  it("records, waives, withdraws, corrects, each with its history and audit entry", async () => {
    const cohort = await cohortOf({ learners: 1 });
    const [learner] = cohort.learners as [Learner];
    expect(await act(cohort, learner, "preview", { kind: "record", outcome: "passed", reason: "", note: "课上完成" })).toMatchObject({ ok: true });
    expect(await act(cohort, learner, "quiz", { kind: "waive", reason: "有同等证书" })).toMatchObject({ ok: true });
    expect(await cohort.state(learner, "lecture")).toBe("available");
    expect(await act(cohort, learner, "quiz", { kind: "withdraw-waiver", reason: "证书过期" })).toMatchObject({ ok: true });
    expect(await cohort.state(learner, "lecture")).toBe("locked");
    expect(await act(cohort, learner, "preview", { kind: "correct", outcome: "none", reason: "记错了人" })).toMatchObject({ ok: true });
    expect(await cohort.state(learner, "quiz")).toBe("locked");
    expect(await act(cohort, learner, "preview", { kind: "waive", reason: " " })).toMatchObject({ ok: false, error: { code: "reason-missing" } });
    const audit = await t.db.selectFrom("audit_event").select(["action", "actor_id"]).where("subject_id", "=", learner.enrolmentId).orderBy("id").execute();
    expect(audit.map((entry) => entry.action)).toEqual(["record-step", "waive-step", "withdraw-waiver-step", "correct-step"]);
    expect(new Set(audit.map((entry) => entry.actor_id))).toEqual(new Set([cohort.instructor.id]));
  });

  it("of two instructors at once one wins, the other is told who and what, and nothing of theirs is written", async () => {
    const cohort = await cohortOf({ learners: 1 });
    const [learner] = cohort.learners as [Learner];
    const second = await people.actor("instructor");
    const version = await cohort.version(learner);
    const results = await Promise.all([
      act(cohort, learner, "preview", { kind: "record", outcome: "passed", reason: "", note: "" }, version),
      act(cohort, learner, "preview", { kind: "waive", reason: "有同等证书" }, version, second.id),
    ]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    const lost = results.find((result) => !result.ok);
    expect(lost).toMatchObject({ error: { code: "stale", by: "林岚", event: { step: "preview" } } });
    const audit = await t.db.selectFrom("audit_event").select("action").where("subject_id", "=", learner.enrolmentId).execute();
    expect(audit).toHaveLength(1);
  });
});

describe("instructors of a cohort", () => {
  it("are added once, only if they are instructors, and the last one of an open cohort stays", async () => {
    const cohort = await cohortOf();
    const other = await people.actor("instructor");
    const learner = await people.actor("learner");
    const add = (personId: string) => inTransaction(t.db, "add", (trx) => addInstructor(trx, cohort.instructor.id, { cohortId: cohort.id, personId, now: BEGIN }));
    const remove = (personId: string) => inTransaction(t.db, "remove", (trx) => removeInstructor(trx, cohort.instructor.id, { cohortId: cohort.id, personId, now: later(1) }));
    expect(await remove(cohort.instructor.id)).toMatchObject({ error: { code: "last-instructor" } });
    expect(await add(learner.id)).toMatchObject({ error: { code: "unknown-instructor" } });
    expect(await add(other.id)).toMatchObject({ ok: true });
    expect(await add(other.id)).toMatchObject({ error: { code: "already-teaches" } });
    const removed = await Promise.all([remove(cohort.instructor.id), remove(other.id)]);
    expect(removed.filter((result) => result.ok)).toHaveLength(1);
  });
});

describe("the grid", () => {
  it("counts by filter what is there, and says who waits for whom", async () => {
    const cohort = await cohortOf({ learners: 5 });
    const [first, second, third] = cohort.learners as [Learner, Learner, Learner];
    await cohort.record(first, ["preview", "quiz"]);
    await cohort.record(second, ["preview"], "failed");
    await cohort.record(third, [...STEPS]);
    const now = later(200);
    const show = async (filter: Partial<GridFilter>) => (await cohortGrid(t.db, cohort.id, { ...everybody, ...filter }, columnsOf(cohort), now)).total;
    expect(await gridCounts(t.db, cohort.id, cohort.chapters, now)).toEqual({ all: 5, late: 4, failed: 1, instructor: 4 });
    expect([await show({}), await show({ show: "late" }), await show({ show: "failed" }), await show({ show: "instructor" }), await show({ show: "learner" })]).toEqual([5, 4, 1, 4, 0]);
    expect([await show({ show: "instructor", step: "lecture" }), await show({ search: "学员0003" }), await show({ search: "%" })]).toEqual([1, 1, 0]);
    const waits = await whoWaits(t.db, cohort.id, cohort.chapters, [{ id: cohort.instructor.id, name: "林岚", nameLatin: null }], now);
    expect(waits).toMatchObject([{ party: "instructor", people: [{ name: "林岚" }], count: 4, steps: expect.arrayContaining([expect.objectContaining({ step: "lecture", count: 1 }), expect.objectContaining({ step: "preview", count: 3 })]) }]);
  });

  it("filters by team with those below it", async () => {
    const region = await people.team();
    const cohort = await cohortOf({ learners: 2 });
    await cohort.enrol(3, { teamId: await people.team(region) });
    expect((await cohortGrid(t.db, cohort.id, { ...everybody, team: region }, columnsOf(cohort), BEGIN)).total).toBe(3);
  });

  it("reads of 2,000 learners only the page that is shown", async () => {
    const cohort = await cohortOf({ learners: 2000 });
    const seen: number[] = [];
    const counting = t.db.withPlugin({ transformQuery: ({ node }) => node, transformResult: async ({ result }) => (seen.push(result.rows.length), Promise.resolve(result)) });
    const grid = await cohortGrid(counting, cohort.id, { ...everybody, page: 3 }, columnsOf(cohort), BEGIN);
    expect(grid).toMatchObject({ total: 2000, rows: { length: 50 } });
    expect(grid.rows[0]?.name).toBe("学员0101");
    expect(seen.sort((a, b) => a - b)).toEqual([1, 50, 50 * STEPS.length]);
  }, 120_000);
});

describe("a manager's view of their teams", () => {
  it("shows the learners of the subtree and nobody else", async () => {
    const region = await people.team();
    const team = await people.team(region);
    const cohort = await cohortOf({ learners: 1 });
    const [own] = (await cohort.enrol(1, { teamId: team })) as [Learner];
    await cohort.record(own, ["preview"]);
    const manager = await people.actor("manager", { kind: "team", teamId: region });
    const within = await teamsWithin(t.db, reachOf(manager, "team:progress"));
    expect(within.sort()).toEqual([region, team].sort());
    const progress = await teamProgress(t.db, within, { page: 1, now: BEGIN });
    expect(progress).toMatchObject({ total: 1, late: 0, waiting: 0, done: 0, learners: [{ personId: own.personId, roads: [{ steps: { length: 8 } }] }] });
    expect(progress.camps.filter((camp) => camp.count > 0)).toEqual([{ step: "quiz", count: 1, waiting: 1, late: 0 }]);
    expect(await teamProgress(t.db, [], { page: 1, now: BEGIN })).toMatchObject({ total: 0, learners: [] });
  });
});
