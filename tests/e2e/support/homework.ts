/** What people do on the pages of homework, in Chinese. */
import { expect, type Page } from "@playwright/test";
import type { Window } from "./role-play";
import type { TestServer } from "./server";
import { CHAPTER } from "./world";

export interface HomeworkAuthor {
  name: string;
  enrolment: string;
}

export const homeworkOf = ({ enrolment }: HomeworkAuthor): string => `/learn/${enrolment}/${CHAPTER}/homework`;
export const saved = (page: Page) => expect(page.getByRole("main").getByText("已保存", { exact: true })).toBeVisible();
export const settled = (page: Page) => expect(page.getByText("边写边保存。")).toBeVisible();

/** Presses the button and answers its question. */
export async function handIn(page: Page, button: string): Promise<void> {
  await page.getByRole("button", { name: button, exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "交", exact: true }).click();
  await expect(page.getByRole("heading", { name: /已交$/ }).or(page.getByText(/ 已交$/)).first()).toBeVisible();
}

/** The whole first version: the group's sheet carried on, both texts, handed in. */
export async function doHomework(page: Page, author: HomeworkAuthor): Promise<void> {
  await page.goto(homeworkOf(author));
  await settled(page);
  await page.getByRole("button", { name: "开始", exact: true }).click();
  await expect(page).toHaveURL(/\/sheets\/[0-9a-f-]{36}$/);
  await page.goto(homeworkOf(author));
  await expect(page.getByText(/^接自“.+”第 \d+ 版$/)).toBeVisible();
  await settled(page);
  await page.getByRole("textbox", { name: "一句话介绍" }).fill("我帮隔壁园区的食品厂降了一成峰段电费，您这边哪条线最费电？");
  await page.getByRole("textbox", { name: "四周推进计划" }).fill(`${author.name}：第一周走现场，第二周核对电费单。`);
  await saved(page);
  await page.reload();
  await expect(page.getByRole("textbox", { name: "四周推进计划" })).toHaveValue(`${author.name}：第一周走现场，第二周核对电费单。`);
  await settled(page);
  await handIn(page, "交作业");
}

/** Sound, recorded on the page: agreed to, stopped, and whole on the server. */
export async function recordRehearsal(page: Page, author: HomeworkAuthor): Promise<void> {
  await page.goto(homeworkOf(author));
  await settled(page);
  const part = page.getByRole("region", { name: /排练录音或录像/ });
  await expect(part.getByRole("button", { name: "开始录音" })).toHaveCount(0);
  await part.getByRole("checkbox", { name: /^录到的每个人都同意录/ }).check();
  await part.getByRole("button", { name: "开始录音" }).click();
  await expect(part.getByText(/^正在录 0:0[1-9]$/)).toBeVisible();
  await part.getByRole("button", { name: "停止录制" }).click();
  await expect(part.getByRole("link", { name: /\.webm/ })).toBeVisible();
  await expect(part.locator("audio")).toHaveCount(1);
}

/** The third level of every criterion: ten points of fifteen. */
export async function judge(page: Page): Promise<void> {
  // Also what is pressed before scripts run is kept.
  await expect(page.getByRole("button", { name: /^(提交互评|通过，下一份)$/ })).toBeVisible();
  for (const criterion of await page.getByRole("group").filter({ has: page.getByRole("radio") }).all()) await criterion.getByRole("radio").nth(2).check();
  await expect(page.getByRole("status").filter({ hasText: "合计 10 / 15 分" })).toBeVisible();
}

/** All four carry the group's sheet on and hand in, each reviews a peer, the instructor accepts all. */
export async function passHomework(server: TestServer, cohort: string, teacher: Page, windows: readonly Window[]): Promise<void> {
  await Promise.all(windows.map((window) => doHomework(window.page, window)));
  for (let given = 0; given < windows.length; given++) {
    const [asked] = await server.sql<{ reviewer: string; id: string }[]>`
      select r.id, r.reviewer_id as reviewer from homework_review r join enrolment e on e.id = r.reviewer_id where r.state = 'asked' and e.cohort_id = ${cohort} order by r.id limit 1`;
    const reviewer = windows.find(({ enrolment }) => enrolment === asked?.reviewer)!;
    await reviewer.page.goto(`${homeworkOf(reviewer)}/reviews/${asked!.id}`);
    await judge(reviewer.page);
    await reviewer.page.getByRole("textbox", { name: /评语/ }).fill("推进计划写得具体，第二周缺负责人。");
    await reviewer.page.getByRole("button", { name: "提交互评" }).click();
    await expect(reviewer.page.getByRole("link", { name: "看我写的" })).toBeVisible();
  }
  for (const { name } of windows) {
    await teacher.goto("/marking?kind=homework");
    await teacher.getByRole("link", { name, exact: true }).click();
    await expect(teacher.getByText(/^你在批，保留到/)).toBeVisible();
    await expect(teacher.getByText("穆成文").first()).toBeVisible();
    await judge(teacher);
    await teacher.getByRole("button", { name: "通过，下一份" }).click();
    await expect(teacher.getByText(`已批：${name}，10 / 15 分`)).toBeVisible();
  }
}
