// Roles that hold in one cohort or one team: nothing beside it is there, by whatever address.
import { ask, openSession, type Question } from "./support/people";
import { expect, test, type TestServer } from "./support/server";
import { CHAPTER, type World, worldOf } from "./support/world";

/** Somebody with one role in one place, signed in. */
async function personWith(server: TestServer, role: string, scope: { cohort?: string; team?: string }): Promise<{ cookie: string }> {
  const email = `${role}-${crypto.randomUUID()}@hengneng.test`;
  const [person] = await server.sql<{ id: string }[]>`insert into person (email, name, state, password_hash) values (${email}, '只在一处', 'active', 'x') returning id`;
  await server.sql`insert into role_grant (person_id, role, scope_kind, team_id, cohort_id) values (${person!.id}, ${role}, ${scope.cohort ? "cohort" : "team"}, ${scope.team ?? null}, ${scope.cohort ?? null})`;
  return { cookie: await openSession(server, email) };
}

const statusOf = async (server: TestServer, who: { cookie: string }, path: string, question?: Question) => (await ask(server, who, path, question)).status;

test.describe("an instructor of one cohort", () => {
  test("opens that cohort and finds no other, also by crossing addresses", async ({ server }) => {
    const w = await worldOf(server);
    const instructor = await personWith(server, "instructor", { cohort: w.cohort });
    for (const path of [`/teach/cohorts/${w.cohort}`, `/teach/cohorts/${w.cohort}/learners/${w.learner}`, `/teach/cohorts/${w.cohort}/learners/${w.learner}/${CHAPTER}/quiz`, `/teach/cohorts/${w.cohort}/lectures`, `/teach/cohorts/${w.cohort}/lectures/${w.lecture}`]) {
      expect.soft(await statusOf(server, instructor, path), path).toBe(200);
    }
    const closed = [
      `/teach/cohorts/${w.otherCohort}`,
      `/teach/cohorts/${w.otherCohort}/learners/${w.stranger}`,
      `/teach/cohorts/${w.otherCohort}/learners/${w.stranger}/${CHAPTER}/quiz`,
      `/teach/cohorts/${w.otherCohort}/lectures`,
      `/teach/cohorts/${w.otherCohort}/lectures/new`,
      `/teach/cohorts/${w.otherCohort}/lectures/${w.otherLecture}`,
      // Their own cohort in the address, somebody else's things behind it.
      `/teach/cohorts/${w.cohort}/learners/${w.stranger}`,
      `/teach/cohorts/${w.cohort}/learners/${w.stranger}/${CHAPTER}/quiz`,
      `/teach/cohorts/${w.cohort}/lectures/${w.otherLecture}`,
      `/teach/cohorts/${w.cohort}/lectures/${w.otherLecture}/edit`,
      `/calendar/lecture/${w.otherLecture}.ics`,
      `/events/lecture/${w.otherLecture}?once`,
    ];
    for (const path of closed) {
      expect.soft(await statusOf(server, instructor, path), path).toBe(404);
      if (path.startsWith("/teach")) expect.soft(await statusOf(server, instructor, `${path}.data`), `${path}.data`).toBe(404);
    }
  });

  test("does nothing to another, also by crossing addresses", async ({ server }) => {
    const w = await worldOf(server);
    const instructor = await personWith(server, "instructor", { cohort: w.cohort });
    const acts = { waive: { intent: "waive", reason: "because" }, cancel: { intent: "cancel", message: "x" }, start: { intent: "start" } };
    const before = await progress(server, w);
    for (const cohort of [w.otherCohort, w.cohort]) {
      expect.soft(await statusOf(server, instructor, `/teach/cohorts/${cohort}/learners/${w.stranger}/${CHAPTER}/preview`, { form: acts.waive })).toBe(404);
      for (const form of [acts.cancel, acts.start]) expect.soft(await statusOf(server, instructor, `/teach/cohorts/${cohort}/lectures/${w.otherLecture}`, { form })).toBe(404);
    }
    expect(await progress(server, w)).toEqual(before);
  });

  test("sees only that cohort in the list", async ({ server }) => {
    const w = await worldOf(server);
    const [names] = await server.sql<{ mine: string; other: string }[]>`select (select name from cohort where id = ${w.cohort}) as mine, (select name from cohort where id = ${w.otherCohort}) as other`;
    const list = await (await ask(server, await personWith(server, "instructor", { cohort: w.cohort }), "/teach")).text();
    expect(list).toContain(names!.mine);
    expect(list).not.toContain(names!.other);
  });

  async function progress({ sql }: TestServer, w: World): Promise<unknown> {
    return sql`select step, state, xmin::text from progress where enrolment_id = ${w.stranger} order by step`;
  }
});

test("an instructor of a team opens the cohorts of the teams below it, and no others", async ({ server }) => {
  const w = await worldOf(server);
  const [region] = await server.sql<{ id: string }[]>`select id from team where kind = 'region' order by id`;
  const [team] = await server.sql<{ id: string }[]>`select id from team where parent_id = ${region!.id} order by id`;
  const [below] = await server.sql<{ id: string }[]>`insert into cohort (name, team_id, starts_on, ends_on) values ('团队班', ${team!.id}, '2026-11-01', '2027-02-01') returning id`;
  const instructor = await personWith(server, "instructor", { team: region!.id });
  expect(await statusOf(server, instructor, `/teach/cohorts/${below!.id}`)).toBe(200);
  // The company's cohort lies above.
  expect(await statusOf(server, instructor, `/teach/cohorts/${w.cohort}`)).toBe(404);
});

test("an administrator of a team manages nobody: people belong to the company", async ({ server }) => {
  const [team] = await server.sql<{ id: string }[]>`select id from team where kind = 'team' order by id`;
  const administrator = await personWith(server, "administrator", { team: team!.id });
  for (const path of ["/admin/people", "/admin/people/invite", "/admin/teams", "/admin/mail", "/admin/audit"]) expect.soft(await statusOf(server, administrator, path), path).toBe(403);
});

test("a role that was taken away is gone at the next request", async ({ server }) => {
  const w = await worldOf(server);
  const instructor = await personWith(server, "instructor", { cohort: w.cohort });
  expect(await statusOf(server, instructor, `/teach/cohorts/${w.cohort}`)).toBe(200);
  await server.sql`update role_grant set revoked_at = now() where cohort_id = ${w.cohort} and person_id = (select user_id from session where id = ${instructor.cookie.split("=")[1]!})`;
  expect(await statusOf(server, instructor, `/teach/cohorts/${w.cohort}`)).toBe(403);
});

test("who has left a cohort finds their road no more", async ({ server }) => {
  const w = await worldOf(server);
  const [gone] = await server.sql<{ email: string }[]>`update enrolment e set left_at = now(), left_reason = '调岗' from person p where p.id = e.person_id and e.id = ${w.stranger} returning p.email`;
  const cookie = { cookie: await openSession(server, gone!.email) };
  for (const path of ["", "/preview", `/preview/${w.section}`, "/quiz", "/lecture"]) expect.soft(await statusOf(server, cookie, `/learn/${w.stranger}/${CHAPTER}${path}`), path).toBe(404);
  expect(await statusOf(server, cookie, `/mdx/${w.codeHash}.js`)).toBe(404);
  await server.sql`update enrolment set left_at = null, left_reason = null where id = ${w.stranger}`;
});
