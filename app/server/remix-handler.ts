import { type AppLoadContext, createReadableStreamFromReadable, createRequestHandler, type EntryContext, type ServerBuild, writeReadableStreamToWritable } from "@remix-run/node";
import type { Request as ExpressRequest, RequestHandler, Response as ExpressResponse } from "express";
import type { Services } from "~/platform/context";
import { findBranch } from "./route-branches";

type Handler = ReturnType<typeof createRequestHandler>;
type Needs = Pick<Services, "env" | "wholeBodies">;

/**
 * Answers by Remix's routes. In place of @remix-run/express, which sends every body as a web stream: a page that is ready
 * goes out in one piece (`wholeBodies`), with its length, and the connection is free for the next one.
 */
export function remixHandler(build: ServerBuild | (() => Promise<ServerBuild>), services: Needs, streams: Set<ExpressResponse>): RequestHandler {
  const handlerOf = typeof build === "function" ? always(createRequestHandler(build, services.env.NODE_ENV)) : handlersOf(build, services.env.NODE_ENV);
  const answer = async (request: ExpressRequest, response: ExpressResponse): Promise<void> => {
    const answered = await handlerOf(request.path)(toWebRequest(request, response), response.locals.context as AppLoadContext);
    await send(answered, response, services.wholeBodies.bodyOf(answered), streams);
  };
  return (request, response, next) => {
    answer(request, response).catch(next);
  };
}

const always = (handler: Handler) => (): Handler => handler;

/** A handler per branch of the routes, made when it is first wanted: each knows its own branch only (`findBranch`). */
function handlersOf(build: ServerBuild, mode: string): (pathname: string) => Handler {
  const branchOf = findBranch(build.routes);
  const whole = createRequestHandler(build, mode);
  const handlers = new Map<string, Handler>();
  return (pathname) => {
    const ids = branchOf(pathname);
    const leaf = ids?.at(-1);
    if (!ids || leaf === undefined) return whole;
    const handler = handlers.get(leaf) ?? createRequestHandler(branchBuild(build, ids), mode);
    handlers.set(leaf, handler);
    return handler;
  };
}

/** The build with the routes of one branch. Pages are still rendered with all of them: the browser must learn of the others. */
function branchBuild(build: ServerBuild, ids: readonly string[]): ServerBuild {
  const routes = Object.fromEntries(Object.entries(build.routes).filter(([id]) => ids.includes(id)));
  const routeModules = Object.fromEntries(Object.entries(build.routes).map(([id, route]) => [id, route.module])) as EntryContext["routeModules"];
  const render: typeof build.entry.module.default = (request, status, headers, context, loadContext) => build.entry.module.default(request, status, headers, { ...context, routeModules }, loadContext);
  return { ...build, routes, entry: { module: { ...build.entry.module, default: render } } };
}

/** The request as Remix wants it. Its signal fires when the browser goes away before the answer is complete. */
function toWebRequest(request: ExpressRequest, response: ExpressResponse): Request {
  const gone = new AbortController();
  response.once("close", () => {
    if (!response.writableFinished) gone.abort();
  });
  const headers = new Headers();
  for (let at = 0; at < request.rawHeaders.length; at += 2) headers.append(request.rawHeaders[at] ?? "", request.rawHeaders[at + 1] ?? "");
  const port = /:(\d+)$/.exec(request.get("X-Forwarded-Host") ?? request.get("host") ?? "")?.[0] ?? "";
  const url = `${request.protocol}://${request.hostname}${port}${request.originalUrl}`;
  const hasBody = request.method !== "GET" && request.method !== "HEAD";
  const init: RequestInit = { method: request.method, headers, signal: gone.signal };
  return new Request(url, hasBody ? { ...init, body: createReadableStreamFromReadable(request), duplex: "half" } : init);
}

async function send(answer: Response, response: ExpressResponse, body: Buffer | undefined, streams: Set<ExpressResponse>): Promise<void> {
  response.statusMessage = answer.statusText;
  response.status(answer.status);
  for (const [name, value] of answer.headers) response.append(name, value);
  if (body) {
    response.end(body);
    return;
  }
  if (answer.headers.get("Content-Type")?.startsWith("text/event-stream")) {
    response.flushHeaders();
    streams.add(response);
    response.once("close", () => streams.delete(response));
  }
  if (answer.body) await writeReadableStreamToWritable(answer.body, response);
  else response.end();
}
