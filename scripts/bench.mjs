// @ts-check
// npm run bench: what the server can do on this machine, side by side. Parts: chapter, weights, scale, rush, …; all without one.
import { checkNode } from "./lib/check-node.mjs";

checkNode();
const { runBin, runMain } = await import("./lib/run.mjs");
const { ensureDependencies } = await import("./lib/dependencies.mjs");
const { ensureBuild } = await import("./lib/build.mjs");

await runMain(async () => {
  await ensureDependencies(console.log);
  await ensureBuild(console.log, { quiet: true });
  const { code } = await runBin("tsx/dist/cli.mjs", ["--import", "./scripts/lib/without-styles.mjs", "scripts/bench/main.ts", ...process.argv.slice(2)], { seconds: 1800, env: { NODE_ENV: "production" } });
  process.exitCode = code;
});
