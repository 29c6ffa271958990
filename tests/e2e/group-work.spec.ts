import { ask, cookieOf } from "./support/people";
import { expect, test } from "./support/server";
import { CHAPTER, worldOf } from "./support/world";

test("whose group it is not learns nothing of it", async ({ server }) => {
  const { cohort, groupSheet } = await worldOf(server);
  const [other] = await server.sql<{ email: string; enrolment: string; sheet: string }[]>`
    select p.email, e.id as enrolment, s.sheet_id as sheet from group_sheet s join enrolment e on e.cohort_id = s.cohort_id join person p on p.id = e.person_id
    where s.id = ${groupSheet} and e.id not in (select enrolment_id from cohort_group_member where group_id = s.group_id) order by p.email limit 1`;
  const cookie = { cookie: await cookieOf(server, other!.email) };
  expect((await ask(server, cookie, `/sheets/${other!.sheet}`)).status).toBe(404);
  expect((await ask(server, cookie, `/learn/${other!.enrolment}/${CHAPTER}/group-work`, { form: { intent: "hand-in", sheet: groupSheet } })).status).toBe(404);
  expect((await ask(server, cookie, `/teach/cohorts/${cohort}/group-sheets/${groupSheet}`)).status).toBe(403);
});
