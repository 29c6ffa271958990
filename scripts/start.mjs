// @ts-check
// npm start: from a fresh clone to a serving app. Options: --dev (Vite with reloading), --demo (seed a DATABASE_URL, too).
import { checkNode } from "./lib/check-node.mjs";

checkNode();
const { runMain, UserError } = await import("./lib/run.mjs");
const { checkPort } = await import("./lib/port.mjs");
const { ensureDependencies } = await import("./lib/dependencies.mjs");
const { ensureBuild } = await import("./lib/build.mjs");
const { serve } = await import("./lib/serve.mjs");

const options = new Set(process.argv.slice(2));

await runMain(async () => {
  const dev = options.delete("--dev");
  const demo = options.delete("--demo");
  for (const option of options) throw new UserError(`Unknown option ${option}: there are --dev and --demo. 未知选项 ${option}，可用 --dev 和 --demo。`);

  await checkPort(process.env.PORT, process.env.HOST);
  await ensureDependencies(console.log);
  if (!dev) await ensureBuild(console.log, { quiet: true });
  serve({ NODE_ENV: dev ? "development" : "production", ...(demo ? { ROADBOOK_SEED: "demo" } : {}) });
});
