import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type Actor, holds } from "~/people";
import type { RequestContext } from "~/platform/context";
import { type Problem, problemResponse } from "~/platform/problem.server";
import { readToken, type TokenScope } from "./api-token.server";
import type { TokenAccess } from "./guard.server";
import { countTry, type RateRule } from "./rate-limit.server";

/** What a handler of the API gets. */
export interface Tokened {
  request: Request;
  params: Record<string, string | undefined>;
  url: URL;
  context: RequestContext;
  db: RequestContext["db"];
  now: Date;
  actor: Actor;
  token: { id: string; name: string };
}

/** Per token, and per address for requests without a good one. */
export const API_PER_TOKEN: RateRule = { name: "api-token", limit: 600, windowMinutes: 1, lockMinutes: 1 };
export const API_REFUSED_PER_ADDRESS: RateRule = { name: "api-refused-address", limit: 60, windowMinutes: 15, lockMinutes: 15 };

type Args = LoaderFunctionArgs | ActionFunctionArgs;
type Handler = ((args: Args) => Promise<Response>) & { access: TokenAccess };
/** By HTTP method: which scope it wants, and what it does. */
type Methods = Partial<Record<"GET" | "PUT" | "DELETE", { scope: TokenScope; work: (args: Tokened) => Promise<Response> }>>;

/** A route of the API: a loader or action that takes a bearer token, and nothing else. Every failure is a problem document. */
export function tokenRoute(methods: Methods): Handler {
  const handler = async ({ request, params, context }: Args): Promise<Response> => {
    const problem = (of: Problem): Response => problemResponse(of, context.requestId);
    try {
      const asked = request.method === "HEAD" ? "GET" : request.method;
      const method = methods[asked as keyof Methods];
      if (!method) return problem({ status: 405, code: "method-not-allowed", title: "This address does not take that method", headers: { Allow: Object.keys(methods).join(", ") } });
      const { db, now } = context;
      const token = await readToken(db, request.headers.get("authorization"), now);
      const locked = await countTry(db, token ? API_PER_TOKEN : API_REFUSED_PER_ADDRESS, token?.tokenId ?? context.ip, now);
      if (locked) return problem({ status: 429, code: "too-many-requests", title: "Too many requests", headers: { "Retry-After": String(Math.max(1, Math.ceil((locked.getTime() - now.getTime()) / 1000))) } });
      if (!token) return problem({ status: 401, code: "unauthorized", title: "A valid bearer token is needed", headers: { "WWW-Authenticate": 'Bearer realm="roadbook"' } });
      if (!token.scopes.includes(method.scope)) return problem({ status: 403, code: "scope-missing", title: `The token lacks the scope ${method.scope}` });
      if (!holds(token.actor, "deal:list", { kind: "any" })) return problem({ status: 403, code: "no-deals", title: "The token's owner has no part in deals" });
      return await method.work({ request, params, url: new URL(request.url), context, db, now, actor: token.actor, token: { id: token.tokenId, name: token.name } });
    } catch (error) {
      if (error instanceof Response) return error;
      context.log.error({ err: error }, "the API failed");
      return problem({ status: 500, code: "failed", title: "Something went wrong on our side" });
    }
  };
  return Object.assign(handler, { access: { token: Object.entries(methods).map(([method, { scope }]) => `${method} ${scope}`).join(", ") } });
}
