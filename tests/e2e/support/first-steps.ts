/** A cohort from nothing, and the first three steps of a chapter as people take them. */
import { expect, type Browser, type Page } from "@playwright/test";
import type { QuestionVersion } from "../../../app/steps/quiz/question";
import { type OptionOrder, toShown } from "../../../app/steps/quiz/redact";
import { keyOf } from "../../../app/steps/quiz/reveal-question";
import { signInAs } from "./people";
import type { TestServer } from "./server";
import { CHAPTER } from "./world";

export interface Learner {
  email: string;
  name: string;
  enrolment: string;
}

const DAY_MS = 86_400_000;
const dayFromNow = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

/** Somebody at a device of their own. */
export async function deviceOf(browser: Browser, server: TestServer, email: string, device: object = {}): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.app.origin, locale: "zh-CN", timezoneId: "Asia/Shanghai", viewport: { width: 1440, height: 900 }, ...device });
  await signInAs(context, server, email);
  return context.newPage();
}

/** The instructor creates a cohort for chapter 3, enrols these people and opens it. Its calendar lies in the past, so that every step is open in time. */
export async function newCohort(teacher: Page, server: TestServer, name: string, emails: readonly string[]): Promise<{ cohort: string; learners: Learner[] }> {
  await teacher.goto("/teach/cohorts/new");
  await teacher.getByRole("textbox", { name: /班期名称/ }).fill(name);
  await teacher.getByLabel("开始日期").fill(dayFromNow(-200));
  await teacher.getByLabel("结束日期").fill(dayFromNow(2));
  await teacher.getByRole("spinbutton", { name: /建立信任/ }).fill("1");
  await teacher.getByRole("button", { name: "创建班期" }).click();
  await expect(teacher.getByRole("heading", { level: 1 })).toHaveText(name);
  const cohort = /cohorts\/([0-9a-f-]{36})/.exec(teacher.url())![1]!;
  await teacher.goto(`/teach/cohorts/${cohort}/learners`);
  await teacher.getByRole("textbox", { name: /粘贴邮箱/ }).fill(emails.join("\n"));
  await teacher.getByRole("button", { name: "看看会加入谁" }).last().click();
  await teacher.getByRole("button", { name: `确认加入 ${emails.length} 人` }).click();
  await expect(teacher.getByText(`已加入 ${emails.length} 人。`)).toBeVisible();
  await teacher.goto(`/teach/cohorts/${cohort}/settings`);
  await teacher.getByRole("button", { name: "开班" }).click();
  await teacher.getByRole("dialog").getByRole("button", { name: "开班" }).click();
  await expect(teacher.getByText("已开班，学员能看到了。")).toBeVisible();
  const rows = await server.sql<Learner[]>`select p.email, p.name, e.id as enrolment from enrolment e join person p on p.id = e.person_id where e.cohort_id = ${cohort}`;
  return { cohort, learners: emails.map((email) => rows.find((row) => row.email === email)!) };
}

/** The state of a learner's step. */
export async function stateOf(server: TestServer, enrolment: string, step: string): Promise<string> {
  const [row] = await server.sql<{ state: string }[]>`select state from progress where enrolment_id = ${enrolment} and chapter_slug = ${CHAPTER} and step = ${step}`;
  return row?.state ?? "none";
}

/** Reads every section and answers its questions. */
export async function studyChapter(page: Page, { enrolment }: Learner): Promise<void> {
  const contents = `/learn/${enrolment}/${CHAPTER}/preview`;
  await page.goto(contents);
  await page.getByRole("link", { name: /^(开始|继续)：/ }).click();
  const finish = page.getByRole("button", { name: /^读完本节/ });
  for (let read = ""; ; ) {
    await expect(finish).toBeVisible();
    // The next section is there when its title is.
    await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(read);
    read = (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";
    for (const box of await page.locator("[id^=checkin-]").all()) {
      const choice = box.locator("input[type=radio], input[type=checkbox]").first();
      if ((await choice.count()) > 0) await choice.check();
      await box.locator("button[type=submit]").click();
      await expect(box.getByText(/答对了|还不对/)).toBeVisible();
    }
    const { pathname } = new URL(page.url());
    await finish.click();
    await page.waitForURL((url) => url.pathname !== pathname);
    if (new URL(page.url()).pathname === contents) return;
  }
}

/** Takes the quiz with right answers; what is answered in words is marked by the instructor with full points. */
export async function passQuiz(page: Page, teacher: Page, server: TestServer, { enrolment }: Learner, cohort: string): Promise<void> {
  await page.goto(`/learn/${enrolment}/${CHAPTER}/quiz`);
  await page.getByRole("button", { name: "开始笔试" }).click();
  await page.waitForURL(/\/learn\/attempt\/[0-9a-f-]+/);
  const attempt = /attempt\/([0-9a-f-]{36})/.exec(page.url())![1]!;
  const rows = await server.sql<{ position: number; option_order: OptionOrder; body: QuestionVersion }[]>`
    select i.position, i.option_order, v.body from quiz_paper_item i join question_version v on v.hash = i.question_hash where i.attempt_id = ${attempt}`;
  const words: number[] = [];
  const ops = rows.map(({ position, option_order: order, body }) => {
    const key = keyOf(body, "zh");
    if (key === null) words.push(position);
    return { opId: crypto.randomUUID(), position, baseRevision: 0, value: key === null ? { kind: body.kind, text: "先弄清四种角色各由谁担任，再请发起者引见决策者。" } : toShown(order, key) };
  });
  const saved = await page.request.post(`/api/attempts/${attempt}/answers`, { data: { ops }, headers: { origin: server.app.origin } });
  expect(saved.status()).toBe(200);
  await page.goto(`/learn/attempt/${attempt}?q=review`);
  await page.getByRole("button", { name: "交卷" }).last().click();
  await page.getByRole("dialog").getByRole("button", { name: "确认交卷" }).click();
  await page.waitForURL(/\/result$/);
  for (const position of words) {
    await teacher.goto(`/teach/cohorts/${cohort}/marking?attempt=${attempt}&position=${position}`);
    await expect(teacher.getByText("先弄清四种角色")).toBeVisible();
    // Keys are heard once the page lives, and then it has taken the answer in hand.
    await expect(teacher.getByText(/^你在批，保留到/)).toBeVisible();
    for (const group of await teacher.getByRole("group").all()) await teacher.keyboard.press(String(await group.getByRole("radio").count()));
    await teacher.keyboard.press("Enter");
    await expect(teacher.getByText(/^已批：/)).toBeVisible();
  }
}

/** The instructor holds a class; the learner checks in by the code on the wall. */
export async function attendClass(page: Page, teacher: Page, { enrolment }: Learner, cohort: string): Promise<void> {
  await teacher.goto(`/teach/cohorts/${cohort}/lectures/new`);
  await teacher.getByLabel("标题").fill("建立信任");
  await teacher.getByLabel("开始时间").fill(new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 16));
  await teacher.getByLabel("地点").fill("301 教室");
  await teacher.getByRole("button", { name: "安排并通知" }).click();
  await teacher.getByRole("button", { name: "开始上课" }).click();
  await expect(teacher.getByText("进行中", { exact: true })).toBeVisible();
  const session = /lectures\/([0-9a-f-]{36})/.exec(teacher.url())![1]!;
  await teacher.goto(`/present/${cohort}/${session}`);
  const code = (await teacher.getByTestId("check-in-code").textContent())!;
  await page.goto(`/learn/${enrolment}/${CHAPTER}/lecture`);
  await page.goto(`/learn/checkin/${session}?code=${code}`);
  await page.getByRole("button", { name: "签到" }).click();
  await expect(page.getByText("已登记")).toBeVisible();
}
