// Tallies against a recount from the facts, after random changes made side by side while counters are at work.
import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { recordCapability, retractCapability } from "~/capability/index.server";
import { READY_AT } from "~/dashboards";
import { countAll, countWhatIsNew } from "~/dashboards/index.server";
import { inTransaction } from "~/db/index.server";
import { moveToTeam, reinstatePerson, suspendPerson } from "~/people/index.server";
import { STEPS } from "~/pipeline";
import { BEGIN, type Learner, makeChapters, makeCohort, type TestCohort } from "../factories/cohorts";
import { makePeople, type TestPeople } from "../factories/people";
import { useDatabase } from "../setup/database";

const t = useDatabase();
const HOUR = 3_600_000;

let people: TestPeople;
let teams: string[];
let cohort: TestCohort;
let learners: Learner[];

/** Mulberry32: the same seed gives the same changes. */
function chance(seed: number): <T>(from: readonly T[]) => T {
  let state = seed >>> 0;
  return (from) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return from[Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * from.length)]!;
  };
}

beforeAll(async () => {
  people = await makePeople(t.db);
  teams = [await people.team(), await people.team(), await people.team()];
  const chapters = await makeChapters(t.db, 2, ["role-play"]);
  cohort = await makeCohort(t.db, { people, chapters });
  learners = (await Promise.all(teams.map((teamId) => cohort.enrol(3, { teamId })))).flat();
});

/** The same figures from the facts, row by row in TypeScript. */
async function recounted(): Promise<unknown> {
  const members = await sql<{ personId: string; teamId: string }>`
    select m.person_id as "personId", m.team_id as "teamId" from team_membership m join person p on p.id = m.person_id
    where m.valid_to is null and p.state <> 'suspended' and exists (select 1 from role_grant g where g.person_id = p.id and g.role = 'learner' and g.revoked_at is null)`.execute(t.db);
  const teamOf = new Map(members.rows.map((row) => [row.personId, row.teamId]));
  const estimates = (await t.db.selectFrom("capability_estimate").select(["person_id", "competency", "low", "high"]).execute()).filter(({ person_id, low }) => teamOf.has(person_id) && low !== null);
  const cells = (
    await t.db.selectFrom("progress as c").innerJoin("enrolment as e", "e.id", "c.enrolment_id").innerJoin("cohort as k", "k.id", "e.cohort_id")
      .select(["e.person_id", "e.cohort_id", "e.left_at", "e.enrolled_at", "k.state as cohortState", "c.enrolment_id", "c.chapter_slug", "c.step", "c.state", "c.since", "c.opens_at", "c.included", "c.waiting_for"]).execute()
  ).filter(({ person_id }) => teamOf.has(person_id));
  const add = (sums: Map<string, number>, key: string, by = 1) => sums.set(key, (sums.get(key) ?? 0) + by);
  const sums = new Map<string, number>();
  for (const teamId of teamOf.values()) add(sums, `${teamId} people`);
  for (const personId of new Set(cells.filter(({ step, state }) => step === "defense" && state === "passed").map(({ person_id }) => person_id))) add(sums, `${teamOf.get(personId)} certified`);
  for (const { person_id, competency, low, high } of estimates) add(sums, `${teamOf.get(person_id)} ${competency} ${low! >= READY_AT ? "ready" : high! < READY_AT ? "not-ready" : "unsure"}`);
  const included = cells.filter((cell) => cell.left_at === null && cell.included && cell.cohortState !== "draft");
  for (const cell of included) {
    const key = `${teamOf.get(cell.person_id)} ${cell.chapter_slug} ${cell.step}`;
    const before = included.filter((other) => other.enrolment_id === cell.enrolment_id && other.chapter_slug === cell.chapter_slug && STEPS.indexOf(other.step) < STEPS.indexOf(cell.step) && ["passed", "waived"].includes(other.state)).map(({ since }) => since.getTime());
    const turn = Math.max(before.length > 0 ? Math.max(...before) : cell.enrolled_at.getTime(), cell.opens_at?.getTime() ?? -Infinity);
    add(sums, `${key} roads`);
    if (cell.state !== "locked") add(sums, `${key} reached`);
    if (cell.state === "failed") add(sums, `${key} failed`);
    if (["passed", "waived"].includes(cell.state)) {
      add(sums, `${key} done`);
      add(sums, `${key} seconds`, Math.max(0, (cell.since.getTime() - turn) / 1000));
    } else if (cell.state !== "locked" && ["learner", "instructor", "examiner", "manager"].includes(cell.waiting_for ?? "")) {
      add(sums, `${key} open`);
      add(sums, `${key} ${cell.waiting_for}`);
      add(sums, `${key} since`, turn / 1000);
    }
  }
  return rounded(sums);
}

const rounded = (sums: Map<string, number>) => Object.fromEntries([...sums].filter(([, value]) => value !== 0).map(([key, value]) => [key, Math.round(value / (/ (seconds|since)$/.test(key) ? 10 : 1))]).sort(([a], [b]) => ((a as string) < (b as string) ? -1 : 1)));

async function tallied(): Promise<unknown> {
  const sums = new Map<string, number>();
  for (const row of await t.db.selectFrom("team_tally").selectAll().execute()) [["people", row.people], ["certified", row.certified]].forEach(([name, value]) => sums.set(`${row.team_id} ${name}`, Number(value)));
  for (const row of await t.db.selectFrom("capability_tally").selectAll().execute()) [["ready", row.ready], ["not-ready", row.not_ready], ["unsure", row.unsure]].forEach(([name, value]) => sums.set(`${row.team_id} ${row.competency} ${name}`, Number(value)));
  for (const row of await t.db.selectFrom("road_tally").selectAll().execute()) {
    const named = { roads: row.roads, reached: row.reached, done: row.done, failed: row.failed, seconds: Number(row.done_seconds), open: row.open, since: Number(row.open_since), learner: row.wait_learner, instructor: row.wait_instructor, examiner: row.wait_examiner, manager: row.wait_manager };
    for (const [name, value] of Object.entries(named)) sums.set(`${row.team_id} ${row.chapter_slug} ${row.step} ${name}`, value);
  }
  return rounded(sums);
}

describe("tallies", () => {
  test("say what the facts say, after the people came", async () => {
    await countAll(t.db);
    expect(await tallied()).toEqual(await recounted());
  });

  test("say what the facts say after 120 random changes, several at a time, while counters count", async () => {
    const pick = chance(20261128);
    const instructor = cohort.instructor.id;
    const competencies = ["build-trust", "communication"];
    let hour = 1;
    /** What may happen; refusals (already suspended, no such turn) are part of it. */
    const changes: ((now: Date) => Promise<unknown>)[] = [
      (now) => {
        const [learner, competency, share] = [pick(learners), pick(competencies), pick([0, 0.2, 0.9, 1])];
        const id = pick(["a", "b", "c"]);
        return inTransaction(t.db, "evidence", (trx) => recordCapability(trx, { personId: learner.personId, source: { kind: "defense-criterion", id }, view: "panel", by: instructor, observedAt: now, lines: ["x", "y", "z"].map((item) => ({ item, competencies: [competency], share })), now }));
      },
      (now) => {
        const [learner, id] = [pick(learners), pick(["a", "b", "c"])];
        return inTransaction(t.db, "no evidence", (trx) => retractCapability(trx, { personId: learner.personId, source: { kind: "defense-criterion", id }, now }));
      },
      (now) => {
        const [learner, teamId] = [pick(learners), pick(teams)];
        // Two moves of one person at once: the database lets one of them through.
        return inTransaction(t.db, "move", (trx) => moveToTeam(trx, people.admin, { personId: learner.personId, teamId, now })).catch(() => undefined);
      },
      (now) => {
        const learner = pick(learners);
        return pick([true, false]) ? inTransaction(t.db, "suspend", (trx) => suspendPerson(trx, people.admin, { personId: learner.personId, now })) : inTransaction(t.db, "reinstate", (trx) => reinstatePerson(trx, people.admin, learner.personId));
      },
      (now) => cohort.record(pick(learners), [pick(STEPS)], pick(["passed", "passed", "failed"] as const), now).catch(() => undefined),
      (now) => {
        const learner = pick(learners);
        return t.db.updateTable("enrolment").set({ left_at: pick([null, now]), left_reason: null }).where("id", "=", learner.enrolmentId).execute();
      },
      () => countWhatIsNew(t.db),
      () => countAll(t.db),
    ];
    for (let round = 0; round < 30; round++) {
      await Promise.all(Array.from({ length: 4 }, () => pick(changes)(new Date(BEGIN.getTime() + hour++ * HOUR))));
    }
    await countAll(t.db);
    const facts = await recounted();
    expect(await tallied()).toEqual(facts);
    expect(Object.keys(facts as object).filter((key) => / (ready|not-ready|certified|failed|instructor)$/.test(key)).length).toBeGreaterThan(5);
    expect(await t.db.selectFrom("tally_queue").select("id").execute()).toEqual([]);
  }, 120_000);

  test("count nobody twice who moves while evidence about them arrives", async () => {
    const [learner] = learners;
    for (let time = 0; time < 10; time++) {
      const now = new Date(BEGIN.getTime() + (5_000 + time) * HOUR);
      await Promise.all([
        inTransaction(t.db, "move", (trx) => moveToTeam(trx, people.admin, { personId: learner!.personId, teamId: teams[time % 3]!, now })),
        inTransaction(t.db, "evidence", (trx) => recordCapability(trx, { personId: learner!.personId, source: { kind: "field-application", id: `f${time}` }, view: "field", by: null, observedAt: now, lines: [{ item: "tool", competencies: ["close"], share: time % 2 }], now })),
        countAll(t.db),
      ]);
      await countAll(t.db);
      expect(await tallied()).toEqual(await recounted());
    }
  });

  test("begin anew under another rule of who is ready", async () => {
    await t.sql`update tally_rule set rule = 'an older one'`;
    await t.sql`update capability_tally set ready = ready + 7`;
    await countAll(t.db);
    expect(await tallied()).toEqual(await recounted());
  });
});
