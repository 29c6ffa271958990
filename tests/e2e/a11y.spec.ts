// Every page for the role that uses it: axe on a phone in one mode and on a desk in the other (contrast.test.ts holds every pair of colours in both); nothing wider than the phone, in both languages; no raw keys.
import { readdirSync, readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { problemsOf } from "./support/axe";
import { phone } from "./support/devices";
import { pathOf, PAGES, type ListedPage } from "./support/pages";
import { emailOf, signInContext } from "./support/people";
import { expect, test as base, type TestServer } from "./support/server";

const HERE = { locale: "zh-CN", timezoneId: "Asia/Shanghai", reducedMotion: "reduce" } as const;
/** A phone that becomes a desk; one window for all pages of a worker: scripts and styles are fetched once, not once a page. */
const test = base.extend<object, { live: Page }>({
  live: [
    async ({ browser, server }, use) => {
      const context = await browser.newContext({ ...HERE, ...phone, baseURL: server.app.origin });
      await use(await context.newPage());
      await context.close();
    },
    { scope: "worker" },
  ],
});

/** Keys with a dot, as they would show where a text is missing. */
const KEYS = readdirSync("app/i18n/locales/zh").flatMap((file) => keysOf(JSON.parse(readFileSync(`app/i18n/locales/zh/${file}`, "utf8")) as Texts).filter((key) => key.includes(".")));
interface Texts {
  [key: string]: string | Texts;
}
function keysOf(texts: Texts, prefix = ""): string[] {
  return Object.entries(texts).flatMap(([key, value]) => (typeof value === "string" ? [`${prefix}${key}`] : keysOf(value, `${prefix}${key}.`)));
}

async function rawKeys(page: Page): Promise<string[]> {
  const words = new Set(await page.evaluate(() => document.body.innerText.split(/[\s:：,，]+/)));
  return KEYS.filter((key) => words.has(key));
}

const overhang = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Remix's scripts have taken over. */
async function hydrated(page: Page): Promise<void> {
  await page.waitForFunction(() => document.readyState === "complete" && Object.keys(document).some((key) => key.startsWith("__reactContainer")));
}

async function open(page: Page, server: TestServer, { who, status = 200 }: ListedPage, path: string, language: "zh" | "en"): Promise<void> {
  await page.context().clearCookies();
  await page.context().addCookies([{ name: "language", value: language, url: server.app.origin }]);
  if (who !== "nobody") await signInContext(page.context(), server, who);
  expect((await page.goto(path))?.status()).toBe(status);
  await hydrated(page);
}

test.describe.configure({ mode: "parallel" });
for (const [at, [name, listed]] of Object.entries(PAGES).entries()) {
  // Each mode gets every second page on a phone, and the others on a desk.
  const dark = at % 2 === 1;
  test(`${name}`, async ({ live, server }) => {
    const path = await pathOf(listed, server);
    await live.setViewportSize(phone.viewport);
    await live.emulateMedia({ colorScheme: dark ? "dark" : "light" });
    await open(live, server, listed, path, "zh");
    expect.soft(await live.locator("h1").count(), "one heading of the first level").toBe(1);
    if (!listed.status) expect.soft(await live.title(), "a title of its own").toMatch(/. · 路书$/);
    expect.soft(await overhang(live), "wider than the phone").toBeLessThanOrEqual(0);
    expect.soft(await rawKeys(live)).toEqual([]);
    expect.soft(await problemsOf(live), "on a phone").toEqual([]);
    await live.emulateMedia({ colorScheme: dark ? "light" : "dark" });
    await live.setViewportSize({ width: 1440, height: 900 });
    expect.soft(await problemsOf(live), "on a desk").toEqual([]);

    const language = (locale: string) => (listed.who === "nobody" ? Promise.resolve() : server.sql`update person set locale = ${locale} where email = ${emailOf(listed.who)}`);
    try {
      await language("en");
      await live.setViewportSize(phone.viewport);
      await open(live, server, listed, path, "en");
      expect.soft(await live.locator("html").getAttribute("lang")).toBe("en");
      expect.soft(await overhang(live), "wider than the phone, in English").toBeLessThanOrEqual(0);
      expect.soft(await rawKeys(live)).toEqual([]);
    } finally {
      await language("zh");
    }
  });
}
