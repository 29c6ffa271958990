// What waits for somebody past its deadline: who is waited for, by rights, in pages and as tables.
import { expect, test } from "vitest";
import { overdueSteps, overdueTables, scopeOf } from "~/dashboards/index.server";
import { textsOf } from "~/i18n/i18n.server";
import type { Actor } from "~/people";
import { BEGIN, type Learner, makeChapters, makeCohort } from "../factories/cohorts";
import { makePeople } from "../factories/people";
import { useDatabase } from "../setup/database";

const t = useDatabase();
const after = (days: number) => new Date(BEGIN.getTime() + days * 86_400_000);

test("overdue steps come the longest first, by name of who is waited for, within reach and in pages", async () => {
  const people = await makePeople(t.db);
  const [suzhou, south] = [await people.team(), await people.team()];
  const executive = await people.actor("executive", { kind: "team", teamId: people.companyId });
  const manager = await people.actor("manager", { kind: "team", teamId: suzhou });
  const cohort = await makeCohort(t.db, { people, chapters: await makeChapters(t.db, 1) });
  const [late, later] = (await cohort.enrol(2, { teamId: suzhou })) as [Learner, Learner];
  const [elsewhere] = (await cohort.enrol(1, { teamId: south })) as [Learner];
  // These chapters have no material: each step waits for the instructor's word.
  for (const [at, { enrolmentId }] of [later, late, elsewhere].entries()) await t.sql`update progress set due_at = ${after(3 - at)} where enrolment_id = ${enrolmentId} and waiting_for = 'instructor'`;
  const overdue = async (actor: Actor, now: Date, more: { page?: number; pageSize?: number } = {}) => overdueSteps(t.db, (await scopeOf(t.db, actor, { team: null, day: null }))!, { now, page: 1, ...more });

  const { steps, total } = await overdue(executive, after(9));
  expect(total).toBe(3);
  expect(steps.map(({ key, party, step, dueAt }) => [key.split(" ")[0], party, step, dueAt])).toEqual([
    [elsewhere.enrolmentId, "instructor", "preview", after(1)],
    [late.enrolmentId, "instructor", "preview", after(2)],
    [later.enrolmentId, "instructor", "preview", after(3)],
  ]);
  expect(steps[0]!.people.map(({ name }) => name)).toEqual([cohort.instructor.name]);
  expect((await overdue(manager, after(9))).steps.map(({ key }) => key)).toEqual(steps.slice(1).map(({ key }) => key));
  expect(await overdue(manager, after(1))).toEqual({ steps: [], total: 0 });
  expect(await overdue(executive, after(9), { pageSize: 1, page: 2 })).toEqual({ steps: [steps[1]], total: 3 });
  expect((await overdue(executive, after(9), { pageSize: Infinity })).steps).toHaveLength(3);
  const [, table] = overdueTables({ steps, uses: [] }, { t: textsOf("en", "dashboards"), road: textsOf("en", "road"), locale: "en" }, { now: after(9), timeZone: "Asia/Shanghai" });
  for (const row of table!.rows) expect(row).toHaveLength(table!.columns.length);
  expect(table!.rows.map((row) => row[5])).toEqual([8, 7, 6]);
});
