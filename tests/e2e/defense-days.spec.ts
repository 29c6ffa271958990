// A defense day from the plan to the repair, by its instructor, an examiner and a candidate, in browsers of their own.
import type { Browser, Page } from "@playwright/test";
import { problemsOf } from "./support/axe";
import { ask, cookieOf, signInAs } from "./support/people";
import { expect, test, type TestServer } from "./support/server";
import { CHAPTER, worldOf } from "./support/world";

/** Somebody in a browser of their own. */
async function visit(browser: Browser, server: TestServer, email: string, width = 1440): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.app.origin, locale: "zh-CN", timezoneId: "Asia/Shanghai", viewport: { width, height: 900 } });
  await signInAs(context, server, email);
  return context.newPage();
}

/** A day three weeks from now, as a form takes it. */
function inThreeWeeks(): string {
  return new Date(Date.now() + 21 * 86_400_000).toISOString().slice(0, 10);
}

const seats = (server: TestServer, day: string) => server.sql<{ slot: string; email: string; startsAt: Date; place: string }[]>`
  select s.id as slot, p.email, s.starts_at as "startsAt", s.place_id as place from defense_slot s join defense_panelist m on m.slot_id = s.id and m.left_at is null join person p on p.id = m.person_id
  where s.day_id = ${day} and s.state <> 'cancelled' order by s.starts_at, s.id, p.email`;

test("an instructor plans a day, proposes, publishes; an examiner drops out, and the repair changes only their panels", async ({ browser, ownServer }) => {
  test.setTimeout(120_000);
  const world = await worldOf(ownServer);
  const days = `/teach/cohorts/${world.cohort}/defense`;
  // Everybody who is ready has a slot on the day that was seeded, so nobody is ticked.
  const page = await visit(browser, ownServer, "instructor@roadbook.test");
  await page.goto(days);
  await page.getByRole("link", { name: "安排答辩日" }).click();
  await page.getByRole("textbox", { name: "标题" }).fill("第二场答辩");
  await page.locator("[name=starts]").fill(`${inThreeWeeks()}T09:00`);
  await page.getByLabel("结束时间").fill("17:00");
  await page.getByLabel("第 1 段从").fill("12:00");
  await page.locator("[name=breakTo0]").fill("13:30");
  await page.locator("[name=place0]").fill("八楼会议室");
  await page.getByText("更多地点").click();
  await page.locator("[name=place1]").fill("线上");
  await page.getByRole("textbox", { name: "地点 2 的线上链接" }).fill("https://meet.hengneng.test/2");
  for (const learner of await page.locator("input[name=learners]").all()) await learner.check();
  await page.getByRole("button", { name: "保存草稿" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("第二场答辩");
  const day = /defense\/([0-9a-f-]{36})/.exec(page.url())![1]!;
  const asked = await ownServer.sql`select id from outbox_mail where template = 'defense' and subject like '请填有空的时间%'`;
  expect(asked).toHaveLength(6);

  // An examiner says when they are free, on a phone.
  const examiner = await visit(browser, ownServer, "examiner@roadbook.test", 360);
  await examiner.goto("/defend");
  await examiner.getByRole("article").filter({ hasText: "第二场答辩" }).getByRole("link", { name: "填有空的时间" }).click();
  await examiner.getByRole("radio", { name: "只在这些时间" }).check();
  await examiner.getByLabel("第 1 段从").fill("13:30");
  await examiner.locator("[name=to0]").fill("17:00");
  await examiner.getByRole("button", { name: "保存", exact: true }).click();
  await expect(examiner.getByText("已保存。排场次时会避开你没空的时间。")).toBeVisible();

  await page.getByRole("button", { name: "排出场次" }).click();
  await expect(page.getByText(/5 人已排，0 人排不进/)).toBeVisible();
  const proposed = await seats(ownServer, day);
  expect(proposed).toHaveLength(15);
  const afternoon = new Date(`${inThreeWeeks()}T13:30:00+08:00`);
  for (const seat of proposed.filter(({ email }) => email === "examiner@roadbook.test")) expect(seat.startsAt.getTime()).toBeGreaterThanOrEqual(afternoon.getTime());

  // Nobody else knows of a draft.
  expect((await ask(ownServer, "learner", `/calendar/defense/${proposed[0]!.slot}.ics`)).status).toBe(404);

  // Moving onto somebody is refused with the reason; swapping works.
  const table = page.getByRole("table", { name: "按时间和地点排列的场次" });
  await table.getByRole("link").first().click();
  const time = page.getByRole("combobox", { name: "时间" });
  const own = await time.inputValue();
  const [other] = await ownServer.sql<{ starts: Date; place: string }[]>`select starts_at as starts, place_id as place from defense_slot where day_id = ${day} and starts_at <> ${new Date(own)} order by starts_at limit 1`;
  await time.selectOption(other!.starts.toISOString());
  await page.getByRole("combobox", { name: "地点" }).selectOption(other!.place);
  await page.getByRole("button", { name: "移动", exact: true }).click();
  await expect(page.getByText("这样排不行")).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "同一时间、同一地点" })).toBeVisible();

  await page.goto(`${days}/${day}`);
  await page.getByRole("button", { name: "发布" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "发布" }).click();
  await expect(page.getByText(/已发布，发出 \d+ 封信/)).toBeVisible();

  // The candidate sees slot, place and panel, and has it in the calendar with its zone.
  const [candidate] = await ownServer.sql<{ email: string; enrolment: string; slot: string }[]>`select p.email, e.id as enrolment, s.id as slot from defense_slot s join enrolment e on e.id = s.enrolment_id join person p on p.id = e.person_id where s.day_id = ${day} order by s.starts_at limit 1`;
  const learner = await visit(browser, ownServer, candidate!.email, 360);
  await ownServer.sql`update defense_slot set state = 'cancelled', cancel_reason = '另有一场' where enrolment_id = ${candidate!.enrolment} and day_id <> ${day}`;
  await learner.goto(`/learn/${candidate!.enrolment}/${CHAPTER}/defense`);
  await expect(learner.getByRole("heading", { name: "你的场次" })).toBeVisible();
  await expect(learner.getByText("（主持）")).toBeVisible();
  await expect(learner.getByRole("heading", { name: "会问到的方面" })).toBeVisible();
  await expect(learner.getByRole("heading", { name: /按这 \d 条评分/ })).toBeVisible();
  const calendar = await ask(ownServer, { cookie: await cookieOf(ownServer, candidate!.email) }, `/calendar/defense/${candidate!.slot}.ics`);
  const ics = await calendar.text();
  expect(ics).toContain("BEGIN:VTIMEZONE");
  expect(ics).toMatch(/DTSTART;TZID=Asia\/Shanghai:\d{8}T\d{6}/);
  expect(await problemsOf(learner)).toEqual([]);

  // The examiner cannot come after all; the instructor looks at the repair and takes it.
  const before = await seats(ownServer, day);
  const leaving = before.find(({ email }) => email === "examiner@roadbook.test") ? "examiner@roadbook.test" : before[0]!.email;
  const out = leaving === "examiner@roadbook.test" ? examiner : await visit(browser, ownServer, leaving, 360);
  await out.goto(`/defend/days/${day}`);
  await out.getByRole("textbox", { name: "原因" }).fill("客户那边走不开");
  await out.getByRole("button", { name: "告诉讲师我不能来" }).click();
  await out.getByRole("dialog").getByRole("button", { name: "告诉讲师我不能来" }).click();
  await expect(out).toHaveURL(/\/defend$/);

  await page.goto(`${days}/${day}`);
  await page.getByRole("link", { name: "看怎样修复" }).click();
  const hit = new Set(before.filter(({ email }) => email === leaving).map(({ slot }) => slot));
  await expect(page.getByRole("heading", { name: `${hit.size} 场有变化` })).toBeVisible();
  await page.getByRole("textbox", { name: "理由" }).fill("考官临时走不开");
  await page.getByRole("button", { name: "采用并通知有关的人" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("第二场答辩");
  const after = await seats(ownServer, day);
  expect(after.map(({ email }) => email)).not.toContain(leaving);
  // Everybody keeps time and place, and panels that were whole stay as they were.
  const spots = (list: typeof after) => [...new Set(list.map(({ slot, startsAt, place }) => `${slot} ${startsAt.toISOString()} ${place}`))];
  expect(spots(after)).toEqual(spots(before));
  const whole = (list: typeof after) => list.filter(({ slot }) => !hit.has(slot)).map(({ slot, email }) => `${slot} ${email}`).sort();
  expect(whole(after)).toEqual(whole(before));
});

test("the schedule is a list on a phone, and a repair that was overtaken is shown anew", async ({ browser, ownServer }) => {
  const world = await worldOf(ownServer);
  const page = await visit(browser, ownServer, "instructor@roadbook.test", 360);
  const path = `/teach/cohorts/${world.cohort}/defense/${world.defenseDay}`;
  await page.goto(path);
  await expect(page.getByRole("list", { name: "按时间和地点排列的场次" }).getByRole("link")).toHaveCount(5);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(overflow).toBe(0);

  await page.goto(`${path}/repair?candidate=${world.candidate}`);
  await ownServer.sql`update defense_day set version = version + 1 where id = ${world.defenseDay}`;
  await page.getByRole("textbox", { name: "理由" }).fill("病假");
  await page.getByRole("button", { name: "采用并通知有关的人" }).click();
  await expect(page.getByText("这一天刚才有变化", { exact: false })).toBeVisible();
  await page.getByRole("button", { name: "采用并通知有关的人" }).click();
  await expect(page.getByText("退出：病假")).toBeVisible();
});
