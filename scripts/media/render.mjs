// @ts-check
// Renders the short film of chapter 3 from scripts/media/interest-need.html: node scripts/media/render.mjs zh out.webm
// Needs a Chromium (ROADBOOK_CHROMIUM) and ffmpeg; run by hand when the drawing changes, its result is committed.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "@playwright/test";

const [language = "zh", target = "out.webm"] = process.argv.slice(2);
const SECONDS = 28;
const FRAMES_PER_SECOND = 12;

const folder = mkdtempSync(path.join(os.tmpdir(), "frames-"));
const browser = await chromium.launch({ executablePath: process.env.ROADBOOK_CHROMIUM, args: ["--no-sandbox"] });
const page = await browser.newPage({ viewport: { width: 800, height: 500 } });
await page.goto(pathToFileURL(path.resolve("scripts/media/interest-need.html")).href);
for (let frame = 0; frame < SECONDS * FRAMES_PER_SECOND; frame++) {
  await page.evaluate(([t, lang]) => /** @type {any} */ (window).draw(t, lang), /** @type {const} */ ([frame / FRAMES_PER_SECOND, language]));
  await page.screenshot({ path: path.join(folder, `${String(frame).padStart(4, "0")}.png`) });
}
await browser.close();
execFileSync("ffmpeg", ["-y", "-loglevel", "error", "-framerate", String(FRAMES_PER_SECOND), "-i", path.join(folder, "%04d.png"), "-c:v", "libvpx-vp9", "-b:v", "0", "-crf", "40", "-pix_fmt", "yuv420p", "-g", "48", target]);
rmSync(folder, { recursive: true });
