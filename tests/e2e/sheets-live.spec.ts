// One sheet, several people: at once, one of them without a network for a while, over two servers, through kill -9.
import type { Browser, Page } from "@playwright/test";
import { ask, emailOf, type Role, signInContext } from "./support/people";
import { expect, test, type TestServer } from "./support/server";
import { startApp } from "./support/start-app";

/** A sheet that both demo learners may write in. */
async function sharedSheet(server: TestServer): Promise<string> {
  const begun = await ask(server, "learner", "/sheets", { form: { key: "relationship-development", title: "申科食品" } });
  expect(begun.status).toBe(303);
  const path = begun.headers.get("location")!;
  await server.sql`insert into sheet_member (sheet_id, person_id, may, valid_from) select ${path.split("/")[2]!}, id, 'edit', now() from person where email = ${emailOf("learner2")}`;
  return path;
}

async function open(browser: Browser, server: TestServer, role: Role, path: string): Promise<Page> {
  const context = await browser.newContext();
  await signInContext(context, server, role);
  const page = await context.newPage();
  await page.goto(`${server.app.origin}${path}`);
  await saved(page);
  return page;
}

const field = (page: Page, label: string) => page.getByRole("textbox", { name: new RegExp(`^${label}`) }).first();
const status = (page: Page) => page.getByRole("banner").getByRole("status").first();
const saved = (page: Page) => expect(status(page)).toHaveText("已保存");
const stored = async (server: TestServer, path: string) => (await server.sql<{ content: { fields: Record<string, string> } }[]>`select content from sheet where id = ${path.split("/")[2]!}`)[0]!.content.fields;
const nameOf = async (server: TestServer, role: Role) => (await server.sql<{ name: string }[]>`select name from person where email = ${emailOf(role)}`)[0]!.name;

test("two people write at once, see one another, and nobody's words are lost", async ({ server, browser }) => {
  const path = await sharedSheet(server);
  const [one, two] = [await open(browser, server, "learner", path), await open(browser, server, "learner2", path)];
  await expect(one.getByRole("img", { name: await nameOf(server, "learner2") })).toBeVisible();
  await Promise.all([field(one, "客户").pressSequentially("申科食品", { delay: 30 }), field(two, "项目").pressSequentially("能源管理改造", { delay: 30 })]);
  for (const page of [one, two]) {
    await expect(field(page, "客户")).toHaveValue("申科食品");
    await expect(field(page, "项目")).toHaveValue("能源管理改造");
  }
  // In the same cell, at its two ends.
  await field(two, "客户").press("End");
  await field(one, "客户").press("Home");
  await Promise.all([field(one, "客户").pressSequentially("上海", { delay: 30 }), field(two, "客户").pressSequentially("(总部)", { delay: 30 })]);
  for (const page of [one, two]) await expect(field(page, "客户")).toHaveValue("上海申科食品(总部)");
  await Promise.all([saved(one), saved(two)]);
  expect(await stored(server, path)).toEqual({ customer: "上海申科食品(总部)", project: "能源管理改造" });
  const authors = await server.sql<{ email: string }[]>`select distinct p.email from sheet_change c join person p on p.id = c.author_id where c.sheet_id = ${path.split("/")[2]!} and c.address = 'customer' order by 1`;
  expect(authors.map(({ email }) => email)).toEqual([emailOf("learner2"), emailOf("learner")].sort());
  await Promise.all([one, two].map((page) => page.context().close()));
});

test("one of them without a network goes on writing, also through a reload, and meets the other again", async ({ server, browser }) => {
  const path = await sharedSheet(server);
  const [one, two] = [await open(browser, server, "learner", path), await open(browser, server, "learner2", path)];
  await two.context().setOffline(true);
  await expect(status(two)).toContainText("离线");
  await field(two, "项目").pressSequentially("能源管理改造", { delay: 20 });
  await field(one, "客户").pressSequentially("申科食品", { delay: 20 });
  await saved(one);
  await expect(status(two)).toContainText("离线");
  expect(await stored(server, path)).toEqual({ customer: "申科食品" });
  // The page goes, and with it everything that only it knew.
  await two.goto("about:blank");
  await two.context().setOffline(false);
  await two.goto(`${server.app.origin}${path}`);
  await expect(field(two, "项目")).toHaveValue("能源管理改造");
  await saved(two);
  for (const page of [one, two]) {
    await expect(field(page, "客户")).toHaveValue("申科食品");
    await expect(field(page, "项目")).toHaveValue("能源管理改造");
  }
  expect(await stored(server, path)).toEqual({ customer: "申科食品", project: "能源管理改造" });
  await Promise.all([one, two].map((page) => page.context().close()));
});

test("kill -9 of the server: what was saved is there, what was not is sent when it is back", async ({ ownServer, browser }) => {
  test.setTimeout(120_000);
  const path = await sharedSheet(ownServer);
  const page = await open(browser, ownServer, "learner", path);
  await field(page, "客户").pressSequentially("申科食品", { delay: 20 });
  await saved(page);
  await ownServer.app.kill();
  expect(await stored(ownServer, path)).toEqual({ customer: "申科食品" });
  await field(page, "项目").pressSequentially("能源管理改造", { delay: 20 });
  await expect(status(page)).toContainText("离线");
  await ownServer.restart();
  await saved(page);
  expect(await stored(ownServer, path)).toEqual({ customer: "申科食品", project: "能源管理改造" });
  await page.context().close();
});

test("two servers on one database keep their people in step", async ({ ownServer, browser }) => {
  test.setTimeout(120_000);
  const path = await sharedSheet(ownServer);
  const other = await startApp({ DATABASE_URL: ownServer.databaseUrl, ROADBOOK_JOBS: "off" });
  try {
    const there = { ...ownServer, app: other, sql: ownServer.sql };
    const [one, two] = [await open(browser, ownServer, "learner", path), await open(browser, there, "learner2", path)];
    await field(one, "客户").pressSequentially("申科食品", { delay: 20 });
    await expect(field(two, "客户")).toHaveValue("申科食品");
    await expect(two.getByRole("img", { name: await nameOf(ownServer, "learner") })).toBeVisible();
    await field(two, "项目").pressSequentially("能源管理改造", { delay: 20 });
    await expect(field(one, "项目")).toHaveValue("能源管理改造");
    await Promise.all([saved(one), saved(two)]);
    await Promise.all([one, two].map((page) => page.context().close()));
  } finally {
    expect(await other.stop()).toBe(0);
  }
});
