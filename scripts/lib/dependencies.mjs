// @ts-check
import fs from "node:fs";
import path from "node:path";
import { hashFiles, readStamp } from "./hash.mjs";
import { ROOT, run, UserError } from "./run.mjs";

/** @typedef {{ packages: Record<string, { version?: string, integrity?: string, optional?: boolean }> }} Lock */

/**
 * Installs what package-lock.json names, unless it is there: at the first start, and after the lock file changed.
 * @param {(message: string) => void} log
 * @param {string} [root]
 */
export async function ensureDependencies(log, root = ROOT) {
  const stamp = path.join(root, "node_modules/.roadbook-lock");
  const hash = hashFiles(root, ["package-lock.json"]);
  if (readStamp(stamp) === hash) return;
  if (!isInstalled(root)) {
    log("Installing dependencies, about a minute… 正在安装依赖，约一分钟……");
    const [program, ...first] = npm();
    // Building and testing need the development packages, even where NODE_ENV=production would leave them out.
    const { code, trouble } = await run(program, [...first, "ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"], { seconds: 1800 });
    if (code !== 0) {
      throw new UserError(`The dependencies could not be installed: ${trouble ?? "see npm's message above."} 依赖安装失败，请见上面 npm 的信息。`);
    }
  }
  fs.writeFileSync(stamp, hash);
}

/**
 * Whether node_modules holds what the lock file names, by npm's own record, which it writes when it is done.
 * @param {string} root
 */
export function isInstalled(root) {
  const record = path.join(root, "node_modules/.package-lock.json");
  if (!fs.existsSync(record)) return false;
  const wanted = readLock(path.join(root, "package-lock.json"));
  const present = readLock(record);
  return Object.entries(wanted.packages).every(([place, entry]) => {
    if (place === "") return true;
    const found = present.packages[place];
    // Optional packages for other systems are not installed.
    return found ? found.version === entry.version && found.integrity === entry.integrity : entry.optional === true;
  });
}

/**
 * @param {string} file
 * @returns {Lock}
 */
const readLock = (file) => JSON.parse(fs.readFileSync(file, "utf8"));

/**
 * The npm that started us, else the one on the PATH.
 * @returns {[string, ...string[]]}
 */
function npm() {
  const script = process.env.npm_execpath;
  return script?.endsWith(".js") ? [process.execPath, script] : ["npm"];
}
