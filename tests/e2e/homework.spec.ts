import type { Browser, Page } from "@playwright/test";
import { doHomework, handIn, homeworkOf, judge, recordRehearsal, saved, settled } from "./support/homework";
import { ask, signInAs } from "./support/people";
import { expect, test, type TestServer } from "./support/server";
import { CHAPTER } from "./support/world";

interface Author {
  email: string;
  name: string;
  enrolment: string;
  cohort: string;
  version: number;
}

/** Somebody in a browser of their own. */
async function visit(browser: Browser, server: TestServer, email: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.app.origin, locale: "zh-CN", timezoneId: "Asia/Shanghai", viewport: { width: 1440, height: 900 }, permissions: ["microphone"] });
  await signInAs(context, server, email);
  return context.newPage();
}

/** Two learners of the running cohort who wait for the role-play, which the instructor waives; one peer reviews each homework. */
async function twoAtHomework(server: TestServer): Promise<[Author, Author]> {
  const learners = await server.sql<Author[]>`
    select p.email, p.name, e.id as enrolment, e.cohort_id as cohort, r.version
    from enrolment e join person p on p.id = e.person_id join cohort c on c.id = e.cohort_id
    join progress x on x.enrolment_id = e.id and x.chapter_slug = ${CHAPTER} and x.step = 'role-play' and x.state = 'available'
    join road r on r.enrolment_id = e.id and r.chapter_slug = x.chapter_slug
    where c.state = 'open' and e.left_at is null order by p.email limit 2`;
  const [first, second] = learners;
  if (!first || !second) throw new Error("the demo company has no two learners who wait for the role-play");
  await server.sql`update cohort_step set opens_at = null, gate = gate || '{"peerReviews": 1}' where cohort_id = ${first.cohort} and chapter_slug = ${CHAPTER} and step = 'homework'`;
  for (const { cohort, enrolment, version } of [first, second]) {
    const waived = await ask(server, "instructor", `/teach/cohorts/${cohort}/learners/${enrolment}/${CHAPTER}/role-play`, { form: { intent: "waive", version: String(version), reason: "去年演练过" } });
    expect(waived.status).toBe(303);
  }
  return [first, second];
}

test("homework is saved, handed in, reviewed by a peer, returned with a remark, handed in again and accepted", async ({ browser, ownServer }) => {
  test.setTimeout(120_000);
  const learners = await twoAtHomework(ownServer);
  const pages = new Map<string, Page>();
  for (const learner of learners) {
    const page = await visit(browser, ownServer, learner.email);
    await recordRehearsal(page, learner);
    await doHomework(page, learner);
    pages.set(learner.enrolment, page);
  }

  // Of two who have handed in one is asked to review the other; nobody reviews in turn.
  const asked = await ownServer.sql<{ reviewer: string; author: string }[]>`
    select r.reviewer_id as reviewer, h.enrolment_id as author
    from homework_review r join homework_submission s on s.id = r.submission_id join homework h on h.id = s.homework_id
    where r.state = 'asked' and r.reviewer_id in ${ownServer.sql(learners.map(({ enrolment }) => enrolment))}`;
  expect(asked).toHaveLength(1);
  const reviewer = learners.find(({ enrolment }) => enrolment === asked[0]!.reviewer)!;
  const author = learners.find(({ enrolment }) => enrolment === asked[0]!.author)!;
  const peer = pages.get(reviewer.enrolment)!;
  await peer.goto(`${homeworkOf(reviewer)}/reviews`);
  await peer.getByRole("link", { name: "去评" }).click();
  await expect(peer.getByRole("heading", { level: 1 })).toHaveText(`${author.name} 的作业`);
  await expect(peer.locator("audio")).toHaveCount(1);
  await judge(peer);
  await peer.getByRole("textbox", { name: /评语/ }).fill("一句话介绍问得好；推进计划缺负责人，先改这里。");
  await peer.getByRole("button", { name: "提交互评" }).click();
  await expect(peer.getByRole("link", { name: "看我写的" })).toBeVisible();

  const own = pages.get(author.enrolment)!;
  await own.goto(`${homeworkOf(author)}/reviews`);
  await expect(own.getByText("推进计划缺负责人", { exact: false })).toBeVisible();
  await expect(own.getByRole("main")).not.toContainText(reviewer.name);

  const teacher = await visit(browser, ownServer, "instructor@roadbook.test");
  await teacher.goto("/marking?kind=homework");
  // The reviewer's own homework still waits for peers.
  await expect(teacher.getByRole("link", { name: reviewer.name, exact: true })).toHaveCount(0);
  await teacher.getByRole("link", { name: author.name, exact: true }).click();
  await expect(teacher.getByText(/^你在批，保留到/)).toBeVisible();
  await expect(teacher.getByRole("region", { name: "评分标准" }).getByText(reviewer.name, { exact: true })).toBeVisible();
  await teacher.getByRole("textbox", { name: /评语/ }).fill("第三周没有写谁去，补上再交。");
  await teacher.getByRole("button", { name: "退回修改" }).click();
  await expect(teacher.getByText(`已批：${author.name}`)).toBeVisible();

  await own.goto(homeworkOf(author));
  await expect(own.getByText("卢明慧 退回，请你改")).toBeVisible();
  // Consent is taken back: what the instructor reads next has no sound any more.
  await own.getByRole("button", { name: "收回同意，删除录音" }).click();
  await own.getByRole("dialog").getByRole("button", { name: "删除", exact: true }).click();
  await expect(own.getByRole("heading", { name: "在这里录的" })).toHaveCount(0);
  await expect(own.getByText("第三周没有写谁去，补上再交。").first()).toBeVisible();
  await settled(own);
  await own.getByRole("textbox", { name: "四周推进计划" }).fill("第三周由我和设备主管一起去见副总。");
  await saved(own);
  await handIn(own, "再交一次");

  await teacher.goto("/marking?kind=homework");
  await teacher.getByRole("link", { name: author.name, exact: true }).click();
  await expect(teacher.getByText(/^你在批，保留到/)).toBeVisible();
  await expect(teacher.getByText("第三周由我和设备主管一起去见副总。")).toBeVisible();
  await judge(teacher);
  await teacher.getByRole("button", { name: "通过，下一份" }).click();
  await expect(teacher.getByText(`已批：${author.name}，10 / 15 分`)).toBeVisible();
  await own.reload();
  await expect(own.getByText("卢明慧 已通过")).toBeVisible();
  const states = await ownServer.sql<{ enrolment: string; state: string }[]>`
    select enrolment_id as enrolment, state from progress where chapter_slug = ${CHAPTER} and step = 'homework' and enrolment_id in ${ownServer.sql(learners.map(({ enrolment }) => enrolment))}`;
  expect(new Map(states.map(({ enrolment, state }) => [enrolment, state]))).toEqual(new Map([[author.enrolment, "passed"], [reviewer.enrolment, "awaiting-review"]]));
});
