// An examiner calibrates on a written defense, blind; the instructor sees who is calibrated and how a season was scored.
import type { Browser, Page } from "@playwright/test";
import { ask, emailOf, type Role, signInAs } from "./support/people";
import { expect, test, type TestServer } from "./support/server";
import { worldOf } from "./support/world";

/** Somebody in a browser of their own. */
async function visit(browser: Browser, server: TestServer, email: string, viewport = { width: 1440, height: 900 }): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.app.origin, locale: "zh-CN", timezoneId: "Asia/Shanghai", viewport });
  await signInAs(context, server, email);
  return context.newPage();
}
const as = (role: Role): string => emailOf(role);

/** Words that only the agreed scores of the anchor contain. */
const SECRETS = ["老贺中途走开", "到七月五日该停就停", "常常被整体压低一级"];

test("an examiner scores an anchor without seeing what was agreed, and compares afterwards", async ({ browser, ownServer: server }) => {
  const page = await visit(browser, server, as("examiner"), { width: 390, height: 844 });
  await page.goto("/defend/calibration");
  // The spring season is over: the examiner reads what it says of them, and of nobody else.
  await expect(page.getByRole("heading", { name: /^春季班 · 华南，截至/ })).toBeVisible();
  await expect(page.getByText("孟庆远")).toHaveCount(0);
  const anchor = page.getByRole("listitem").filter({ hasText: "水厂泵站" });
  await anchor.getByRole("link", { name: /开始打分/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "水厂泵站" })).toBeVisible();
  // Neither the document nor the data that client navigation fetches gives anything away.
  for (const path of ["/defend/calibration/water-works", "/defend/calibration/water-works.data", "/defend/calibration/water-works?again=1"]) {
    const sent = await (await ask(server, "examiner", path)).text();
    for (const secret of SECRETS) expect(sent, path).not.toContain(secret);
  }

  for (const criterion of await page.getByRole("group").filter({ has: page.getByRole("radio") }).all()) await criterion.getByRole("radio").nth(2).check();
  await page.getByRole("button", { name: "交分，看对照" }).click();
  await expect(page.getByText("2 / 6 条相同，6 条相差不超过一级")).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "因人而异" })).toContainText("你高 1 级");
  await expect(page.getByText(/老贺中途走开/)).toBeVisible();

  // What is handed in stays: the same form again is refused, and says when it may be done again.
  const [version] = await server.sql<{ hash: string }[]>`select current_hash as hash from anchor where key = 'water-works'`;
  const levels = Object.fromEntries(["people", "grounds", "approach", "decision-maker", "supporters", "plan"].map((id) => [`criteria.${id}`, "3"]));
  const again = await ask(server, "examiner", "/defend/calibration/water-works", { form: { hash: version!.hash, intent: "score", ...levels } });
  expect(again.status).toBe(409);
  expect((await server.sql`select from anchor_rating r join person p on p.id = r.person_id where p.email = ${as("examiner")} and r.anchor_key = 'water-works'`).length).toBe(1);

  const instructor = await visit(browser, server, as("instructor"));
  await instructor.goto("/raters");
  await instructor.getByRole("link", { name: "校准", exact: true }).click();
  const row = instructor.getByRole("row").filter({ hasText: "宋怀瑾" }).first();
  await expect(row).toContainText("已校准");
  await expect(instructor.getByRole("row").filter({ hasText: "孟庆远" }).first()).toContainText("有偏差");
  await expect(instructor.getByRole("row").filter({ hasText: "秦素云" }).first()).toContainText("还没有做过");
});

test("works without scripts: a criterion left out is asked for, and the rest is taken", async ({ browser, ownServer: server }) => {
  const context = await browser.newContext({ baseURL: server.app.origin, javaScriptEnabled: false, locale: "zh-CN" });
  await signInAs(context, server, as("examiner"));
  const page = await context.newPage();
  await page.goto("/defend/calibration/water-works");
  const [version] = await server.sql<{ hash: string }[]>`select current_hash as hash from anchor where key = 'water-works'`;
  const missing = await ask(server, "examiner", "/defend/calibration/water-works", { form: { hash: version!.hash, intent: "score", "criteria.people": "3" } });
  expect(missing.status).toBe(409);
  expect(await missing.text()).toContain("每一条都要选一个等级");
  for (const id of ["people", "grounds", "approach", "decision-maker", "supporters", "plan"]) await page.locator(`[name="criteria.${id}"][value="3"]`).check();
  await page.getByRole("button", { name: "交分，看对照" }).click();
  await expect(page.getByText("3 / 6 条相同，5 条相差不超过一级")).toBeVisible();
});

test("the season page shows agreement, severity and fair scores by filter, and says where evidence is missing", async ({ browser, ownServer: server }) => {
  const [season] = await server.sql<{ id: string }[]>`select c.id from cohort c where exists (select from defense d join defense_slot s on s.id = d.slot_id join defense_day y on y.id = s.day_id where y.cohort_id = c.id and d.state = 'signed')`;
  expect(season, "the demo has a season that is over").toBeDefined();
  const page = await visit(browser, server, as("admin"));
  await page.goto(`/raters?cohort=${season!.id}`);
  const agreement = page.getByRole("region", { name: "看法有多一致" });
  await expect(agreement.getByRole("row", { name: /^完全一致/ })).toContainText(/\d+%/);
  await expect(agreement.getByRole("row", { name: /^α（顺序）/ })).toContainText(/0\.\d\d/);
  await expect(page.getByRole("heading", { name: "谁偏严，谁偏松" })).toBeVisible();
  await page.locator("#candidates").scrollIntoViewIfNeeded();
  await expect(page.getByRole("region", { name: "原始分与公平分" }).getByRole("row").nth(1)).toContainText(/\d\.\d\d/);

  // A day on which nothing was: the address holds the filter, and the page says so.
  await page.getByLabel("到", { exact: true }).fill("2020-01-01");
  await page.getByLabel("从", { exact: true }).fill("2019-12-01");
  await page.getByRole("button", { name: "查看" }).click();
  await expect(page).toHaveURL(/from=2019-12-01&to=2020-01-01/);
  await expect(page.getByText("这段时间没有签过字的答辩")).toBeVisible();
});

test("who may see how examiners rate: not examiners, not learners, and executives without candidates' scores", async ({ server }) => {
  const world = await worldOf(server);
  for (const role of ["examiner", "learner", "manager"] as const) expect((await ask(server, role, "/raters")).status).toBe(403);
  const seen = await (await ask(server, "executive", "/raters")).text();
  expect(seen).not.toContain("原始分与公平分");
  const [own] = await server.sql<{ name: string }[]>`select name from cohort where id = ${world.cohort}`;
  expect(seen).toContain(own!.name);
  expect((await ask(server, "learner", `/defend/calibration/cold-store`, { form: { hash: "0".repeat(64) } })).status).toBe(403);
  expect((await ask(server, "examiner", `/defend/calibration/no-such-anchor`, { form: { hash: "0".repeat(64), intent: "score" } })).status).toBe(404);
});
