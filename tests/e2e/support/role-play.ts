/** A rotation of the role-play as the people of a group play it. */
import { expect, type Page } from "@playwright/test";
import { ask, cookieOf } from "./people";
import type { TestServer } from "./server";

export interface Member {
  email: string;
  name: string;
  enrolment: string;
}

export interface Window extends Member {
  page: Page;
}

interface Round {
  id: string;
  salesperson: Window;
  customer: Window;
  observers: Window[];
  behaviours: string[];
}

/** The conversation that goes on, with who is what in it. */
async function runningRound({ sql }: TestServer, session: string, number: number, windows: readonly Window[]): Promise<Round> {
  const find = () => sql<{ id: string; role: string; enrolment: string; behaviours: string[] }[]>`
    select r.id, p.role, p.enrolment_id as enrolment, array(select one ->> 'id' from jsonb_array_elements(v.body -> 'checklist') one) as behaviours
    from role_play_round r join role_play_part p on p.round_id = r.id join role_play_scenario_version v on v.hash = r.scenario_hash
    where r.session_id = ${session} and r.number = ${number} and r.state = 'running'`;
  await expect.poll(async () => (await find()).length, "everybody of the group is in the round").toBe(4);
  const parts = await find();
  const having = (role: string) => parts.filter((part) => part.role === role).map((part) => windows.find(({ enrolment }) => enrolment === part.enrolment)!);
  return { id: parts[0]!.id, salesperson: having("salesperson")[0]!, customer: having("customer")[0]!, observers: having("observer"), behaviours: parts[0]!.behaviours };
}

/** A round on everybody's screen. */
async function playByHand(server: TestServer, { id, salesperson, customer, observers, behaviours }: Round): Promise<void> {
  const path = `/learn/role-play/${id}`;
  await Promise.all([salesperson, customer, ...observers].map(({ page }) => page.goto(path)));
  await expect(customer.page.getByRole("heading", { name: "客户的底牌" })).toBeVisible();
  for (const { page } of observers) {
    for (let at = 0; at < behaviours.length; at++) await page.locator("#sheet fieldset").nth(at).locator("label", { hasText: "做到" }).first().click();
  }
  await expect.poll(async () => (await server.sql`select from role_play_mark where round_id = ${id}`).length).toBe(behaviours.length * observers.length);
  await salesperson.page.getByRole("button", { name: "对话结束" }).click();
  await salesperson.page.getByRole("dialog").getByRole("button", { name: "对话结束" }).click();
  // The others' screens follow by themselves.
  await customer.page.getByRole("button", { name: "销售说完了，请客户" }).click();
  await customer.page.getByRole("button", { name: "客户说完了，请观察员" }).click();
  for (const { page } of observers) {
    await page.getByRole("button", { name: "交观察表" }).click();
    await expect(page.getByText("已交表，不能再改。")).toBeVisible();
  }
  await expect.poll(async () => (await server.sql`select from role_play_part where round_id = ${id} and handed_in_at is not null`).length).toBe(observers.length);
  await observers[0]!.page.getByRole("button", { name: "观察员说完了，结束这一轮" }).click();
  await expect(salesperson.page.getByText("这一轮已完成。")).toBeVisible();
  await expect(salesperson.page.getByText("通过 100%").first()).toBeVisible();
}

/** The same by the forms of the same pages. */
async function playByForms(server: TestServer, { id, salesperson, customer, observers, behaviours }: Round): Promise<void> {
  const act = async ({ email }: Member, form: Record<string, string>) => expect((await ask(server, { cookie: await cookieOf(server, email) }, `/learn/role-play/${id}`, { form })).status, form.intent).toBeLessThan(400);
  await act(salesperson, { intent: "end" });
  for (const observer of observers) await act(observer, { intent: "hand-in", ...Object.fromEntries(behaviours.map((behaviour) => [`marks.${behaviour}`, "shown"])) });
  for (const turn of ["salesperson", "customer", "observer"]) await act(customer, { intent: "advance", turn });
}

/** The instructor plans a session that begins now. */
export async function planRolePlay(teacher: Page, cohort: string): Promise<void> {
  await teacher.goto(`/teach/cohorts/${cohort}/role-play/new`);
  await teacher.getByLabel("标题").fill("建立信任：三种角色轮着来");
  await teacher.getByLabel("开始时间").fill(new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 16));
  await teacher.getByLabel("地点").fill("302 教室");
  await teacher.getByRole("button", { name: "安排并通知" }).click();
  await expect(teacher.getByRole("button", { name: "保存到场情况" })).toBeVisible();
}

/** Four rounds: each of the four sells, is the customer and observes. */
export async function rotate(server: TestServer, cohort: string, teacher: Page, windows: readonly Window[]): Promise<void> {
  const [planned] = await server.sql<{ id: string }[]>`select id from role_play_session where cohort_id = ${cohort} and state = 'planned'`;
  await teacher.goto(`/teach/cohorts/${cohort}/role-play/sessions/${planned!.id}`);
  for (const { name } of windows) await teacher.getByRole("checkbox", { name }).check();
  await teacher.getByRole("button", { name: "保存到场情况" }).click();
  await teacher.getByRole("button", { name: "把到场的 4 人分组" }).click();
  await teacher.getByRole("button", { name: "开始这一场" }).click();
  const sold = new Set<string>();
  for (let number = 1; number <= 4; number++) {
    await teacher.getByRole("button", { name: "各组开始下一轮" }).click();
    const round = await runningRound(server, planned!.id, number, windows);
    sold.add(round.salesperson.enrolment);
    await (number === 1 ? playByHand : playByForms)(server, round);
  }
  expect(sold.size).toBe(4);
}
