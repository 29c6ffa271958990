import { spawn } from "node:child_process";
import { once } from "node:events";
import { HOST } from "../../../scripts/lib/build.mjs";

/** The production server in a process of its own. */
export interface RunningApp {
  /** For example http://localhost:40123, without a slash at the end. */
  origin: string;
  pid: number;
  /** Everything it wrote so far. */
  output(): string;
  /** Asks it to stop in order. Answers its exit code. */
  stop(): Promise<number | null>;
  /** kill -9. */
  kill(): Promise<void>;
}

/** How long a start may take on a loaded machine, in milliseconds. */
const PATIENCE = 300_000;

/**
 * Starts the server on a free port and waits until it says that it serves.
 * @throws Error with everything it wrote, when it ends or says nothing in time.
 */
export async function startApp(env: Record<string, string>): Promise<RunningApp> {
  const child = spawn(process.execPath, ["--import", "./scripts/lib/end-with-parent.mjs", HOST], {
    env: { ...process.env, NODE_ENV: "production", HOST: "127.0.0.1", PORT: "0", LOG_LEVEL: "warn", ROADBOOK_SEED: "none", ...env },
    // With the channel, it ends when the test runner does, however that ends.
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const ended = once(child, "exit") as Promise<[number | null]>;
  let output = "";
  const origin = await new Promise<string>((resolve, reject) => {
    const giveUp = (reason: string) => {
      child.kill("SIGKILL");
      reject(new Error(`The server ${reason}. It wrote:\n${output}`));
    };
    const late = setTimeout(() => giveUp(`was not ready within ${PATIENCE / 1000} s`), PATIENCE);
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text: string) => {
        output += text;
        const [, address] = /ready: (http:\/\/\S+)/.exec(output) ?? [];
        if (!address) return;
        clearTimeout(late);
        resolve(address.replace(/\/$/, ""));
      });
    }
    child.once("exit", (code) => {
      clearTimeout(late);
      giveUp(`ended with code ${code}`);
    });
  });
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    const [code] = await ended;
    return code;
  };
  return {
    origin,
    pid: child.pid!,
    output: () => output,
    stop: () => end("SIGTERM"),
    kill: async () => void (await end("SIGKILL")),
  };
}
