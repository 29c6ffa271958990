import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { ensureBuild } from "../../../scripts/lib/build.mjs";
import { publishCluster } from "./cluster";

/** Builds if needed, starts the test cluster and seeds the template database; answers what undoes it. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  await ensureBuild(console.log, { quiet: true });
  const holder = spawn(process.execPath, ["--import", "tsx", "tests/e2e/support/prepare.ts"], { stdio: ["pipe", "pipe", "inherit"] });
  const exited = once(holder, "exit") as Promise<[number | null]>;
  const lines = createInterface({ input: holder.stdout });
  const line = once(lines, "line") as Promise<[string]>;
  const failed = exited.then(([code]): never => {
    throw new Error(`The database for the end-to-end tests could not be prepared (code ${code}); see above.`);
  });
  const [json] = await Promise.race([line, failed]);
  failed.catch(() => undefined);
  publishCluster(json);
  return async () => {
    holder.stdin.end();
    await exited;
  };
}
