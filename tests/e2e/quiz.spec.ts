import type { Browser, BrowserContext, Page } from "@playwright/test";
import { DEMO_PASSWORD } from "../../db/seed/accounts";
import type { QuestionVersion, QuizResponse } from "../../app/steps/quiz/question";
import { type OptionOrder, toShown } from "../../app/steps/quiz/redact";
import { keyOf } from "../../app/steps/quiz/reveal-question";
import { phone } from "./support/devices";
import { signInAs } from "./support/people";
import { expect, test, type TestServer } from "./support/server";
import { twinOf } from "./support/twins";

const SLUG = "03-build-trust";
const LEARNER = "learner2@roadbook.test";

/** Papers are drawn at random: of the hardest questions only those answered in words are left, so that every paper has some. */
async function leaveOpenQuestions(server: TestServer): Promise<void> {
  await server.sql`
    update question q set retired_at = now() from question_version v
    where v.hash = q.current_hash and v.competency = 'build-trust' and v.difficulty = 3 and v.kind not in ('short-answer', 'case')`;
}

/** Signs in somebody who may start the quiz, starts, and answers the attempt's id. */
async function begin(server: TestServer, page: Page): Promise<string> {
  await leaveOpenQuestions(server);
  const { email, enrolmentId } = await twinOf(server, LEARNER);
  await signInAs(page.context(), server, email);
  await page.goto(`${server.app.origin}/learn/${enrolmentId}/${SLUG}/quiz`);
  await page.getByRole("button", { name: "开始笔试" }).click();
  await page.waitForURL(/\/learn\/attempt\/[0-9a-f-]+/);
  await expect(page.getByRole("article")).toBeVisible();
  return idOf(page);
}

const idOf = (page: Page): string => /attempt\/([0-9a-f-]{36})/.exec(page.url())![1]!;

/** The address of whose attempt it is. */
async function learnerOf({ sql }: TestServer, attemptId: string): Promise<string> {
  const [row] = await sql<{ email: string }[]>`select p.email from quiz_attempt a join enrolment e on e.id = a.enrolment_id join person p on p.id = e.person_id where a.id = ${attemptId}`;
  return row!.email;
}

/** The places of a paper whose questions are of these kinds. */
async function placesOf(server: TestServer, attemptId: string, ...kinds: string[]): Promise<number[]> {
  const rows = await server.sql<{ position: number }[]>`select position from quiz_paper_item where attempt_id = ${attemptId} and kind = any(${kinds}) order by position`;
  return rows.map(({ position }) => position);
}

async function held(server: TestServer, attemptId: string, position: number): Promise<QuizResponse | null> {
  const [row] = await server.sql<{ value: QuizResponse | null }[]>`select value from quiz_response where attempt_id = ${attemptId} and position = ${position}`;
  return row?.value ?? null;
}

/** By the numbers beside the question; on a phone they are in the overview. */
async function goTo(page: Page, position: number): Promise<void> {
  const number = page.locator(`button[name=go][value="${position}"]:visible`).first();
  if ((await number.count()) === 0) await page.getByRole("button", { name: /^\d+\/\d+ 题$/ }).click();
  await number.click();
}
/** The first button of this name in the form is for the Enter key, and out of sight. */
const goOn = (page: Page) => page.locator("button[name=go][value=next]").last().click();
const saved = (page: Page) => expect(page.getByRole("banner").getByText("已保存")).toBeVisible();
const answerBox = (page: Page) => page.getByRole("article").getByRole("textbox");

/** Opens the question that is answered in words. */
async function openText(server: TestServer, page: Page, attemptId: string): Promise<number> {
  const [position] = await placesOf(server, attemptId, "short-answer", "case");
  await goTo(page, position!);
  await expect(answerBox(page)).toBeVisible();
  return position!;
}

/** Right answers to all questions but those in words, through the address that the page itself uses. */
async function answerRightly(server: TestServer, page: Page, attemptId: string): Promise<void> {
  const rows = await server.sql<{ position: number; option_order: OptionOrder; body: QuestionVersion }[]>`
    select i.position, i.option_order, v.body from quiz_paper_item i join question_version v on v.hash = i.question_hash where i.attempt_id = ${attemptId}`;
  const ops = rows.flatMap(({ position, option_order: order, body }) => {
    const key = keyOf(body, "zh");
    return key === null ? [] : [{ opId: crypto.randomUUID(), position, baseRevision: 0, value: toShown(order, key) }];
  });
  const status = await page.evaluate(
    async ([url, body]) => (await fetch(url!, { method: "POST", headers: { "content-type": "application/json" }, body: body! })).status,
    [`/api/attempts/${attemptId}/answers`, JSON.stringify({ ops })],
  );
  expect(status).toBe(200);
}

test.describe("on a phone", () => {
  test.use(phone);

  test("a learner takes the whole quiz, hands in, and is told who marks the rest", async ({ server, page }) => {
    const complaints: string[] = [];
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    const attemptId = await begin(server, page);
    const count = (await server.sql`select from quiz_paper_item where attempt_id = ${attemptId}`).length;
    for (let position = 1; position <= count; position += 1) {
      await expect(page.getByRole("heading", { level: 2, name: `第 ${position} / ${count} 题` })).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.viewport.width);
      await answerSomehow(page);
      if (position === 2) await page.getByRole("button", { name: "标记" }).click();
      await goOn(page);
    }
    await saved(page);
    await expect(page.getByRole("main").getByText(`已答 ${count} / ${count} 题`)).toBeVisible();
    await page.getByRole("button", { name: "交卷" }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog).toContainText("已标记：第 2 题");
    await dialog.getByRole("button", { name: "确认交卷" }).dblclick();
    await page.waitForURL(/\/result$/);
    await expect(page.getByText(/等.*(卢明慧|程一舟).*批阅/)).toBeVisible();
    const [row] = await server.sql<{ state: string; answers: string }[]>`
      select a.state, (select count(*) from quiz_response r where r.attempt_id = a.id and r.value is not null) as answers from quiz_attempt a where a.id = ${attemptId}`;
    expect(row).toEqual({ state: "submitted", answers: String(count) });
    expect(complaints).toEqual([]);
  });

  test("what is typed without a network stays, and arrives when it is back", async ({ server, page, context }) => {
    const attemptId = await begin(server, page);
    const position = await openText(server, page, attemptId);
    await answerBox(page).pressSequentially("先了解");
    await saved(page);
    await context.setOffline(true);
    await answerBox(page).pressSequentially("四种角色");
    await expect(page.getByRole("banner").getByText("离线")).toBeVisible();
    await page.getByRole("button", { name: /^\d+\/\d+ 题$/ }).click();
    await page.getByRole("button", { name: "交卷" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "确认交卷" }).click();
    await expect(page.getByRole("dialog")).toContainText("还有答案没有上传");
    await context.setOffline(false);
    await expect(page.getByRole("banner").getByText("已保存")).toBeVisible();
    await expect.poll(() => held(server, attemptId, position)).toMatchObject({ text: "先了解四种角色" });
  });
});

/** Gives some answer to the question in view, by its own controls. */
async function answerSomehow(page: Page): Promise<void> {
  const article = page.getByRole("article");
  const choice = article.locator("input[type=radio], input[type=checkbox]");
  if ((await choice.count()) > 0) return choice.first().check();
  if ((await article.locator("select").count()) > 0) {
    for (const [index, select] of (await article.locator("select").all()).entries()) await select.selectOption({ index: index + 1 });
    return;
  }
  const down = article.getByRole("button", { name: /^下移/ });
  if ((await down.count()) > 0) return down.first().click();
  for (const box of await answerBox(page).all()) await box.fill("先弄清角色，再约一次拜访。");
}

test("a reload in the middle of a word loses nothing and hands nothing in; a choice made before the page's scripts come is kept", async ({ server, page, context }) => {
  const attemptId = await begin(server, page);
  const position = await openText(server, page, attemptId);
  await answerBox(page).pressSequentially("信任在前，报价在后");
  await page.reload();
  await expect(answerBox(page)).toHaveValue("信任在前，报价在后");
  await saved(page);
  await expect.poll(() => held(server, attemptId, position)).toMatchObject({ text: "信任在前，报价在后" });
  const [row] = await server.sql<{ state: string }[]>`select state from quiz_attempt where id = ${attemptId}`;
  expect(row!.state).toBe("open");

  let release = (): void => undefined;
  const scripts = new Promise<void>((resolve) => (release = resolve));
  await context.route(/\/assets\/.*\.js$/, async (route) => {
    await scripts;
    await route.continue();
  });
  const [choice] = await placesOf(server, attemptId, "single", "true-false");
  await page.goto(`${server.app.origin}/learn/attempt/${attemptId}?q=${choice}`, { waitUntil: "commit" });
  const option = page.getByRole("article").getByRole("radio").nth(1);
  await option.check();
  release();
  await expect.poll(() => held(server, attemptId, choice!)).not.toBeNull();
  await expect(option).toBeChecked();
});

test("a running paper comes to life without a complaint: by its address, by reloads, at the overview, in both languages", async ({ server, page, browser }) => {
  const attemptId = await begin(server, page);
  await openText(server, page, attemptId);
  await answerBox(page).pressSequentially("写到一半");
  await saved(page);
  const paper = page.url();
  for (const locale of ["zh-CN", "en-US"]) {
    const device = await browser.newContext({ locale });
    const fresh = await device.newPage();
    const complaints: string[] = [];
    fresh.on("console", (message) => ["error", "warning"].includes(message.type()) && complaints.push(message.text()));
    fresh.on("pageerror", (error) => complaints.push(error.message));
    await signInAs(fresh.context(), server, await learnerOf(server, attemptId));
    await fresh.goto(paper);
    await expect(answerBox(fresh)).toHaveValue("写到一半");
    for (let times = 0; times < 3; times += 1) {
      await fresh.reload();
      // A button that only scripts make.
      await expect(fresh.locator("button[aria-haspopup=dialog]:visible").first()).toBeVisible();
    }
    await fresh.goto(`${server.app.origin}/learn/attempt/${attemptId}?q=review`);
    await expect(fresh.locator("button[aria-haspopup=dialog]:visible").first()).toBeVisible();
    expect(complaints).toEqual([]);
    await device.close();
  }
});

test("a second tab shows what the first one types; of two devices' answers the learner keeps one", async ({ server, page, context, browser }) => {
  const attemptId = await begin(server, page);
  const position = await openText(server, page, attemptId);
  const tab = await context.newPage();
  await tab.goto(page.url());
  await expect(answerBox(tab)).toBeVisible();
  await answerBox(page).pressSequentially("甲");
  await expect(answerBox(tab)).toHaveValue("甲");
  await saved(page);

  const [device, other] = await anotherDevice(browser, server, page.url());
  await expect(answerBox(other)).toHaveValue("甲");
  await device.setOffline(true);
  await answerBox(other).fill("乙在路上写的");
  await answerBox(page).fill("丙在办公室写的");
  await saved(page);
  await expect.poll(() => held(server, attemptId, position)).toMatchObject({ text: "丙在办公室写的" });
  await device.setOffline(false);
  const conflict = other.getByRole("alert").filter({ hasText: "这道题有两个答案" });
  await expect(conflict).toContainText("丙在办公室写的");
  await expect(conflict).toContainText("乙在路上写的");
  await conflict.getByRole("button", { name: "用这台设备上的" }).click();
  await saved(other);
  await expect.poll(() => held(server, attemptId, position)).toMatchObject({ text: "乙在路上写的" });
  await device.close();
});

async function anotherDevice(browser: Browser, server: TestServer, url: string): Promise<[BrowserContext, Page]> {
  const device = await browser.newContext({ locale: "zh-CN", javaScriptEnabled: true });
  const page = await device.newPage();
  await signInAs(page.context(), server, await learnerOf(server, /attempt\/([0-9a-f-]{36})/.exec(url)![1]!));
  await page.goto(url);
  await expect(answerBox(page)).toBeVisible();
  return [device, page];
}

test("after kill -9 of the server every acknowledged answer is there, and the rest arrives", async ({ ownServer, page }) => {
  const attemptId = await begin(ownServer, page);
  const position = await openText(ownServer, page, attemptId);
  await answerBox(page).pressSequentially("已确认的一句。");
  await saved(page);
  await ownServer.app.kill();
  await answerBox(page).pressSequentially("断开后写的一句。");
  await expect(page.getByRole("banner").getByText("离线")).toBeVisible();
  expect(await held(ownServer, attemptId, position)).toMatchObject({ text: "已确认的一句。" });
  await ownServer.restart();
  await expect(page.getByRole("banner").getByText("已保存")).toBeVisible({ timeout: 40_000 });
  expect(await held(ownServer, attemptId, position)).toMatchObject({ text: "已确认的一句。断开后写的一句。" });
});

test("who is signed out meanwhile keeps the answers on the device and goes on after signing in", async ({ server, page }) => {
  const attemptId = await begin(server, page);
  const position = await openText(server, page, attemptId);
  const email = await learnerOf(server, attemptId);
  await server.sql`delete from session where user_id = (select id from person where email = ${email})`;
  await answerBox(page).pressSequentially("写到一半");
  await expect(page.getByText("你已退出登录")).toBeVisible();
  await page.getByRole("link", { name: "重新登录" }).click();
  await page.locator("[name=email]").fill(email);
  await page.locator("[name=password]").fill(DEMO_PASSWORD);
  await page.locator("[name=password]").press("Enter");
  await page.waitForURL(/\/learn\/attempt\//);
  await expect.poll(() => held(server, attemptId, position)).toMatchObject({ text: "写到一半" });
});

test("handed in twice at once is handed in once; at the deadline the server has the last word", async ({ server, page }) => {
  const attemptId = await begin(server, page);
  const handIn = (because: string) =>
    page.evaluate(
      async ([url, body]) => {
        const response = await fetch(url!, { method: "POST", headers: { "content-type": "application/json" }, body: body! });
        return { status: response.status, reply: (await response.json()) as { state?: string; leftMs?: number } };
      },
      [`/api/attempts/${attemptId}/hand-in`, JSON.stringify({ because })],
    );
  // A page whose clock runs ahead learns how much time is left.
  const early = await handIn("deadline");
  expect(early.reply.state).toBe("open");
  expect(early.reply.leftMs).toBeGreaterThan(60_000);
  const [first, second] = await Promise.all([handIn("learner"), handIn("learner")]);
  expect([first.status, second.status]).toEqual([200, 200]);
  const [row] = await server.sql<{ marks: string; events: string }[]>`
    select (select count(*) from quiz_mark where attempt_id = ${attemptId}) as marks, (select count(distinct position) from quiz_mark where attempt_id = ${attemptId}) as events`;
  expect(row!.marks).toBe(row!.events);
});

test("when time is over the page says so and the paper is collected with what was saved", async ({ server, page }) => {
  const attemptId = await begin(server, page);
  await page.locator("article").waitFor();
  await answerSomehow(page);
  await saved(page);
  await server.sql`update quiz_attempt set deadline_at = now() + interval '4 seconds' where id = ${attemptId}`;
  await page.reload();
  await page.waitForURL(/\/result$/);
  const [row] = await server.sql<{ state: string; answers: string }[]>`
    select a.state, (select count(*) from quiz_response r where r.attempt_id = a.id and r.value is not null) as answers from quiz_attempt a where a.id = ${attemptId}`;
  expect(row).toMatchObject({ answers: "1" });
  expect(row!.state).not.toBe("open");
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the quiz is a form per question, with an overview and a button that hands in", async ({ server, page }) => {
    const attemptId = await begin(server, page);
    const count = (await server.sql`select from quiz_paper_item where attempt_id = ${attemptId}`).length;
    await page.getByRole("button", { name: "标记", exact: true }).click();
    await expect(page.getByRole("button", { name: "取消标记" })).toBeVisible();
    for (let position = 1; position <= count; position += 1) {
      await expect(page.getByRole("heading", { level: 2, name: `第 ${position} / ${count} 题` })).toBeVisible();
      await answerPlainly(page);
      await goOn(page);
    }
    await expect(page.getByRole("main").getByText("已标记：第 1 题")).toBeVisible();
    await expect(page.getByRole("main").getByText(`已答 ${count} / ${count} 题`)).toBeVisible();
    await page.reload();
    await page.getByRole("button", { name: "交卷" }).first().click();
    await expect(page).toHaveURL(/\/result$/);
    const [row] = await server.sql<{ state: string }[]>`select state from quiz_attempt where id = ${attemptId}`;
    expect(row!.state).toBe("submitted");
  });

  test("a form that another device was faster than comes back with both answers", async ({ server, page, browser }) => {
    const attemptId = await begin(server, page);
    const [position] = await placesOf(server, attemptId, "short-answer", "case");
    await page.goto(`${server.app.origin}/learn/attempt/${attemptId}?q=${position}`);
    const [device, other] = await anotherDevice(browser, server, page.url());
    await answerBox(other).fill("另一台设备的答案");
    await saved(other);
    await answerBox(page).fill("这一页的答案");
    await goOn(page);
    await expect(page.getByText("另一台设备的答案")).toBeVisible();
    await expect(answerBox(page)).toHaveValue("这一页的答案");
    await goOn(page);
    await expect.poll(() => held(server, attemptId, position!)).toMatchObject({ text: "这一页的答案" });
    await device.close();
  });
});

async function answerPlainly(page: Page): Promise<void> {
  const selects = page.getByRole("article").locator("select");
  if ((await selects.count()) > 0) {
    for (const [index, select] of (await selects.all()).entries()) await select.selectOption({ index: index + 1 });
    return;
  }
  await answerSomehow(page);
}

test("the instructor marks by keyboard, the second marker is told, and the learner's road opens at once", async ({ server, page, browser }) => {
  const attemptId = await begin(server, page);
  await answerRightly(server, page, attemptId);
  const texts = await placesOf(server, attemptId, "short-answer", "case");
  await page.reload();
  for (const position of texts) {
    await goTo(page, position);
    await answerBox(page).fill("先弄清四种角色，再约一次单独拜访。");
  }
  await saved(page);
  await page.getByRole("button", { name: "交卷" }).first().click();
  await page.getByRole("dialog").getByRole("button", { name: "确认交卷" }).click();
  await page.waitForURL(/\/result$/);

  const teacher = await (await browser.newContext({ locale: "zh-CN" })).newPage();
  await signInAs(teacher.context(), server, "instructor@roadbook.test");
  const [cohort] = await server.sql<{ id: string }[]>`select e.cohort_id as id from quiz_attempt a join enrolment e on e.id = a.enrolment_id where a.id = ${attemptId}`;
  const addressOf = (position: number) => `${server.app.origin}/teach/cohorts/${cohort!.id}/marking?attempt=${attemptId}&position=${position}`;
  const colleague = await teacher.context().newPage();
  await colleague.goto(addressOf(texts[0]!));
  for (const position of texts) {
    await teacher.goto(addressOf(position));
    await expect(teacher.getByText("先弄清四种角色")).toBeVisible();
    for (const group of await teacher.getByRole("group").all()) await teacher.keyboard.press(String(await group.getByRole("radio").count()));
    await teacher.keyboard.press("Enter");
    await expect(teacher.getByText(/^已批：/)).toBeVisible();
  }
  for (const _group of await colleague.getByRole("group").all()) await colleague.keyboard.press("1");
  await colleague.keyboard.press("Enter");
  await expect(colleague.getByRole("alert")).toContainText("刚批过这份");
  const marks = await server.sql`select from quiz_mark where attempt_id = ${attemptId} and marker_id is not null`;
  expect(marks.length).toBe(texts.length);

  await page.reload();
  await expect(page.getByText(/^下一步(已开放)?：/)).toBeVisible();
  const [row] = await server.sql<{ state: string }[]>`
    select p.state from progress p join quiz_attempt a on a.enrolment_id = p.enrolment_id and a.chapter_slug = p.chapter_slug where a.id = ${attemptId} and p.step = 'quiz'`;
  expect(row!.state).toBe("passed");
});

test("attempts that are used up are reopened with a reason", async ({ server, page }) => {
  await signInAs(page.context(), server, "instructor@roadbook.test");
  const [used] = await server.sql<{ attempt: string; cohort: string }[]>`
    select a.id as attempt, e.cohort_id as cohort from quiz_attempt a join enrolment e on e.id = a.enrolment_id join person p on p.id = e.person_id
    where p.email = 'yao-ziqian@hengneng.test' order by a.number desc limit 1`;
  await page.goto(`${server.app.origin}/teach/cohorts/${used!.cohort}/attempts/${used!.attempt}`);
  const reopening = page.locator("form").filter({ has: page.getByRole("button", { name: "重新开放" }) });
  await reopening.getByLabel("理由").fill("一起复习了第 2、3 节");
  await reopening.getByRole("button", { name: "重新开放" }).click();
  await expect(page.getByText("理由：一起复习了第 2、3 节")).toBeVisible();
});
