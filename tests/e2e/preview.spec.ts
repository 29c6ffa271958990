import type { Page } from "@playwright/test";
import { phone } from "./support/devices";
import { signInAs } from "./support/people";
import { expect, test, type TestServer } from "./support/server";
import { twinOf } from "./support/twins";

const SLUG = "03-build-trust";

/** The learner of the demo who has read two sections, with the address of their preview. */
async function lan(server: TestServer): Promise<{ email: string; preview: string; enrolmentId: string }> {
  const email = "learner@roadbook.test";
  const [row] = await server.sql<{ id: string }[]>`
    select e.id from enrolment e join person p on p.id = e.person_id join cohort c on c.id = e.cohort_id
    where p.email = ${email} and c.state = 'open' and e.left_at is null and exists (select from cohort_chapter cc where cc.cohort_id = c.id and cc.chapter_slug = ${SLUG})`;
  return { email, enrolmentId: row!.id, preview: `${server.app.origin}/learn/${row!.id}/${SLUG}/preview` };
}

/** Somebody who has read the same, and whom nobody else needs. */
async function another(server: TestServer): ReturnType<typeof lan> {
  const { email, enrolmentId } = await twinOf(server, "learner@roadbook.test");
  return { email, enrolmentId, preview: `${server.app.origin}/learn/${enrolmentId}/${SLUG}/preview` };
}

/** Answers every check-in of the page with its first choice, whatever the kind. */
async function answerAll(page: Page): Promise<void> {
  for (const box of await page.locator("[id^=checkin-]").all()) {
    const choice = box.locator("input[type=radio], input[type=checkbox]").first();
    if ((await choice.count()) > 0) await choice.check();
    await box.locator("button[type=submit]").click();
    await expect(box.getByText(/答对了|还不对/)).toBeVisible();
  }
}

test.describe("on a phone", () => {
  test.use(phone);

  test("a learner goes on, answers, finishes and is led to the next section", async ({ server, page }) => {
    const { email, preview } = await another(server);
    await signInAs(page.context(), server, email);
    await page.goto(preview);
    await expect(page.getByText("已读完 2 / 8 节")).toBeVisible();
    await page.getByRole("link", { name: /^继续：/ }).click();
    await expect(page).toHaveURL(/\/preview\/buying-roles$/);
    await expect(page.getByRole("heading", { level: 1, name: "四种购买角色" })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.viewport.width);

    await page.getByRole("button", { name: "读完本节，继续" }).click();
    await expect(page.getByRole("alert")).toContainText("还有 3 道题没有回答");
    await answerAll(page);
    await page.getByRole("button", { name: "读完本节，继续" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "看懂性格" })).toBeVisible();
    await page.getByText("目录").click();
    await expect(page.getByRole("navigation").getByRole("img", { name: "已读完" })).toHaveCount(3);
  });

  test("a term shows its definition where it stands, and the browser's policy is never hurt", async ({ server, page }) => {
    const complaints: string[] = [];
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    const { email, preview } = await lan(server);
    await signInAs(page.context(), server, email);
    await page.goto(`${preview}/why-trust`);
    await page.locator("a.term").first().click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await expect(page).toHaveURL(/why-trust$/);
    expect(complaints).toEqual([]);
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("everything can be read, answered and finished", async ({ server, page }) => {
    const { email, preview } = await another(server);
    await signInAs(page.context(), server, email);
    await page.goto(`${preview}/personality`);
    await page.getByRole("button", { name: "读完本节，继续" }).click();
    await expect(page.locator("#finish")).toContainText("还有 2 道题没有回答");
    for (const id of ["personality-1", "personality-2"]) {
      const box = page.locator(`#checkin-${id}`);
      const choice = box.locator("input[type=radio], input[type=checkbox]").first();
      if ((await choice.count()) > 0) await choice.check();
      await box.locator("button[type=submit]").click();
      await expect(page).toHaveURL(new RegExp(`#checkin-${id}$`));
      await expect(box.getByText(/答对了|还不对/)).toBeVisible();
    }
    await page.getByRole("button", { name: "读完本节，继续" }).click();
    await expect(page).toHaveURL(/\/preview\/[a-z-]+#main$/);
    await page.goto(preview);
    await expect(page.getByText("已读完 3 / 8 节")).toBeVisible();
  });
});

test("what was read without a network arrives later, once, and another device goes on from there", async ({ server, page, context, browser }) => {
  const { email, preview, enrolmentId } = await another(server);
  const counted = async (): Promise<number> => (await server.sql`select 1 from reading_beat where enrolment_id = ${enrolmentId} and section_id = 'supporters'`).length;
  await signInAs(page.context(), server, email);
  await page.clock.install();
  await page.goto(`${preview}/supporters`);
  // The page lives, and has every script it needs, when it offers to read aloud.
  await expect(page.getByRole("button", { name: "朗读本节" })).toBeVisible();
  await context.setOffline(true);
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight / 2));
  await page.clock.runFor(16_000);
  expect(await counted()).toBe(0);
  await context.setOffline(false);
  await expect.poll(counted).toBeGreaterThan(0);

  const other = await browser.newPage({ ...phone, locale: "zh-CN" });
  await signInAs(other.context(), server, email);
  await other.goto(`${preview}/supporters`);
  await expect(other.getByText("已回到上次读到的地方")).toBeVisible();
  expect(await other.evaluate(() => window.scrollY)).toBeGreaterThan(500);
  await other.close();
});

test("search finds a passage and leads to it; the glossary finds a term by pinyin", async ({ server, page }) => {
  const { email } = await lan(server);
  await signInAs(page.context(), server, email);
  await page.goto(`${server.app.origin}/learn/search`);
  await page.getByRole("searchbox").fill("决策者");
  await page.getByRole("searchbox").press("Enter");
  await expect(page.getByText(/找到 \d+ 处/)).toBeVisible();
  await page.getByRole("main").locator("a[href*='/preview/']").first().click();
  await expect(page).toHaveURL(new RegExp(`/${SLUG}/preview/`));
  await page.goto(`${server.app.origin}/glossary?q=juecezhe`);
  await expect(page.getByRole("main").getByRole("term").first()).toContainText("决策者");
});

test("a recording comes in ranges, to who may read the chapter and to nobody else", async ({ server, page, request }) => {
  const { email, preview } = await lan(server);
  await signInAs(page.context(), server, email);
  await page.goto(`${preview}/interest-and-need`);
  const src = await page.locator("video, audio").first().getAttribute("src");
  const answer = await page.request.get(server.app.origin + src!, { headers: { Range: "bytes=0-99" } });
  expect(answer.status()).toBe(206);
  expect((await answer.body()).length).toBe(100);
  expect((await page.request.get(`${server.app.origin}/media/${SLUG}/..%2Fchapter.yaml`)).status()).toBe(404);
  expect((await request.get(server.app.origin + src!, { maxRedirects: 0 })).status()).toBe(302);
});

test("somebody else's preview is not there", async ({ server, page }) => {
  const { preview } = await lan(server);
  await signInAs(page.context(), server, "learner2@roadbook.test");
  expect((await page.goto(`${preview}/why-trust`))?.status()).toBe(404);
  expect((await page.goto(preview))?.status()).toBe(404);
});
