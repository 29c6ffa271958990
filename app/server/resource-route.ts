import type { AppLoadContext, ServerBuild } from "@remix-run/node";

type Route = NonNullable<ServerBuild["routes"][string]>;

/** Answers a request of one resource route by its own loader or action. */
export type CallResource = (request: Request, context: AppLoadContext, params: Record<string, string>) => Promise<Response>;

/** What Remix itself reads from an address. */
const REMIX_PARAMETERS = /[?&](?:_data|_routes|index)(?:[=&]|$)/;

/**
 * The way around Remix for a route that has no page (answers saved, events, files): on its way to the action Remix makes three
 * copies of the request, body and signal included, which costs more than most of these actions do. Null for whatever is not
 * plainly answered by the route's own loader or action: pages, data for pages, other methods.
 */
export function callResource(route: Route, method: string, address: string, handleError: ServerBuild["entry"]["module"]["handleError"]): CallResource | null {
  const { module } = route;
  if (module.default || module.ErrorBoundary || REMIX_PARAMETERS.test(address) || /\.data(?:\?|$)/.test(address)) return null;
  const answer = method === "GET" ? module.loader : WRITES.has(method) ? module.action : undefined;
  if (!answer) return null;
  return async (request, context, params) => {
    try {
      const result: unknown = await answer({ request, context, params });
      if (result instanceof Response) return result;
      throw new Error(`the resource route ${route.id} answered no Response`);
    } catch (thrown) {
      if (thrown instanceof Response) return thrown;
      handleError?.(thrown, { request, context, params });
      return new Response("Unexpected Server Error", { status: 500, headers: { "Content-Type": "text/plain" } });
    }
  };
}

const WRITES = new Set(["POST", "PUT", "PATCH", "DELETE"]);
