/** A group of four at one sheet in four browsers: filled in live, handed in, sent back, improved, accepted. */
import { expect, type Page } from "@playwright/test";
import type { Member, Window } from "./role-play";
import type { TestServer } from "./server";
import { CHAPTER } from "./world";

/** Name, title, department, roles, personality, interests, history, attitude, evidence, stage, target, action, sign, owner, due. */
const ROWS = [
  "尚国栋\t熔炼车间主任\t熔炼车间\t发起者\t任务·强势\t夜班电耗\t夜班比白班多用一成电\t1\t给了一个月的班次电耗\t互动\t私交\t请他一起测三个夜班，结果归他汇报\t他在班前会上讲\t费一鸣\t2027-01-10",
  "朴盛哲\t技术部部长\t技术部\t设计者\t任务·随和\t同行实测\t\t0\t要过一次同行案例\t认识\t互动\t带他看甬峰的两台炉，现场核对数据\t他列出测点\t郝梦瑶\t2027-01-12",
  "穆成文\t总经理\t管理层\t决策者\t任务·强势\t降价压力\t\t0\t在展会上换过名片\t认识\t互动\t请尚国栋带去，用二十分钟报告每吨省多少\t他让财务核对\t钱雨桐\t2027-01-15",
  "班长老秦\t班长\t熔炼车间\t使用者\t人际·随和\t少填一张表\t\t1\t带我们走了一遍夜班\t互动\t互动\t请他定屏幕放在哪里，按他的话改\t他教会两个徒弟\t徐慕白\t2027-01-18",
];

const saved = (page: Page) => expect(page.getByRole("banner").getByRole("status").first()).toHaveText("已保存");

/** Where these people stand in a step. */
export async function statesOf(server: TestServer, members: readonly Pick<Member, "enrolment">[], step = "group-work"): Promise<string[]> {
  const rows = await server.sql<{ state: string }[]>`select state from progress where step = ${step} and chapter_slug = ${CHAPTER} and enrolment_id in ${server.sql(members.map((member) => member.enrolment))}`;
  return rows.map((row) => row.state);
}

/** All four stand alike. */
export const allAre = (state: string): string[] => Array<string>(4).fill(state);

/** The instructor puts these four into one group; answers its name. */
export async function formGroup(teacher: Page, cohort: string): Promise<string> {
  await teacher.goto(`/teach/cohorts/${cohort}/groups`);
  await teacher.getByRole("button", { name: "分一次看看" }).click();
  await teacher.getByRole("button", { name: "就这样分成 1 组" }).click();
  await expect(teacher.getByText("小组已分好。")).toBeVisible();
  return "第 1 组";
}

/** The four fill in the relationship sheet for a customer; sent back once, then accepted. */
export async function fillSheetTogether(teacher: Page, server: TestServer, cohort: string, group: string, members: readonly Window[]): Promise<void> {
  const pages = members.map(({ page }) => page);
  const [first] = pages as [Page, Page, Page, Page];
  await teacher.goto(`/teach/cohorts/${cohort}/group-work/${CHAPTER}`);
  const tile = teacher.getByRole("article").filter({ has: teacher.getByRole("heading", { name: group }) });
  await expect(tile).toContainText("还没有选客户");

  const room = (index: number) => `/learn/${members[index]!.enrolment}/${CHAPTER}/group-work`;
  await first.goto(room(0));
  await first.getByLabel("写哪家客户").fill("辰铸汽车零部件");
  await first.getByRole("button", { name: "开始填写" }).click();
  await expect(first).toHaveURL(/\/sheets\//);
  const sheet = new URL(first.url()).pathname;
  // Everybody opens the room, which begins the step, and from there the sheet.
  for (const [index, page] of pages.entries()) {
    await page.goto(room(index));
    await page.getByRole("link", { name: "打开表格一起填" }).click();
    await expect(page).toHaveURL(new RegExp(sheet));
    await saved(page);
  }
  expect(await statesOf(server, members)).toEqual(allAre("in-progress"));
  await first.getByRole("textbox", { name: /^客户/ }).first().fill("辰铸汽车零部件");
  await first.getByRole("textbox", { name: /^项目/ }).first().fill("熔炼电耗监测，约 90 万元");
  for (const [index, page] of pages.entries()) {
    await page.getByRole("button", { name: "添加人物" }).click();
    await page.keyboard.press("Escape");
    await page.evaluate((text) => navigator.clipboard.writeText(text), ROWS[index]!);
    await page.getByRole("grid").locator("tbody tr").nth(index).locator('td[data-column="1"]').click();
    await page.keyboard.press("Control+v");
    await saved(page);
    // What one wrote is there for the next.
    for (const other of pages) await expect(other.getByRole("grid").locator("tbody tr").nth(index).locator('td[data-column="1"]')).toContainText(ROWS[index]!.split("\t")[0]!);
  }
  // The instructor's room followed, without anybody reloading it.
  await expect(tile).toContainText("辰铸汽车零部件");
  await expect(tile.getByRole("meter", { name: "完整度" })).toHaveAttribute("aria-valuetext", /^(\d+) \/ \1 项$/);

  await teacher.getByLabel("提示").fill("先写证据，再打分。");
  await teacher.getByRole("button", { name: "发给所有小组" }).click();
  await first.goto(room(0));
  await expect(first.getByText("先写证据，再打分。")).toBeVisible();
  await first.getByRole("button", { name: "交给讲师" }).click();
  await first.getByRole("dialog").getByRole("button", { name: "交上去" }).click();
  await expect(first.getByText("已交给讲师。")).toBeVisible();
  expect(await statesOf(server, members)).toEqual(allAre("awaiting-review"));

  await tile.getByRole("link", { name: "查看并验收" }).click();
  await teacher.getByLabel("评语").fill("穆成文那一行：二十分钟里先讲哪一个数？");
  await teacher.getByRole("button", { name: "退回修改" }).click();
  await expect(teacher.getByText("已退回，小组可以继续改。")).toBeVisible();
  // The other members learn of it on the page they have open.
  await pages[1]!.goto(room(1));
  await expect(pages[1]!.getByText("穆成文那一行：二十分钟里先讲哪一个数？").first()).toBeVisible();
  expect(await statesOf(server, members)).toEqual(allAre("in-progress"));

  const third = pages[2]!;
  await third.goto(sheet);
  await saved(third);
  await third.evaluate(() => navigator.clipboard.writeText("请尚国栋带去，先讲夜班每吨多用 38 度电，再报告两台炉一年省多少"));
  await third.getByRole("grid").locator("tbody tr").nth(2).locator('td[data-column="12"]').click();
  await third.keyboard.press("Control+v");
  await saved(third);
  await pages[3]!.goto(room(3));
  await pages[3]!.getByRole("button", { name: "改好了，再交一次" }).click();
  await pages[3]!.getByRole("dialog").getByRole("button", { name: "交上去" }).click();
  await expect(pages[3]!.getByText("已交给讲师。")).toBeVisible();

  await teacher.goto(`/teach/cohorts/${cohort}/group-work/${CHAPTER}`);
  await tile.getByRole("button", { name: "验收" }).click();
  await teacher.getByRole("dialog").getByRole("button", { name: "验收" }).click();
  await expect(teacher.getByText("已验收，组员的进度已更新。")).toBeVisible();
  expect(await statesOf(server, members)).toEqual(allAre("passed"));
  await pages[1]!.goto(room(1));
  await expect(pages[1]!.getByText(/已验收/).first()).toBeVisible();
  // Evidence for everybody, down to who was in the group.
  await teacher.goto(`/teach/cohorts/${cohort}/learners/${members[3]!.enrolment}/${CHAPTER}/group-work`);
  for (const member of members) await expect(teacher.getByRole("table", { name: "小组交过的表格" })).toContainText(member.name);

}
