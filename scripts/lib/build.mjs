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

/**
 * Our own modules in one file; packages stay where npm put them, but for those of which we use a few functions and would load a
 * thousand files. What is imported on demand stays on demand.
 */
async function bundleHost() {
  const { build } = await import("esbuild");
  const outdir = path.join(ROOT, path.dirname(HOST));
  fs.rmSync(outdir, { recursive: true, force: true });
  const { metafile } = await build({ entryPoints: [path.join(ROOT, "app/server/main.ts")], outdir, absWorkingDir: ROOT, metafile: true, bundle: true, splitting: true, platform: "node", format: "esm", target: "node20", plugins: [onlyWhatIsUsed], sourcemap: true, logLevel: "warning" });
  // What only Vite understands would end the server at its first line, as it would end the development server, which runs the sources.
  const odd = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs)).filter((file) => file.startsWith("app/") && /import\.meta\.(glob|env)\b/.test(fs.readFileSync(path.join(ROOT, file), "utf8")));
  if (odd.length > 0) throw new UserError(`The server in front of Remix is bundled without Vite and cannot use ${odd.join(", ")}. 前置服务器不经 Vite 打包，不能引用这些文件。`);
}

/** Packages whose parts are picked: imported as a whole, mathjs alone takes longer to load than everything else together. */
const PICKED = /^mathjs(\/|$)/;

/**
 * A room's door names its components, too, and they their icons and charts, which this process never draws: a module of ours of
 * which nothing is used is left out with all it imports. (None of them is imported for what its loading does.)
 * @type {import("esbuild").Plugin}
 */
const onlyWhatIsUsed = {
  name: "roadbook:only-what-is-used",
  setup(build) {
    build.onResolve({ filter: /^[~.]/ }, async ({ path: name, importer, kind, resolveDir, pluginData }) => {
      if (pluginData === "resolving" || importer.includes("node_modules") || kind === "entry-point") return undefined;
      const found = await build.resolve(name, { kind, importer, resolveDir, pluginData: "resolving" });
      return found.errors.length > 0 ? { errors: found.errors } : { path: found.path, sideEffects: false };
    });
    build.onResolve({ filter: /^[^~./]/ }, ({ path: name, importer, kind }) =>
      kind === "entry-point" || importer.includes("node_modules") || PICKED.test(name) ? undefined : { path: name, external: true },
    );
  },
};

/**
 * Tests and texts that are read at run time do not change the build.
 * @param {string} file
 */
function isInput(file) {
  if (/\.test\.tsx?$/.test(file) || path.basename(file) === "README.md") return false;
  return !file.startsWith("content") || /\.(tsx?|jsx?|css)$/.test(file);
}
