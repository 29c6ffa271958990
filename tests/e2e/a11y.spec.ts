// Every page for the role that uses it: axe in light and dark, on a desk and on a phone; nothing wider than the phone; no raw keys.
import { readdirSync, readFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "@playwright/test";
import { phone } from "./support/devices";
import { pathOf, PAGES, type ListedPage } from "./support/pages";
import { emailOf, signInContext } from "./support/people";
import { expect, test, type TestServer } from "./support/server";

// Recording every page for a trace costs more than all the checks.
test.use({ trace: "off" });

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Keys with a dot, as they would show where a text is missing. */
const KEYS = readdirSync("app/i18n/locales/zh").flatMap((file) => keysOf(JSON.parse(readFileSync(`app/i18n/locales/zh/${file}`, "utf8")) as Texts).filter((key) => key.includes(".")));
interface Texts {
  [key: string]: string | Texts;
}
function keysOf(texts: Texts, prefix = ""): string[] {
  return Object.entries(texts).flatMap(([key, value]) => (typeof value === "string" ? [`${prefix}${key}`] : keysOf(value, `${prefix}${key}.`)));
}

async function problemsOf(page: Page, rules?: string[]): Promise<string[]> {
  const builder = new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).withTags(WCAG);
  const { violations } = await (rules ? builder.withRules(rules) : builder).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => `${node.target.join(" ")} — ${node.any[0]?.message ?? node.none[0]?.message ?? ""}`).join(" | ")}`);
}

async function rawKeys(page: Page): Promise<string[]> {
  const words = new Set(await page.evaluate(() => document.body.innerText.split(/[\s:：,，]+/)));
  return KEYS.filter((key) => words.has(key));
}

async function open(browser: Browser, server: TestServer, listed: ListedPage, path: string, device: object, language: "zh" | "en"): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.app.origin, locale: "zh-CN", timezoneId: "Asia/Shanghai", reducedMotion: "reduce", ...device });
  if (listed.who !== "nobody") await signInContext(context, server, listed.who);
  await context.addCookies([{ name: "language", value: language, url: server.app.origin }]);
  const page = await context.newPage();
  const response = await page.goto(path);
  expect(response?.status()).toBe(listed.status ?? 200);
  await hydrated(page);
  return page;
}

/** Remix's scripts have taken over. */
async function hydrated(page: Page): Promise<void> {
  await page.waitForFunction(() => document.readyState === "complete" && Object.keys(document).some((key) => key.startsWith("__reactContainer")));
}

for (const [name, listed] of Object.entries(PAGES)) {
  test(`${name}`, async ({ browser, server }) => {
    const path = await pathOf(listed, server);
    const language = (locale: string) => (listed.who === "nobody" ? Promise.resolve() : server.sql`update person set locale = ${locale} where email = ${emailOf(listed.who)}`);
    const desk = await open(browser, server, listed, path, { viewport: { width: 1440, height: 900 } }, "zh");
    expect.soft(await desk.locator("h1").count(), "one heading of the first level").toBe(1);
    if (!listed.status) expect.soft(await desk.title(), "a title of its own").toMatch(/. · 路书$/);
    expect.soft(await problemsOf(desk), "on a desk").toEqual([]);
    await desk.emulateMedia({ colorScheme: "dark" });
    expect.soft(await problemsOf(desk, ["color-contrast", "link-in-text-block"]), "on a desk, dark").toEqual([]);
    expect.soft(await rawKeys(desk)).toEqual([]);
    await desk.context().close();

    const hand = await open(browser, server, listed, path, phone, "zh");
    const overhang = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect.soft(await overhang(hand), "wider than the phone").toBeLessThanOrEqual(0);
    expect.soft(await problemsOf(hand), "on a phone").toEqual([]);
    await hand.emulateMedia({ colorScheme: "dark" });
    expect.soft(await problemsOf(hand, ["color-contrast", "link-in-text-block"]), "on a phone, dark").toEqual([]);
    try {
      await language("en");
      await hand.context().addCookies([{ name: "language", value: "en", url: server.app.origin }]);
      await hand.goto(path);
      await hydrated(hand);
      expect.soft(await hand.locator("html").getAttribute("lang")).toBe("en");
      expect.soft(await overhang(hand), "wider than the phone, in English").toBeLessThanOrEqual(0);
      expect.soft(await rawKeys(hand)).toEqual([]);
    } finally {
      await language("zh");
    }
    await hand.context().close();
  });
}
