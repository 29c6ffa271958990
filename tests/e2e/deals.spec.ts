// Deals on a phone: a class sheet goes there in three taps, a deal from first contact to the order, a file, a token.
import type { Locator, Page } from "@playwright/test";
import { ask, emailOf, signInContext } from "./support/people";
import { expect, test, type TestServer } from "./support/server";

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

/** A deal of the learner's that is open, by its title. */
async function ownDeal(server: TestServer, title: string): Promise<string> {
  const [deal] = await server.sql<{ id: string }[]>`select d.id from deal d join person p on p.id = d.owner_id where p.email = ${emailOf("learner")} and d.title = ${title}`;
  if (!deal) throw new Error(`the demo's learner has no deal ${title}`);
  return deal.id;
}

/** A sheet of the learner's own. */
async function ownSheet(server: TestServer): Promise<string> {
  const begun = await ask(server, "learner", "/sheets", { form: { key: "relationship-development", title: "申科的关系发展表" } });
  return begun.headers.get("location")!.replace("/sheets/", "");
}

/** Counts taps, each one on something that is there and large enough for a thumb. */
function thumb() {
  let taps = 0;
  return {
    async tap(target: Locator): Promise<void> {
      await expect(target).toBeVisible();
      const box = await target.boundingBox();
      expect(box!.height).toBeGreaterThanOrEqual(43.5);
      await target.tap();
      taps += 1;
    },
    count: () => taps,
  };
}

async function expectCopy(page: Page, server: TestServer, dealId: string, sheetId: string): Promise<void> {
  await expect(page).toHaveURL(new RegExp(`/deals/${dealId}#sheets$`));
  await expect(page.locator("#sheets").getByText(/来自《申科的关系发展表》第 1 版/)).toBeVisible();
  const [copy] = await server.sql<{ copied_from: string; copied_version: number; may: string }[]>`
    select s.copied_from, s.copied_version, m.may from deal_sheet ds join sheet s on s.id = ds.sheet_id join sheet_member m on m.sheet_id = s.id and m.valid_to is null where ds.deal_id = ${dealId} order by ds.added_at desc limit 1`;
  expect(copy).toEqual({ copied_from: sheetId, copied_version: 1, may: "edit" });
}

test("a class sheet goes to a deal in at most three taps, from the sheet's page and from the deal's", async ({ page, context, ownServer }) => {
  await signInContext(context, ownServer, "learner");
  const sheetId = await ownSheet(ownServer);
  const origin = ownServer.app.origin;

  const fromSheet = thumb();
  const second = await ownDeal(ownServer, "空压与照明监测二期");
  await page.goto(`${origin}/sheets/${sheetId}`);
  await fromSheet.tap(page.getByRole("link", { name: "用到我的商机" }));
  await fromSheet.tap(page.getByRole("button", { name: "用在空压与照明监测二期" }));
  await expectCopy(page, ownServer, second, sheetId);
  expect(fromSheet.count()).toBeLessThanOrEqual(3);

  const fromDeal = thumb();
  const other = await ownDeal(ownServer, "保温炉接入二期");
  await page.goto(`${origin}/deals/${other}`);
  await fromDeal.tap(page.getByRole("link", { name: "放一张表格" }));
  await fromDeal.tap(page.getByRole("button", { name: "把《申科的关系发展表》带过来" }));
  await expectCopy(page, ownServer, other, sheetId);
  expect(fromDeal.count()).toBeLessThanOrEqual(3);

  // The copy says where it lies, and leads back there.
  await page.locator("#sheets a", { hasText: "来自" }).first().click();
  await expect(page.getByRole("link", { name: /商机：保温炉接入二期/ })).toBeVisible();
});

test("a deal from the first contact to the order: people, next action, stages, a corrected day, won with its reason", async ({ page, context, ownServer }) => {
  test.setTimeout(90_000);
  await signInContext(context, ownServer, "learner");
  const { origin } = ownServer.app;
  await page.goto(`${origin}/deals/new`);
  await page.getByLabel("客户名称").fill("临屿食品");
  await page.getByLabel("商机名称").fill("冷库能效监测");
  await page.getByLabel("金额").fill("很多");
  await page.getByRole("button", { name: "建好" }).click();
  await expect(page.getByText("请写一个金额").first()).toBeVisible();
  await page.getByLabel("金额").fill("36.8万");
  await page.getByRole("button", { name: "建好" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("冷库能效监测");
  await expect(page.getByText("¥368,000").first()).toBeVisible();
  const dealUrl = page.url().replace(/#.*/, "");

  await page.getByLabel("做什么").fill("请设备主管带着走一遍冷库");
  await page.getByLabel("哪天", { exact: true }).fill("2099-01-05");
  await page.locator("#action").getByRole("button", { name: "保存" }).click();
  await expect(page.locator("#action").getByText("请设备主管带着走一遍冷库").first()).toBeVisible();

  await expect(page.locator("#people").getByText("谁拍板，还不知道")).toBeVisible();
  await page.getByText("加一个人").click();
  await page.locator("#people").getByLabel("姓名").fill("芮国梁");
  await page.locator("#people").getByLabel("职务").fill("总经理");
  await page.locator("#people").getByRole("checkbox", { name: /决策者/ }).first().check();
  await page.getByRole("button", { name: "加上" }).click();
  await expect(page.locator("#people dd").filter({ hasText: "芮国梁" })).toBeVisible();
  await expect(page.locator("#people").getByText("谁拍板，还不知道")).toHaveCount(0);

  const road = page.locator("#stages");
  await road.getByText("换阶段").click();
  await road.getByRole("button", { name: "换到这个阶段" }).click();
  await expect(road.locator("[aria-current=step]")).toContainText("发现机会");
  await road.getByText("更正日期").click();
  await road.getByLabel("哪一步").selectOption({ index: 1 });
  await road.getByLabel("改成哪天").fill("2026-01-15");
  await road.getByLabel("为什么改").fill("一月就见过面");
  await road.getByRole("button", { name: "更正", exact: true }).click();
  await expect(page.locator("#timeline").getByText("一月就见过面")).toBeVisible();
  await road.getByText("赢单了").click();
  await road.getByLabel("客户为什么买").selectOption("value");
  await road.getByRole("button", { name: "记为赢单" }).click();
  await expect(page.getByText(/赢单 · 价值说清了/)).toBeVisible();
  await expect(page.locator("#timeline").getByText(/赢单：价值说清了/)).toBeVisible();

  // Somebody else's, for a colleague who sells; the manager looks on.
  const path = new URL(dealUrl).pathname;
  expect((await ask(ownServer, "learner2", path)).status).toBe(404);
  expect((await ask(ownServer, "manager", path)).status).toBe(200);
});

test("a file is looked at, taken, and taken again without doubles", async ({ page, context, ownServer }) => {
  await signInContext(context, ownServer, "learner");
  const bring = async (): Promise<void> => {
    await page.goto(`${ownServer.app.origin}/deals/import`);
    await page.getByLabel("文件", { exact: false }).last().setInputFiles({ name: "商机.csv", mimeType: "text/csv", buffer: Buffer.from("编号,客户,商机名称,金额,阶段\nE-1,青溇电子,电压暂降监测,52万,明确需求\nE-2,青溇电子,产线碳足迹,很多,\n") });
    await page.getByRole("button", { name: "看看会改什么" }).click();
  };
  await bring();
  await expect(page.getByText("金额读不出金额")).toBeVisible();
  await page.getByRole("button", { name: "导入 1 行" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("已经导入");
  await bring();
  await expect(page.getByRole("button", { name: "没有要写入的" })).toBeDisabled();
  const [{ count } = { count: "0" }] = await ownServer.sql<{ count: string }[]>`select count(*) from deal where external_key = 'E-1'`;
  expect(count).toBe("1");
});

test("a token is shown once and speaks for its owner at the API alone", async ({ page, context, ownServer }) => {
  await signInContext(context, ownServer, "learner");
  const { origin } = ownServer.app;
  await page.goto(`${origin}/account/tokens`);
  await page.getByLabel("名称").fill("CRM");
  await page.getByRole("button", { name: "建立令牌" }).click();
  const token = (await page.locator("p.font-mono").textContent()) ?? "";
  expect(token).toMatch(/^rb_/);
  await page.goto(`${origin}/account/tokens`);
  await expect(page.getByText(token)).toHaveCount(0);

  const bearer = { Authorization: `Bearer ${token}` };
  const body = JSON.stringify({ account: "莘桥包装", title: "空压机漏气监测", amount: "88000.00" });
  // From a program: no Origin, no cookie.
  const put = (headers: Record<string, string>) => fetch(`${origin}/api/v1/deals/crm/T-1`, { method: "PUT", headers: { "Content-Type": "application/json", ...headers }, body });
  expect((await put(bearer)).status).toBe(201);
  expect((await put({ ...bearer, Origin: "https://elsewhere.example", "Sec-Fetch-Site": "cross-site" })).status).toBe(200);
  expect((await put({})).status).toBe(401);
  // A session does not open the API, and a token opens no page.
  const session = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  expect((await put({ Cookie: session, Origin: origin })).status).toBe(401);
  expect((await fetch(`${origin}/deals`, { headers: bearer, redirect: "manual" })).status).toBe(302);
  expect((await fetch(`${origin}/deals/new`, { method: "POST", headers: { ...bearer, "Content-Type": "application/x-www-form-urlencoded" }, body: "title=x", redirect: "manual" })).status).toBe(403);
  const unknown = await fetch(`${origin}/api/v1/nothing`, { headers: bearer });
  expect([unknown.status, unknown.headers.get("content-type")]).toEqual([404, "application/problem+json"]);
  const large = await fetch(`${origin}/api/v1/deals/crm/T-2`, { method: "PUT", headers: { ...bearer, "Content-Type": "application/json" }, body: "x".repeat(2_200_000) });
  expect([large.status, large.headers.get("content-type")?.split(";")[0]]).toEqual([413, "application/problem+json"]);

  await page.getByRole("button", { name: "收回" }).first().click();
  await page.getByRole("dialog").getByRole("button", { name: "收回" }).click();
  await expect(page.getByText("已收回")).toBeVisible();
  expect((await put(bearer)).status).toBe(401);
});
