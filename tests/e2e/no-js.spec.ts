// Before scripts arrive, or where they never do: the same pages by links and forms alone.
import { DEMO_PASSWORD } from "../../db/seed/accounts";
import { expect, test } from "./support/server";
import { CHAPTER } from "./support/world";

test.use({ javaScriptEnabled: false });

/** A learner of the demo who has read nothing yet, and whom no other test uses. */
const EMAIL = "qian-yutong@hengneng.test";

test("signing in, reading a section, finishing it, the other language, signing out", async ({ page, server }) => {
  const [enrolment] = await server.sql<{ id: string }[]>`select e.id from enrolment e join person p on p.id = e.person_id where p.email = ${EMAIL}`;
  const preview = `/learn/${enrolment!.id}/${CHAPTER}/preview`;

  await page.goto(preview);
  await page.locator("[name=email]").fill(EMAIL);
  await page.locator("[name=password]").fill("not the password");
  await page.getByRole("button", { name: "登录" }).click();
  await expect(page.getByRole("alert")).toContainText("邮箱或密码不对");
  await expect(page.locator("[name=email]")).toHaveValue(EMAIL);
  await page.locator("[name=password]").fill(DEMO_PASSWORD);
  await page.getByRole("button", { name: "登录" }).click();
  await expect(page).toHaveURL(new RegExp(`${preview}$`));

  await page.goto("/learn");
  await page.locator(`a[href*="${enrolment!.id}"]`).first().click();
  await page.goto(preview);
  await page.locator("main").getByRole("link", { name: /为什么先有信任/ }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("为什么先有信任");

  // Every question inside the text is a form of its own, which comes back to its place.
  const ids = await page.locator("[id^=checkin-]:has(form)").evaluateAll((boxes) => boxes.map((box) => box.id));
  expect(ids.length).toBeGreaterThan(0);
  for (const id of ids) {
    const box = page.locator(`[id="${id}"]`);
    await box.locator("input[type=radio], input[type=checkbox]").first().check();
    await box.locator("button[type=submit]").click();
    await expect(page).toHaveURL(new RegExp(`#${id}$`));
    await expect(box.getByText(/答对了|还不对/)).toBeVisible();
  }
  await page.getByRole("button", { name: /读完本节/ }).click();
  await expect(page).toHaveURL(/\/preview\/interest-and-need(#main)?$/);
  const [row] = await server.sql<{ n: number }[]>`select count(*)::int as n from section_reading where enrolment_id = ${enrolment!.id} and finished_at is not null`;
  expect(row!.n).toBe(1);

  await page.goto(preview);
  await page.getByRole("button", { name: "English" }).first().click();
  await expect(page).toHaveURL(new RegExp(`${preview}$`));
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.getByRole("button", { name: "Sign out" }).first().click();
  await expect(page).toHaveURL(/\/sign-in$/);
});
