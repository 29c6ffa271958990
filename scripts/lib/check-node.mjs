// @ts-check
// Loaded before anything else, also by a Node that is too old: plain syntax, no imports.

const OLDEST = [20, 19];
const UNTRIED = 23;

/**
 * What is wrong with this version of Node.
 * @param {string} version as in `process.versions.node`
 * @returns {{ fatal: boolean, message: string } | null} null when it is one we run on
 */
export function judgeNode(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major < (OLDEST[0] ?? 0) || (major === OLDEST[0] && minor < (OLDEST[1] ?? 0))) {
    return { fatal: true, message: `Roadbook needs Node ${OLDEST.join(".")} or newer; this is ${version}. 需要 Node ${OLDEST.join(".")} 或更新版本，当前为 ${version}。` };
  }
  if (major >= UNTRIED) {
    return { fatal: false, message: `Roadbook is tested with Node 20 to 22; this is ${version}. 已在 Node 20 至 22 上测试，当前为 ${version}。` };
  }
  return null;
}

/** Ends the process when this Node is too old; warns when it is newer than what was tried. */
export function checkNode() {
  const problem = judgeNode(process.versions.node);
  if (!problem) return;
  console.error(problem.message);
  if (problem.fatal) process.exit(1);
}
