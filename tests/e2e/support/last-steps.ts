/** The last two steps of a chapter as people take them: the defense before a panel, and the tools in a real deal. */
import { expect, type Browser, type Page } from "@playwright/test";
import { phone, tablet } from "./devices";
import { deviceOf, type Learner } from "./first-steps";
import { ask } from "./people";
import type { TestServer } from "./server";
import { CHAPTER } from "./world";

/** Passes what lies before a step by the instructor's waiver. */
export async function waiveUpTo(server: TestServer, cohort: string, enrolment: string, last: string): Promise<void> {
  for (const step of ["preview", "quiz", "lecture", "group-work", "role-play", "homework", "defense"]) {
    const [road] = await server.sql<{ version: number; state: string }[]>`select r.version, s.state from road r join progress s using (enrolment_id, chapter_slug) where r.enrolment_id = ${enrolment} and r.chapter_slug = ${CHAPTER} and s.step = ${step} and s.included`;
    if (road && road.state !== "passed" && road.state !== "waived") {
      const waived = await ask(server, "instructor", `/teach/cohorts/${cohort}/learners/${enrolment}/${CHAPTER}/${step}`, { form: { intent: "waive", version: String(road.version), reason: "去年走过" } });
      expect(waived.status, step).toBe(303);
    }
    if (step === last) return;
  }
}

/** A moment in the next hour, on the wall clock of Shanghai, with an hour of the same day behind it. */
function soon(): { starts: string; ends: string } {
  const shanghai = new Date(Date.now() + 8 * 3_600_000);
  // Shortly before midnight the next day is nearer than the end of this one.
  const late = shanghai.getUTCHours() === 23;
  const from = late ? new Date(Date.UTC(shanghai.getUTCFullYear(), shanghai.getUTCMonth(), shanghai.getUTCDate() + 1)) : new Date(shanghai.getTime() + 2 * 60_000);
  const to = new Date(Math.min(from.getTime() + 59 * 60_000, Date.UTC(from.getUTCFullYear(), from.getUTCMonth(), from.getUTCDate(), 23, 59)));
  return { starts: from.toISOString().slice(0, 16), ends: to.toISOString().slice(11, 16) };
}

/** The instructor plans a day for this candidate alone, has the slots proposed, and publishes. */
export async function scheduleDefense(teacher: Page, server: TestServer, cohort: string, { enrolment, name }: Learner): Promise<string> {
  await teacher.goto(`/teach/cohorts/${cohort}/defense/new`);
  await teacher.getByLabel("标题").fill("建立信任，加一场");
  const chapter = teacher.getByRole("group", { name: /考哪几章/ }).getByRole("checkbox", { name: /建立信任/ });
  if (!(await chapter.isChecked())) await chapter.check();
  const { starts, ends } = soon();
  await teacher.locator("input[name=starts]").fill(starts);
  await teacher.locator("input[name=ends]").fill(ends);
  await teacher.locator("input[name=place0]").fill("18 楼会议室");
  const learners = teacher.getByRole("group", { name: /^学员/ });
  for (const box of await learners.getByRole("checkbox").all()) await box.uncheck();
  await learners.getByRole("checkbox", { name: new RegExp(name) }).check();
  await teacher.getByRole("button", { name: "保存草稿" }).click();
  await teacher.getByRole("button", { name: "排出场次" }).click();
  await expect(teacher.getByText("1 人已排，0 人排不进。")).toBeVisible();
  await teacher.getByRole("button", { name: "发布" }).click();
  await teacher.getByRole("dialog").getByRole("button", { name: "发布" }).click();
  await expect(teacher.getByText(/^已发布，发出 \d+ 封信。/)).toBeVisible();
  const [slot] = await server.sql<{ id: string }[]>`select id from defense_slot where enrolment_id = ${enrolment} and state = 'planned'`;
  return slot!.id;
}

/** Chooses a level for every criterion; the levels are rows to tap. */
async function score(page: Page, levels: readonly number[]): Promise<void> {
  const criteria = page.locator("#scores fieldset");
  await expect(criteria).toHaveCount(levels.length);
  for (const [at, level] of levels.entries()) await criteria.nth(at).getByRole("radio").nth(level).tap();
  await expect(page.locator("#scores").getByText("已保存")).toBeVisible();
}

/**
 * The panel on its own devices: talk and questions, scores that nobody else sees, one criterion talked about, a pass,
 * and every signature. `looks` is called while all but one have locked.
 */
export async function defend(browser: Browser, server: TestServer, slot: string, looks: (pages: Page[]) => Promise<void> = async () => undefined): Promise<void> {
  const panel = await server.sql<{ email: string; chair: boolean }[]>`
    select p.email, d.chair from defense_panelist d join person p on p.id = d.person_id where d.slot_id = ${slot} and d.left_at is null order by d.chair desc, p.email`;
  expect(panel).toHaveLength(3);
  const pages = (await Promise.all(panel.map(({ email }, at) => deviceOf(browser, server, email, at === 1 ? phone : tablet)))) as [Page, Page, Page];
  for (const page of pages) await page.goto(`/defend/${slot}`);
  const [chair, , dissenter] = pages;
  await chair.getByRole("button", { name: "开始答辩" }).click();
  await chair.getByRole("button", { name: "进入提问" }).click();
  await chair.getByRole("button", { name: "提问结束，打分" }).click();
  for (const page of pages) {
    await expect(page.getByRole("button", { name: "核对并锁定" })).toBeVisible();
    await score(page, [2, 2, 3, 2, page === dissenter ? 0 : 2, 2]);
  }
  for (const [at, page] of pages.entries()) {
    if (at === pages.length - 1) await looks(pages);
    await page.getByRole("button", { name: "核对并锁定" }).click();
    await page.getByRole("button", { name: "锁定我的打分" }).click();
    await expect(page).toHaveURL(new RegExp(`/defend/${slot}$`));
  }

  await expect(chair.getByText("1 项相差两级或以上，已商定 0 项。")).toBeVisible();
  const disputed = chair.getByRole("region", { name: "分数并列" }).locator("form").filter({ has: chair.getByRole("button", { name: "记下" }) }).first();
  await disputed.getByRole("radio").nth(1).check();
  await disputed.getByRole("button", { name: "记下" }).click();
  await expect(chair.getByText("1 项相差两级或以上，已商定 1 项。")).toBeVisible();
  await chair.getByRole("link", { name: "写结论" }).click();
  await chair.getByRole("textbox", { name: "做得好的" }).fill("每一个判断都说得出客户做过的事。");
  await chair.getByRole("textbox", { name: "纪要" }).fill("追问了主要联系人调走以后怎么办。");
  await chair.getByRole("radio", { name: "通过", exact: true }).check();
  await chair.getByRole("button", { name: "作出结论" }).click();
  for (const page of pages) {
    await page.getByRole("button", { name: "签字" }).click();
    await expect(page.getByRole("button", { name: "签字" })).toBeHidden();
  }
  // What each gave alone and what they agreed on are both kept.
  const kept = await server.sql<{ level: number; agreed: number }[]>`
    select s.level, a.level as agreed from defense d join defense_score s on s.defense_id = d.id
    join defense_agreed a on a.defense_id = d.id and a.chapter_slug = s.chapter_slug and a.criterion_id = s.criterion_id
    where d.slot_id = ${slot} and a.how = 'panel' order by s.level`;
  expect(kept.map(({ level }) => level)).toEqual([0, 2, 2]);
  expect(new Set(kept.map(({ agreed }) => agreed))).toEqual(new Set([1]));
  await Promise.all(pages.map((page) => page.context().close()));
}

/** A class sheet goes from its page to the deal; answers the address of the copy. */
export async function takeToDeal(page: Page, sheet: string, deal: { id: string; title: string }): Promise<void> {
  await page.goto(`/sheets/${sheet}`);
  await page.getByRole("link", { name: "用到我的商机" }).click();
  await page.getByRole("button", { name: `用在${deal.title}` }).click();
  await expect(page).not.toHaveURL(new RegExp(sheet));
}

/** One use of a tool on a deal, logged on the phone. */
export async function logUse(page: Page, { enrolment }: Learner, account: string, tool: string, note: string): Promise<void> {
  await page.goto(`/learn/${enrolment}/${CHAPTER}/field-tracking`);
  await page.getByRole("radio", { name: new RegExp(account) }).first().check();
  await page.getByRole("radio", { name: tool }).check();
  await page.getByRole("textbox", { name: /发生了什么/ }).fill(note);
  await page.getByRole("button", { name: "记下来" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: note }).getByText("等主管")).toBeVisible();
}

/** The manager confirms uses from the sales meeting of the team. */
export async function confirmInMeeting(manager: Page, team: string, notes: readonly string[]): Promise<void> {
  await manager.goto(`/manage/meetings/${team}`);
  await manager.getByRole("button", { name: "开会" }).or(manager.getByText("正在开", { exact: true })).first().click();
  for (const note of notes) {
    const use = manager.locator("div").filter({ hasText: note }).last().locator("xpath=ancestor-or-self::div[.//button][1]");
    await use.getByRole("button", { name: /：推动了$/ }).click();
    await expect(manager.getByText(note)).toBeHidden();
  }
}
