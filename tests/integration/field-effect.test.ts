// From deals, stages and payments to the field effect: which team and month each belongs to, when a team began, what is kept at night.
import { beforeAll, describe, expect, test } from "vitest";
import { effectAnswers, keptEffect, scopeOf, takeSnapshot } from "~/dashboards/index.server";
import type { EffectAnswer } from "~/dashboards/effect";
import { makeChapters, makeCohort } from "../factories/cohorts";
import { makePeople, type TestPeople } from "../factories/people";
import { useDatabase } from "../setup/database";

const t = useDatabase();
/** Cohorts of the factory begin on 2 March 2026. */
const TODAY = "2026-09-15";
const MONTHS = Array.from({ length: 20 }, (_, at) => new Date(Date.UTC(2025, 0 + at, 10)).toISOString().slice(0, 10));

let people: TestPeople;
let teams: { id: string; owner: string; begun: boolean }[];

async function deal(owner: string, { opened, closed, won, account }: { opened: string; closed: string | null; won: boolean; account: string }): Promise<string> {
  const [row] = await t.sql<{ id: string }[]>`
    insert into deal (account_id, title, owner_id, amount_minor, opened_on, stage, stage_since, closed_on, created_at, changed_at)
    values (${account}, '商机', ${owner}, 100, ${opened}, ${closed === null ? "clarify" : won ? "won" : "lost"}, ${closed ?? opened}, ${closed}, now(), now()) returning id`;
  return row!.id;
}

const accountOf = async (owner: string) => (await t.sql<{ id: string }[]>`insert into account (name, owner_id, created_at, changed_at) values ('客户', ${owner}, now(), now()) returning id`)[0]!.id;
const answers = (teamIds = teams.map(({ id }) => id)) => effectAnswers(t.db, teamIds, { today: TODAY });
const at = (answer: EffectAnswer | undefined, month: number) => answer?.months.find((one) => one.month === month);

beforeAll(async () => {
  people = await makePeople(t.db);
  const cohort = await makeCohort(t.db, { people, chapters: await makeChapters(t.db, 1) });
  teams = [];
  for (let nth = 0; nth < 10; nth++) {
    const id = await people.team();
    const begun = nth < 5;
    // Of three learners two take part in the teams that began, one in the others: less than half.
    const [owner] = await cohort.enrol(begun ? 2 : 1, { teamId: id });
    for (let more = begun ? 1 : 2; more > 0; more--) await people.person({ teamId: id, now: new Date("2025-01-01T00:00:00Z") });
    await t.sql`update team_membership set valid_from = '2024-06-01' where team_id = ${id}`;
    teams.push({ id, owner: owner!.personId, begun });
  }
  for (const [nth, { owner, begun }] of teams.entries()) {
    const account = await accountOf(owner);
    for (const [month, closed] of MONTHS.entries()) {
      // Six deals a month: two or three of them won, three more of ten since March 2026 where a team began, by a pattern without luck.
      const since = begun && closed >= "2026-03-01";
      const won = 2 + ((nth * 7 + month * 3) % 2) + (since ? 2 : 0) + ((nth + month) % 5 === 0 ? 1 : 0);
      for (let one = 0; one < 6; one++) await deal(owner, { opened: "2024-07-01", closed, won: one < won, account });
    }
  }
}, 60_000);

describe("the field effect", () => {
  test("finds what was planted in the win rate, of the teams that began against those that had not", async () => {
    const answer = (await answers()).get("win-rate")!;
    expect(answer).toMatchObject({ kind: "estimate", begun: 5, controls: 5, casesBefore: 5 * 6 * 6, casesAfter: 5 * 6 * 6, verdict: "effect" });
    if (answer.kind !== "estimate") throw new Error("expected an estimate");
    expect(answer.low).toBeLessThan(2 / 6);
    expect(answer.high).toBeGreaterThan(2 / 6);
    expect(answer.low).toBeGreaterThan(0.2);
  });

  test("cannot be told of a region with two teams, nor of what nobody recorded", async () => {
    const two = await answers(teams.slice(3, 7).map(({ id }) => id));
    expect(two.get("win-rate")).toMatchObject({ kind: "cannot-tell", begun: 2, controls: 2 });
    expect((await answers()).get("receivable-days")).toMatchObject({ kind: "cannot-tell", begun: 0, casesBefore: 0 });
  });

  test("counts days of a deal to the order, and of a payment from its invoice, in the month in which they end", async () => {
    const { id, owner } = teams[0]!;
    const account = await accountOf(owner);
    await deal(owner, { opened: "2026-04-01", closed: "2026-05-21", won: true, account });
    await t.sql`
      with invoice as (insert into receivable (account_id, owner_id, number, amount_minor, issued_on, due_on, created_at, changed_at) values (${account}, ${owner}, 'R1', 1010, '2026-02-01', '2026-03-01', now(), now()) returning id)
      insert into receivable_entry (receivable_id, kind, booked_on, amount_minor, at) select id, kind, day::date, amount, now() from invoice, (values ('payment', '2026-02-05', 10), ('payment', '2026-05-05', 400), ('payment', '2026-05-15', 600), ('credit', '2026-05-20', 5)) as e(kind, day, amount)`;
    const own = await answers([id]);
    // Two months after March: April's deals ran since July 2024, this one 50 days.
    const before = at(own.get("cycle-time"), 1)?.begun ?? 0;
    expect(before).toBeGreaterThan(600);
    expect(at(own.get("cycle-time"), 2)?.begun).toBeLessThan(before);
    expect(at(own.get("receivable-days"), 2)?.begun).toBe((93 + 103) / 2);
  });

  test("calls a stage left only when it was left forwards in time, and judges no entry that is too young", async () => {
    const { id, owner } = teams[1]!;
    const account = await accountOf(owner);
    const moves = async (stages: [string, string][]) => {
      const dealId = await deal(owner, { opened: stages[0]![1], closed: null, won: false, account });
      for (const [stage, day] of stages) await t.sql`insert into deal_stage_change (deal_id, stage, entered_on, via, at) values (${dealId}, ${stage}, ${day}, 'seed', now())`;
    };
    await moves([["contact", "2026-02-01"]]); // something before it began
    await moves([["contact", "2026-05-01"], ["find", "2026-05-20"]]); // contact: forwards; find, in May too: never left
    await moves([["contact", "2026-05-01"], ["find", "2026-07-20"]]); // contact: too late; find: too young to judge
    await moves([["qualify", "2026-05-01"], ["find", "2026-05-05"], ["lost", "2026-05-09"]]); // backwards; lost
    const may = at((await answers([id])).get("stage-conversion"), 2);
    expect(may?.begun).toBeCloseTo(1 / 5, 10);
    expect(at((await answers([id])).get("stage-conversion"), 4)?.begun).toBeNull();
  });

  test("belongs to the team that the owner was in on that day", async () => {
    const [from, to] = [teams[2]!, teams[7]!];
    await t.sql`update team_membership set valid_to = '2026-06-01' where person_id = ${from.owner}`;
    await t.sql`insert into team_membership (person_id, team_id, valid_from) values (${from.owner}, ${to.id}, '2026-06-01')`;
    const own = (await answers([from.id])).get("win-rate");
    expect([at(own, 2)?.begun === null, at(own, 3)?.begun]).toEqual([false, null]);
    await t.sql`delete from team_membership where person_id = ${from.owner} and team_id = ${to.id}`;
    await t.sql`update team_membership set valid_to = null where person_id = ${from.owner}`;
  });

  test("is kept at night for whoever has teams below, and read from there", async () => {
    const boss = await people.actor("executive", { kind: "team", teamId: people.companyId });
    const scope = (await scopeOf(t.db, boss, { team: null, day: null }))!;
    expect(await keptEffect(t.db, scope, TODAY)).toBeNull();
    await takeSnapshot(t.db, new Date(`${TODAY}T15:45:00Z`));
    const kept = await keptEffect(t.db, scope, TODAY);
    expect(kept?.lines.map(({ metric }) => metric)).toEqual(["stage-conversion", "cycle-time", "win-rate", "receivable-days"]);
    expect(kept?.lines[2]?.answer).toEqual(JSON.parse(JSON.stringify((await answers()).get("win-rate"))));
    expect(await keptEffect(t.db, (await scopeOf(t.db, boss, { team: teams[0]!.id, day: null }))!, TODAY)).toBeNull();
  });
});
