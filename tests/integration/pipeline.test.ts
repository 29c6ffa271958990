import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { inTransaction } from "~/db/index.server";
import { progressIn, replay, situation, STEPS, type Step, type StepCommand } from "~/pipeline";
import { applyCommand, loadRoad, loadRoads, openDueSteps, recordEvidence, replan, roadHistory, startRoad, startRoads, stepGate } from "~/pipeline/index.server";
import { CHAPTER, makeCohort, setPlan, START, type TestCohort } from "~/pipeline/testing.server";
import { useDatabase } from "../setup/database";

const t = useDatabase();
const later = (days: number) => new Date(START.getTime() + days * 24 * 60 * 60 * 1000);
const evidence = (id = "1") => ({ kind: "reading", id });

async function report(cohort: TestCohort, step: Step, outcome: Parameters<typeof recordEvidence>[1]["outcome"], id = step as string, now = later(1), enrolmentId = cohort.enrolments[0]!) {
  return inTransaction(t.db, "report", (trx) => recordEvidence(trx, { enrolmentId, chapterSlug: CHAPTER, step, outcome, evidence: evidence(id), actorId: cohort.teacher, now }));
}

async function command(cohort: TestCohort, step: Step, asked: StepCommand, expectedVersion?: number, now = later(1)) {
  return inTransaction(t.db, "command", (trx) => applyCommand(trx, { enrolmentId: cohort.enrolments[0]!, chapterSlug: CHAPTER, step, command: asked, expectedVersion, now }));
}

const waive = (cohort: TestCohort, reason = "has taught it for years"): StepCommand => ({ kind: "waive", cause: { kind: "person", actorId: cohort.teacher, reason } });

async function road(cohort: TestCohort, enrolmentId = cohort.enrolments[0]!) {
  const found = await loadRoad(t.db, enrolmentId, CHAPTER);
  if (!found) throw new Error("no road");
  return found;
}

async function states(cohort: TestCohort) {
  return (await road(cohort)).road.steps.map(({ state, included }) => (included ? state : `(${state})`)).join(" ");
}

async function rowCounts(cohort: TestCohort) {
  const [row] = await t.sql<{ events: number; touched: string }[]>`
    select (select count(*)::int from progress_event where enrolment_id = ${cohort.enrolments[0]!}) as events,
      (select string_agg(xmin::text, ',' order by step) from progress where enrolment_id = ${cohort.enrolments[0]!}) as touched`;
  return row!;
}

describe("starting roads", () => {
  it("lays them by the cohort's plan, for all at once", async () => {
    const cohort = await makeCohort(t.db, { learners: 3, plan: { "role-play": { included: false }, "quiz": { opensAt: later(5), dueAt: later(7) } } });
    for (const enrolmentId of cohort.enrolments) {
      const { road: one, calendar } = await road(cohort, enrolmentId);
      expect(one).toMatchObject({ version: 2, completedAt: null });
      expect(calendar.quiz).toMatchObject({ opensAt: later(5), dueAt: later(7), reviewDays: 3, hasRoom: true });
    }
    expect(await states(cohort)).toBe("available locked locked locked (locked) locked locked locked");
  });

  it("is done once", async () => {
    const cohort = await makeCohort(t.db);
    await report(cohort, "preview", "passed");
    const before = await rowCounts(cohort);
    const again = await inTransaction(t.db, "start", async (trx) => {
      await startRoad(trx, { enrolmentId: cohort.enrolments[0]!, chapterSlug: CHAPTER, actorId: null, now: later(2) });
      return startRoads(trx, { enrolmentIds: cohort.enrolments, actorId: null, now: later(2) });
    });
    expect(again).toBe(0);
    expect(await rowCounts(cohort)).toEqual(before);
  });

  it("leaves out what the chapter itself omits, and the rooms of a chapter without material", async () => {
    await t.sql`insert into chapter (slug, number, status, title, summary, definition, source_hash)
      values ('77-outline', 77, 'outline', '{}', '{}', '{"omits": ["role-play"]}', 'x')`;
    const cohort = await makeCohort(t.db, { chapters: ["77-outline"], plan: { "role-play": { included: true } } });
    const found = await loadRoad(t.db, cohort.enrolments[0]!, "77-outline");
    expect(progressIn(found!.road, "role-play").included).toBe(false);
    expect(situation(found!.road, { now: later(1), calendar: found!.calendar }).next).toMatchObject({ kind: "blocked", blocker: { waitsFor: "instructor", what: "record" } });
  });

  it("refuses an enrolment or a chapter that is not there", async () => {
    const cohort = await makeCohort(t.db);
    const start = (enrolmentId: string, chapterSlug: string) => inTransaction(t.db, "start", (trx) => startRoad(trx, { enrolmentId, chapterSlug, actorId: null, now: START }));
    await expect(start("00000000-0000-4000-8000-000000000000", CHAPTER)).rejects.toMatchObject({ code: "no-enrolment" });
    await expect(start(cohort.enrolments[0]!, "99-nowhere")).rejects.toMatchObject({ code: "no-road" });
  });
});

describe("evidence", () => {
  it("moves the road, with cause, time and actor in the history", async () => {
    const cohort = await makeCohort(t.db);
    for (const outcome of ["begun", "submitted", "passed"] as const) await report(cohort, "preview", outcome, "r1", later(2));
    expect(await states(cohort)).toBe("passed available locked locked locked locked locked locked");
    const history = await roadHistory(t.db, { enrolmentId: cohort.enrolments[0]!, chapterSlug: CHAPTER, step: "preview" });
    expect(history.map((event) => event.kind)).toEqual(["opened", "begun", "submitted", "passed"]);
    expect(history.at(-1)).toMatchObject({ from: "awaiting-review", to: "passed", cause: { kind: "evidence", evidence: evidence("r1") }, actorId: cohort.teacher, actorName: "陈老师", at: later(2) });
  });

  it("said again writes nothing", async () => {
    const cohort = await makeCohort(t.db);
    await report(cohort, "preview", "passed");
    const before = await rowCounts(cohort);
    for (const outcome of ["passed", "begun", "submitted"] as const) expect(await report(cohort, "preview", outcome)).toMatchObject({ ok: true, value: { version: 4 } });
    expect(await rowCounts(cohort)).toEqual(before);
  });

  it("changes only the rows it concerns", async () => {
    const cohort = await makeCohort(t.db);
    const before = (await rowCounts(cohort)).touched.split(",");
    await report(cohort, "preview", "passed");
    const after = (await rowCounts(cohort)).touched.split(",");
    expect(after.filter((xmin, index) => xmin !== before[index])).toHaveLength(2);
  });

  it("corrected recomputes what follows and loses nothing earned", async () => {
    const cohort = await makeCohort(t.db);
    for (const step of ["preview", "quiz", "lecture"] as const) await report(cohort, step, "passed");
    await report(cohort, "quiz", "failed");
    expect(await states(cohort)).toBe("passed failed passed locked locked locked locked locked");
    await report(cohort, "quiz", "passed");
    expect(await states(cohort)).toBe("passed passed passed available locked locked locked locked");
  });

  it("out of turn is refused for work and taken for judgements", async () => {
    const cohort = await makeCohort(t.db);
    expect(await report(cohort, "quiz", "begun")).toEqual({ ok: false, error: { code: "behind", step: "quiz", earlier: "preview" } });
    expect(await report(cohort, "lecture", "passed")).toMatchObject({ ok: true });
  });

  it("for a road that is not there is refused", async () => {
    const cohort = await makeCohort(t.db);
    const result = await inTransaction(t.db, "report", (trx) => recordEvidence(trx, { enrolmentId: cohort.enrolments[0]!, chapterSlug: "99-nowhere", step: "quiz", outcome: "passed", evidence: evidence(), actorId: null, now: START }));
    expect(result).toEqual({ ok: false, error: { code: "no-road" } });
  });
});

describe("two people at once", () => {
  it("one wins, the other is told the version that holds now", async () => {
    const cohort = await makeCohort(t.db);
    const seen = (await road(cohort)).road.version;
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    let decided = () => {};
    const firstDecided = new Promise<void>((resolve) => (decided = resolve));
    const ask = (trx: Parameters<typeof applyCommand>[0], reason: string) =>
      applyCommand(trx, { enrolmentId: cohort.enrolments[0]!, chapterSlug: CHAPTER, step: "preview", command: waive(cohort, reason), expectedVersion: seen, now: later(1) });
    const first = inTransaction(t.db, "first", async (trx) => {
      const result = await ask(trx, "first");
      decided();
      await held;
      return result;
    });
    await firstDecided;
    // Reads the same version as the first and then waits for its lock on the road.
    const second = inTransaction(t.db, "second", (trx) => ask(trx, "second"));
    await waitUntilBlocked();
    release();
    expect(await first).toMatchObject({ ok: true, value: { version: seen + 2 } });
    expect(await second).toEqual({ ok: false, error: { code: "stale", currentVersion: seen + 2 } });
    const waivers = (await roadHistory(t.db, { enrolmentId: cohort.enrolments[0]!, chapterSlug: CHAPTER })).filter((event) => event.kind === "waived");
    expect(waivers).toMatchObject([{ cause: { reason: "first" } }]);
  });

  it("who looked before the other acted is told as well, even if nothing would change", async () => {
    const cohort = await makeCohort(t.db);
    await report(cohort, "preview", "passed");
    expect(await command(cohort, "quiz", waive(cohort), 2)).toEqual({ ok: false, error: { code: "stale", currentVersion: 4 } });
    expect(await command(cohort, "quiz", waive(cohort), 4)).toMatchObject({ ok: true });
  });

  it("evidence waits its turn instead, and none is lost", async () => {
    const cohort = await makeCohort(t.db);
    const steps = STEPS.slice(1);
    const results = await Promise.all(steps.map((step) => report(cohort, step, "passed")));
    expect(results.every((result) => result.ok)).toBe(true);
    await report(cohort, "preview", "passed");
    expect((await road(cohort)).road).toMatchObject({ version: 10, completedAt: later(1) });
  });
});

describe("the sweeper", () => {
  it("opens what is due, once, and puts it down to the calendar", async () => {
    const cohort = await makeCohort(t.db, { learners: 2, plan: { preview: { opensAt: later(3) }, quiz: { opensAt: later(4) } } });
    const sweep = (now: Date) => inTransaction(t.db, "sweep", (trx) => openDueSteps(trx, now));
    expect(await sweep(later(2))).toBe(0);
    expect(await sweep(later(3))).toBe(2);
    expect(await sweep(later(3))).toBe(0);
    const history = await roadHistory(t.db, { enrolmentId: cohort.enrolments[0]!, chapterSlug: CHAPTER, step: "preview" });
    expect(history).toMatchObject([{ kind: "opened", cause: { kind: "calendar" }, actorId: null, at: later(3) }]);
  });

  it("passes over a road that somebody works on, instead of waiting", async () => {
    const cohort = await makeCohort(t.db, { plan: { preview: { opensAt: later(3) } } });
    await inTransaction(t.db, "begin", async (trx) => {
      await trx.selectFrom("road").select("version").where("enrolment_id", "=", cohort.enrolments[0]!).forUpdate().execute();
      expect(await inTransaction(t.db, "sweep", (other) => openDueSteps(other, later(3)))).toBe(0);
    });
    expect(await inTransaction(t.db, "sweep", (trx) => openDueSteps(trx, later(3)))).toBe(1);
  });
});

describe("replanning", () => {
  it("keeps everything earned when steps are left out and come back", async () => {
    const cohort = await makeCohort(t.db, { plan: { quiz: { dueAt: later(3) } } });
    for (const step of ["preview", "quiz"] as const) await report(cohort, step, "passed");
    await report(cohort, "group-work", "passed");
    const again = (plan: Parameters<typeof setPlan>[2]) =>
      inTransaction(t.db, "replan", async (trx) => {
        await setPlan(trx, cohort.id, plan);
        return replan(trx, cohort.id, { actorId: cohort.teacher, now: later(2) });
      });
    expect(await again({ quiz: { included: false }, lecture: { included: false } })).toEqual({ changed: 1, started: 0 });
    expect(await states(cohort)).toBe("passed (passed) (available) passed available locked locked locked");
    expect(await again({})).toEqual({ changed: 1, started: 0 });
    expect(await states(cohort)).toBe("passed passed available passed locked locked locked locked");
    expect(await again({})).toEqual({ changed: 0, started: 0 });
  });

  it("brings deadlines and turns up to date without inventing events", async () => {
    const cohort = await makeCohort(t.db);
    const before = await rowCounts(cohort);
    await inTransaction(t.db, "replan", async (trx) => {
      await setPlan(trx, cohort.id, { preview: { dueAt: later(9) }, lecture: { dueAt: later(20) } });
      await replan(trx, cohort.id, { actorId: cohort.teacher, now: later(2) });
    });
    const cells = await t.sql`select step, due_at, waiting_for from progress where enrolment_id = ${cohort.enrolments[0]!} and due_at is not null order by due_at`;
    expect(cells).toEqual([
      { step: "preview", due_at: later(9), waiting_for: "learner" },
      { step: "lecture", due_at: later(20), waiting_for: "previous-step" },
    ]);
    expect((await rowCounts(cohort)).events).toBe(before.events);
  });

  it("starts the roads of a chapter that is added, and empties those of one taken away", async () => {
    const cohort = await makeCohort(t.db, { learners: 2, chapters: [CHAPTER, "04-stimulate-needs"] });
    await report(cohort, "preview", "passed");
    await inTransaction(t.db, "replan", async (trx) => {
      await trx.deleteFrom("cohort_chapter").where("cohort_id", "=", cohort.id).where("chapter_slug", "=", CHAPTER).execute();
      await trx.insertInto("cohort_chapter").values({ cohort_id: cohort.id, chapter_slug: "05-prove-value", position: 9 }).execute();
      expect(await replan(trx, cohort.id, { actorId: cohort.teacher, now: later(2) })).toEqual({ changed: 2, started: 2 });
    });
    const roads = await loadRoads(t.db, { enrolmentId: cohort.enrolments[0]! });
    expect(roads.map((one) => [one.road.chapterSlug, situation(one.road, { now: later(2), calendar: one.calendar }).next.kind])).toEqual([
      ["04-stimulate-needs", "act"],
      ["05-prove-value", "act"],
      [CHAPTER, "empty"],
    ]);
    expect((await road(cohort)).road.steps[0]).toMatchObject({ included: false, state: "passed" });
  });
});

describe("the gate of a step", () => {
  it("is the cohort's over the defaults, with dates", async () => {
    const cohort = await makeCohort(t.db, { plan: { quiz: { gate: { passMark: 0.9 }, dueAt: later(5) } } });
    const gate = await stepGate(t.db, cohort.enrolments[0]!, CHAPTER, "quiz");
    expect(gate).toMatchObject({ passMark: 0.9, maxAttempts: 3, showExplanations: "after-pass", dueAt: later(5), opensAt: null, included: true });
    await expect(stepGate(t.db, cohort.enrolments[0]!, "99-nowhere", "quiz")).rejects.toMatchObject({ code: "no-road", status: 404 });
  });

  it("written past the schema is an error, not a default", async () => {
    const cohort = await makeCohort(t.db);
    await setPlan(t.db, cohort.id, { quiz: { gate: { passMark: 80 } } });
    await expect(stepGate(t.db, cohort.enrolments[0]!, CHAPTER, "quiz")).rejects.toMatchObject({ code: "gate-invalid" });
  });
});

describe("what is stored", () => {
  it("is at every point what its history replays to", async () => {
    const cohort = await makeCohort(t.db, { plan: { "role-play": { included: false }, "group-work": { opensAt: later(6) } } });
    const check = async () => {
      const history = await roadHistory(t.db, { enrolmentId: cohort.enrolments[0]!, chapterSlug: CHAPTER });
      expect(replay(cohort.enrolments[0]!, CHAPTER, history)).toEqual((await road(cohort)).road);
    };
    await check();
    await report(cohort, "preview", "passed");
    await command(cohort, "quiz", waive(cohort));
    await check();
    await report(cohort, "lecture", "failed-final");
    await command(cohort, "lecture", waive(cohort));
    await check();
    await command(cohort, "lecture", { kind: "withdraw-waiver", cause: { kind: "person", actorId: cohort.teacher, reason: "a mix-up" } });
    expect(await states(cohort)).toMatch(/^passed waived failed locked/);
    await check();
    await command(cohort, "lecture", { kind: "reopen", cause: { kind: "person", actorId: cohort.teacher, reason: "make-up on Friday" } });
    await command(cohort, "lecture", { kind: "record", outcome: "passed", note: "Friday's class", cause: { kind: "person", actorId: cohort.teacher, reason: "make-up" } });
    await inTransaction(t.db, "sweep", (trx) => openDueSteps(trx, later(6)));
    await report(cohort, "group-work", "submitted", "s", later(7));
    await command(cohort, "group-work", { kind: "reopen", cause: { kind: "person", actorId: cohort.teacher, reason: "two rows lack an owner" } }, undefined, later(8));
    await command(cohort, "preview", { kind: "correct", outcome: "none", cause: { kind: "person", actorId: cohort.teacher, reason: "wrong person" } });
    await inTransaction(t.db, "replan", async (trx) => {
      await setPlan(trx, cohort.id, { quiz: { included: false } });
      await replan(trx, cohort.id, { actorId: cohort.teacher, now: later(9) });
    });
    await check();
    expect(await states(cohort)).toBe("available (waived) passed in-progress locked locked locked locked");
  });
});

/** Waits until some session of this database waits for another's lock. */
async function waitUntilBlocked(): Promise<void> {
  for (;;) {
    const [row] = await t.sql<{ blocked: boolean }[]>`select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock') as blocked`;
    if (row?.blocked) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

describe("the sums kept on a road", () => {
  /** What the cells say, worked out independently of the writer. */
  const WRONG = `
    select r.enrolment_id, r.chapter_slug, r.camp, r.camp_waiting_for, r.camp_due_at, r.next_due_at, r.manager_waiting, said.*
    from road r cross join lateral (
      select (array_agg(p.step order by n.position) filter (where p.waiting_for is not null))[1] as step,
        (array_agg(p.waiting_for order by n.position) filter (where p.waiting_for is not null))[1] as waiting_for,
        (array_agg(p.due_at order by n.position) filter (where p.waiting_for is not null))[1] as due_at,
        min(p.due_at) filter (where p.waiting_for is not null) as earliest, count(*) filter (where p.waiting_for = 'manager') as managers
      from progress p join unnest(array['${STEPS.join("','")}']) with ordinality as n(step, position) on n.step = p.step
      where p.enrolment_id = r.enrolment_id and p.chapter_slug = r.chapter_slug
    ) said
    where (r.camp, r.camp_waiting_for, r.camp_due_at, r.next_due_at, r.manager_waiting) is distinct from (said.step, said.waiting_for, said.due_at, said.earliest, said.managers::int)`;

  it("are those of its cells, after everything that these tests did", async () => {
    expect((await t.sql`select from road`).length).toBeGreaterThan(20);
    expect(await t.sql.unsafe(WRONG)).toEqual([]);
  });

  it("are filled in for roads that were there before", async () => {
    const before = await t.sql`select enrolment_id, chapter_slug, camp, camp_waiting_for, camp_due_at, next_due_at, manager_waiting from road order by 1, 2`;
    const file = await readFile("db/migrations/2026-11-28T07-road-summary.sql", "utf8");
    await t.sql`update road set camp = null, camp_waiting_for = null, camp_due_at = null, next_due_at = null, manager_waiting = 0`;
    await t.sql.unsafe(file.slice(file.indexOf("update road")));
    expect(await t.sql`select enrolment_id, chapter_slug, camp, camp_waiting_for, camp_due_at, next_due_at, manager_waiting from road order by 1, 2`).toEqual(before);
  });
});
