// @ts-check
import fs from "node:fs";

/** How often to look, in milliseconds: a process above us that is killed cannot tell us. */
const LOOK_EVERY = 200;

/**
 * Calls `gone` once when the npm that started us is gone, or the shell that npm puts in between. Does nothing
 * when npm did not start us: somebody may want us to outlive their terminal.
 * @param {() => void} gone
 */
export function watchNpm(gone) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const between = isShell(parent);
  const above = between ? parentOf(parent) : null;
  const timer = setInterval(() => {
    if (process.ppid === parent && (!between || parentOf(parent) === above)) return;
    clearInterval(timer);
    gone();
  }, LOOK_EVERY);
  timer.unref();
}

/**
 * False where there is no /proc: then only the direct parent is watched.
 * @param {number} pid
 */
function isShell(pid) {
  try {
    return /^(ba|da|a|z|k)?sh$/.test(fs.readFileSync(`/proc/${pid}/comm`, "utf8").trim());
  } catch {
    return false;
  }
}

/**
 * @param {number} pid
 * @returns {number | null}
 */
function parentOf(pid) {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, "utf8");
    // "pid (name) state parent …", and the name may hold anything.
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return null;
  }
}
