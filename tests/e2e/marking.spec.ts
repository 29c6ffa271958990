import type { Browser, Page } from "@playwright/test";
import { demoEmail } from "../../db/seed/accounts";
import { signInAs } from "./support/people";
import { expect, test, type TestServer } from "./support/server";

/** An instructor in a browser of their own. */
async function visit(browser: Browser, server: TestServer, person: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.app.origin, locale: "zh-CN", timezoneId: "Asia/Shanghai", viewport: { width: 1440, height: 900 } });
  await signInAs(context, server, demoEmail(person));
  return context.newPage();
}

const rowsOf = (page: Page) => page.getByRole("table", { name: "批改" }).locator("tbody tr");
const chosen = (page: Page) => page.locator("#rubric input[type=radio]:checked");

/** How many things of a kind wait: the demo's instructor may mark in every cohort of the company; nothing waits in a closed one. */
async function waiting(server: TestServer, kind: string | null): Promise<number> {
  const [row] = await server.sql<{ n: number }[]>`
    select count(*)::int as n from marking_item i join cohort c on c.id = i.cohort_id
    where c.state <> 'closed' and i.state = 'waiting' and i.ready_at <= now() and (${kind}::text is null or i.kind = ${kind})`;
  return row!.n;
}

test("the queue is narrowed, a claim is seen by the other instructor, keys choose levels and save, the wheel changes nothing", async ({ browser, ownServer }) => {
  test.setTimeout(120_000);
  const teacher = await visit(browser, ownServer, "lu-minghui");
  const [all, answers, sheets] = [await waiting(ownServer, null), await waiting(ownServer, "quiz-answer"), await waiting(ownServer, "group-sheet")];
  expect(Math.min(answers, sheets)).toBeGreaterThan(0);
  await teacher.goto("/marking");
  await expect(rowsOf(teacher)).toHaveCount(Math.min(all, 50));
  const quick = teacher.getByRole("list", { name: "快速筛选" });
  await quick.getByRole("link", { name: /^小组表格/ }).click();
  await expect(teacher).toHaveURL(/kind=group-sheet/);
  await expect(rowsOf(teacher)).toHaveCount(sheets);
  await teacher.getByLabel("谁在批").selectOption("others");
  await teacher.getByRole("button", { name: "查看" }).click();
  await expect(teacher.getByText("这个条件下没有待批的")).toBeVisible();
  await teacher.getByRole("link", { name: "全部", exact: true }).click();
  await quick.getByRole("link", { name: /^笔试/ }).click();
  await expect(rowsOf(teacher)).toHaveCount(Math.min(answers, 50));

  await rowsOf(teacher).first().getByRole("link").click();
  await expect(teacher.getByText(/^你在批，保留到/)).toBeVisible();
  const item = teacher.url();
  const other = await visit(browser, ownServer, "cheng-yizhou");
  await other.goto("/marking?kind=quiz-answer&claim=others");
  await expect(rowsOf(other)).toHaveCount(1);
  await expect(rowsOf(other)).toContainText("卢明慧 在批，到");
  await rowsOf(other).getByRole("link").click();
  await expect(other.getByText(/^卢明慧 正在批，保留到/)).toBeVisible();
  await expect(other.getByRole("button", { name: "保存，下一份" })).toBeDisabled();

  const criteria = teacher.locator("#rubric fieldset");
  const count = await criteria.count();
  // The second level of the first criterion, the first of the others; the last choice is taken back and made again.
  await teacher.keyboard.press("2");
  await expect(criteria.first().getByRole("radio").nth(1)).toBeChecked();
  for (let at = 1; at < count; at++) {
    await teacher.keyboard.press("1");
    await expect(criteria.nth(at).getByRole("radio").first()).toBeChecked();
  }
  await teacher.keyboard.press("z");
  await expect(chosen(teacher)).toHaveCount(count - 1);
  await criteria.last().getByRole("radio").first().check();
  await expect(chosen(teacher)).toHaveCount(count);
  const before = await chosen(teacher).evaluateAll((radios) => radios.map((radio) => `${radio.getAttribute("name")}=${radio.getAttribute("value")}`));

  // The wheel over a focused level scrolls the page and nothing else.
  await teacher.setViewportSize({ width: 1440, height: 480 });
  await teacher.evaluate(() => scrollTo(0, 0));
  await criteria.first().getByRole("radio").nth(1).focus();
  await criteria.first().hover();
  const top = await teacher.evaluate(() => scrollY);
  await teacher.mouse.wheel(0, 200);
  await expect.poll(() => teacher.evaluate(() => scrollY)).toBeGreaterThan(top);
  expect(await chosen(teacher).evaluateAll((radios) => radios.map((radio) => `${radio.getAttribute("name")}=${radio.getAttribute("value")}`))).toEqual(before);

  await teacher.keyboard.press("Enter");
  await expect(teacher.getByText(/^已批：.+ 分$/)).toBeVisible();
  expect(teacher.url()).not.toBe(item);
  expect(await waiting(ownServer, "quiz-answer")).toBe(answers - 1);
  const [mark] = await ownServer.sql<{ criteria: Record<string, number>; marker: string }[]>`
    select m.criteria, p.name as marker from quiz_mark m join person p on p.id = m.marker_id order by m.at desc, m.id desc limit 1`;
  expect(mark!.marker).toBe("卢明慧");
  expect(Object.entries(mark!.criteria).map(([id, points]) => `criteria.${id}=${points}`).sort()).toEqual([...before].sort());
});
