// Capability as people meet it: a figure down to its rows, a word on oneself, and questions that come back.
import type { Browser, Page } from "@playwright/test";
import { signInAs } from "./support/people";
import { expect, test, type TestServer } from "./support/server";
import { CHAPTER } from "./support/world";

const PHONE = { width: 360, height: 740 };

/** Somebody on a phone of their own. */
async function visit(browser: Browser, server: TestServer, email: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.app.origin, locale: "zh-CN", timezoneId: "Asia/Shanghai", viewport: PHONE });
  await signInAs(context, server, email);
  return context.newPage();
}

/** Somebody of whom the ledger has an estimate in building trust, with what the cache holds. */
async function estimated(server: TestServer) {
  const [one] = await server.sql<{ id: string; email: string; mean: number; n: number; rows: number }[]>`
    select p.id, p.email, c.mean, c.n, c.rows from capability_estimate c join person p on p.id = c.person_id
    where c.competency = 'build-trust' and c.state = 'estimate' and p.state = 'active' and exists (select from role_grant g where g.person_id = p.id and g.role = 'learner' and g.revoked_at is null)
    order by c.rows desc, p.email limit 1`;
  if (!one) throw new Error("the demo company has nobody with an estimate");
  return one;
}

test("a learner sees their own figure, opens the rows it is made of, and does the sum again", async ({ browser, server }) => {
  const person = await estimated(server);
  const page = await visit(browser, server, person.email);
  await page.goto("/capability");
  await expect(page.getByRole("heading", { level: 1, name: "我的能力" })).toBeVisible();
  const card = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "建立信任" }) });
  await expect(card.getByRole("img")).toHaveAccessibleName(/^\d+%，八成把握在 \d+% 到 \d+% 之间，相当于 [\d.]+ 次观察$/u);
  await card.getByRole("link", { name: "建立信任" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "建立信任" })).toBeVisible();

  // What the sources add, and the rows within each, add up to what stands in the sum.
  const made = page.getByRole("region", { name: "这个数字是怎么来的" });
  const added = await made.getByText(/^算做到 [\d.]+，没做到 [\d.]+/u).allTextContents();
  const figures = added.map((text) => [...text.matchAll(/[\d.]+/gu)].map(Number));
  const sum = (at: number) => figures.reduce((total, one) => total + (one[at] ?? Number.NaN), 0);
  const [up, down] = [sum(0), sum(1)];
  const last = (text: string) => Number(/([\d.]+)\s*$/u.exec(text)?.[1]);
  await made.locator("summary").first().click();
  const rows = made.getByRole("table").first().getByRole("row").filter({ has: page.getByRole("rowheader") });
  const cells = await rows.evaluateAll((all) => all.map((row) => [...row.querySelectorAll("[role=cell]")].map((cell) => cell.textContent ?? "")));
  expect(cells.reduce((total, row) => total + last(row.at(-2) ?? ""), 0)).toBeCloseTo(figures[0]?.[0] ?? Number.NaN, 1);
  const formula = await page.getByRole("listitem").filter({ hasText: /^[αβ] = / }).allTextContents();
  const [alpha = Number.NaN, beta = Number.NaN] = formula.map(last);
  const prior = /([\d.]+) × ([\d.]+) \+/u.exec(formula[0] ?? "");
  const [strength, mean] = [Number(prior?.[1]), Number(prior?.[2])];
  expect(alpha).toBeCloseTo(strength * mean + up, 1);
  expect(beta).toBeCloseTo(strength * (1 - mean) + down, 1);
  await made.getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("a word on oneself stands beside what others see, and changes no figure", async ({ browser, ownServer }) => {
  const person = await estimated(ownServer);
  const page = await visit(browser, ownServer, person.email);
  await page.goto("/capability/rate");
  const before = await ownServer.sql`select competency, round(mean::numeric, 3) as mean from capability_estimate where person_id = ${person.id} order by competency`;
  await page.getByRole("group", { name: "建立信任" }).getByRole("radio", { name: "能带别人做" }).check();
  await page.getByRole("group", { name: "谈判" }).getByRole("radio", { name: "没做过" }).check();
  await page.getByRole("button", { name: "保存自评" }).click();
  await page.waitForURL("**/capability");
  await page.goto(`/capability/${person.id}/build-trust`);
  await expect(page.getByRole("table", { name: "谁怎么看" }).getByRole("row", { name: /^自己/u })).toBeVisible();
  await expect(page.getByText("自评不算进数字", { exact: false })).toBeVisible();
  expect(await ownServer.sql`select competency, round(mean::numeric, 3) as mean from capability_estimate where person_id = ${person.id} order by competency`).toEqual(before);
  await page.goto("/capability/rate");
  await expect(page.getByRole("group", { name: "建立信任" }).getByRole("radio", { name: "能带别人做" })).toBeChecked();
});

test("missed questions come back one at a time: answer, key, grade; also without scripts", async ({ browser, ownServer }) => {
  const [person] = await ownServer.sql<{ email: string; id: string }[]>`
    select p.email, p.id from review_card r join person p on p.id = r.person_id join quiz_attempt a on a.id = r.attempt_id
    join progress x on x.enrolment_id = a.enrolment_id and x.chapter_slug = a.chapter_slug and x.step = 'quiz' and x.state = 'passed'
    where r.chapter_slug = ${CHAPTER} and p.state = 'active' group by p.id having count(*) >= 2 order by count(*) desc, p.email limit 1`;
  if (!person) throw new Error("the demo company has nobody who missed two questions");
  const page = await visit(browser, ownServer, person.email);
  await page.goto("/learn/review");
  await page.getByRole("button", { name: "看答案" }).click();
  await expect(page.getByText("解析", { exact: true })).toBeVisible();
  // From here on today's cards are on the device: this one is graded without a network, and sent once there is one.
  await expect(page.getByText("没有网络也能做", { exact: false })).toBeVisible();
  await page.context().setOffline(true);
  await page.getByRole("button", { name: /^想起来了/u }).click();
  await expect(page.getByRole("button", { name: "看答案" }).or(page.getByText("今天的复习做完了"))).toBeVisible();
  await expect(page.getByText("1 项待上传")).toBeVisible();
  const ratings = () => ownServer.sql`select l.rating from review_log l join review_card c on c.id = l.card_id where c.person_id = ${person.id}`;
  expect(await ratings()).toEqual([]);
  await page.context().setOffline(false);
  await expect.poll(ratings).toMatchObject([{ rating: "good" }]);

  const context = await browser.newContext({ baseURL: ownServer.app.origin, locale: "zh-CN", javaScriptEnabled: false, viewport: PHONE });
  await signInAs(context, ownServer, person.email);
  const plain = await context.newPage();
  await plain.goto("/learn/review");
  await plain.getByRole("button", { name: "看答案" }).click();
  await plain.getByRole("button", { name: /^没想起来/u }).click();
  await expect(plain).toHaveURL(/\/learn\/review$/u);
  expect(await ownServer.sql`select count(*)::int as n from review_log l join review_card c on c.id = l.card_id where c.person_id = ${person.id}`).toEqual([{ n: 2 }]);
});

test("who leads the team reads the same figure, and sees where a row is not theirs to open", async ({ browser, server }) => {
  const person = await estimated(server);
  const page = await visit(browser, server, "executive@roadbook.test");
  await page.goto(`/capability/${person.id}?competency=build-trust`);
  await expect(page).toHaveURL(new RegExp(`/capability/${person.id}/build-trust$`, "u"));
  await expect(page.getByText("不对你开放").first()).toBeVisible();
  await expect(page.getByText("给自己评一评")).toHaveCount(0);
});
