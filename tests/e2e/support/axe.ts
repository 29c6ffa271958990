import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import type { AxeResults, RunOptions } from "axe-core";

/** Read once, for every page. */
const SOURCE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/**
 * What axe finds against WCAG 2.2 AA on the page as it stands, a line each; empty when all is well. The page has no
 * frames, so axe runs in it as it is: its own helper for Playwright takes twice as long.
 */
export async function problemsOf(page: Page): Promise<string[]> {
  const options: RunOptions = { resultTypes: ["violations"], runOnly: WCAG };
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(SOURCE);
  const { violations } = await page.evaluate((given) => (window as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }).axe.run(given), options);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => `${node.target.join(" ")} — ${node.any[0]?.message ?? node.none[0]?.message ?? ""}`).join(" | ")}`);
}
