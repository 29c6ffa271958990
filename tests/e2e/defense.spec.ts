import type { Browser, BrowserContext, Locator, Page } from "@playwright/test";
import { problemsOf } from "./support/axe";
import { phone, tablet } from "./support/devices";
import { ask, cookieOf, emailOf, signInAs } from "./support/people";
import { expect, test, type TestServer } from "./support/server";

interface Seat {
  id: string;
  email: string;
  name: string;
}

interface Room {
  slot: string;
  candidate: Seat;
  /** The chair first. */
  panel: Seat[];
}

/** A slot of the autumn cohort's published day, put to the present moment: a panel of three is about to meet. */
async function aboutToMeet({ sql }: TestServer): Promise<Room> {
  const [row] = await sql<{ slot: string; id: string; email: string; name: string }[]>`
    select s.id as slot, p.id, p.email, p.name from defense_slot s join defense_day d on d.id = s.day_id join enrolment e on e.id = s.enrolment_id join person p on p.id = e.person_id
    where d.state = 'published' and s.state = 'planned' and (select count(*) from defense_panelist m where m.slot_id = s.id and m.left_at is null) = 3 order by s.starts_at, s.id limit 1`;
  const { slot, ...candidate } = row!;
  await sql`update defense_slot set starts_at = now(), ends_at = now() + interval '25 minutes' where id = ${slot}`;
  const panel = await sql<Seat[]>`select p.id, p.email, p.name from defense_panelist m join person p on p.id = m.person_id where m.slot_id = ${slot} and m.left_at is null order by m.chair desc, m.id`;
  return { slot, candidate, panel: [...panel] };
}

/** A finger that counts what it does. */
class Finger {
  taps = 0;
  constructor(
    readonly page: Page,
    readonly context: BrowserContext,
  ) {}

  async tap(target: Locator): Promise<void> {
    this.taps += 1;
    await target.tap();
  }
}

async function sit(browser: Browser, server: TestServer, email: string, device: typeof phone | typeof tablet): Promise<Finger> {
  const context = await browser.newContext({ baseURL: server.app.origin, locale: "zh-CN", timezoneId: "Asia/Shanghai", reducedMotion: "reduce", ...device });
  await signInAs(context, server, email);
  return new Finger(await context.newPage(), context);
}

const level = (page: Page, criterion: number, at: number): Locator => page.locator("#scores fieldset").nth(criterion).locator("label").nth(at);

const saved = (page: Page): Promise<void> => expect(page.getByRole("status").filter({ hasText: "已保存" }).first()).toBeVisible();

test("three examiners on three devices score one candidate blind, agree on what differs, pass and sign; the candidate reads the feedback", async ({ browser, ownServer: server }) => {
  test.setTimeout(180_000);
  const { slot, candidate, panel } = await aboutToMeet(server);
  const [chair, second, third] = [await sit(browser, server, panel[0]!.email, tablet), await sit(browser, server, panel[1]!.email, tablet), await sit(browser, server, panel[2]!.email, phone)];
  const examiners = [chair, second, third];
  await Promise.all(examiners.map(({ page }) => page.goto(`/defend/${slot}`)));
  await expect(chair.page.getByRole("heading", { level: 1 })).toContainText(candidate.name);
  // The candidate's own papers lie beside the rubric.
  await expect(chair.page.locator("#table details").first()).toBeVisible();
  await chair.page.getByRole("button", { name: "开始答辩" }).tap();
  await expect(second.page.getByText("陈述中").first()).toBeVisible();
  await chair.page.getByRole("button", { name: "进入提问" }).tap();

  // Notes are written during the questions; each stays with its examiner.
  await expect(second.page.getByText("提问中").first()).toBeVisible();
  const note = second.page.locator("#scores fieldset").nth(0).locator("details");
  await note.locator("summary").tap();
  await note.locator("textarea").fill("只有我记下的一句话");
  await saved(second.page);
  for (const { page } of examiners) expect(await problemsOf(page)).toEqual([]);
  for (const { page } of examiners) expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);

  // The talk is over. From here on every tap counts: six criteria, and to lock them.
  await chair.tap(chair.page.getByRole("button", { name: "提问结束，打分" }));
  const levels = [
    [2, 2, 3, 2, 2, 2],
    [0, 2, 2, 2, 2, 2],
    [2, 2, 2, 3, 2, 3],
  ];
  const count = await chair.page.locator("#scores fieldset").count();
  for (const [seat, examiner] of examiners.entries()) {
    await expect(examiner.page.getByRole("button", { name: "核对并锁定" })).toBeVisible();
    for (let criterion = 0; criterion < count; criterion += 1) {
      // The third one's network goes after two taps, and then the device itself.
      if (seat === 2 && criterion === 2) await examiner.context.setOffline(true);
      await examiner.tap(level(examiner.page, criterion, levels[seat]![criterion]!));
      await expect(level(examiner.page, criterion, levels[seat]![criterion]!).locator("input")).toBeChecked();
    }
  }
  await expect(third.page.getByRole("status").filter({ hasText: "离线" }).first()).toBeVisible();
  await third.page.close();
  const reopened = new Finger(await third.context.newPage(), third.context);
  reopened.taps = third.taps;
  await third.context.setOffline(false);
  await reopened.page.goto(`/defend/${slot}`);
  for (let criterion = 0; criterion < count; criterion += 1) await expect(level(reopened.page, criterion, levels[2]![criterion]!).locator("input")).toBeChecked();
  await saved(reopened.page);

  const secrets = ["只有我记下的一句话"];
  for (const [at, examiner] of [second, reopened, chair].entries()) {
    await examiner.tap(examiner.page.getByRole("button", { name: "核对并锁定" }));
    await expect(examiner.page.getByRole("heading", { level: 1, name: "核对并锁定" })).toBeVisible();
    if (at === 0) expect(await problemsOf(examiner.page)).toEqual([]);
    // Two have locked, one has not: nobody reads a word of the others.
    if (at === 2) {
      for (const email of [panel[0]!.email, panel[2]!.email, candidate.email, emailOf("instructor"), emailOf("admin"), emailOf("executive"), emailOf("manager")]) {
        const cookie = { cookie: await cookieOf(server, email) };
        for (const path of [`/defend/${slot}`, `/defend/${slot}.data`, `/defend/${slot}/lock`, `/defend/${slot}/verdict.data`, `/defend/${slot}/record`, `/learn/defense/${slot}/feedback.data`]) {
          const text = await (await ask(server, cookie, path)).text();
          expect(secrets.filter((secret) => text.includes(secret) || text.includes(JSON.stringify(secret).slice(1, -1))), `${email} ${path}`).toEqual([]);
        }
      }
    }
    await examiner.tap(examiner.page.getByRole("button", { name: "锁定我的打分" }));
  }
  for (const examiner of [chair, second, reopened]) expect(examiner.taps).toBeLessThanOrEqual(9);

  // The last lock reveals: one criterion lies two levels apart.
  for (const { page } of [chair, second, reopened]) await expect(page.getByRole("heading", { name: "分数并列" })).toBeVisible();
  await expect(chair.page.getByText("只有我记下的一句话")).toBeVisible();
  await expect(chair.page.getByText("1 项相差两级或以上，已商定 0 项。")).toBeVisible();
  expect(await problemsOf(chair.page)).toEqual([]);
  await second.page.getByText("调整我的等级").tap();
  const revise = second.page.locator("form").filter({ has: second.page.getByRole("button", { name: "调整", exact: true }) });
  await revise.locator("label").nth(1).tap();
  await revise.getByLabel("为什么调整").fill("他后来补了日期");
  await revise.getByRole("button", { name: "调整", exact: true }).tap();
  await expect(chair.page.getByText("原为 0，改动理由：他后来补了日期").first()).toBeVisible();
  const agree = chair.page.locator("form").filter({ has: chair.page.getByRole("button", { name: "记下", exact: true }) }).first();
  await agree.locator("label").nth(2).tap();
  await agree.getByRole("button", { name: "记下", exact: true }).tap();
  await expect(chair.page.getByText("已商定 1 项")).toBeVisible();

  await chair.page.getByRole("link", { name: "写结论" }).tap();
  await chair.page.getByLabel("给候选人的评语").first().fill("没露面的财务说到了，凭据也有");
  await chair.page.getByLabel("做得好的").fill("敢说不知道，也说了怎样弄清楚");
  await chair.page.getByLabel("纪要").fill("这一句候选人读不到");
  await saved(chair.page);
  await chair.page.reload();
  await expect(chair.page.getByLabel("做得好的")).toHaveValue("敢说不知道，也说了怎样弄清楚");
  expect(await problemsOf(chair.page)).toEqual([]);
  await chair.page.getByRole("radio", { name: "通过", exact: true }).check();
  await chair.page.getByRole("button", { name: "作出结论" }).tap();
  for (const { page } of [chair, second, reopened]) {
    await page.getByRole("button", { name: "签字" }).tap();
    await expect(page.getByRole("button", { name: "签字" })).toHaveCount(0);
  }
  await expect(reopened.page.getByRole("link", { name: "答辩记录" })).toBeVisible();

  const home = await sit(browser, server, candidate.email, phone);
  await home.page.goto(`/learn/defense/${slot}/feedback`);
  await expect(home.page.getByRole("heading", { level: 1, name: "答辩反馈" })).toBeVisible();
  await expect(home.page.getByText("没露面的财务说到了，凭据也有")).toBeVisible();
  await expect(home.page.getByText("敢说不知道，也说了怎样弄清楚")).toBeVisible();
  expect(await problemsOf(home.page)).toEqual([]);
  const sheet = await (await ask(server, { cookie: await cookieOf(server, candidate.email) }, `/learn/defense/${slot}/feedback`)).text();
  for (const secret of ["只有我记下的一句话", "他后来补了日期", "这一句候选人读不到"]) expect(sheet).not.toContain(secret);
  const [step] = await server.sql<{ state: string }[]>`select g.state from progress g join defense_slot s on s.enrolment_id = g.enrolment_id where s.id = ${slot} and g.step = 'defense'`;
  expect(step).toEqual({ state: "passed" });
  for (const { context } of [chair, second, third, home]) await context.close();
});

test("without scripts an examiner scores, checks and locks by plain forms", async ({ browser, ownServer: server }) => {
  const { slot, panel } = await aboutToMeet(server);
  const cookie = { cookie: await cookieOf(server, panel[0]!.email) };
  const acts: Record<string, string>[] = [{ intent: "begin" }, { intent: "advance", from: "presenting" }, { intent: "advance", from: "questioning" }];
  for (const form of acts) expect((await ask(server, cookie, `/defend/${slot}`, { form })).status).toBe(303);
  const context = await browser.newContext({ baseURL: server.app.origin, locale: "zh-CN", timezoneId: "Asia/Shanghai", javaScriptEnabled: false, ...tablet });
  await signInAs(context, server, panel[1]!.email);
  const page = await context.newPage();
  await page.goto(`/defend/${slot}`);
  const count = await page.locator("#scores fieldset").count();
  for (let criterion = 0; criterion < count; criterion += 1) await level(page, criterion, 2).tap();
  await page.locator("#scores fieldset").nth(0).locator("summary").tap();
  await page.locator("#scores fieldset").nth(0).locator("textarea").fill("纸一样也能用");
  await page.getByRole("button", { name: "核对并锁定" }).tap();
  await expect(page.getByText("纸一样也能用")).toBeVisible();
  await page.getByRole("button", { name: "锁定我的打分" }).tap();
  await expect(page.getByText("已锁定。这是你的独立打分。")).toBeVisible();
  await context.close();
});
