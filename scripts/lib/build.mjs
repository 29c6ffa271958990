// @ts-check
import fs from "node:fs";
import path from "node:path";
import { hashFiles, readStamp } from "./hash.mjs";
import { ROOT, runBin, UserError } from "./run.mjs";

const INPUTS = ["app", "content", "db/seed", "public", "scripts/lib/build.mjs", "vite.config.ts", "tsconfig.json", "package-lock.json"];
/** The server in front of Remix, bundled: it starts in two thirds of the time that loading its sources one by one takes. */
export const HOST = "build/host/main.js";
const OUTPUTS = ["build/server/index.js", "build/client", HOST];
const STAMP = path.join(ROOT, "build/inputs.sha256");

/**
 * Makes the production build, unless it is there and was made from the files as they are.
 * @param {(message: string) => void} log
 * @param {{ quiet?: boolean }} [options] show the builder's output only when it fails
 */
export async function ensureBuild(log, { quiet = false } = {}) {
  // Taken before the build: a file that changes meanwhile makes the next start build again.
  const hash = hashFiles(ROOT, INPUTS, isInput);
  if (readStamp(STAMP) === hash && OUTPUTS.every((file) => fs.existsSync(path.join(ROOT, file)))) return;
  log("Building… 正在构建……");
  fs.rmSync(STAMP, { force: true });
  const { code, output, trouble } = await runBin("@remix-run/dev/dist/cli.js", ["vite:build"], { quiet, env: { NODE_ENV: "production" } });
  if (code !== 0) {
    // Rollup's error lists every file it watches, which buries the one line that matters.
    if (output) console.error(output.replace(/,?\s*watchFiles: \[[^\]]*\]/, ""));
    throw new UserError(`The build failed: ${trouble ?? "see the message above."} 构建失败，请见上面的信息。`);
  }
  await bundleHost();
  fs.writeFileSync(STAMP, hash);
}

/** Our own modules in one file; packages stay where npm put them. What is imported on demand stays on demand. */
async function bundleHost() {
  const { build } = await import("esbuild");
  const outdir = path.join(ROOT, path.dirname(HOST));
  fs.rmSync(outdir, { recursive: true, force: true });
  const { metafile } = await build({ entryPoints: [path.join(ROOT, "app/server/main.ts")], outdir, absWorkingDir: ROOT, metafile: true, bundle: true, splitting: true, platform: "node", format: "esm", target: "node20", packages: "external", sourcemap: true, logLevel: "warning" });
  // What only Vite understands would end the server at its first line, as it would end the development server, which runs the sources.
  const odd = Object.keys(metafile.inputs).filter((file) => file.startsWith("app/") && /import\.meta\.(glob|env)\b/.test(fs.readFileSync(path.join(ROOT, file), "utf8")));
  if (odd.length > 0) throw new UserError(`The server in front of Remix is bundled without Vite and cannot use ${odd.join(", ")}. 前置服务器不经 Vite 打包，不能引用这些文件。`);
}

/**
 * Tests and texts that are read at run time do not change the build.
 * @param {string} file
 */
function isInput(file) {
  if (/\.test\.tsx?$/.test(file) || path.basename(file) === "README.md") return false;
  return !file.startsWith("content") || /\.(tsx?|jsx?|css)$/.test(file);
}
