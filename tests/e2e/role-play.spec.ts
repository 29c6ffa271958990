import { randomUUID } from "node:crypto";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { phone } from "./support/devices";
import { ask, cookieOf, emailOf, type Question, signInAs } from "./support/people";
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
    where r.session_id = ${session} and r.number = 1`;
  return Object.fromEntries(rows.map((row) => [row.role, row])) as Record<Player["role"], Player>;
}

/** Every text of the hidden brief in both languages that is long enough to be nothing else. */
async function secretsOf({ sql }: TestServer, round: string): Promise<string[]> {
  const [row] = await sql<{ hidden: unknown }[]>`select v.body -> 'hidden' as hidden from role_play_round r join role_play_scenario_version v on v.hash = r.scenario_hash where r.id = ${round}`;
  const texts = (value: unknown): string[] => (typeof value === "string" ? [value] : typeof value === "object" && value !== null ? Object.values(value).flatMap(texts) : []);
  return texts(row?.hidden).filter((text) => text.length >= 12 && !/^[a-z0-9-]+$/.test(text));
}

/** Everything that the product sends this person about the round, by address; refusals, too. What is asked for changes nothing. */
async function sentTo(server: TestServer, { email, round }: Player): Promise<[string, string][]> {
  const cookie = { cookie: await cookieOf(server, email) };
  const page = `/learn/role-play/${round}`;
  const wrong = { json: { ops: [{ opId: randomUUID(), kind: "mark", behaviourId: "no-such-behaviour", mark: "shown", at: "2026-01-01T00:00:00Z" }] } };
  const [own] = await server.sql<{ path: string }[]>`
    select '/learn/' || e.id || '/' || r.chapter_slug || '/role-play' as path from role_play_round r join role_play_part p on p.round_id = r.id
    join enrolment e on e.id = p.enrolment_id join person n on n.id = e.person_id where r.id = ${round} and n.email = ${email}`;
  const asked: [string, Question?][] = [
    [page],
    [`${page}.data`],
    [`${page}.data?_routes=${encodeURIComponent("routes/learn/role-play/round")}`],
    [`/api/role-play/${round}/state`],
    [own!.path],
    [`${own!.path}.data`],
    [page, { form: { intent: "no-such-act" } }],
    [`${page}.data`, { form: { intent: "advance", turn: "no-such-turn" } }],
    [`/api/role-play/${round}/marks`, wrong],
    [`/api/role-play/${round}/marks`, { json: { ops: [] } }],
    [`/api/role-play/${round}/recording`, { json: {} }],
  ];
  return Promise.all(asked.map(async ([path, question]) => [`${question ? "POST" : "GET"} ${path}`, await (await ask(server, cookie, path, question)).text()] as [string, string]));
}

/** Of the texts, those that stand in one of the answers, as HTML or as JSON. */
const toldIn = (answers: readonly [string, string][], secrets: readonly string[]): string[] =>
  answers.flatMap(([from, text]) => secrets.filter((secret) => text.includes(secret) || text.includes(JSON.stringify(secret).slice(1, -1))).map((secret) => `${from}: ${secret}`));

const marksOf = ({ sql }: TestServer, round: string) => sql<{ behaviour: string; mark: string }[]>`select behaviour_id as behaviour, mark from role_play_mark where round_id = ${round} order by at, id`;

async function onPhone(browser: Browser, server: TestServer, { email, round }: Player): Promise<{ context: BrowserContext; page: Page; path: string }> {
  const context = await browser.newContext({ baseURL: server.app.origin, locale: "zh-CN", timezoneId: "Asia/Shanghai", permissions: ["microphone", "camera"], ...phone });
  await signInAs(context, server, email);
  return { context, page: await context.newPage(), path: `/learn/role-play/${round}` };
}

test("a round on three phones: taps before scripts, online and offline arrive; it is recorded and played; the brief stays secret; a void round is played again", async ({ browser, ownServer: server }) => {
  test.setTimeout(120_000);
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
  const players = await playersOf(server, session);
  const { round } = players.observer;
  const secrets = await secretsOf(server, round);
  expect(secrets.length).toBeGreaterThan(20);
  /** Who of the three is told something of the brief now. */
  const expectTold = async (told: { salesperson: boolean; customer: boolean; observer: boolean }, when: string) => {
    for (const player of Object.values(players)) {
      const leaked = toldIn(await sentTo(server, player), secrets);
      if (told[player.role]) expect(leaked.length, `${player.role}, ${when}`).toBeGreaterThan(20);
      else expect(leaked, `${player.role}, ${when}`).toEqual([]);
    }
  };
  await expectTold({ salesperson: false, customer: true, observer: false }, "before the session");
  await teacher.getByRole("button", { name: "开始这一场" }).click();
  await expect(teacher.getByRole("button", { name: "各组开始下一轮" })).toBeVisible();
  await expectTold({ salesperson: false, customer: true, observer: false }, "planned");
  // What happens is told to everybody as it happens, for as long as the test lasts.
  const news = new AbortController();
  let heard = "";
  const listening = fetch(`${server.app.origin}/events/role-play/${session}`, { headers: { cookie: await cookieOf(server, players.salesperson.email) }, signal: news.signal }).then(async (response) => {
    const [reader, decoder] = [response.body!.getReader(), new TextDecoder()];
    for (let next = await reader.read(); !next.done; next = await reader.read()) heard += decoder.decode(next.value, { stream: true });
  });
  await teacher.getByRole("button", { name: "各组开始下一轮" }).click();
  await expect(teacher.getByRole("button", { name: "全体停止" })).toBeVisible();
  const customer = await onPhone(browser, server, players.customer);
  await customer.page.goto(customer.path);
  await expect(customer.page.getByRole("heading", { name: "客户的底牌" })).toBeVisible();
  await expectTold({ salesperson: false, customer: true, observer: false }, "running");

  // Everybody agrees, and the customer's phone records.
  for (const player of [players.salesperson, players.observer]) expect((await ask(server, { cookie: await cookieOf(server, player.email) }, customer.path, { form: { intent: "consent" } })).status).toBeLessThan(400);
  await customer.page.getByRole("button", { name: "我同意录" }).click();
  await customer.page.getByRole("button", { name: "开始录像" }).click();
  await expect(customer.page.getByRole("button", { name: "停止录制" })).toBeVisible();

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

  const [recording] = await server.sql<{ upload: string }[]>`select upload_id as upload from role_play_recording where round_id = ${round}`;
  const upload = `/uploads/${recording!.upload}`;
  await expect.poll(async () => (await server.sql`select from upload_chunk where upload_id = ${recording!.upload}`).length, "sent while it goes on").toBeGreaterThan(0);
  await teacher.getByRole("button", { name: "全体停止" }).click();
  await expect(teacher.getByRole("button", { name: "全体停止" })).toHaveCount(0);
  await expect(customer.page.getByText(/^已上传：/)).toBeVisible();
  await expectTold({ salesperson: false, customer: true, observer: false }, "the salesperson speaks");
  const salesperson = await onPhone(browser, server, players.salesperson);
  for (const { page, path } of [salesperson, observer, customer]) {
    await page.goto(path);
    const order = page.locator("ol > li", { hasText: /^\d\. / });
    await expect(order).toHaveText([/^1\. 销售/, /^2\. 客户/, /^3\. 观察/]);
    await expect(order.first()).toHaveAttribute("aria-current", "step");
  }
  await salesperson.page.getByRole("button", { name: "销售说完了，请客户" }).click();
  await salesperson.page.getByRole("button", { name: "客户说完了，请观察员" }).click();
  await expectTold({ salesperson: true, customer: true, observer: true }, "the customer has spoken");
  expect(heard).not.toBe("");
  expect(toldIn([["events", heard]], secrets)).toEqual([]);
  news.abort();
  await listening.catch(() => undefined);

  // The recording plays in parts; a mark leads to its moment.
  const video = salesperson.page.locator("video");
  await expect.poll(() => video.evaluate((element: HTMLVideoElement) => element.readyState)).toBeGreaterThanOrEqual(1);
  const marks = salesperson.page.getByRole("list", { name: "时间轴上的标记" }).getByRole("button");
  await expect(marks).toHaveCount(3);
  await marks.last().click();
  await expect.poll(() => video.evaluate((element: HTMLVideoElement) => element.currentTime), "the moment of the mark").toBeGreaterThan(0);
  const reader = { cookie: await cookieOf(server, players.salesperson.email) };
  const whole = new Uint8Array(await (await ask(server, reader, upload)).arrayBuffer());
  const part = await ask(server, reader, upload, { headers: { range: "bytes=100-299" } });
  expect(part.status).toBe(206);
  expect(part.headers.get("content-range")).toBe(`bytes 100-299/${whole.length}`);
  expect(part.headers.get("content-type")).toContain("video/webm");
  expect(new Uint8Array(await part.arrayBuffer())).toEqual(whole.slice(100, 300));
  const [outsider] = await server.sql<{ email: string }[]>`
    select n.email from enrolment e join person n on n.id = e.person_id where e.cohort_id = ${cohort} and e.left_at is null and n.state = 'active' and n.email not in ${server.sql(Object.values(players).map(({ email }) => email))} limit 1`;
  expect((await ask(server, { cookie: await cookieOf(server, outsider!.email) }, upload)).status, "somebody else of the cohort").toBe(404);

  // The observer hands in, the round is done, and the instructor takes it out of the count.
  await observer.page.goto(observer.path);
  await observer.page.getByRole("button", { name: "交观察表" }).click();
  await expect(observer.page.getByText("已交表，不能再改。")).toBeVisible();
  await observer.page.getByRole("button", { name: "观察员说完了，结束这一轮" }).click();
  await expect(observer.page.getByText("这一轮已完成。")).toBeVisible();
  await teacher.goto(board);
  await teacher.getByText("作废第 1 轮").click();
  await teacher.getByLabel("理由").fill("客户念了底牌");
  await teacher.getByRole("button", { name: "作废这一轮" }).click();
  await expect(teacher.getByText("已作废")).toBeVisible();
  await expectTold({ salesperson: false, customer: false, observer: false }, "void");
  const rounds = await server.sql<{ state: string; reason: string | null }[]>`select state, void_reason as reason from role_play_round where session_id = ${session} and number = 1`;
  expect(rounds).toEqual([{ state: "void", reason: "客户念了底牌" }]);
  await Promise.all([desk, customer.context, observer.context, salesperson.context].map((context) => context.close()));
});
