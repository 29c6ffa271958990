import { randomUUID } from "node:crypto";
import type { Browser, BrowserContextOptions, Locator, Page } from "@playwright/test";
import { ask, cookieOf, emailOf, signInAs } from "./support/people";
import { expect, test, type TestServer } from "./support/server";
import { CHAPTER } from "./support/world";

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true } as const;

/** Somebody in a browser of their own. */
async function visit(browser: Browser, server: TestServer, email: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.app.origin, locale: "zh-CN", timezoneId: "Asia/Shanghai", ...options });
  await signInAs(context, server, email);
  return context.newPage();
}

interface Seller {
  email: string;
  name: string;
  enrolment: string;
  team: string;
  deal: { id: string; account: string };
}

/** Two salespeople of the manager's team whose next step is field tracking (what lies before is waived), with a deal each; two uses are asked for. */
async function sellers(server: TestServer): Promise<[Seller, Seller]> {
  const { sql } = server;
  const rows = await sql<(Omit<Seller, "deal"> & { cohort: string; deal: string; account: string })[]>`
    select distinct on (p.email) p.email, p.name, e.id as enrolment, e.cohort_id as cohort, m.team_id as team, d.id as deal, a.name as account
    from enrolment e join person p on p.id = e.person_id join cohort c on c.id = e.cohort_id and c.state = 'open'
    join team_membership m on m.person_id = p.id and m.valid_to is null
    join role_grant g on g.team_id = m.team_id and g.role = 'manager' join person boss on boss.id = g.person_id and boss.email = ${emailOf("manager")}
    join deal d on d.owner_id = p.id and d.closed_on is null join account a on a.id = d.account_id
    where p.email not in (${emailOf("learner")}, ${emailOf("learner2")}) order by p.email, d.id limit 2`;
  const [first, second] = rows;
  if (!first || !second) throw new Error("the manager's team has no two people with a deal");
  await sql`insert into cohort_step (cohort_id, chapter_slug, step, gate) values (${first.cohort}, ${CHAPTER}, 'field-tracking', '{"confirmedApplications": 2}') on conflict (cohort_id, chapter_slug, step) do update set gate = excluded.gate, opens_at = null`;
  for (const { cohort, enrolment } of [first, second]) {
    const open = await sql<{ step: string }[]>`select step from progress where enrolment_id = ${enrolment} and chapter_slug = ${CHAPTER} and included and step <> 'field-tracking' and state not in ('passed', 'waived') order by array_position(array['preview','quiz','lecture','group-work','role-play','homework','defense'], step)`;
    for (const { step } of open) {
      const [road] = await sql<{ version: number }[]>`select version from road where enrolment_id = ${enrolment} and chapter_slug = ${CHAPTER}`;
      const waived = await ask(server, "instructor", `/teach/cohorts/${cohort}/learners/${enrolment}/${CHAPTER}/${step}`, { form: { intent: "waive", version: String(road?.version), reason: "去年走过" } });
      expect(waived.status, step).toBe(303);
    }
  }
  const told = ({ deal, account, ...person }: typeof first): Seller => ({ ...person, deal: { id: deal, account } });
  return [told(first), told(second)];
}

const fieldOf = ({ enrolment }: Seller): string => `/learn/${enrolment}/${CHAPTER}/field-tracking`;

test("a use is logged on a phone without a network, confirmed in the meeting, and passes the step", async ({ browser, server }) => {
  const [seller] = await sellers(server);
  const page = await visit(browser, server, seller.email, PHONE);
  let taps = 0;
  const tap = async (locator: Locator): Promise<void> => {
    taps += 1;
    await locator.tap();
  };
  await page.goto(fieldOf(seller));
  await expect(page.getByRole("button", { name: "记下来" })).toBeVisible();
  await page.context().setOffline(true);

  await tap(page.getByRole("radio", { name: new RegExp(seller.deal.account) }).first());
  await tap(page.getByRole("radio", { name: "购买角色图" }));
  await tap(page.getByRole("textbox", { name: /发生了什么/ }));
  await page.keyboard.type("财务总监有否决权，补到图上了");
  await tap(page.getByRole("button", { name: "记下来" }));
  await expect(page.getByText("还在本机：1 次")).toBeVisible();
  expect(taps, "taps from the open page to a use that is kept").toBeLessThanOrEqual(6);

  // A reload loses nothing: the page comes from the server again, the use from the device.
  await page.route("**/api/field/**", (route) => route.abort());
  await page.context().setOffline(false);
  await page.reload();
  await expect(page.getByText("还在本机：1 次")).toBeVisible();
  await page.unroute("**/api/field/**");
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await expect(page.getByText("还在本机：1 次")).toBeHidden();
  await expect(page.getByRole("listitem").filter({ hasText: "财务总监有否决权，补到图上了" }).getByText("等主管")).toBeVisible();
  expect(await server.sql`select 1 from field_application a join enrolment e on e.id = a.enrolment_id where e.id = ${seller.enrolment}`).toHaveLength(1);

  // A second one, with a network.
  await page.getByRole("radio", { name: "一句话介绍" }).check();
  await page.getByRole("textbox", { name: /发生了什么/ }).fill("厂长放下手机问：“哪家食品厂？”");
  await page.getByRole("button", { name: "记下来" }).tap();
  await expect(page.getByRole("listitem").filter({ hasText: "哪家食品厂" }).getByText("等主管")).toBeVisible();

  // The manager holds the meeting on a phone, makes a commitment, and confirms with one tap each.
  const manager = await visit(browser, server, emailOf("manager"), PHONE);
  await manager.goto(`/manage/meetings/${seller.team}`);
  await manager.getByRole("button", { name: "开会" }).tap();
  await expect(manager.getByText("正在开", { exact: true })).toBeVisible();
  const deal = manager.getByRole("listitem").filter({ has: manager.getByRole("heading", { level: 4, name: new RegExp(seller.deal.account) }) }).first();
  await deal.getByText("记会", { exact: true }).tap();
  await deal.getByRole("textbox", { name: "定了什么，做什么" }).fill("请发起者引见财务总监");
  await deal.getByRole("button", { name: "记成承诺" }).tap();
  await expect(manager.getByText("承诺记下了，下次对。")).toBeVisible();
  for (const [note, level] of [["财务总监有否决权", "推动了"], ["哪家食品厂", "用了"]] as const) {
    const use = manager.locator("div").filter({ hasText: note }).last().locator("xpath=ancestor-or-self::div[.//button][1]");
    await use.getByRole("button", { name: new RegExp(`：${level}$`) }).tap();
    await expect(manager.getByText("已确认。")).toBeVisible();
    await expect(manager.getByText(note)).toBeHidden();
  }

  await page.goto(fieldOf(seller));
  await expect(page.getByText("2 / 2 次")).toBeVisible();
  await expect(page.getByText("跟踪已经通过。", { exact: false })).toBeVisible();
  const [step] = await server.sql<{ state: string }[]>`select state from progress where enrolment_id = ${seller.enrolment} and chapter_slug = ${CHAPTER} and step = 'field-tracking'`;
  expect(step?.state).toBe("passed");
  await page.goto("/learn/field");
  await expect(page.getByText("请发起者引见财务总监")).toBeVisible();
});

test("without scripts a use is logged once, the manager returns it in two taps, and the learner answers", async ({ browser, server }) => {
  const [, seller] = await sellers(server);
  const page = await visit(browser, server, seller.email, { ...PHONE, javaScriptEnabled: false });
  await page.goto(fieldOf(seller));
  await page.getByRole("radio", { name: new RegExp(seller.deal.account) }).first().check();
  await page.getByRole("radio", { name: "购买角色图" }).check();
  await page.getByRole("textbox", { name: /发生了什么/ }).fill("图上补了夜班班长");
  await page.getByRole("button", { name: "记下来" }).click();
  await expect(page.getByText("记下了 1 次，等主管确认。")).toBeVisible();

  // The same form sent again, as a browser does on "reload": still one.
  const opId = randomUUID();
  const cookie = await cookieOf(server, seller.email);
  const form = { intent: "log", opId, dealId: seller.deal.id, sheetKey: "one-sentence-intro", note: "开场讲完他问能不能去看", usedOn: new Date().toISOString().slice(0, 10) };
  for (let time = 0; time < 2; time++) expect((await ask(server, { cookie }, fieldOf(seller), { form })).status).toBe(200);
  expect(await server.sql`select 1 from field_application where op_id = ${opId}`).toHaveLength(1);

  const manager = await visit(browser, server, emailOf("manager"), PHONE);
  await manager.goto("/manage");
  const card = manager.getByRole("listitem").filter({ hasText: "图上补了夜班班长" });
  let taps = 0;
  const tap = async (locator: Locator): Promise<void> => {
    taps += 1;
    await locator.tap();
  };
  await tap(card.getByText("退回…"));
  await tap(card.getByRole("button", { name: "写上客户说的原话" }));
  await expect(manager.getByText("已退回，学员会看到你的话。")).toBeVisible();
  expect(taps, "taps for a return with a remark").toBeLessThanOrEqual(2);

  await page.reload();
  const own = page.getByRole("listitem").filter({ hasText: "图上补了夜班班长" });
  await expect(own.getByText("写上客户说的原话")).toBeVisible();
  await own.getByRole("textbox", { name: /补充以后再交/ }).fill("图上补了夜班班长。他说：“十点以后那台空压机没人管。”");
  await own.getByRole("button", { name: "再交给主管" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "十点以后那台空压机没人管" }).getByText("等主管")).toBeVisible();
});

test("plan and coaching: both sign a checkpoint, a note is written, read and looked at again", async ({ browser, server }) => {
  const [seller] = await sellers(server);
  await server.sql`update cohort_step set gate = gate || '{"checkpointDays": [1, 60, 90]}' where cohort_id = (select cohort_id from enrolment where id = ${seller.enrolment}) and chapter_slug = ${CHAPTER} and step = 'field-tracking'`;
  const learner = await visit(browser, server, seller.email);
  await learner.goto(`${fieldOf(seller)}/plan`);
  const day = learner.getByRole("listitem").filter({ has: learner.getByRole("heading", { name: "第 1 天" }) });
  await day.getByRole("textbox", { name: /说好做什么/ }).fill("四个角色见全");
  await day.getByRole("textbox", { name: /做了什么/ }).fill("见了三个，决策者约在周四");
  await day.getByRole("button", { name: "学员签字" }).click();
  await expect(day.getByText("签了一半")).toBeVisible();

  const manager = await visit(browser, server, emailOf("manager"));
  await manager.goto(`/manage/plans/${seller.enrolment}/${CHAPTER}`);
  const theirs = manager.getByRole("listitem").filter({ has: manager.getByRole("heading", { name: "第 1 天" }) });
  await theirs.getByRole("button", { name: "主管签字" }).click();
  await expect(theirs.getByText("双方已签")).toBeVisible();

  await manager.goto("/manage/coaching/new");
  await manager.getByRole("combobox", { name: "谁在销售" }).selectOption({ label: seller.name });
  await manager.getByRole("textbox", { name: /见谁/ }).fill("泖港机械，设备部长，头一回见");
  const row = manager.getByRole("group", { name: "第 1 条" });
  await row.getByRole("textbox", { name: /他说了什么/ }).fill("“上个月夜班单耗反超，我带来三家同行的数。”");
  await row.getByRole("textbox", { name: /客户的反应/ }).fill("厂长放下手机");
  await row.getByRole("combobox", { name: "到哪一步" }).selectOption("3");
  await manager.getByRole("textbox", { name: /他自己怎么看/ }).fill("开头顺，后面讲快了");
  await manager.getByRole("textbox", { name: /说好改哪一条/ }).fill("先问“上个月是多少”，写下数字再往下走");
  await manager.getByRole("button", { name: "记下来" }).click();
  const note = manager.getByRole("listitem").filter({ hasText: "泖港机械，设备部长，头一回见" });
  await expect(note.getByText("对方还没看")).toBeVisible();

  await learner.goto("/learn/field");
  await expect(learner.getByText("先问“上个月是多少”，写下数字再往下走", { exact: true })).toBeVisible();
  await manager.reload();
  await expect(note.getByText("对方看过")).toBeVisible();
  await note.getByText("再看一次").click();
  await note.getByRole("radio", { name: "做了一些" }).check();
  await note.getByRole("button", { name: "记下来" }).click();
  await expect(note.getByText("做了一些")).toBeVisible();
});
