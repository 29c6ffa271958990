import type { AppLoadContext, LoaderFunctionArgs } from "@remix-run/node";
import { expect, test, vi } from "vitest";
import { callResource } from "./resource-route";

type Route = Parameters<typeof callResource>[0];

const context = {} as AppLoadContext;
const route = (module: object): Route => ({ id: "routes/resources/x", parentId: "root", path: "x/:id", module: module as Route["module"] });
const answers = route({ loader: () => Promise.resolve(new Response("read")), action: ({ params }: LoaderFunctionArgs) => Promise.resolve(new Response(`wrote ${params.id}`)) });

test("the route's own loader or action answers, by the method", async () => {
  const read = callResource(answers, "GET", "/x/1?q=2", undefined);
  expect(await (await read?.(new Request("http://host/x/1"), context, { id: "1" }))?.text()).toBe("read");
  const write = callResource(answers, "POST", "/x/1", undefined);
  expect(await (await write?.(new Request("http://host/x/1", { method: "POST" }), context, { id: "1" }))?.text()).toBe("wrote 1");
});

test.each([
  ["a page", route({ default: () => null, loader: () => null }), "GET", "/x/1"],
  ["a route with a boundary of its own", route({ ErrorBoundary: () => null, loader: () => null }), "GET", "/x/1"],
  ["what the route has no answer to", route({ loader: () => null }), "POST", "/x/1"],
  ["HEAD", answers, "HEAD", "/x/1"],
  ["data for a page's script", answers, "GET", "/x/1.data?a=1"],
  ["an address with what Remix reads", answers, "GET", "/x/1?a=2&_routes=root"],
])("%s is left to Remix", (_, to, method, address) => {
  expect(callResource(to, method, address, undefined)).toBeNull();
});

test("a response that is thrown is the answer, anything else is told and answered with 500", async () => {
  const gone = callResource(route({ loader: () => Promise.reject(new Response("Not found", { status: 404 })) }), "GET", "/x/1", undefined);
  expect((await gone?.(new Request("http://host/x/1"), context, {}))?.status).toBe(404);
  const told = vi.fn();
  const broken = callResource(route({ loader: () => Promise.reject(new Error("broken")) }), "GET", "/x/1", told);
  const response = await broken?.(new Request("http://host/x/1"), context, {});
  expect([response?.status, await response?.text()]).toEqual([500, "Unexpected Server Error"]);
  expect(told.mock.calls[0]?.[0]).toEqual(new Error("broken"));
});
