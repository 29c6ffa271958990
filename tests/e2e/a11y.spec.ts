// Every page for the role that uses it: axe on a light desk and on a dark phone (contrast.test.ts holds every pair of colours in both); nothing wider than the phone; no raw keys.
import { readdirSync, readFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import type { BrowserContext, Page } from "@playwright/test";
import { phone } from "./support/devices";
import { pathOf, PAGES, type ListedPage } from "./support/pages";
import { emailOf, signInContext } from "./support/people";
import { expect, test as base, type TestServer } from "./support/server";

/** A window for each kind of screen, kept over all pages of a worker: scripts and styles are fetched once, not once a page. */
interface Screens {
  desk: BrowserContext;
  hand: BrowserContext;
}
const test = base.extend<object, Screens>({
  desk: [
    async ({ browser, server }, use) => {
      const context = await browser.newContext({ ...HERE, baseURL: server.app.origin, viewport: { width: 1440, height: 900 } });
      await use(context);
      await context.close();
    },
    { scope: "worker" },
  ],
  hand: [
    async ({ browser, server }, use) => {
      const context = await browser.newContext({ ...HERE, baseURL: server.app.origin, colorScheme: "dark", ...phone });
      await use(context);
      await context.close();
    },
    { scope: "worker" },
  ],
});

const HERE = { locale: "zh-CN", timezoneId: "Asia/Shanghai", reducedMotion: "reduce" } as const;
const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Keys with a dot, as they would show where a text is missing. */
const KEYS = readdirSync("app/i18n/locales/zh").flatMap((file) => keysOf(JSON.parse(readFileSync(`app/i18n/locales/zh/${file}`, "utf8")) as Texts).filter((key) => key.includes(".")));
interface Texts {
  [key: string]: string | Texts;
}
function keysOf(texts: Texts, prefix = ""): string[] {
  return Object.entries(texts).flatMap(([key, value]) => (typeof value === "string" ? [`${prefix}${key}`] : keysOf(value, `${prefix}${key}.`)));
}

async function problemsOf(page: Page): Promise<string[]> {
  // The other mode opens a page of its own for every look, which takes longer than the look.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] }).withTags(WCAG).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => `${node.target.join(" ")} — ${node.any[0]?.message ?? node.none[0]?.message ?? ""}`).join(" | ")}`);
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

async function open(page: Page, { status = 200 }: ListedPage, path: string): Promise<void> {
  expect((await page.goto(path))?.status()).toBe(status);
  await hydrated(page);
}

/** A page in this window for whoever uses the listed one. */
async function pageFor(context: BrowserContext, server: TestServer, { who }: ListedPage): Promise<Page> {
  await context.clearCookies();
  if (who !== "nobody") await signInContext(context, server, who);
  return context.newPage();
}

test.describe.configure({ mode: "parallel" });
for (const [name, listed] of Object.entries(PAGES)) {
  test(`${name}`, async ({ desk, hand, server }) => {
    const path = await pathOf(listed, server);
    const language = (locale: string) => (listed.who === "nobody" ? Promise.resolve() : server.sql`update person set locale = ${locale} where email = ${emailOf(listed.who)}`);
    const page = await pageFor(desk, server, listed);
    await open(page, listed, path);
    expect.soft(await page.locator("h1").count(), "one heading of the first level").toBe(1);
    if (!listed.status) expect.soft(await page.title(), "a title of its own").toMatch(/. · 路书$/);
    expect.soft(await problemsOf(page), "on a desk").toEqual([]);
    expect.soft(await rawKeys(page)).toEqual([]);
    await page.close();

    const small = await pageFor(hand, server, listed);
    await open(small, listed, path);
    expect.soft(await overhang(small), "wider than the phone").toBeLessThanOrEqual(0);
    expect.soft(await problemsOf(small), "on a phone, dark").toEqual([]);
    try {
      await language("en");
      await hand.addCookies([{ name: "language", value: "en", url: server.app.origin }]);
      await open(small, listed, path);
      expect.soft(await small.locator("html").getAttribute("lang")).toBe("en");
      expect.soft(await overhang(small), "wider than the phone, in English").toBeLessThanOrEqual(0);
      expect.soft(await rawKeys(small)).toEqual([]);
    } finally {
      await language("zh");
      await small.close();
    }
  });
}
