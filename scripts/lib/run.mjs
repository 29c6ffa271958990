// @ts-check
import { spawn } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The repository, wherever the command was started from. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

/** Something a person has to put right; the message is one sentence and no stack is shown. */
export class UserError extends Error {}

/**
 * @typedef {object} RunOptions
 * @property {Record<string, string | undefined>} [env] added to ours
 * @property {boolean} [quiet] collect the output instead of showing it
 * @property {number} [seconds] kill it after so long; default: ten minutes
 *
 * @typedef {object} RunResult
 * @property {number} code exit code; 1 when killed or not started
 * @property {string} output both streams, if `quiet`
 * @property {string | null} trouble why it did not end by itself, as a sentence
 */

/**
 * Runs a program in the repository until it ends. Never throws: a program that cannot run is a result too.
 * @param {string} program
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<RunResult>}
 */
export function run(program, args, { env = {}, quiet = false, seconds = 600 } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ["ignore", quiet ? "pipe" : "inherit", quiet ? "pipe" : "inherit"],
    });
    let output = "";
    /** @type {string | null} */
    let trouble = null;
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (/** @type {Buffer} */ chunk) => (output += chunk.toString()));
    const late = setTimeout(() => {
      trouble = `${path.basename(program)} did not end within ${seconds} seconds.`;
      child.kill("SIGKILL");
    }, seconds * 1000);
    const stop = () => child.kill("SIGTERM");
    process.once("exit", stop);
    /** @param {number} code */
    const settle = (code) => {
      clearTimeout(late);
      process.off("exit", stop);
      resolve({ code, output, trouble });
    };
    child.once("error", (error) => {
      trouble = `${program} cannot be run: ${error.message}.`;
      settle(1);
    });
    child.once("close", (code) => settle(code ?? 1));
  });
}

/**
 * Runs a package's own program with this Node: no shell and no npx in between that would swallow signals.
 * @param {string} script path below node_modules
 * @param {string[]} args
 * @param {RunOptions} [options]
 */
export const runBin = (script, args, options) => run(process.execPath, [path.join(ROOT, "node_modules", script), ...args], options);

/**
 * Runs a script's main function; a `UserError` becomes its sentence and exit code 1.
 * @param {() => Promise<void>} main
 */
export async function runMain(main) {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
