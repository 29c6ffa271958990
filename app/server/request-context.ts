import { randomUUID } from "node:crypto";
import type { NextFunction, Request, RequestHandler, Response } from "express";
import { isLocale, negotiateLocale } from "~/i18n/locale";
import type { RequestContext, Services } from "~/platform/context";
import { isApiPath } from "~/platform/problem.server";
import { ServerTiming } from "~/platform/server-timing.server";

/** Reads the session and the person's settings once per request, and writes one line of log when it ends. */
export function requestContext(services: Services): RequestHandler {
  return (request, response, next) => {
    void prepare(services, request, response, next);
  };
}

async function prepare(services: Services, request: Request, response: Response, next: NextFunction): Promise<void> {
  const requestId = randomUUID();
  const log = services.log.child({ requestId });
  logWhenDone(log, request, response);
  response.set("X-Request-Id", requestId);
  try {
    const timing = new ServerTiming();
    // The API takes tokens alone: a browser's cookie must not open it.
    const session = isApiPath(request.path) ? null : await timing.measure("session", () => services.auth.read(request.headers.cookie));
    if (session?.setCookie) response.append("Set-Cookie", session.setCookie);
    const cookies = readCookies(request.headers.cookie);
    const context: RequestContext = {
      ...services,
      log,
      requestId,
      timing,
      session,
      nonce: String(response.locals.nonce),
      ip: request.ip ?? "",
      origin: services.env.ROADBOOK_ORIGIN?.replace(/\/+$/, "") ?? `${request.protocol}://${request.get("host") ?? "localhost"}`,
      now: new Date(),
      locale: session?.actor.locale ?? (isLocale(cookies.language) ? cookies.language : negotiateLocale(request.headers["accept-language"])),
      theme: session?.actor.theme ?? (cookies.theme === "light" || cookies.theme === "dark" ? cookies.theme : "system"),
    };
    response.locals.context = context;
    next();
  } catch (error) {
    next(error);
  }
}

function readCookies(header: string | undefined): Record<string, string> {
  const pairs = (header ?? "").split(";").map((pair) => pair.trim().split("=", 2) as [string, string?]);
  return Object.fromEntries(pairs.map(([name, value]) => [name, value ?? ""]));
}

function logWhenDone(log: Services["log"], request: Request, response: Response): void {
  const start = performance.now();
  response.once("finish", () => {
    const level = response.statusCode >= 500 ? "error" : "info";
    log[level]({ method: request.method, path: request.path, status: response.statusCode, ms: Math.round(performance.now() - start) }, "request");
  });
}
