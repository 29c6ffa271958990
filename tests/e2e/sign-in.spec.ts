// Getting in, by browser: the form, links from mail, one's own devices.
import type { Browser, Page } from "@playwright/test";
import { DEMO_PASSWORD } from "../../db/seed/accounts";
import { emailOf, openSession, signInContext } from "./support/people";
import { expect, test, type TestServer } from "./support/server";
import { twinOf } from "./support/twins";

const NEW_PASSWORD = "一句谁也猜不到的好话哦";

async function fillIn(page: Page, email: string, password: string): Promise<void> {
  await page.locator("[name=email]").fill(email);
  await page.locator("[name=password]").fill(password);
  await page.locator("[name=password]").press("Enter");
}

/** Sets the password twice, as a link's page asks. */
async function setPassword(page: Page, password: string, again = password): Promise<void> {
  await page.locator("[name=password]").fill(password);
  await page.locator("[name=passwordAgain]").fill(again);
  await page.getByRole("button", { name: "保存并登录" }).click();
}

async function strangers(browser: Browser, server: TestServer): Promise<Page> {
  return (await browser.newContext({ baseURL: server.app.origin, locale: "zh-CN" })).newPage();
}

const linkIn = (text: string) => new URL(/https?:\/\/\S+\/link\/\S+/.exec(text)![0]).pathname;

test("a wrong password keeps the address and says what is wrong; the right one leads where one wanted to go", async ({ page }) => {
  await page.goto("/learn/search?q=信任");
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await fillIn(page, emailOf("learner"), "not the password");
  await expect(page.getByRole("alert")).toContainText("邮箱或密码不对");
  await expect(page.locator("[name=email]")).toHaveValue(emailOf("learner"));
  await fillIn(page, emailOf("learner"), DEMO_PASSWORD);
  await expect(page).toHaveURL(/\/learn\/search\?q=/);
  await page.getByRole("button", { name: "退出登录" }).first().click();
  await expect(page).toHaveURL(/\/sign-in$/);
  await page.goto("/learn");
  await expect(page).toHaveURL(/\/sign-in\?next=%2Flearn$/);
});

test("an administrator invites; the invited person sets a password, is in, and the link is spent", async ({ browser, server, page, context }) => {
  await signInContext(context, server, "admin");
  const email = `zhou-${Date.now()}@hengneng.test`;
  await page.goto("/admin/people/invite");
  await page.locator("[name=name]").fill("周可");
  await page.locator("[name=email]").fill(email);
  await page.locator("[name=team]").selectOption({ index: 2 });
  await page.locator("[name=role]").selectOption("learner");
  await page.getByRole("button", { name: /邀请/ }).click();
  await expect(page).toHaveURL(/\/admin\/people\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("周可");

  await page.goto("/admin/mail");
  const link = linkIn(await page.getByRole("listitem").filter({ hasText: email }).innerText());
  const invited = await strangers(browser, server);
  await invited.goto(link);
  await expect(invited.getByRole("heading", { level: 1 })).toHaveText("周可，欢迎加入");
  await setPassword(invited, NEW_PASSWORD, "另外一句话也是可以的吧");
  await expect(invited.getByRole("alert")).toContainText("两次输入的密码不一样");
  await setPassword(invited, NEW_PASSWORD);
  await expect(invited).toHaveURL(/\/learn$/);

  const second = await strangers(browser, server);
  await second.goto(link);
  await expect(second.getByRole("heading", { level: 1 })).toHaveText("这个链接已失效");
  await second.goto("/sign-in");
  await fillIn(second, email, NEW_PASSWORD);
  await expect(second).toHaveURL(/\/learn$/);
  await invited.context().close();
  await second.context().close();
});

test("a forgotten password: the link from the outbox sets a new one and ends every session", async ({ server, browser }) => {
  const { email } = await twinOf(server, emailOf("learner2"));
  const cookie = await openSession(server, email);
  const page = await strangers(browser, server);
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "忘记密码" }).click();
  await expect(page).toHaveURL(/\/forgot$/);
  await page.locator("[name=email]").fill(email);
  await page.getByRole("button", { name: "发送链接" }).click();
  await expect(page.getByRole("status")).toContainText("请查收邮件");
  const [mail] = await server.sql<{ body: string }[]>`select body from outbox_mail where to_email = ${email} order by id desc`;
  await page.goto(linkIn(mail!.body));
  await setPassword(page, "short");
  // The browser's own check comes first; without it the server says the same.
  await page.locator("main form").evaluate((form: HTMLFormElement) => (form.noValidate = true));
  await setPassword(page, "short");
  await expect(page.getByRole("alert")).toContainText("密码至少 10 个字符");
  await setPassword(page, NEW_PASSWORD);
  await expect(page).not.toHaveURL(/\/link\//);
  expect((await fetch(`${server.app.origin}/account`, { headers: { cookie }, redirect: "manual" })).status).toBe(302);
  await page.context().close();
});

test("one's own devices are listed, and the others can be signed out", async ({ server, browser }) => {
  const { email } = await twinOf(server, emailOf("learner2"));
  const here = await strangers(browser, server);
  const there = await strangers(browser, server);
  for (const page of [there, here]) {
    await page.goto("/sign-in");
    await fillIn(page, email, DEMO_PASSWORD);
    await page.waitForURL((url) => url.pathname !== "/sign-in");
  }
  await here.goto("/account");
  const devices = here.getByRole("listitem").filter({ hasText: "最近使用" });
  await expect(devices).toHaveCount(2);
  await expect(devices.filter({ hasText: "本机" })).toHaveCount(1);
  await here.getByRole("button", { name: "退出其他 1 台设备" }).click();
  await expect(devices).toHaveCount(1);
  await expect(here.getByText("已退出 1 台设备")).toBeVisible();
  await there.goto("/account");
  await expect(there).toHaveURL(/\/sign-in/);

  await here.locator("[name=password]").fill(DEMO_PASSWORD);
  await here.locator("[name=newPassword]").fill(NEW_PASSWORD);
  await here.locator("[name=newPasswordAgain]").fill(NEW_PASSWORD);
  await here.getByRole("button", { name: "修改密码" }).click();
  await expect(here.getByText(/^密码已修改/)).toBeVisible();
  await here.goto("/account");
  await expect(here).toHaveURL(/\/account$/);
  await Promise.all([here.context().close(), there.context().close()]);
});
