import type { Browser, Page } from "@playwright/test";
import { DEMO_PASSWORD } from "../../db/seed/accounts";
import { problemsOf } from "./support/axe";
import { phone } from "./support/devices";
import { expect, test } from "./support/server";

/** Somebody at a device of their own. */
async function signedIn(browser: Browser, origin: string, email: string, device: object = {}): Promise<Page> {
  const context = await browser.newContext({ baseURL: origin, locale: "zh-CN", timezoneId: "Asia/Shanghai", viewport: { width: 1440, height: 900 }, ...device });
  const page = await context.newPage();
  await signIn(page, email);
  return page;
}

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("邮箱").fill(email);
  await page.locator("[name=password]").fill(DEMO_PASSWORD);
  await page.getByRole("button", { name: "登录" }).click();
  await expect(page).not.toHaveURL(/sign-in/);
}

/** The moment as a datetime-local field in Shanghai takes it. */
function nowInShanghai(): string {
  return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 16);
}

async function accessible(page: Page): Promise<void> {
  expect(await problemsOf(page)).toEqual([]);
}

async function fitsThePhone(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.viewport.width);
}

test("a class from its plan to a corrected attendance: code, live slides, poll, gate", async ({ browser, server }) => {
  test.setTimeout(180_000);
  const { origin } = server.app;
  // A learner of the running cohort who has passed the quiz and waits for the class.
  const [learner] = await server.sql<{ email: string; name: string; enrolment: string; cohort: string }[]>`
    select p.email, p.name, e.id as enrolment, e.cohort_id as cohort
    from enrolment e join person p on p.id = e.person_id
    join cohort c on c.id = e.cohort_id join role_grant g on g.cohort_id = c.id and g.role = 'instructor'
    join person i on i.id = g.person_id and i.email = 'instructor@roadbook.test'
    join progress s on s.enrolment_id = e.id and s.step = 'lecture' and s.state in ('available', 'locked')
    join progress q on q.enrolment_id = e.id and q.step = 'quiz' and q.state = 'passed'
    where c.state = 'open' order by p.email limit 1`;
  const { email, name, enrolment, cohort } = learner!;
  const road = `/learn/${enrolment}/03-build-trust`;

  const teacher = await signedIn(browser, origin, "instructor@roadbook.test");
  await teacher.goto(`/teach/cohorts/${cohort}/lectures/new`);
  await teacher.getByLabel("标题").fill("建立信任，第一次课");
  await teacher.getByLabel("开始时间").fill(nowInShanghai());
  await teacher.getByLabel("地点").fill("301 教室");
  await accessible(teacher);
  await teacher.getByRole("button", { name: "安排并通知" }).click();
  await expect(teacher.getByRole("heading", { name: "建立信任，第一次课" })).toBeVisible();
  await expect(teacher.getByRole("button", { name: "开始上课" })).toBeVisible();
  const session = /lectures\/([0-9a-f-]{36})$/.exec(teacher.url())![1]!;
  const [mail] = await server.sql<{ body: string }[]>`select body from outbox_mail where to_email = ${email} and template = 'lecture'`;
  expect(mail!.body).toContain(`/calendar/lecture/${session}.ics`);
  await teacher.getByRole("button", { name: "开始上课" }).click();
  await expect(teacher.getByText("进行中", { exact: true })).toBeVisible();
  await accessible(teacher);

  await teacher.goto(`/present/${cohort}/${session}`);
  const wall = await teacher.context().newPage();
  await wall.goto(`/projector/${cohort}/${session}`);
  await expect(wall.getByRole("heading", { level: 1 })).toHaveText("建立信任：从名片到同盟");
  await teacher.getByRole("button", { name: "投到大屏" }).click();
  await expect(wall.getByTestId("check-in-code")).toHaveText(/^\d{6}$/);
  await accessible(wall);

  const pupil = await signedIn(browser, origin, email, phone);
  await pupil.goto(`${road}/lecture`);
  await expect(pupil.getByText("301 教室")).toBeVisible();
  await fitsThePhone(pupil);
  await accessible(pupil);
  const ics = await pupil.request.get(`/calendar/lecture/${session}.ics`);
  expect(await ics.text()).toContain("TZID:Asia/Shanghai");
  await pupil.goto("/learn/checkin");
  await expect(pupil).toHaveURL(new RegExp(session));
  await pupil.getByLabel("屏幕上的 6 位签到码").fill((await wall.getByTestId("check-in-code").textContent())!);
  await pupil.getByRole("button", { name: "签到" }).click();
  await expect(pupil.getByText("已登记")).toBeVisible();
  await fitsThePhone(pupil);
  await expect(teacher.getByRole("listitem").filter({ hasText: name })).toBeVisible();

  // The phone follows the presenter's keys.
  await pupil.getByRole("link", { name: "跟随幻灯片" }).click();
  await expect(pupil.getByRole("heading", { name: "建立信任：从名片到同盟" })).toBeVisible();
  await teacher.getByRole("button", { name: "从大屏收起" }).click();
  await teacher.getByRole("heading", { level: 1 }).click();
  await teacher.keyboard.press("ArrowRight");
  await expect(wall.getByRole("heading", { name: "今天怎么走" })).toBeVisible();
  await expect(pupil.getByRole("heading", { name: "今天怎么走" })).toBeVisible();
  // Browsing on one's own stays where it is until one comes back.
  await pupil.getByRole("button", { name: "上一页" }).click();
  for (let turn = 0; turn < 3; turn++) await teacher.keyboard.press("ArrowRight");
  await expect(wall.getByRole("heading", { name: "先投票：排第一，为何不签？" })).toBeVisible();
  await expect(pupil.getByRole("heading", { name: "建立信任：从名片到同盟" })).toBeVisible();
  await pupil.getByRole("button", { name: "回到讲师这一页" }).click();
  await expect(pupil.getByRole("heading", { name: "先投票：排第一，为何不签？" })).toBeVisible();

  await teacher.getByRole("button", { name: "开始投票" }).click();
  await pupil.getByRole("radio").last().check();
  await fitsThePhone(pupil);
  await accessible(pupil);
  await pupil.getByRole("button", { name: "提交答案" }).click();
  await expect(pupil.getByText("已收到你的答案")).toBeVisible();
  await expect(wall.getByText("1 人已答")).toBeVisible();
  await expect(wall.getByRole("img", { name: "投票结果" })).toHaveCount(0);
  await teacher.getByRole("button", { name: "结束投票，看结果" }).click();
  await expect(wall.getByRole("img", { name: "投票结果" })).toBeVisible();
  await expect(wall.getByRole("table", { name: "投票结果" }).getByRole("row").last()).toContainText("100%");
  await teacher.getByRole("button", { name: "显示答案" }).click();
  await expect(wall.locator("[data-right]")).toHaveCount(1);
  await accessible(wall);
  await accessible(teacher);

  // The end: who is missing is absent, in numbers before; the road shows what came of it.
  await teacher.goto(`/teach/cohorts/${cohort}/lectures/${session}`);
  await teacher.getByRole("button", { name: "下课" }).click();
  const dialog = teacher.getByRole("dialog");
  await expect(dialog).toContainText(/已到 1 人，迟到 0 人；还有 \d+ 人没有登记，将记为缺席/);
  await dialog.getByRole("button", { name: "下课" }).click();
  await expect(teacher.getByText("已结束", { exact: true })).toBeVisible();
  const step = pupil.getByRole("main").getByRole("listitem").filter({ hasText: "讲授" }).first();
  await pupil.goto(road);
  await expect(step).toContainText("已通过");

  const row = teacher.getByRole("listitem").filter({ hasText: name });
  await row.getByText("更正或补课").click();
  await row.getByLabel("改为").selectOption("absent");
  await row.getByLabel("理由").fill("签到后离开，没有听课");
  await row.getByRole("button", { name: "记下更正" }).click();
  await expect(row.getByText("缺席", { exact: true }).first()).toBeVisible();
  await expect(row).toContainText("签到后离开，没有听课");
  await pupil.reload();
  await expect(step).toContainText("未通过");
  await pupil.goto(`${road}/lecture`);
  await expect(pupil.getByText("这次课没有算到课")).toBeVisible();
  await fitsThePhone(pupil);
});

test.describe("without JavaScript", () => {
  test("a learner checks in by form and turns to the presenter's slide by reload", async ({ browser, server }) => {
    const { origin } = server.app;
    const plain = { javaScriptEnabled: false };
    const teacher = await signedIn(browser, origin, "instructor@roadbook.test", plain);
    const [place] = await server.sql<{ cohort: string; email: string }[]>`
      select e.cohort_id as cohort, p.email from enrolment e join person p on p.id = e.person_id join cohort c on c.id = e.cohort_id
      where c.state = 'open' and p.email = 'learner@roadbook.test' limit 1`;
    await teacher.goto(`/teach/cohorts/${place!.cohort}/lectures/new`);
    await teacher.getByLabel("标题").fill("没有脚本的一次课");
    await teacher.getByLabel("开始时间").fill(nowInShanghai());
    await teacher.getByLabel("地点").fill("302 教室");
    await teacher.getByRole("button", { name: "安排并通知" }).click();
    await teacher.getByRole("button", { name: "开始上课" }).click();
    const session = /lectures\/([0-9a-f-]{36})/.exec(teacher.url())![1]!;
    await teacher.goto(`/present/${place!.cohort}/${session}`);
    await teacher.getByRole("button", { name: "下一页" }).click();
    const code = (await teacher.getByTestId("check-in-code").textContent())!;
    const pupil = await signedIn(browser, origin, place!.email, { ...phone, ...plain });
    await pupil.goto(`/learn/checkin/${session}?code=${code}`);
    await pupil.getByRole("button", { name: "签到" }).click();
    await expect(pupil.getByText("已登记")).toBeVisible();
    await pupil.goto(`/learn/live/${session}`);
    await expect(pupil.getByRole("heading", { name: "今天怎么走" })).toBeVisible();

    // Somebody else on the same phone: taken, and flagged for the instructor.
    await pupil.context().clearCookies({ name: /^(?!device$)/ });
    await signIn(pupil, "learner2@roadbook.test");
    await teacher.reload();
    await pupil.goto(`/learn/checkin/${session}?code=${(await teacher.getByTestId("check-in-code").textContent())!}`);
    await pupil.getByRole("button", { name: "签到" }).click();
    await expect(pupil.getByText("已登记")).toBeVisible();
    await teacher.goto(`/teach/cohorts/${place!.cohort}/lectures/${session}`);
    await expect(teacher.getByText(/同一台设备为 2 人签到/)).toHaveCount(2);
  });
});
