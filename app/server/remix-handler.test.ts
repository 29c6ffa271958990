import { once } from "node:events";
import http from "node:http";
import { type AddressInfo, connect } from "node:net";
import type { ActionFunctionArgs, LoaderFunctionArgs, ServerBuild } from "@remix-run/node";
import express, { type Response as ExpressResponse } from "express";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createWholeBodies } from "~/platform/document/whole-bodies.server";
import { parseEnv } from "~/platform/env";
import { remixHandler } from "./remix-handler";

/** Every body that reached the action. */
const heard: string[] = [];
const echo = {
  action: async ({ request, params }: ActionFunctionArgs) => {
    const text = await request.text();
    heard.push(text);
    return Response.json({ text, id: params.id, type: request.headers.get("content-type") });
  },
  loader: ({ request }: LoaderFunctionArgs) => Promise.resolve(new Response(`read ${new URL(request.url).search}`, { headers: { "Content-Type": "text/plain" } })),
};
const routes = {
  root: { id: "root", path: "", module: { default: () => null } },
  echo: { id: "echo", parentId: "root", path: "api/echo/:id", module: echo },
  news: { id: "news", parentId: "root", path: "news", module: { loader: () => Promise.resolve(new Response(new ReadableStream({ start: (controller) => controller.enqueue(new TextEncoder().encode("data: 1\n\n")) }), { headers: { "Content-Type": "text/event-stream" } })) } },
};
const build = { routes, assets: { routes: {}, version: "1", url: "", entry: { module: "", imports: [] } }, entry: { module: { default: () => new Response("page") } }, future: { v3_singleFetch: true }, publicPath: "/", assetsBuildDirectory: "", isSpaMode: false } as unknown as ServerBuild;

const streams = new Set<ExpressResponse>();
const app = express().all("*", remixHandler(build, { env: parseEnv({ NODE_ENV: "production" }), wholeBodies: createWholeBodies() }, streams));
const server = http.createServer(app);
let origin = "";

beforeAll(async () => {
  await once(server.listen(0, "127.0.0.1"), "listening");
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test("a route without a page gets the whole body and its own parameters, and answers with a length", async () => {
  const body = JSON.stringify({ text: "写了很多字".repeat(60_000) });
  const response = await fetch(`${origin}/api/echo/7`, { method: "POST", body, headers: { "Content-Type": "application/json" } });
  expect(Number(response.headers.get("content-length"))).toBeGreaterThan(body.length);
  expect(await response.json()).toEqual({ text: body, id: "7", type: "application/json" });
});

test("a body of nothing is nothing", async () => {
  expect(await (await fetch(`${origin}/api/echo/8`, { method: "POST" })).json()).toMatchObject({ text: "", id: "8" });
});

test("who goes away in the middle of a body is not heard, and the server goes on", async () => {
  const before = heard.length;
  const socket = connect(Number(new URL(origin).port), "127.0.0.1");
  socket.write("POST /api/echo/9 HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"half\":");
  await once(socket, "ready");
  socket.destroy();
  await once(socket, "close");
  expect(await (await fetch(`${origin}/api/echo/10?a=1`)).text()).toBe("read ?a=1");
  expect(heard).toHaveLength(before);
});

test("news stays open, and is known to whoever stops the server", async () => {
  const response = await fetch(`${origin}/news`);
  const first = await response.body?.getReader().read();
  expect(new TextDecoder().decode(first?.value)).toBe("data: 1\n\n");
  expect(streams.size).toBe(1);
});

test("HEAD has no body", async () => {
  const response = await fetch(`${origin}/api/echo/11`, { method: "HEAD" });
  expect([response.status, await response.text()]).toEqual([200, ""]);
});
