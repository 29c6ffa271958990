// Steps 4 to 6 as the same four people walk them in four browsers: one sheet live, sent back and accepted; a full rotation of the
// role-play; homework that carries the sheet on. Their roads move by nothing else.
import type { Browser, Page } from "@playwright/test";
import { doHomework, homeworkOf, judge } from "./support/homework";
import { ask, cookieOf, signInAs } from "./support/people";
import { type Member, rotate, type Window } from "./support/role-play";
import { expect, test, type TestServer } from "./support/server";
import { CHAPTER, worldOf } from "./support/world";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

/** Name, title, department, roles, personality, interests, history, attitude, evidence, stage, target, action, sign, owner, due. */
const ROWS = [
  "尚国栋\t熔炼车间主任\t熔炼车间\t发起者\t任务·强势\t夜班电耗\t夜班比白班多用一成电\t1\t给了一个月的班次电耗\t互动\t私交\t请他一起测三个夜班，结果归他汇报\t他在班前会上讲\t费一鸣\t2027-01-10",
  "朴盛哲\t技术部部长\t技术部\t设计者\t任务·随和\t同行实测\t\t0\t要过一次同行案例\t认识\t互动\t带他看甬峰的两台炉，现场核对数据\t他列出测点\t郝梦瑶\t2027-01-12",
  "穆成文\t总经理\t管理层\t决策者\t任务·强势\t降价压力\t\t0\t在展会上换过名片\t认识\t互动\t请尚国栋带去，用二十分钟报告每吨省多少\t他让财务核对\t钱雨桐\t2027-01-15",
  "班长老秦\t班长\t熔炼车间\t使用者\t人际·随和\t少填一张表\t\t1\t带我们走了一遍夜班\t互动\t互动\t请他定屏幕放在哪里，按他的话改\t他教会两个徒弟\t徐慕白\t2027-01-18",
];

async function at(browser: Browser, server: TestServer, email: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.app.origin, locale: "zh-CN", timezoneId: "Asia/Shanghai", viewport: { width: 1440, height: 900 }, permissions: ["clipboard-read", "clipboard-write"] });
  await signInAs(context, server, email);
  return context.newPage();
}

/** The sixth group of the running cohort, past everything before group work by the instructor's waiver. */
async function readyGroup(server: TestServer, cohort: string): Promise<Member[]> {
  const members = await server.sql<Member[]>`
    select p.email, p.name, e.id as enrolment from cohort_group g join cohort_group_member m on m.group_id = g.id and m.valid_to is null
    join enrolment e on e.id = m.enrolment_id join person p on p.id = e.person_id
    where g.cohort_id = ${cohort} and g.purpose = 'class' and g.name = '第 6 组' order by p.email`;
  for (const { enrolment } of members) {
    for (const step of ["preview", "quiz", "lecture"]) {
      const [road] = await server.sql<{ version: number; state: string }[]>`select r.version, s.state from road r join progress s using (enrolment_id, chapter_slug) where r.enrolment_id = ${enrolment} and r.chapter_slug = ${CHAPTER} and s.step = ${step}`;
      if (road!.state === "passed" || road!.state === "waived") continue;
      const waived = await ask(server, "instructor", `/teach/cohorts/${cohort}/learners/${enrolment}/${CHAPTER}/${step}`, { form: { intent: "waive", version: String(road!.version), reason: "去年听过" } });
      expect(waived.status).toBe(303);
    }
  }
  return members;
}

const states = async (server: TestServer, members: readonly Member[], step = "group-work") =>
  (await server.sql<{ state: string }[]>`select state from progress where step = ${step} and chapter_slug = ${CHAPTER} and enrolment_id in ${server.sql(members.map((member) => member.enrolment))}`).map((row) => row.state);
/** All four stand alike. */
const allAre = (state: string): string[] => Array<string>(4).fill(state);

/** All four carry the group's sheet on and hand in, each reviews a peer, the instructor accepts all. */
async function passHomework(server: TestServer, cohort: string, teacher: Page, windows: readonly Window[]): Promise<void> {
  await Promise.all(windows.map((window) => doHomework(window.page, window)));
  for (let given = 0; given < windows.length; given++) {
    const [asked] = await server.sql<{ reviewer: string; id: string }[]>`
      select r.id, r.reviewer_id as reviewer from homework_review r join enrolment e on e.id = r.reviewer_id where r.state = 'asked' and e.cohort_id = ${cohort} order by r.id limit 1`;
    const reviewer = windows.find(({ enrolment }) => enrolment === asked?.reviewer)!;
    await reviewer.page.goto(`${homeworkOf(reviewer)}/reviews/${asked!.id}`);
    await judge(reviewer.page);
    await reviewer.page.getByRole("textbox", { name: /评语/ }).fill("推进计划写得具体，第二周缺负责人。");
    await reviewer.page.getByRole("button", { name: "提交互评" }).click();
    await expect(reviewer.page.getByRole("link", { name: "看我写的" })).toBeVisible();
  }
  for (const { name } of windows) {
    await teacher.goto("/marking?kind=homework");
    await teacher.getByRole("link", { name, exact: true }).click();
    await expect(teacher.getByText(/^你在批/)).toBeVisible();
    await expect(teacher.getByText("穆成文").first()).toBeVisible();
    await judge(teacher);
    await teacher.getByRole("button", { name: "通过，下一份" }).click();
    await expect(teacher.getByText(`已批：${name}，10 / 15 分`)).toBeVisible();
  }
}

const saved = (page: Page) => expect(page.getByRole("banner").getByRole("status").first()).toHaveText("已保存");

test("four people: a sheet sent back once and accepted, a full rotation, homework reviewed and accepted; their roads move by that alone", async ({ browser, ownServer: server }) => {
  test.setTimeout(300_000);
  const { cohort } = await worldOf(server);
  const members = await readyGroup(server, cohort);
  expect(members).toHaveLength(4);
  expect(await states(server, members)).toEqual(allAre("available"));
  const teacher = await at(browser, server, "instructor@roadbook.test");
  await teacher.goto(`/teach/cohorts/${cohort}/group-work/${CHAPTER}`);
  const tile = teacher.getByRole("article").filter({ has: teacher.getByRole("heading", { name: "第 6 组" }) });
  await expect(tile).toContainText("还没有选客户");

  const pages = await Promise.all(members.map((member) => at(browser, server, member.email)));
  const [first] = pages as [Page, Page, Page, Page];
  const room = (index: number) => `/learn/${members[index]!.enrolment}/${CHAPTER}/group-work`;
  await first.goto(room(0));
  await first.getByLabel("写哪家客户").fill("辰铸汽车零部件");
  await first.getByRole("button", { name: "开始填写" }).click();
  await expect(first).toHaveURL(/\/sheets\//);
  const sheet = new URL(first.url()).pathname;
  // Everybody opens the room, which begins the step, and from there the sheet.
  for (const [index, page] of pages.entries()) {
    await page.goto(room(index));
    await page.getByRole("link", { name: "打开表格一起填" }).click();
    await expect(page).toHaveURL(new RegExp(sheet));
    await saved(page);
  }
  expect(await states(server, members)).toEqual(allAre("in-progress"));
  await first.getByRole("textbox", { name: /^客户/ }).first().fill("辰铸汽车零部件");
  await first.getByRole("textbox", { name: /^项目/ }).first().fill("熔炼电耗监测，约 90 万元");
  for (const [index, page] of pages.entries()) {
    await page.getByRole("button", { name: "添加人物" }).click();
    await page.keyboard.press("Escape");
    await page.evaluate((text) => navigator.clipboard.writeText(text), ROWS[index]!);
    await page.getByRole("grid").locator("tbody tr").nth(index).locator('td[data-column="1"]').click();
    await page.keyboard.press("Control+v");
    await saved(page);
    // What one wrote is there for the next.
    for (const other of pages) await expect(other.getByRole("grid").locator("tbody tr").nth(index).locator('td[data-column="1"]')).toContainText(ROWS[index]!.split("\t")[0]!);
  }
  // The instructor's room followed, without anybody reloading it.
  await expect(tile).toContainText("辰铸汽车零部件");
  await expect(tile.getByRole("meter", { name: "完整度" })).toHaveAttribute("aria-valuetext", /^(\d+) \/ \1 项$/);

  await teacher.getByLabel("提示").fill("先写证据，再打分。");
  await teacher.getByRole("button", { name: "发给所有小组" }).click();
  await first.goto(room(0));
  await expect(first.getByText("先写证据，再打分。")).toBeVisible();
  await first.getByRole("button", { name: "交给讲师" }).click();
  await first.getByRole("dialog").getByRole("button", { name: "交上去" }).click();
  await expect(first.getByText("已交给讲师。")).toBeVisible();
  expect(await states(server, members)).toEqual(allAre("awaiting-review"));

  await tile.getByRole("link", { name: "查看并验收" }).click();
  await teacher.getByLabel("评语").fill("穆成文那一行：二十分钟里先讲哪一个数？");
  await teacher.getByRole("button", { name: "退回修改" }).click();
  await expect(teacher.getByText("已退回，小组可以继续改。")).toBeVisible();
  // The other members learn of it on the page they have open.
  await pages[1]!.goto(room(1));
  await expect(pages[1]!.getByText("穆成文那一行：二十分钟里先讲哪一个数？").first()).toBeVisible();
  expect(await states(server, members)).toEqual(allAre("in-progress"));

  const third = pages[2]!;
  await third.goto(sheet);
  await saved(third);
  await third.evaluate(() => navigator.clipboard.writeText("请尚国栋带去，先讲夜班每吨多用 38 度电，再报告两台炉一年省多少"));
  await third.getByRole("grid").locator("tbody tr").nth(2).locator('td[data-column="12"]').click();
  await third.keyboard.press("Control+v");
  await saved(third);
  await pages[3]!.goto(room(3));
  await pages[3]!.getByRole("button", { name: "改好了，再交一次" }).click();
  await pages[3]!.getByRole("dialog").getByRole("button", { name: "交上去" }).click();
  await expect(pages[3]!.getByText("已交给讲师。")).toBeVisible();

  await teacher.goto(`/teach/cohorts/${cohort}/group-work/${CHAPTER}`);
  await tile.getByRole("button", { name: "验收" }).click();
  await teacher.getByRole("dialog").getByRole("button", { name: "验收" }).click();
  await expect(teacher.getByText("已验收，组员的进度已更新。")).toBeVisible();
  expect(await states(server, members)).toEqual(allAre("passed"));
  await pages[1]!.goto(room(1));
  await expect(pages[1]!.getByText(/已验收/).first()).toBeVisible();
  // Evidence for everybody, down to who was in the group.
  await teacher.goto(`/teach/cohorts/${cohort}/learners/${members[3]!.enrolment}/${CHAPTER}/group-work`);
  for (const member of members) await expect(teacher.getByRole("table", { name: "小组交过的表格" })).toContainText(member.name);

  const windows = members.map((member, index) => ({ ...member, page: pages[index]! }));
  // The calendar's days for the next steps have come, and one peer reviews each homework.
  await server.sql`update cohort_step set opens_at = null where cohort_id = ${cohort} and chapter_slug = ${CHAPTER} and step in ('role-play', 'homework', 'defense')`;
  await server.sql`update cohort_step set gate = gate || '{"peerReviews": 1}' where cohort_id = ${cohort} and chapter_slug = ${CHAPTER} and step = 'homework'`;
  expect(await states(server, members, "role-play")).toEqual(allAre("available"));
  await rotate(server, cohort, teacher, windows);
  expect(await states(server, members, "role-play")).toEqual(allAre("passed"));

  expect(await states(server, members, "homework")).toEqual(allAre("available"));
  await passHomework(server, cohort, teacher, windows);
  expect(await states(server, members, "homework")).toEqual(allAre("passed"));
  expect(await states(server, members, "defense")).toEqual(allAre("available"));
  // What moved them from group work on is what the rooms know of; nobody recorded or waived anything.
  const causes = await server.sql<{ cause: string }[]>`
    select distinct cause_kind as cause from progress_event where chapter_slug = ${CHAPTER} and step in ('group-work', 'role-play', 'homework') and to_state in ('in-progress', 'awaiting-review', 'passed') and enrolment_id in ${server.sql(members.map((member) => member.enrolment))}`;
  expect(causes).toEqual([{ cause: "evidence" }]);
  await Promise.all([teacher, ...pages].map((page) => page.context().close()));
});

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
