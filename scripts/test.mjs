// @ts-check
// npm test: everything that must hold, from a fresh clone. The last line is "N passed, N failed".
import fs from "node:fs";
import path from "node:path";
import { checkNode } from "./lib/check-node.mjs";

checkNode();
const { ROOT, runBin, runMain, UserError } = await import("./lib/run.mjs");
const { ensureDependencies } = await import("./lib/dependencies.mjs");
const { ensureBuild } = await import("./lib/build.mjs");
const { findBrowser } = await import("./lib/browser.mjs");
const { countPlaywright, countVitest } = await import("./lib/report.mjs");

/** @typedef {import("./lib/report.mjs").Count} Count */

const REPORTS = path.join(ROOT, "node_modules/.cache/roadbook");
const total = { passed: 0, failed: 0 };

/**
 * Runs one phase, prints how long it took and adds what it counted; one that cannot run counts as one failure.
 * @template T
 * @param {string} name
 * @param {() => Promise<T & { count?: Count }>} work
 * @returns {Promise<T | null>} null when it failed
 */
async function phase(name, work) {
  const start = Date.now();
  /** @param {boolean} good */
  const close = (good) => console.log(`${good ? "✓" : "✗"} ${name} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
  try {
    const result = await work();
    total.passed += result.count?.passed ?? 0;
    total.failed += result.count?.failed ?? 0;
    close(!result.count?.failed);
    return result;
  } catch (error) {
    total.failed += 1;
    close(false);
    console.log(error instanceof UserError ? error.message : error);
    return null;
  }
}

/**
 * A check without a count of its own: its output is shown only when it fails.
 * @param {string} name
 * @param {string} script
 * @param {string[]} args
 */
const check = (name, script, args) =>
  phase(name, async () => {
    const { code, output, trouble } = await runBin(script, args, { quiet: true });
    if (code !== 0) throw new UserError(trouble ?? output.trim());
    return {};
  });

const vitest = () =>
  phase("unit and integration tests", async () => {
    const file = path.join(REPORTS, "vitest.json");
    const { code } = await runBin("vitest/vitest.mjs", ["run", "--reporter=dot", "--reporter=json", `--outputFile.json=${file}`], { seconds: 1800, env: { NODE_ENV: "test" } });
    return { count: countVitest(file, code) };
  });

/** @param {string} browser */
const playwright = (browser) =>
  phase("end-to-end tests", async () => {
    const file = path.join(REPORTS, "playwright.json");
    const { code } = await runBin("@playwright/test/cli.js", ["test"], { seconds: 3600, env: { ROADBOOK_CHROMIUM: browser, ROADBOOK_E2E_REPORT: file } });
    return { count: countPlaywright(file, code) };
  });

await runMain(async () => {
  await ensureDependencies(console.log);
  fs.rmSync(REPORTS, { recursive: true, force: true });
  fs.mkdirSync(REPORTS, { recursive: true });

  // Two cores: each lane is one process at a time. Vitest and Playwright use both cores themselves, so they run alone.
  const [, [browser, build]] = await Promise.all([
    (async () => {
      await check("type check", "typescript-7/bin/tsc", ["--noEmit"]);
      await check("lint", "oxlint/bin/oxlint", ["--deny-warnings"]);
    })(),
    (async () => [
      await phase("browser", async () => ({ path: await findBrowser(console.log) })),
      await phase("production build", async () => {
        await ensureBuild(console.log, { quiet: true });
        return {};
      }),
    ])(),
  ]);
  await vitest();
  if (browser && build) await playwright(/** @type {{ path: string }} */ (browser).path);
  else console.log("The end-to-end tests were not run: they need the browser and the build. 端到端测试未运行：需要浏览器和构建产物。");
});

console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
