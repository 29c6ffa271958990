// Roles that hold in one cohort or one team: nothing beside it is there, by whatever address.
import { ask, openSession, type Question } from "./support/people";
import { expect, test, type TestServer } from "./support/server";
import { CHAPTER, type World, worldOf } from "./support/world";

const NO_SUCH_ID = "00000000-0000-4000-8000-000000000000";

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
      ...["calendar", "learners", "settings", "lectures", "marking"].map((page) => `/teach/cohorts/${w.otherCohort}/${page}`),
      `/teach/cohorts/${w.otherCohort}/attempts/${w.otherAttempt}`,
      `/present/${w.otherCohort}/${w.otherLecture}`,
      `/projector/${w.otherCohort}/${w.otherLecture}`,
      `/teach/cohorts/${w.otherCohort}/lectures/new`,
      `/teach/cohorts/${w.otherCohort}/lectures/${w.otherLecture}`,
      // Their own cohort in the address, somebody else's things behind it.
      `/teach/cohorts/${w.cohort}/learners/${w.stranger}`,
      `/teach/cohorts/${w.cohort}/learners/${w.stranger}/${CHAPTER}/quiz`,
      `/teach/cohorts/${w.cohort}/lectures/${w.otherLecture}`,
      `/teach/cohorts/${w.cohort}/attempts/${w.otherAttempt}`,
      `/present/${w.cohort}/${w.otherLecture}`,
      `/projector/${w.cohort}/${w.otherLecture}`,
      `/resources/lecture/${w.cohort}/${w.otherLecture}/code`,
      `/teach/cohorts/${w.cohort}/lectures/${w.otherLecture}/edit`,
      `/calendar/lecture/${w.otherLecture}.ics`,
      `/events/lecture/${w.otherLecture}?once`,
    ];
    for (const path of closed) {
      expect.soft(await statusOf(server, instructor, path), path).toBe(404);
      if (!/\.ics|\?/.test(path)) expect.soft(await statusOf(server, instructor, `${path}.data`), `${path}.data`).toBe(404);
    }
  });

  test("does nothing to another, also by crossing addresses, and is told what they would be told of nothing at all", async ({ server }) => {
    const w = await worldOf(server);
    const instructor = await personWith(server, "instructor", { cohort: w.cohort });
    const reason = "带过三年新人，免修";
    /** What is done to a thing of the other cohort: the address within a cohort, with the id. */
    const acts: { at: (cohort: string, id: string) => string; id: string; form: Record<string, string> }[] = [
      { at: (cohort, id) => `/teach/cohorts/${cohort}/learners/${id}/${CHAPTER}/preview`, id: w.stranger, form: { intent: "waive", version: "1", reason } },
      { at: (cohort, id) => `/teach/cohorts/${cohort}/attempts/${id}`, id: w.otherAttempt, form: { intent: "reopen", attempts: "1", reason } },
      ...["start", "end", "cancel"].map((intent) => ({ at: (cohort: string, id: string) => `/teach/cohorts/${cohort}/lectures/${id}`, id: w.otherLecture, form: { intent } })),
      { at: (cohort, id) => `/present/${cohort}/${id}`, id: w.otherLecture, form: { intent: "start" } },
      { at: (cohort) => `/teach/cohorts/${cohort}/learners`, id: w.stranger, form: { intent: "end", enrolment: w.stranger, reason } },
    ];
    const before = await state(server, w);
    for (const { at, id, form } of acts) {
      expect.soft(await statusOf(server, instructor, at(w.otherCohort, id), { form }), at("other cohort", id)).toBe(404);
      const crossed = await statusOf(server, instructor, at(w.cohort, id), { form });
      const nothing = Object.fromEntries(Object.entries(form).map(([name, value]) => [name, value === w.stranger ? NO_SUCH_ID : value]));
      expect.soft(crossed, at("own cohort", id)).toBe(await statusOf(server, instructor, at(w.cohort, NO_SUCH_ID), { form: nothing }));
    }
    expect(await state(server, w)).toEqual(before);
  });

  test("sees only that cohort in the list", async ({ server }) => {
    const w = await worldOf(server);
    const [names] = await server.sql<{ mine: string; other: string }[]>`select (select name from cohort where id = ${w.cohort}) as mine, (select name from cohort where id = ${w.otherCohort}) as other`;
    const list = await (await ask(server, await personWith(server, "instructor", { cohort: w.cohort }), "/teach")).text();
    expect(list).toContain(names!.mine);
    expect(list).not.toContain(names!.other);
  });

  async function state({ sql }: TestServer, w: World): Promise<unknown> {
    return sql`select (select string_agg(step || state || xmin, ',' order by step) from progress where enrolment_id = ${w.stranger}) as progress, (select left_at from enrolment where id = ${w.stranger}) as gone,
      (select state || version from lecture_session where id = ${w.otherLecture}) as class, (select count(*) from audit_event) as acts`;
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

test("a manager sees the people of their own teams, and asking for another team shows none of it", async ({ server }) => {
  const [region] = await server.sql<{ id: string }[]>`select id from team where kind = 'region' order by id`;
  const manager = await personWith(server, "manager", { team: region!.id });
  const people = await server.sql<{ name: string; inside: boolean; team: string }[]>`
    with recursive below as (select id from team where id = ${region!.id} union all select t.id from team t join below b on t.parent_id = b.id)
    select distinct p.name, m.team_id in (select id from below) as inside, m.team_id as team from enrolment e join cohort c on c.id = e.cohort_id and c.state = 'open' join person p on p.id = e.person_id join team_membership m on m.person_id = p.id and m.valid_to is null where e.left_at is null`;
  const outside = people.filter((person) => !person.inside);
  expect(outside.length).toBeGreaterThan(0);
  for (const path of ["/lead", "/lead/heat", "/lead/people?competency=build-trust", `/lead/people?competency=build-trust&team=${outside[0]!.team}`, "/lead/progress", `/lead/progress?team=${outside[0]!.team}`, "/lead/progress?page=2"]) {
    const text = await (await ask(server, manager, path)).text();
    expect.soft(outside.filter(({ name }) => text.includes(name)).map(({ name }) => name), path).toEqual([]);
  }
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

test("the presenter's notes reach presenters only", async ({ server }) => {
  const [deck] = await server.sql<{ notes: string; handout: string }[]>`
    select d.code_hash as notes, d.handout_code_hash as handout from slide_deck_version d join chapter c on c.current_version = d.chapter_version where c.slug = ${CHAPTER} and d.locale = 'zh'`;
  const statusOf = async (who: "learner" | "instructor", hash: string) => (await ask(server, who, `/mdx/${hash}.js`)).status;
  expect(await statusOf("learner", deck!.notes)).toBe(404);
  expect(await statusOf("learner", deck!.handout)).toBe(200);
  expect(await statusOf("instructor", deck!.notes)).toBe(200);
});
