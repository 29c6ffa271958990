import type { Browser, BrowserContext, Page } from "@playwright/test";
import { phone } from "./support/devices";
import { ask, cookieOf, emailOf, signInAs } from "./support/people";
import { expect, test, type TestServer } from "./support/server";

interface Player {
  role: "salesperson" | "customer" | "observer";
  email: string;
  round: string;
}

/** The group's first round, as it was dealt. */
async function playersOf({ sql }: TestServer, session: string): Promise<Record<Player["role"], Player>> {
  const rows = await sql<Player[]>`
    select p.role, n.email, r.id as round from role_play_round r join role_play_part p on p.round_id = r.id
    join enrolment e on e.id = p.enrolment_id join person n on n.id = e.person_id
    where r.session_id = ${session} and r.number = 1 and r.state = 'running'`;
  return Object.fromEntries(rows.map((row) => [row.role, row])) as Record<Player["role"], Player>;
}

/** Every text of the hidden brief in both languages that is long enough to be nothing else. */
async function secretsOf({ sql }: TestServer, round: string): Promise<string[]> {
  const [row] = await sql<{ hidden: unknown }[]>`select v.body -> 'hidden' as hidden from role_play_round r join role_play_scenario_version v on v.hash = r.scenario_hash where r.id = ${round}`;
  const texts = (value: unknown): string[] => (typeof value === "string" ? [value] : typeof value === "object" && value !== null ? Object.values(value).flatMap(texts) : []);
  return texts(row?.hidden).filter((text) => text.length >= 12 && !/^[a-z0-9-]+$/.test(text));
}

const marksOf = ({ sql }: TestServer, round: string) => sql<{ behaviour: string; mark: string }[]>`select behaviour_id as behaviour, mark from role_play_mark where round_id = ${round} order by at, id`;

async function onPhone(browser: Browser, server: TestServer, { email, round }: Player): Promise<{ context: BrowserContext; page: Page; path: string }> {
  const context = await browser.newContext({ baseURL: server.app.origin, locale: "zh-CN", timezoneId: "Asia/Shanghai", ...phone });
  await signInAs(context, server, email);
  return { context, page: await context.newPage(), path: `/learn/role-play/${round}` };
}

test("a round on three phones: taps before scripts, online and offline arrive; the brief stays secret; the debrief has its order", async ({ browser, ownServer: server }) => {
  const [planned] = await server.sql<{ session: string; cohort: string }[]>`
    select s.id as session, s.cohort_id as cohort from role_play_session s join enrolment e on e.cohort_id = s.cohort_id join person p on p.id = e.person_id
    where s.state = 'planned' and p.email = ${emailOf("learner")}`;
  const { session, cohort } = planned!;
  const people = await server.sql<{ id: string }[]>`select e.id from enrolment e join person p on p.id = e.person_id where e.cohort_id = ${cohort} and e.left_at is null and p.state = 'active' order by e.id limit 3`;
  const board = `/teach/cohorts/${cohort}/role-play/sessions/${session}`;
  const presence = new URLSearchParams([["intent", "presence"], ...people.flatMap(({ id }) => [["people", id], ["here", id]])]);
  const present = await ask(server, "instructor", board, { body: presence.toString(), headers: { "content-type": "application/x-www-form-urlencoded" } });
  expect(present.status).toBeLessThan(400);

  const desk = await browser.newContext({ baseURL: server.app.origin, locale: "zh-CN", timezoneId: "Asia/Shanghai" });
  await signInAs(desk, server, emailOf("instructor"));
  const teacher = await desk.newPage();
  await teacher.goto(board);
  await teacher.getByRole("button", { name: "把到场的 3 人分组" }).click();
  await expect(teacher.getByRole("list", { name: "各组" }).getByText("第 1 组", { exact: true })).toBeVisible();
  await teacher.getByRole("button", { name: "开始这一场" }).click();
  await teacher.getByRole("button", { name: "各组开始下一轮" }).click();
  await expect(teacher.getByRole("button", { name: "全体停止" })).toBeVisible();
  const players = await playersOf(server, session);
  const { round } = players.observer;

  // The customer reads the brief; in what the salesperson's phone gets there is no word of it.
  const customer = await onPhone(browser, server, players.customer);
  await customer.page.goto(customer.path);
  await expect(customer.page.getByRole("heading", { name: "客户的底牌" })).toBeVisible();
  const secrets = await secretsOf(server, round);
  expect(secrets.length).toBeGreaterThan(20);
  const cookie = { cookie: await cookieOf(server, players.salesperson.email) };
  for (const path of [`/learn/role-play/${round}`, `/learn/role-play/${round}.data`, `/api/role-play/${round}/state`]) {
    const response = await ask(server, cookie, path);
    const sent = await response.text();
    expect(response.status, path).toBe(200);
    expect(sent, path).toContain(round);
    expect(secrets.filter((secret) => sent.includes(secret) || sent.includes(JSON.stringify(secret).slice(1, -1))), path).toEqual([]);
  }

  // The observer taps before the page's scripts have come, then online, then without a network.
  const observer = await onPhone(browser, server, players.observer);
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await observer.context.route(/\/assets\/.*\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  await observer.page.goto(observer.path, { waitUntil: "commit" });
  const behaviours = observer.page.locator("#sheet fieldset");
  const tap = (at: number, mark: string) => behaviours.nth(at).locator("label", { hasText: mark }).first().click();
  await tap(0, "部分");
  release();
  await expect.poll(async () => (await marksOf(server, round)).map((one) => one.mark)).toEqual(["partly"]);
  await tap(1, "没做到");
  await expect.poll(async () => (await marksOf(server, round)).map((one) => one.mark)).toEqual(["partly", "not-shown"]);
  await observer.context.setOffline(true);
  await tap(2, "部分");
  await tap(0, "没做到");
  await expect(observer.page.locator("#sheet input:checked")).toHaveCount(3);
  await expect(observer.page.locator("#sheet").getByText("离线", { exact: false })).toBeVisible();
  expect(await marksOf(server, round)).toHaveLength(2);
  await observer.context.setOffline(false);
  await expect.poll(async () => (await marksOf(server, round)).map((one) => one.mark)).toEqual(["partly", "not-shown", "partly", "not-shown"]);
  await observer.page.reload();
  await expect(observer.page.locator("#sheet input:checked")).toHaveCount(3);
  await expect(behaviours.nth(0).locator("input[value=not-shown]")).toBeChecked();

  await teacher.getByRole("button", { name: "全体停止" }).click();
  await expect(teacher.getByRole("button", { name: "全体停止" })).toHaveCount(0);
  const salesperson = await onPhone(browser, server, players.salesperson);
  for (const { page, path } of [salesperson, observer, customer]) {
    await page.goto(path);
    const order = page.locator("ol > li", { hasText: /^\d\. / });
    await expect(order).toHaveText([/^1\. 销售/, /^2\. 客户/, /^3\. 观察/]);
    await expect(order.first()).toHaveAttribute("aria-current", "step");
  }
  await Promise.all([desk, customer.context, observer.context, salesperson.context].map((context) => context.close()));
});
