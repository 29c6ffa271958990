import { randomBytes } from "node:crypto";
import type { NextFunction, Request, RequestHandler, Response } from "express";
import helmet from "helmet";
import { isApiPath } from "~/platform/problem.server";
import { isSameOrigin } from "~/platform/request.server";

/** Largest body of an ordinary request, in bytes. Uploads have routes and limits of their own. */
const MAX_BODY_BYTES = 2 * 1024 * 1024;

/** A fresh nonce for every response, before anything that writes a policy or a page. */
export const setNonce: RequestHandler = (_request, response, next) => {
  response.locals.nonce = randomBytes(16).toString("base64");
  next();
};

/** The headers that browsers enforce; the policy of docs/decisions/0002. Vite's dev client needs inline styles and a socket. */
export function securityHeaders(options: { development: boolean; https: boolean }): RequestHandler {
  const nonce = (_request: unknown, response: unknown): string => `'nonce-${String((response as Response).locals.nonce)}'`;
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", nonce, "'strict-dynamic'"],
        styleSrc: options.development ? ["'self'", "'unsafe-inline'"] : ["'self'", nonce],
        styleSrcAttr: ["'unsafe-inline'"],
        imgSrc: ["'self'", "data:", "blob:"],
        mediaSrc: ["'self'", "blob:"],
        fontSrc: ["'self'"],
        connectSrc: options.development ? ["'self'", "ws:"] : ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
        ...(options.https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: options.https,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: "strict-origin-when-cross-origin" },
  });
}

/** Refuses addresses with a NUL in them: no page has such a name, and PostgreSQL could only answer with an error. */
export function refuseBrokenAddresses(request: Request, response: Response, next: NextFunction): void {
  if (request.url.includes("%00")) response.status(400).type("text/plain").send("There is no such address. 没有这个地址。");
  else next();
}

/** Refuses what comes from another site's page, and bodies that no form of ours sends. */
export function refuseForeignWrites(request: Request, response: Response, next: NextFunction): void {
  const { origin, host } = request.headers;
  const site = request.headers["sec-fetch-site"];
  // Programs come with a token and without a cookie: no other site's page can speak for them.
  const api = isApiPath(request.path);
  if (!api && !isSameOrigin(request.method, { origin, host, "sec-fetch-site": typeof site === "string" ? site : undefined })) {
    response.status(403).type("text/plain").send("This request did not come from Roadbook's own pages. 这个请求不是从路书的页面发出的。");
    return;
  }
  const length = Number(request.headers["content-length"] ?? 0);
  if (length > MAX_BODY_BYTES || (request.headers["transfer-encoding"] !== undefined && request.method !== "GET")) {
    if (api) response.status(413).type("application/problem+json").send(JSON.stringify({ type: "urn:roadbook:problem:too-large", title: "The body is too large, or its length is not given", status: 413 }));
    else response.status(413).type("text/plain").send("That is more than one form may send (2 MB). 内容超过了一次提交的上限(2 MB)。");
    return;
  }
  next();
}
