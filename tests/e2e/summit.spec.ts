// What the company buys the system for: a defense before its management, the tool in a real deal, and the executive's way down to both.
import type { Page } from "@playwright/test";
import { phone } from "./support/devices";
import { deviceOf } from "./support/first-steps";
import { confirmInMeeting, defend, logUse, scheduleDefense, takeToDeal, waiveUpTo } from "./support/last-steps";
import { emailOf } from "./support/people";
import { expect, test } from "./support/server";
import { CHAPTER } from "./support/world";

test("a defense is scheduled, scored blind, reconciled and passed; the sheet goes to a deal; the executive gets from the heat map to that evidence", async ({ browser, ownServer: server }) => {
  test.setTimeout(300_000);
  // Somebody of the manager's team in the running cohort with an accepted group sheet and a deal of their own.
  const [candidate] = await server.sql<{ email: string; name: string; enrolment: string; person: string; cohort: string; team: string; deal: string; title: string; account: string; sheet: string }[]>`
    select p.email, p.name, e.id as enrolment, p.id as person, e.cohort_id as cohort, m.team_id as team, d.id as deal, d.title, a.name as account, g.sheet_id as sheet
    from enrolment e join person p on p.id = e.person_id join cohort c on c.id = e.cohort_id and c.state = 'open'
    join progress x on x.enrolment_id = e.id and x.chapter_slug = ${CHAPTER} and x.step = 'defense' and x.state = 'locked'
    join team_membership m on m.person_id = p.id and m.valid_to is null
    join role_grant r on r.team_id = m.team_id and r.role = 'manager' and r.revoked_at is null join person boss on boss.id = r.person_id and boss.email = ${emailOf("manager")}
    join deal d on d.owner_id = p.id and d.closed_on is null join account a on a.id = d.account_id
    join cohort_group_member gm on gm.enrolment_id = e.id and gm.valid_to is null join cohort_group cg on cg.id = gm.group_id and cg.purpose = 'class'
    join group_sheet g on g.group_id = cg.id join sheet s on s.id = g.sheet_id and s.definition_key = 'relationship-development'
    order by p.email, d.id limit 1`;
  expect(candidate, "a candidate in the manager's team").toBeDefined();
  const learner = candidate!;
  await waiveUpTo(server, learner.cohort, learner.enrolment, "homework");

  const executive = await deviceOf(browser, server, emailOf("executive"));
  const before = await peopleRow(executive, learner.name);
  const teacher = await deviceOf(browser, server, emailOf("instructor"));
  const slot = await scheduleDefense(teacher, server, learner.cohort, learner);
  const page = await deviceOf(browser, server, learner.email, phone);
  await page.goto(`/learn/${learner.enrolment}/${CHAPTER}/defense`);
  await expect(page.getByText("18 楼会议室")).toBeVisible();
  await defend(browser, server, slot);

  await page.goto(`/learn/${learner.enrolment}/${CHAPTER}/defense`);
  await page.getByRole("link", { name: /看反馈|反馈单/ }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("答辩反馈");
  await expect(page.getByText("每一个判断都说得出客户做过的事。")).toBeVisible();

  await takeToDeal(page, learner.sheet, { id: learner.deal, title: learner.title });
  const note = "潘厂长指定了二期的试点线，谢康平要了接口文件";
  await logUse(page, learner, learner.account, "客户关系发展表", note);
  const manager = await deviceOf(browser, server, emailOf("manager"), phone);
  await confirmInMeeting(manager, learner.team, [note]);

  // The executive sees the change, and gets from the heat map to the very evidence.
  expect(await peopleRow(executive, learner.name)).not.toBe(before);
  await executive.getByRole("link", { name: `${learner.name}的证据` }).click();
  await expect(executive).toHaveURL(new RegExp(`/capability/${learner.person}/build-trust$`));
  const sources = executive.getByRole("region", { name: "这个数字是怎么来的" }).getByRole("listitem");
  const defense = sources.filter({ hasText: "答辩 · 第 3 章" });
  await defense.getByText("4 行证据").click();
  await expect(defense).toContainText("不押在一个人身上");
  const use = sources.filter({ hasText: "客户应用 · 第 3 章" });
  await expect(use).toContainText("沈砚秋");
  await use.getByRole("link", { name: "客户应用 · 第 3 章" }).click();
  await expect(executive).toHaveURL(new RegExp(`/deals/${learner.deal}`));
  await expect(executive.getByRole("main").getByRole("link", { name: /客户关系发展表/ }).first()).toBeVisible();
});

/** What the list behind the heat map's cell for 华东 and trust says of a person. */
async function peopleRow(executive: Page, name: string): Promise<string> {
  await executive.goto("/lead/heat");
  await executive.getByRole("link", { name: /^华东，建立信任/ }).click();
  const row = executive.getByRole("row").filter({ has: executive.getByRole("link", { name: `${name}的证据` }) });
  await expect(row).toHaveCount(1);
  return (await row.textContent()) ?? "";
}
