import { phone } from "./support/devices";
import { expect, test } from "./support/server";

test("the server says that it is well, and the sign-in page is in Chinese", async ({ page, request }) => {
  const health = await request.get("/health");
  expect(await health.json()).toMatchObject({ status: "ok", database: "ok" });
  await page.goto("/sign-in");
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("after kill -9 the next start serves the same data on the same port", async ({ ownServer, request }) => {
  const { origin } = ownServer.app;
  await ownServer.sql`create table left_behind as select 7 as n`;
  await ownServer.app.kill();
  await ownServer.restart();
  expect(ownServer.app.origin).toBe(origin);
  expect((await request.get(`${origin}/health`)).status()).toBe(200);
  expect(await ownServer.sql`select n from left_behind`).toMatchObject([{ n: 7 }]);
});

test("SIGTERM ends the server with code 0", async ({ ownServer }) => {
  expect(await ownServer.app.stop()).toBe(0);
});

test.describe("on a phone", () => {
  test.use(phone);

  test("nothing on the sign-in page is wider than the screen", async ({ page }) => {
    await page.goto("/sign-in");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.viewport.width);
  });
});
