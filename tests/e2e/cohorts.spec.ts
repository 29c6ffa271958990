import type { Page } from "@playwright/test";
import { phone } from "./support/devices";
import { signInContext } from "./support/people";
import { expect, test, type TestServer } from "./support/server";

const COHORT = "秋季班 · 华东与天津";

/** Opens the running cohort as its instructor. */
async function openCohort(page: Page): Promise<void> {
  await page.goto("/teach");
  await page.getByRole("link", { name: COHORT, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(COHORT);
  await expect(page.getByRole("table", { name: "学员进度" })).toBeVisible();
}

/** The last two steps, in their order. */
const TITLES = ["答辩考核", "跟踪"];

/** Learners with a step that the instructor can record as made up, and its place among `TITLES`. */
async function toRecord(server: TestServer): Promise<{ name: string; at: number }[]> {
  return server.sql<{ name: string; at: number }[]>`
    select p.name, 0 as at from progress x join enrolment e on e.id = x.enrolment_id join person p on p.id = e.person_id join cohort c on c.id = e.cohort_id
    where c.name = ${COHORT} and e.left_at is null and x.step = 'defense' and x.state not in ('passed', 'waived') order by p.name`;
}

/** The form that records a step as made up, opened. */
async function openMakeUp(page: Page) {
  const form = page.locator("details").filter({ has: page.locator("summary", { hasText: "登记补做" }) });
  await form.locator("summary").click();
  return form;
}

test.beforeEach(async ({ context, server }) => signInContext(context, server, "instructor"));

test("an instructor filters the grid and goes from a cell to its evidence", async ({ page, server }) => {
  await openCohort(page);
  const rows = page.getByRole("table", { name: "学员进度" }).locator("tbody tr");
  const all = await rows.count();
  await page.getByRole("navigation", { name: "筛选" }).getByRole("link", { name: /^等讲师/ }).click();
  await expect(page).toHaveURL(/show=instructor/);
  const [waiting] = await server.sql<{ n: number }[]>`
    select count(distinct e.id)::int as n from enrolment e join cohort c on c.id = e.cohort_id join progress p on p.enrolment_id = e.id
    where c.name = ${COHORT} and e.left_at is null and p.waiting_for = 'instructor'`;
  await expect(rows).toHaveCount(waiting!.n);
  expect(waiting!.n).toBeLessThan(all);
  const [marked] = await server.sql<{ name: string }[]>`
    select p.name from progress x join enrolment e on e.id = x.enrolment_id join person p on p.id = e.person_id join cohort c on c.id = e.cohort_id
    where c.name = ${COHORT} and e.left_at is null and x.step = 'quiz' and x.state = 'awaiting-review' limit 1`;
  const name = marked!.name;
  await page.getByRole("searchbox", { name: /姓名或邮箱/ }).fill(name);
  await page.getByRole("button", { name: "查看" }).click();
  await expect(rows).toHaveCount(1);
  await page.getByRole("link", { name: new RegExp(`${name} · 笔试 · 待批阅`) }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${name} · 笔试`);
  await expect(page.getByRole("table", { name: "每一次笔试" })).toContainText("待批阅");
  await page.getByRole("navigation", { name: "这一章的各步" }).getByRole("link", { name: "在线预习" }).click();
  await expect(page.getByRole("table", { name: "逐节阅读" })).toContainText("首次答对");
});

test("an instructor records a step as made up, waives with a reason, and sees the history", async ({ page, server }) => {
  const { name, at } = (await toRecord(server))[0]!;
  await openCohort(page);
  await page.getByRole("link", { name: new RegExp(`${name} · ${TITLES[at]}`) }).click();
  const makeUp = await openMakeUp(page);
  await makeUp.getByRole("radio", { name: "通过", exact: true }).check();
  await makeUp.getByRole("textbox", { name: /说明/ }).fill("三位考官一致通过");
  await makeUp.getByRole("textbox", { name: /理由/ }).fill("答辩在总部补做");
  await makeUp.getByRole("button", { name: "登记", exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: "结果已登记" })).toBeVisible();
  await expect(page.getByRole("list").filter({ hasText: "登记：通过" })).toContainText("三位考官一致通过");

  await page.getByRole("navigation", { name: "这一章的各步" }).getByRole("link", { name: TITLES[at + 1]! }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${name} · ${TITLES[at + 1]}`);
  await page.locator("summary", { hasText: "豁免这一步" }).click();
  const waiver = page.locator("details").filter({ has: page.locator("summary", { hasText: "豁免这一步" }) });
  await waiver.getByRole("textbox", { name: /理由/ }).fill("去年已通过同样的演练考核");
  await page.getByRole("button", { name: "豁免", exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: "这一步已豁免" })).toBeVisible();
  await expect(page.getByRole("list").filter({ hasText: "豁免" }).last()).toContainText("理由：去年已通过同样的演练考核");
  await page.getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("list", { name: /八步路书/ })).toContainText("已豁免");
});

test("of two instructors the second is told who was first, and keeps what they typed", async ({ page, context, server }) => {
  const { name, at } = (await toRecord(server)).at(-1)!;
  await openCohort(page);
  await page.getByRole("link", { name: new RegExp(`${name} · ${TITLES[at]}`) }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${name} · ${TITLES[at]}`);
  const second = await context.newPage();
  await second.goto(page.url());
  const [first, late] = [await openMakeUp(page), await openMakeUp(second)];
  for (const form of [first, late]) {
    await form.getByRole("radio", { name: "通过", exact: true }).check();
    await form.getByRole("textbox", { name: /理由/ }).fill("在总部补做");
  }
  await late.getByRole("textbox", { name: /说明/ }).fill("第二个人的说明");
  await first.getByRole("button", { name: "登记", exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: "结果已登记" })).toBeVisible();
  await late.getByRole("button", { name: "登记", exact: true }).click();
  await expect(second.getByText("有人先改了这条路")).toBeVisible();
  await expect(second.getByText(new RegExp(`卢明慧在 .* 更新了：${TITLES[at]} 登记：通过`))).toBeVisible();
  await expect(late.getByRole("textbox", { name: /说明/ })).toHaveValue("第二个人的说明");
});

test("learners are enrolled by pasted addresses, after a dry run", async ({ page, server }) => {
  await openCohort(page);
  await page.getByRole("link", { name: "学员与讲师" }).click();
  const [outsider] = await server.sql<{ email: string; name: string }[]>`
    select p.email, p.name from person p join role_grant g on g.person_id = p.id and g.role = 'learner' and g.scope_kind = 'company'
    where not exists (select 1 from enrolment e join cohort c on c.id = e.cohort_id where e.person_id = p.id and c.name = ${COHORT}) order by p.email limit 1`;
  await page.getByRole("textbox", { name: /粘贴邮箱/ }).fill(`${outsider!.name} <${outsider!.email}>；learner@roadbook.test\nnobody@hengneng.test`);
  await page.getByRole("button", { name: "看看会加入谁" }).last().click();
  await expect(page.getByText("将加入 1 人")).toBeVisible();
  await expect(page.getByText("已经在班里 1 人，没有变化")).toBeVisible();
  await expect(page.getByText("1 个邮箱没有账号，请先由管理员邀请")).toBeVisible();
  const count = () => server.sql<{ n: number }[]>`select count(*)::int as n from enrolment e join cohort c on c.id = e.cohort_id where c.name = ${COHORT} and e.left_at is null`;
  const [before] = await count();
  await page.getByRole("button", { name: "确认加入 1 人" }).click();
  await expect(page.getByText("已加入 1 人。")).toBeVisible();
  await expect(page.getByRole("table", { name: "学员名单" })).toContainText(outsider!.email);
  expect((await count())[0]!.n).toBe(before!.n + 1);
});

test("the calendar says in numbers what a change does before it is saved", async ({ page, ownServer, context }) => {
  await signInContext(context, ownServer, "instructor");
  await page.goto(`${ownServer.app.origin}/teach`);
  await page.getByRole("link", { name: COHORT, exact: true }).click();
  await page.getByRole("link", { name: "日程与门槛" }).click();
  const homework = page.getByRole("group", { name: "作业" });
  await homework.getByRole("checkbox", { name: /作业/ }).uncheck();
  await page.getByRole("button", { name: "看看会有什么变化" }).click();
  const notice = page.getByRole("status").filter({ hasText: "保存后" });
  await expect(notice).toContainText("作业：24 人不再做这一步");
  const counts = () => ownServer.sql<{ n: number }[]>`select count(*)::int as n from progress p join enrolment e on e.id = p.enrolment_id join cohort c on c.id = e.cohort_id where c.name = ${COHORT} and p.step = 'homework' and not p.included`;
  expect((await counts())[0]!.n).toBe(0);
  await page.getByRole("button", { name: "确认保存" }).click();
  await expect(page.getByText("日程已保存")).toBeVisible();
  expect((await counts())[0]!.n).toBe(24);
  await expect(homework.getByRole("checkbox", { name: /作业/ })).not.toBeChecked();
});

test("a new cohort starts as a draft with the chapters in the order asked for", async ({ page, server, context }) => {
  await signInContext(context, server, "instructor");
  await page.goto(`${server.app.origin}/teach/cohorts/new`);
  await page.getByRole("textbox", { name: /班期名称/ }).fill("2027 春季班");
  await page.getByLabel("开始日期").fill("2027-03-01");
  await page.getByLabel("结束日期").fill("2027-06-30");
  await page.getByRole("spinbutton", { name: /激发需求/ }).fill("1");
  await page.getByRole("spinbutton", { name: /建立信任/ }).fill("2");
  await page.getByRole("button", { name: "创建班期" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("2027 春季班");
  await expect(page.getByText("筹备中")).toBeVisible();
  await page.getByRole("link", { name: "日程与门槛" }).first().click();
  await expect(page.getByRole("heading", { name: /日程与门槛：第 4 章/ })).toBeVisible();
  const chapters = await server.sql<{ chapter_slug: string }[]>`select cc.chapter_slug from cohort_chapter cc join cohort c on c.id = cc.cohort_id where c.name = '2027 春季班' order by cc.position`;
  expect(chapters.map((row) => row.chapter_slug)).toEqual(["04-stimulate-needs", "03-build-trust"]);
});

test("a manager sees the own team; an examiner the days to come and those that were", async ({ page, context, server }) => {
  await signInContext(context, server, "manager");
  await page.goto("/lead/progress");
  const team = page.getByRole("table", { name: "学员与他们的路" });
  await expect(team).toContainText("林岚");
  await expect(team.getByRole("row").filter({ hasNotText: "上海团队" })).toHaveCount(1);
  await signInContext(context, server, "examiner");
  await page.goto("/defend");
  await expect(page.getByRole("heading", { level: 2, name: "接下来" })).toBeVisible();
  await expect(page.getByRole("heading", { level: 2, name: "以前" })).toBeVisible();
  await expect(page.getByRole("article")).not.toHaveCount(0);
});

test.describe("on a phone", () => {
  test.use(phone);

  test("no page of a cohort is wider than the screen", async ({ page, server }) => {
    const [cohort] = await server.sql<{ id: string; enrolment: string }[]>`select c.id, e.id as enrolment from cohort c join enrolment e on e.cohort_id = c.id where c.name = ${COHORT} limit 1`;
    const base = `/teach/cohorts/${cohort!.id}`;
    for (const path of ["/teach", "/teach/cohorts/new", base, `${base}/calendar`, `${base}/learners`, `${base}/settings`, `${base}/learners/${cohort!.enrolment}`, `${base}/learners/${cohort!.enrolment}/03-build-trust/preview`, `${base}/learners/${cohort!.enrolment}/03-build-trust/group-work`]) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(phone.viewport.width);
    }
  });
});
