// A tool sheet as people use it: keyboard at a desk, fingers on a phone, without scripts.
import type { Page } from "@playwright/test";
import { phone } from "./support/devices";
import { ask, signInContext } from "./support/people";
import { expect, test, type TestServer } from "./support/server";

const KEY = "relationship-development";

/** A new sheet that a learner practises on. */
async function newSheet(server: TestServer, who: "learner" | "learner2" = "learner", key = KEY): Promise<string> {
  const response = await ask(server, who, "/sheets", { form: { key, title: "申科精密压铸" } });
  expect(response.status).toBe(303);
  return response.headers.get("location")!;
}

const cell = (page: Page, row: number, column: number) => page.getByRole("grid").locator("tbody tr").nth(row).locator(`td[data-column="${column}"]`);

/** The page lives: the connection stands, and everything is saved. */
async function live(page: Page): Promise<void> {
  await expect(page.getByRole("button", { name: "撤销" }).first()).toBeAttached();
  await expect(page.getByText("已保存")).toBeVisible();
}

test.describe("at a desk", () => {
  test.use({ permissions: ["clipboard-read", "clipboard-write"] });

  test("a sheet is filled in by keyboard alone; undo takes back, and what was typed is there after reloading", async ({ page, context, server }) => {
    await signInContext(context, server, "learner");
    await page.goto(await newSheet(server));
    await live(page);
    await page.getByLabel("客户", { exact: false }).first().fill("申科");
    await page.getByRole("button", { name: "添加人物" }).focus();
    await page.keyboard.press("Enter");
    await page.keyboard.type("潘玉清");
    await page.keyboard.press("Tab");
    await expect(cell(page, 0, 1)).toHaveText("潘玉清");
    await page.keyboard.type("厂长");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.type("决策");
    await expect(page.getByRole("option", { name: /决策者/ })).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(cell(page, 0, 4)).toContainText("决策者");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("F2");
    await page.keyboard.type("兼党委书记");
    await page.keyboard.press("Escape");
    await expect(cell(page, 0, 2)).toHaveText("厂长");
    await page.keyboard.press("Delete");
    await expect(cell(page, 0, 2)).toHaveText("");
    await page.keyboard.press("Control+z");
    await expect(cell(page, 0, 2)).toHaveText("厂长");
    await live(page);
    await page.reload();
    await expect(cell(page, 0, 1)).toHaveText("潘玉清");
    await expect(cell(page, 0, 4)).toContainText("决策者");
  });

  test("whoever adds a row and types on at once types into it, however busy the machine is", async ({ page, context, server }) => {
    await signInContext(context, server, "learner");
    await page.goto(await newSheet(server));
    await live(page);
    // The next key can come as soon as the click's own task is over: by then the cursor must be there.
    const column = await page.getByRole("button", { name: "添加人物" }).evaluate(async (button: HTMLButtonElement) => {
      button.click();
      await new Promise<void>(queueMicrotask);
      const at = document.activeElement;
      return at instanceof HTMLTextAreaElement ? at.closest("td")?.dataset.column : at?.tagName;
    });
    expect(column).toBe("1");
    await page.keyboard.insertText("潘");
    await expect(cell(page, 0, 1)).toContainText("潘");
  });

  test("a range from a spreadsheet: rows are added, what cannot be read stays and is marked, one step takes it back", async ({ page, context, server }) => {
    await signInContext(context, server, "learner");
    await page.goto(await newSheet(server));
    await live(page);
    await page.getByRole("button", { name: "添加人物" }).click();
    await page.evaluate(() => navigator.clipboard.writeText("骆启明\t能源主管\t设备部\t发起者、使用者\n谢康平\t经理\t设备部\t守门员\n"));
    await cell(page, 0, 1).click();
    await page.keyboard.press("Control+v");
    await expect(page.getByRole("status").filter({ hasText: "已粘贴" })).toContainText("新增 1 行");
    await expect(cell(page, 0, 4)).toContainText("发起者");
    await expect(cell(page, 1, 4)).toContainText("守门员");
    await expect(cell(page, 1, 4)).toContainText("没有“守门员”这个选项");
    await page.keyboard.press("Control+z");
    await expect(page.getByRole("grid").locator("tbody tr")).toHaveCount(1);
    await expect(cell(page, 0, 1)).toHaveText("");
  });

  test("a check of the method points at its cell, says why, and goes away when it is put right", async ({ page, context, server }) => {
    await signInContext(context, server, "learner");
    await page.goto(await newSheet(server));
    await live(page);
    await page.getByRole("button", { name: "添加人物" }).click();
    await page.keyboard.type("潘玉清");
    await page.keyboard.press("Enter");
    // A person with an attitude, and nothing that it rests on.
    await cell(page, 0, 8).click();
    await page.keyboard.press("2");
    const panel = page.getByRole("complementary");
    const finding = panel.getByRole("listitem").filter({ hasText: "潘玉清" }).filter({ has: page.getByRole("img", { name: /问题|提醒/ }) });
    await expect(finding.first()).toBeVisible();
    await page.keyboard.press("Delete");
    await expect(panel.getByText("按方法检查，没有发现问题。")).toBeVisible();
  });

  test("remarks: written on the sheet, seen by the instructor, settled", async ({ page, context, server, browser }) => {
    const path = await newSheet(server);
    await signInContext(context, server, "learner");
    await page.goto(`${path}?panel=comments`);
    await page.getByLabel("评论整张表").fill("谁能补上决策者？");
    await page.getByRole("button", { name: "发表" }).click();
    await expect(page.getByRole("listitem").filter({ hasText: "谁能补上决策者？" })).toBeVisible();
    const staff = await browser.newContext({ baseURL: server.app.origin, locale: "zh-CN" });
    await signInContext(staff, server, "instructor");
    const teacher = await staff.newPage();
    await teacher.goto(`${path}?panel=comments`);
    await expect(teacher.getByRole("button", { name: "添加人物" })).toHaveCount(0);
    await teacher.getByRole("button", { name: "已解决" }).click();
    await expect(teacher.getByText("1 条已解决")).toBeVisible();
    await expect(page.getByText("1 条已解决")).toBeVisible();
    await staff.close();
  });

  test("history says who changed what, and brings back what was", async ({ page, context, server }) => {
    await signInContext(context, server, "learner");
    const path = await newSheet(server);
    const version = async () => (await server.sql<{ version: number }[]>`select version from sheet where id = ${path.split("/")[2]!}`)[0]!.version;
    const save = async (value: string) => {
      const response = await ask(server, "learner", path, { form: { intent: "save", scope: "fields", version: String(await version()), holds: "customer", "cell:customer": value } });
      expect(response.status).toBe(303);
    };
    await save("申科");
    // Somebody's pause: another doing begins after five minutes.
    await server.sql`alter table sheet_change disable trigger all`;
    await server.sql`update sheet_change set at = at - interval '1 hour'`;
    await server.sql`alter table sheet_change enable trigger all`;
    await save("浦润");
    await page.goto(`${path}?panel=history`);
    await expect(page.getByRole("complementary").getByRole("listitem").filter({ hasText: "浦润" }).first()).toBeVisible();
    await page.getByRole("button", { name: "恢复到这时" }).click();
    await expect(page.getByRole("dialog")).toContainText("之后的 1 处改动会撤回");
    await page.getByRole("dialog").getByRole("button", { name: "恢复", exact: true }).click();
    await expect(page.getByLabel("客户", { exact: false }).first()).toHaveValue("申科");
  });

  test("out to Excel and back: the difference is shown before it is taken over", async ({ page, context, server }) => {
    await signInContext(context, server, "learner");
    const path = await newSheet(server);
    await ask(server, "learner", path, { form: { intent: "save", scope: "fields", version: "1", holds: "customer", "cell:customer": "申科" } });
    const exported = await page.request.get(`${path}/export.xlsx`);
    expect(exported.headers()["content-type"]).toContain("spreadsheetml");
    const file = await exported.body();
    await page.goto(`${path}/import`);
    await page.getByLabel("Excel 文件").setInputFiles({ name: "sheet.xlsx", mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", buffer: file });
    await page.getByRole("button", { name: "看看会改什么" }).click();
    await expect(page.getByText("文件和表格没有不同")).toBeVisible();
    await page.goto(`${path}/import`);
    await page.getByLabel("Excel 文件").setInputFiles({ name: "sheet.xlsx", mimeType: "text/plain", buffer: Buffer.from("no workbook") });
    await page.getByRole("button", { name: "看看会改什么" }).click();
    await expect(page.getByText("这不是 Excel 文件")).toBeVisible();
  });

  test("a sheet that was handed in is read only, and somebody else's is not there", async ({ page, context, server }) => {
    const path = await newSheet(server);
    await server.sql`update sheet set locked_at = now(), locked_by = created_by where id = ${path.split("/")[2]!}`;
    await signInContext(context, server, "learner");
    await page.goto(path);
    await expect(page.getByText("已提交，只能看")).toBeVisible();
    await expect(page.getByRole("button", { name: "添加人物" })).toHaveCount(0);
    await expect(page.getByRole("textbox")).toHaveCount(0);
    const refused = await ask(server, "learner", path, { form: { intent: "save", scope: "fields", version: "1", holds: "customer", "cell:customer": "X" } });
    expect(refused.status).toBe(422);
    expect((await ask(server, "learner2", path)).status).toBe(404);
    expect((await ask(server, "learner2", `${path}/export.xlsx`)).status).toBe(404);
    expect((await ask(server, "learner2", `${path}/history`)).status).toBe(404);
    expect((await ask(server, "learner2", path, { form: { intent: "comment", about: "", body: "x" } })).status).toBe(404);
  });
});

test.describe("on a phone", () => {
  test.use(phone);

  test("a row is a card that opens into its form; add, fill in, go on, come back", async ({ page, context, server }) => {
    await signInContext(context, server, "learner");
    await page.goto(await newSheet(server));
    await expect(page.getByText("已保存")).toBeVisible();
    await page.getByRole("button", { name: "添加人物" }).tap();
    await page.getByLabel("姓名", { exact: false }).fill("潘玉清");
    await page.locator("label", { hasText: "决策者" }).first().tap();
    await page.locator("label", { hasText: "+1" }).first().tap();
    await page.getByRole("button", { name: "添加人物" }).tap();
    await expect(page.getByText("2 / 2")).toBeVisible();
    await page.getByLabel("姓名", { exact: false }).fill("骆启明");
    await page.getByRole("link", { name: "上一行" }).tap();
    await expect(page.getByLabel("姓名", { exact: false })).toHaveValue("潘玉清");
    await page.getByRole("link", { name: "客户的人" }).tap();
    const card = page.getByRole("link", { name: /潘玉清/ });
    await expect(card).toContainText("决策者");
    await expect(card).toContainText("+1");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.viewport.width);
    await page.getByRole("navigation", { name: "侧栏" }).getByRole("link").first().tap();
    await expect(page.getByRole("heading", { name: "填全了吗" })).toBeVisible();
    await page.getByRole("link", { name: /骆启明 购买角色/ }).tap();
    await expect(page.getByRole("heading", { name: "骆启明" })).toBeVisible();
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("fields and rows are plain forms; what somebody else changed meanwhile is shown, nothing is lost", async ({ page, context, server }) => {
    await signInContext(context, server, "learner");
    const path = await newSheet(server);
    await page.goto(path);
    await page.getByLabel("客户", { exact: false }).first().fill("申科");
    await page.getByRole("button", { name: "保存" }).click();
    await expect(page.getByLabel("客户", { exact: false }).first()).toHaveValue("申科");
    await page.getByRole("button", { name: "添加人物" }).click();
    await page.getByLabel("姓名", { exact: false }).fill("潘玉清");
    await page.locator("label", { hasText: "决策者" }).first().click();
    await page.locator("label", { hasText: "+1" }).first().click();
    const [sheet] = await server.sql<{ version: number }[]>`select version from sheet where id = ${path.split("/")[2]!}`;
    const row = new URL(page.url()).searchParams.get("row")!;
    // Somebody else is faster in one of the cells.
    await ask(server, "learner", `${path}?row=${row}`, { form: { intent: "save", scope: row, version: String(sheet!.version), holds: `${row}/attitude`, [`cell:${row}/attitude`]: "-2" } });
    await page.getByRole("button", { name: "保存", exact: true }).click();
    await expect(page.getByText("有 1 格别人先改了")).toBeVisible();
    await page.goto(path);
    await expect(page.getByRole("grid")).toContainText("潘玉清");
    await expect(page.getByRole("grid")).toContainText("−2");
  });
});
