import { demoEmail } from "../../db/seed/accounts";
import { phone } from "./support/devices";
import { ask, signInAs, signInContext } from "./support/people";
import { expect, test } from "./support/server";
import { worldOf } from "./support/world";

test.describe("on a phone", () => {
  test.use(phone);

  test("an executive gets from the first screen to a person's evidence in three taps", async ({ page, context, server }) => {
    await signInContext(context, server, "executive");
    await page.goto("/lead");
    await expect(page.getByRole("heading", { name: "能力看板" })).toBeVisible();
    let taps = 0;
    const tap = async (name: RegExp) => {
      taps++;
      await page.getByRole("link", { name }).first().tap();
    };
    await tap(/^建立信任：.*看是哪些人$/);
    await expect(page.getByRole("heading", { level: 1, name: "建立信任" })).toBeVisible();
    await tap(/的证据$/);
    await expect(page).toHaveURL(/\/capability\/[0-9a-f-]{36}\/build-trust$/);
    // The page shows the rows of the ledger behind the figure.
    await expect(page.getByRole("main")).toContainText(/角色扮演|笔试|答辩|作业|小组/);
    expect(taps).toBeLessThanOrEqual(3);
  });

  test("the way down goes by the heat map, too: region, cell, person", async ({ page, context, server }) => {
    await signInContext(context, server, "executive");
    await page.goto("/lead/heat");
    await page.getByRole("link", { name: /^华南，建立信任/ }).tap();
    await expect(page.getByText("华南：先按状态", { exact: false })).toBeVisible();
    await page.getByRole("link", { name: /的证据$/ }).first().tap();
    await expect(page).toHaveURL(/\/capability\//);
  });
});

test("a manager sees the own team and nothing of others", async ({ page, context, server }) => {
  const { managersTeam, otherTeam } = await worldOf(server);
  await signInContext(context, server, "manager");
  await page.goto("/lead/people?competency=build-trust");
  const people = page.getByRole("table", { name: "图后面的人" });
  await expect(people.getByRole("row").filter({ hasText: "上海团队" })).toHaveCount(8);
  await expect(people.getByRole("row")).toHaveCount(9);
  await page.goto("/lead");
  await page.getByText("筛选与导出").click();
  await expect(page.getByLabel("团队范围").locator("option")).toHaveText(["我能看到的全部", "上海团队"]);
  for (const path of ["/lead", "/lead/heat", "/lead/road", "/lead/compare", "/lead/effect"]) {
    expect((await page.goto(`${path}?team=${managersTeam}`))?.status(), path).toBe(200);
    expect((await page.goto(`${path}?team=${otherTeam}`))?.status(), path).toBe(404);
  }
});

test("an executive puts somebody in charge of a gap, changes it and closes it; the first screen says so", async ({ page, context, ownServer }) => {
  await signInAs(context, ownServer, demoEmail("zhang-boyan"));
  await page.goto(`${ownServer.app.origin}/lead`);
  const card = page.getByRole("listitem").filter({ has: page.getByRole("heading", { level: 3, name: "沟通", exact: true }) });
  await expect(card).toContainText("还没有人负责。");
  await card.getByRole("link", { name: /指定负责人和下一步$/ }).click();
  await page.getByRole("button", { name: "定下来" }).click();
  await expect(page.getByLabel("负责人")).toBeFocused();
  await page.getByLabel("负责人").selectOption({ label: "梁绍峰" });
  await page.getByLabel("下一步").fill("每周陪两位学员各拜访一次决策者");
  await page.getByLabel("何时之前").fill("2027-03-31");
  await page.getByRole("button", { name: "定下来" }).click();
  await expect(page.getByText("梁绍峰：每周陪两位学员各拜访一次决策者（2027-03-31 之前）")).toBeVisible();
  await page.getByRole("link", { name: "能力看板" }).click();
  await expect(card).toContainText("梁绍峰");
  await expect(card).toContainText("2027-03-31");
  await card.getByRole("link", { name: /指定负责人和下一步$/ }).click();
  await page.getByText("结束这一条").click();
  await page.getByRole("button", { name: "放下不管" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await page.getByLabel("结果").fill("改由答辩来看");
  await page.getByRole("button", { name: "放下不管" }).click();
  await expect(page.getByText("改由答辩来看")).toBeVisible();
  await page.getByRole("link", { name: "能力看板" }).click();
  await expect(card).toContainText("还没有人负责。");
});

test.describe("before scripts arrive", () => {
  test.use({ javaScriptEnabled: false });

  test("a filter narrows, is kept under a name and found again, and a file holds what the page shows", async ({ page, context, server }) => {
    await signInContext(context, server, "executive");
    await page.goto("/lead/heat");
    await page.getByText("筛选与导出").click();
    await page.getByLabel("团队范围").selectOption({ label: "\u2003华南" });
    await page.getByRole("button", { name: "查看" }).click();
    await expect(page.getByRole("rowheader", { name: /^广州团队/ })).toBeVisible();
    await expect(page.getByRole("rowheader", { name: /^苏州团队/ })).toHaveCount(0);
    await page.getByText("筛选与导出").click();
    await page.getByLabel("把当前筛选存为").fill("华南热力图");
    await page.getByRole("button", { name: "保存" }).click();
    await page.goto("/lead");
    await page.getByText("筛选与导出").click();
    await page.getByRole("link", { name: "华南热力图" }).click();
    await expect(page).toHaveURL(/\/lead\/heat\?team=/);
    await page.getByText("筛选与导出").click();
    const href = await page.getByRole("link", { name: "导出为 CSV" }).getAttribute("href");
    const file = Buffer.from(await (await ask(server, "executive", href ?? "")).arrayBuffer());
    // The mark by which Excel knows UTF-8.
    expect([...file.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const csv = file.toString("utf8");
    expect(csv).toContain("团队范围,华南");
    expect(csv).toMatch(/佛山团队,建立信任,8,\d+,\d+,\d+/);
    expect(csv).not.toContain("苏州团队");
    await page.getByRole("button", { name: "删除筛选“华南热力图”" }).click();
    await page.getByText("筛选与导出").click();
    await expect(page.getByRole("link", { name: "华南热力图" })).toHaveCount(0);
  });

  test("a past day is shown as it was kept, and a day before all days says that there is none", async ({ page, context, server }) => {
    await signInContext(context, server, "executive");
    const [first] = await server.sql<{ day: string }[]>`select min(day)::text as day from dashboard_snapshot`;
    await page.goto(`/lead?at=${first!.day}`);
    await expect(page.getByText(`${first!.day} 的数据`)).toBeVisible();
    await page.goto("/lead?at=2000-01-01");
    await expect(page.getByText(`最早的快照是 ${first!.day}。`)).toBeVisible();
    await page.goto("/lead/compare?by=day&measure=ready:build-trust");
    await expect(page.getByRole("table").getByRole("rowheader").first()).toHaveText(first!.day);
  });
});

test("pictures are drawn on the server: no drawing code reaches the browser, and the page obeys the policy without it", async ({ page, context, server }) => {
  await signInContext(context, server, "executive");
  const scripts: string[] = [];
  page.on("response", (response) => void (response.url().endsWith(".js") && scripts.push(response.url())));
  const refused: string[] = [];
  page.on("console", (message) => void (message.type() === "error" && refused.push(message.text())));
  for (const path of ["/lead", "/lead/road", "/lead/compare", "/lead/effect"]) {
    await page.goto(path);
    await expect(page.getByRole("img").first().locator("svg").first()).toBeAttached();
  }
  const texts = await Promise.all([...new Set(scripts)].map(async (url) => (await fetch(url)).text()));
  expect(texts.length).toBeGreaterThan(5);
  expect(texts.filter((text) => /echarts|zrender/i.test(text))).toEqual([]);
  expect(refused).toEqual([]);
});
