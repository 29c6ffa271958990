import { defineConfig } from "@playwright/test";
import { findInstalledBrowser } from "./scripts/lib/browser.mjs";

const executablePath = findInstalledBrowser() ?? undefined;

export default defineConfig({
  testDir: "tests/e2e",
  testMatch: "**/*.spec.ts",
  globalSetup: "./tests/e2e/support/global-setup.ts",
  outputDir: "test-results",
  workers: 2,
  fullyParallel: false,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  // Budgets for a hung page, not expectations: a loaded machine may be many times slower.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [["line"], ["json", { outputFile: process.env.ROADBOOK_E2E_REPORT ?? "test-results/report.json" }]],
  use: {
    browserName: "chromium",
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    viewport: { width: 1440, height: 900 },
    // What was done and asked for; pictures of every step would cost a fifth of the time. The page as it stood at a failure is kept anyway.
    trace: { mode: "retain-on-failure", screenshots: false, snapshots: false, sources: false },
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath,
      // Root has no sandbox to run in; microphone and camera are the browser's own; without a GPU, drawing by one in software only costs; the rest keeps it from calling its maker.
      args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--use-fake-device-for-media-stream", "--disable-gpu"],
    },
  },
});
