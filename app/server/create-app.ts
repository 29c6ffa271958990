import { readdirSync } from "node:fs";
import type { ServerResponse } from "node:http";
import path from "node:path";
import { constants } from "node:zlib";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type Response as ExpressResponse, type ErrorRequestHandler, type Express, type RequestHandler } from "express";
import type { Services } from "~/platform/context";
import { CONSTANT_PATH, constantPage } from "./bench-route";
import { compressedAssets } from "./compressed-assets";
import { healthRoute } from "./health";
import { remixHandler } from "./remix-handler";
import { requestContext } from "./request-context";
import { refuseBrokenAddresses, refuseForeignWrites, securityHeaders, setNonce } from "./security";

/** For pages made on the spot: at this level as fast as gzip and smaller; the window holds a whole page (256 kB), the default one costs 4 MB each. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_LGWIN]: 18 } };

/** How Remix's routes reach the server: built, or through Vite with hot reload. */
export interface RemixSource {
  build: ServerBuild | (() => Promise<ServerBuild>);
  middleware: RequestHandler[];
  development: boolean;
}

/** What the server knows of itself while it runs. */
export interface ServerState {
  draining: boolean;
  startedAt: Date;
  /** Answers that stay open until somebody ends them: news for pages in class. */
  streams: Set<ExpressResponse>;
}

/** Express in front of Remix: static files, health, security headers, request context, then the pages. */
export function createApp(services: Services, remix: RemixSource, state: ServerState): Express {
  const app = express();
  const https = services.env.ROADBOOK_ORIGIN?.startsWith("https:") ?? false;
  app.disable("x-powered-by");
  app.set("trust proxy", services.env.ROADBOOK_TRUSTED_PROXIES);
  app.get("/health", healthRoute(services, state));
  for (const middleware of remix.middleware) app.use(middleware);
  if (!remix.development) serveStatic(app);
  app.use(setNonce, securityHeaders({ development: remix.development, https }));
  app.use(compression({ brotli: BROTLI, filter: (request, response) => !String(response.getHeader("Content-Type")).startsWith("text/event-stream") && compression.filter(request, response) }));
  app.use(refuseBrokenAddresses, refuseForeignWrites, requestContext(services));
  if (services.env.ROADBOOK_BENCH) app.get(CONSTANT_PATH, constantPage());
  app.all("*", remixHandler(remix.build, services, state.streams));
  app.use(lastResort(services));
  return app;
}

/** Files of the build. They stand before the policy of pages, which would weigh more than many of them. */
function serveStatic(app: Express): void {
  const client = path.resolve("build/client");
  const assets = path.join(client, "assets");
  const setHeaders = (response: ServerResponse): void => void response.setHeader("X-Content-Type-Options", "nosniff");
  app.use("/assets", compressedAssets(assets), compression(), express.static(assets, { immutable: true, maxAge: "1y", fallthrough: false, setHeaders }));
  app.use(knownFiles(client, express.static(client, { maxAge: "1h", index: false, setHeaders })));
}

/** Serves the few files beside the assets, and looks on the disk for nothing else: most addresses are pages. */
function knownFiles(folder: string, serve: RequestHandler): RequestHandler {
  const names = new Set(readdirSync(folder).map((name) => `/${name}`));
  return (request, response, next) => (names.has(request.path) ? void serve(request, response, next) : next());
}

/** What failed before Remix could draw a page: the database away, an asset that is gone. */
function lastResort(services: Services): ErrorRequestHandler {
  return (error: Error & { status?: number }, request, response, next) => {
    if (response.headersSent) return next(error);
    const status = error.status ?? 503;
    if (status >= 500) services.log.error({ err: error, path: request.path }, "request failed before the page");
    response.status(status).type("text/plain").send(status === 404 ? "Not found 找不到" : "Roadbook is not available just now. Try again in a moment. 路书暂时无法使用,请稍后再试。");
  };
}
