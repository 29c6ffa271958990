import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { BENCH_PAGE, CONSTANT_PATH } from "~/server/bench-route";
import { fetchPage, findReaders } from "./chapter";
import { ENCODINGS, runRound, warmUp } from "./load";
import { inWorld } from "./world";
import { load } from "./machine";
const [, , what = "all", prof = "", secs = "4"] = process.argv;
let end: () => Promise<void> = async () => {};
await inWorld(async (world) => {
  const env: Record<string, string> = prof === "prof" ? { NODE_OPTIONS: "--cpu-prof --cpu-prof-dir=/work/bench/prof" } : {};
  const app = prof === "prof" ? await profiled(world.url) : await world.serve(env);
  const readers = await findReaders(world.sql);
  const page = await fetchPage(app, readers);
  await mkdir(path.dirname(BENCH_PAGE), { recursive: true });
  await writeFile(BENCH_PAGE, page);
  const enc = what.includes("br") ? ENCODINGS.browser : what.includes("gz") ? "gzip" : ENCODINGS.none;
  const chapter = readers.map((a) => ({ path: a.path, headers: { ...a.headers, "accept-encoding": enc } }));
  const constant = chapter.map((a) => ({ ...a, path: CONSTANT_PATH }));
  for (const [name, asks] of [["constant", constant], ["chapter", chapter]] as const) {
    if (!what.includes(name) && !what.includes("all")) continue;
    await warmUp(app, asks);
    const r = await runRound(app, asks, Number(secs));
    console.log(name, enc, JSON.stringify(r), "load", load());
  }
  await end();
});

import { spawn } from "node:child_process";
async function profiled(url: string): Promise<import("../../tests/e2e/support/start-app").RunningApp> {
  const child = spawn(process.execPath, ["--cpu-prof", "--cpu-prof-dir=/work/bench/prof", "--import", "tsx", "app/server/main.ts"], { env: { ...process.env, NODE_ENV: "production", HOST: "127.0.0.1", PORT: "0", LOG_LEVEL: "warn", ROADBOOK_SEED: "none", DATABASE_URL: url, ROADBOOK_BENCH: "1" }, stdio: ["ignore", "pipe", "inherit"] });
  process.on("exit", () => child.kill("SIGTERM"));
  end = () => new Promise((resolve) => { child.once("exit", () => resolve()); child.kill("SIGTERM"); });
  let out = "";
  return new Promise((resolve) => child.stdout.on("data", (d) => { out += d; const m = /ready: (http:\S+)/.exec(out); if (m) resolve({ pid: child.pid!, output: () => "", stop: async () => 0, kill: async () => {}, origin: m[1]!.replace(/\/$/, "") }); }));
}
