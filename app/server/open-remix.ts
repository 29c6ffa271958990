import { existsSync } from "node:fs";
import type http from "node:http";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import type { Env } from "~/platform/env";
import type { RemixSource } from "./create-app";

/** Remix's routes, and what must happen beside them in development. */
export interface OpenRemix extends RemixSource {
  attach?: (server: http.Server) => Promise<void>;
  close?: () => Promise<void>;
}

/**
 * The production build, or in development Vite in middleware mode.
 * @throws Error when there is no build.
 */
export async function openRemix(env: Env): Promise<OpenRemix> {
  if (env.NODE_ENV === "development") return openVite();
  const file = path.resolve("build/server/index.js");
  if (!existsSync(file)) throw new Error("There is no build: run npm start, or npm run build first.");
  return { build: (await import(pathToFileURL(file).href)) as ServerBuild, middleware: [], development: false };
}

async function openVite(): Promise<OpenRemix> {
  const { createServer } = await import("vite");
  const vite = await createServer({ server: { middlewareMode: true } });
  return {
    build: () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<ServerBuild>,
    middleware: [vite.middlewares],
    development: true,
    close: () => vite.close(),
  };
}
