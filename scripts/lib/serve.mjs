// @ts-check
import { spawn } from "node:child_process";
import { watchNpm } from "./ancestors.mjs";
import { HOST } from "./build.mjs";
import { ROOT } from "./run.mjs";

/**
 * Runs the server until it ends and ends with its exit code. Signals go on to the server, which stops in order. It also
 * stops in order when this process or the npm above it is killed: otherwise it would keep the port from the next start.
 * @param {Record<string, string>} env
 */
export function serve(env) {
  const main = env.NODE_ENV === "production" ? [HOST] : ["--import", "tsx", "--import", "./scripts/lib/without-styles.mjs", "app/server/main.ts"];
  const server = spawn(process.execPath, ["--enable-source-maps", "--import", "./scripts/lib/end-with-parent.mjs", ...main], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) process.on(signal, () => server.kill("SIGTERM"));
  // npm's shell passes no signal on, so this is also how a SIGTERM to npm arrives.
  watchNpm(() => server.kill("SIGTERM"));
  server.once("error", (error) => {
    console.error(`The server cannot be run: ${error.message}. 无法启动服务器：${error.message}。`);
    process.exit(1);
  });
  server.once("exit", (code) => process.exit(code ?? 1));
}
