import { type AppLoadContext, createRequestHandler, type EntryContext, type ServerBuild, writeReadableStreamToWritable } from "@remix-run/node";
import type { Request as ExpressRequest, RequestHandler, Response as ExpressResponse } from "express";
import type { Services } from "~/platform/context";
import { callResource } from "./resource-route";
import { findBranch, type FoundBranch } from "./route-branches";

type Handler = ReturnType<typeof createRequestHandler>;
type Answer = (request: Request, context: AppLoadContext) => Promise<Response>;
type Needs = Pick<Services, "env" | "wholeBodies">;

/**
 * Answers by Remix's routes. In place of @remix-run/express, which sends every body as a web stream: a page that is ready
 * goes out in one piece (`wholeBodies`), with its length, and the connection is free for the next one.
 */
export function remixHandler(build: ServerBuild | (() => Promise<ServerBuild>), services: Needs, streams: Set<ExpressResponse>): RequestHandler {
  const answerOf = typeof build === "function" ? always(createRequestHandler(build, services.env.NODE_ENV)) : answersOf(build, services.env.NODE_ENV);
  const answer = async (request: ExpressRequest, response: ExpressResponse): Promise<void> => {
    const body = hasBody(request) ? await wholeBody(request) : undefined;
    // Whoever went away before the end of their words did not say them.
    if (body === null) return;
    const answered = await answerOf(request)(toWebRequest(request, response, body), response.locals.context as AppLoadContext);
    await send(answered, response, services.wholeBodies.bodyOf(answered), streams);
  };
  return (request, response, next) => {
    answer(request, response).catch(next);
  };
}

const always = (handler: Handler) => (): Handler => handler;

/**
 * Pages by a handler per branch of the routes, made when it is first wanted: each knows its own branch only (`findBranch`).
 * Routes without a page by themselves (`callResource`).
 */
function answersOf(build: ServerBuild, mode: string): (request: ExpressRequest) => Answer {
  const branchOf = findBranch(build.routes);
  const whole = createRequestHandler(build, mode);
  const handlers = new Map<string, Handler>();
  const render = pageRenderer(build, branchOf);
  return ({ path, method, originalUrl }) => {
    const found = branchOf(path);
    const leaf = build.routes[found?.ids.at(-1) ?? ""];
    if (!found || !leaf) return whole;
    const call = callResource(leaf, method, originalUrl, build.entry.module.handleError);
    if (call) return (request, context) => call(request, context, { ...found.params });
    const handler = handlers.get(leaf.id) ?? createRequestHandler({ ...build, routes: only(build.routes, found.ids), entry: { module: { ...build.entry.module, default: render } } }, mode);
    handlers.set(leaf.id, handler);
    return handler;
  };
}

type RenderPage = ServerBuild["entry"]["module"]["default"];
type PageRoutes = Pick<EntryContext, "manifest" | "routeModules">;

/**
 * Renders with the routes that the page may speak of: its own, and those of the addresses above it, which Remix tells the
 * browser at once (it asks for others when it needs them). With all of them, building the tree and searching it for each
 * of these addresses takes as long as React does.
 */
function pageRenderer(build: ServerBuild, branchOf: (pathname: string) => FoundBranch | undefined): RenderPage {
  const known = new Map<string, PageRoutes>();
  const routesOf = (pathname: string): PageRoutes => {
    const ids = new Set(addressesAbove(pathname).flatMap((address) => branchOf(address)?.ids ?? Object.keys(build.routes)));
    const key = [...ids].join(" ");
    const routes = known.get(key) ?? {
      manifest: { ...build.assets, routes: only(build.assets.routes, ids) },
      routeModules: Object.fromEntries(Object.entries(only(build.routes, ids)).map(([id, route]) => [id, route.module])) as EntryContext["routeModules"],
    };
    known.set(key, routes);
    return routes;
  };
  return (request, status, headers, context, loadContext) => {
    const { pathname } = context.staticHandlerContext.location;
    // Asked for only when the page is really rendered: a kept document needs no routes.
    const page: EntryContext = Object.defineProperties({ ...context }, { manifest: { get: () => routesOf(pathname).manifest }, routeModules: { get: () => routesOf(pathname).routeModules } });
    return build.entry.module.default(request, status, headers, page, loadContext);
  };
}

/** `/a/b` → `/a`, `/a/b`, `/`. */
function addressesAbove(pathname: string): string[] {
  const segments = pathname.split("/").filter(Boolean);
  return segments.map((_, at) => `/${segments.slice(0, at + 1).join("/")}`).concat("/");
}

function only<T>(routes: Record<string, T>, ids: Iterable<string>): Record<string, T> {
  const wanted = new Set(ids);
  return Object.fromEntries(Object.entries(routes).filter(([id]) => wanted.has(id)));
}

const ANSWERED = new Error("the request is answered");

/**
 * The request as Remix wants it. Its signal fires when the browser goes away, and also when the answer is complete: only
 * then does Remix let go of the timer it sets for deferred data, and with it of everything else about the request, which it
 * would otherwise keep for five seconds.
 */
function toWebRequest(request: ExpressRequest, response: ExpressResponse, body: Uint8Array<ArrayBuffer> | undefined): Request {
  const gone = new AbortController();
  response.once("close", () => gone.abort(response.writableFinished ? ANSWERED : undefined));
  const headers = new Headers();
  for (let at = 0; at < request.rawHeaders.length; at += 2) headers.append(request.rawHeaders[at] ?? "", request.rawHeaders[at + 1] ?? "");
  const port = /:(\d+)$/.exec(request.get("X-Forwarded-Host") ?? request.get("host") ?? "")?.[0] ?? "";
  const url = `${request.protocol}://${request.hostname}${port}${request.originalUrl}`;
  const init: RequestInit = { method: request.method, headers, signal: gone.signal };
  return new Request(url, body ? { ...init, body } : init);
}

const hasBody = ({ method }: ExpressRequest): boolean => method !== "GET" && method !== "HEAD";

/**
 * The body, or null when its sender goes away before its end. None is larger than `refuseForeignWrites` lets pass; read at
 * once it costs a fraction of what a web stream does.
 */
function wholeBody(request: ExpressRequest): Promise<Uint8Array<ArrayBuffer> | null> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.once("end", () => resolve(Buffer.concat(chunks)));
    request.once("error", () => resolve(null));
    request.once("close", () => resolve(null));
  });
}

async function send(answer: Response, response: ExpressResponse, body: Buffer | undefined, streams: Set<ExpressResponse>): Promise<void> {
  response.statusMessage = answer.statusText;
  response.status(answer.status);
  for (const [name, value] of answer.headers) response.append(name, value);
  const type = answer.headers.get("Content-Type") ?? "";
  if (body || type.startsWith("application/json")) {
    response.end(body ?? Buffer.from(await answer.arrayBuffer()));
    return;
  }
  if (type.startsWith("text/event-stream")) {
    response.flushHeaders();
    streams.add(response);
    response.once("close", () => streams.delete(response));
  }
  if (answer.body) await writeReadableStreamToWritable(answer.body, response);
  else response.end();
}
