// Chapter 3 from enrolment to the last camp. Four people in a cohort of their own: one walks every step, the others join from group
// work on; one sheet live, sent back and accepted, a full rotation, homework that carries the sheet on, the defense, the real deal.
// Their roads move by nothing but that.
import { phone } from "./support/devices";
import { attendClass, deviceOf, type Learner, newCohort, passQuiz, stateOf, studyChapter } from "./support/first-steps";
import { allAre, fillSheetTogether, formGroup, statesOf } from "./support/group-work";
import { passHomework } from "./support/homework";
import { confirmInMeeting, defend, logUse, scheduleDefense, waiveUpTo } from "./support/last-steps";
import { emailOf } from "./support/people";
import { planRolePlay, rotate } from "./support/role-play";
import { expect, test } from "./support/server";
import { CHAPTER } from "./support/world";

/** The walker, of the demo manager's team, and three others whose names are in the group's sheet. */
const NAMES = ["徐慕白", "钱雨桐", "费一鸣", "郝梦瑶"];

test("the whole road of chapter 3, from enrolment to the last camp", async ({ browser, ownServer: server }) => {
  test.setTimeout(480_000);
  const teacher = await deviceOf(browser, server, emailOf("instructor"));
  const people = await server.sql<{ email: string; name: string }[]>`select email, name from person where name in ${server.sql(NAMES)}`;
  const { cohort, learners } = await newCohort(teacher, server, "一条走到底的路", NAMES.map((name) => people.find((person) => person.name === name)!.email));
  const [walker, ...others] = learners as [Learner, ...Learner[]];
  const state = (step: string) => stateOf(server, walker.enrolment, step);
  // The company's choices for this cohort: one review by a peer, two uses in the field; no date stands in the way.
  await server.sql`update cohort_step set opens_at = null, gate = gate || case step when 'homework' then '{"peerReviews": 1}'::jsonb when 'field-tracking' then '{"confirmedApplications": 2}'::jsonb else '{}'::jsonb end where cohort_id = ${cohort}`;

  const page = await deviceOf(browser, server, walker.email, phone);
  expect(await state("preview")).toBe("available");
  await studyChapter(page, walker);
  expect(await state("preview")).toBe("passed");
  await passQuiz(page, teacher, server, walker, cohort);
  expect(await state("quiz")).toBe("passed");
  await attendClass(page, teacher, walker, cohort);
  expect(await state("lecture")).toBe("passed");

  for (const { enrolment } of others) await waiveUpTo(server, cohort, enrolment, "lecture");
  const group = await formGroup(teacher, cohort);
  const desk = { permissions: ["clipboard-read", "clipboard-write"] };
  const windows = await Promise.all(learners.map(async (learner) => ({ ...learner, page: await deviceOf(browser, server, learner.email, desk) })));
  expect(await statesOf(server, learners)).toEqual(allAre("available"));
  await fillSheetTogether(teacher, server, cohort, group, windows);
  expect(await statesOf(server, learners, "role-play")).toEqual(allAre("available"));
  await planRolePlay(teacher, cohort);
  await rotate(server, cohort, teacher, windows);
  expect(await statesOf(server, learners, "role-play")).toEqual(allAre("passed"));
  await passHomework(server, cohort, teacher, windows);
  expect(await statesOf(server, learners, "homework")).toEqual(allAre("passed"));

  const slot = await scheduleDefense(teacher, server, cohort, walker);
  await defend(browser, server, slot);
  expect(await state("defense")).toBe("passed");

  const [deal] = await server.sql<{ account: string; team: string }[]>`
    select a.name as account, m.team_id as team from deal d join account a on a.id = d.account_id join team_membership m on m.person_id = d.owner_id and m.valid_to is null
    join enrolment e on e.person_id = d.owner_id where e.id = ${walker.enrolment} and d.closed_on is null order by d.id limit 1`;
  const notes = ["财务总监有否决权，补到图上了", "厂长放下手机问：“哪家食品厂？”"];
  await logUse(page, walker, deal!.account, "购买角色图", notes[0]!);
  await logUse(page, walker, deal!.account, "一句话介绍", notes[1]!);
  const manager = await deviceOf(browser, server, emailOf("manager"), phone);
  await confirmInMeeting(manager, deal!.team, notes);
  expect(await state("field-tracking")).toBe("passed");
  const [road] = await server.sql<{ done: boolean }[]>`select completed_at is not null as done from road where enrolment_id = ${walker.enrolment} and chapter_slug = ${CHAPTER}`;
  expect(road).toEqual({ done: true });
  // Each step passed on evidence; nobody recorded, waived or corrected anything of the walker's.
  const passes = await server.sql<{ step: string; cause: string }[]>`
    select step, cause_kind as cause from progress_event where chapter_slug = ${CHAPTER} and to_state = 'passed' and enrolment_id = ${walker.enrolment} order by seq`;
  expect(passes).toEqual(["preview", "quiz", "lecture", "group-work", "role-play", "homework", "defense", "field-tracking"].map((step) => ({ step, cause: "evidence" })));
  await page.goto(`/learn/${walker.enrolment}/${CHAPTER}`);
  await expect(page.getByRole("list", { name: /八步路书/ })).not.toContainText("未开放");
  await Promise.all([page, teacher, manager, ...windows.map((window) => window.page)].map((one) => one.context().close()));
});
