// @ts-check
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import net from "node:net";
import path from "node:path";
import { run, runBin, UserError } from "./run.mjs";

const VARIABLES = ["ROADBOOK_CHROMIUM", "CHROME_PATH", "PLAYWRIGHT_CHROMIUM_EXECUTABLE"];
const COMMANDS = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const APPLICATIONS = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium"];

/**
 * Finds a Chromium for the end-to-end tests, installing one if the machine has none.
 * @param {(message: string) => void} log
 * @returns {Promise<string>} the program's path
 * @throws {UserError} when there is none and none can be installed
 */
export async function findBrowser(log) {
  const present = findInstalledBrowser();
  if (present) return present;

  if (await canReach("cdn.playwright.dev")) {
    log("Downloading Chromium with Playwright… 正在通过 Playwright 下载 Chromium……");
    await runBin("@playwright/test/cli.js", ["install", "chromium"], { quiet: true, seconds: 300 });
    const downloaded = findDownloadedBrowser();
    if (downloaded) return downloaded;
  }
  if (process.getuid?.() === 0 && findCommand("apt-get")) {
    log("Installing Chromium with apt-get… 正在通过 apt-get 安装 Chromium……");
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    await run("apt-get", ["update", "-q"], { quiet: true, seconds: 300, env });
    const { code, output } = await run("apt-get", ["install", "-y", "-q", "--no-install-recommends", "chromium", "fonts-noto-cjk"], { quiet: true, seconds: 900, env });
    const installed = findInstalledBrowser();
    if (installed) return installed;
    if (code !== 0) log(output.trim().split("\n").slice(-3).join("\n"));
  }
  throw new UserError(
    "There is no Chromium and none could be installed: install one, or name it in ROADBOOK_CHROMIUM. " +
      "没有找到 Chromium，也无法自动安装：请自行安装，或用 ROADBOOK_CHROMIUM 指定其路径。",
  );
}

/**
 * A Chromium that is on this machine already, or null.
 * @param {Record<string, string | undefined>} [env]
 * @throws {UserError} when a variable names one that does not run
 */
export function findInstalledBrowser(env = process.env) {
  for (const variable of VARIABLES) {
    const named = env[variable];
    if (!named) continue;
    if (runs(named)) return named;
    throw new UserError(`${variable} names no program that runs: ${named}. ${variable} 指定的程序无法运行：${named}。`);
  }
  const candidates = [...COMMANDS.map((command) => findCommand(command, env.PATH)), ...APPLICATIONS];
  return candidates.find((file) => file !== null && runs(file)) ?? findDownloadedBrowser();
}

/** The one Playwright downloaded, or null. */
function findDownloadedBrowser() {
  try {
    const { chromium } = createRequire(import.meta.url)("@playwright/test");
    const file = chromium.executablePath();
    return runs(file) ? file : null;
  } catch {
    // Not installed yet, or no build for this system.
    return null;
  }
}

/**
 * @param {string} command
 * @param {string | undefined} [searchPath]
 */
function findCommand(command, searchPath = process.env.PATH) {
  for (const folder of (searchPath ?? "").split(path.delimiter)) {
    const file = path.join(folder, command);
    if (folder && fs.existsSync(file)) return file;
  }
  return null;
}

/**
 * Whether it starts at all: Ubuntu's chromium-browser package is a script that asks for snap.
 * @param {string} file
 */
function runs(file) {
  try {
    execFileSync(file, ["--version"], { stdio: "ignore", timeout: 30_000 });
    return true;
  } catch {
    return false;
  }
}

/**
 * Playwright's downloader waits for minutes where there is no way out.
 * @param {string} host
 * @returns {Promise<boolean>}
 */
function canReach(host) {
  if (process.env.HTTPS_PROXY || process.env.https_proxy || process.env.PLAYWRIGHT_DOWNLOAD_HOST) return Promise.resolve(true);
  return new Promise((resolve) => {
    const socket = net.connect({ host, port: 443, timeout: 5000 });
    /** @param {boolean} answer */
    const settle = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once("connect", () => settle(true)).once("error", () => settle(false)).once("timeout", () => settle(false));
  });
}
