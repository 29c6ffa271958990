import { matchRoutes } from "@remix-run/react";
import { describe, expect, it } from "vitest";
import type { ServerBuild } from "@remix-run/node";
import routeConfig from "~/routes";
import { findBranch } from "~/server/route-branches";

type Entry = Awaited<typeof routeConfig>[number];
type Routes = ServerBuild["routes"];
interface TreeRoute {
  id: string;
  path?: string | undefined;
  index?: boolean | undefined;
  children?: TreeRoute[];
}

const module = { default: () => null };

/** The app's routes as the build has them. */
async function appRoutes(): Promise<Routes> {
  const routes: Routes = { root: { id: "root", path: "", module } };
  const add = (entries: Entry[], parentId: string): void => {
    for (const { file, path, index, children } of entries) {
      const id = file.replace(/\.tsx?$/, "");
      routes[id] = { id, parentId, ...(path === undefined ? {} : { path }), ...(index ? { index } : {}), module };
      add(children ?? [], id);
    }
  };
  add(await routeConfig, "root");
  return routes;
}

function treeOf(routes: Routes, parentId?: string): TreeRoute[] {
  return Object.values(routes).flatMap((route) => (route && route.parentId === parentId ? [{ id: route.id, path: route.path, index: route.index, ...(route.index ? {} : { children: treeOf(routes, route.id) }) }] : []));
}

/** Addresses of every page, and what lies between and beside them. */
function addressesOf(routes: Routes): string[] {
  const paths = Object.values(routes).map((route) => {
    const parts: string[] = [];
    for (let at: typeof route | undefined = route; at; at = routes[at.parentId ?? ""]) parts.unshift(...(at.path ?? "").split("/").filter(Boolean));
    return `/${parts.join("/")}`;
  });
  const values = ["017103b2-599b-4384-9323-fc8b79c8d889", "new", "search", "preview", "a.b", "quiz"];
  const filled = paths.flatMap((path) => values.map((value) => path.replace(/:[\w-]+/g, value).replace("*", `${value}/x`)));
  return [...new Set([...filled, ...filled.map((path) => `${path}/`), ...filled.map((path) => `${path}/more`), ...filled.map((path) => path.toUpperCase())])];
}

describe("findBranch", () => {
  it("finds the branch that Remix finds, for every address of the app", async () => {
    const routes = await appRoutes();
    const tree = treeOf(routes);
    const branchOf = findBranch(routes);
    const addresses = addressesOf(routes);
    expect(addresses.length).toBeGreaterThan(200);
    for (const address of addresses) {
      const matches = matchRoutes(tree as never, address);
      const wanted = matches && { ids: matches.map(({ route }) => route.id), params: matches.at(-1)?.params };
      const ambiguous = address.includes("//");
      expect(branchOf(address), address).toEqual(ambiguous ? undefined : wanted);
      if (!ambiguous && !address.endsWith("/")) expect(branchOf(`${address}.data`), `${address}.data`).toEqual(wanted);
    }
    expect(branchOf("/_root.data")?.ids).toEqual(matchRoutes(tree as never, "/")?.map(({ route }) => route.id));
  });

  it("leaves to Remix what is about all routes or can be written in two ways", async () => {
    const branchOf = findBranch(await appRoutes());
    expect(branchOf("/__manifest")).toBeUndefined();
    expect(branchOf("/%6Cearn")).toBeUndefined();
  });

  it("refuses optional segments", () => {
    expect(() => findBranch({ a: { id: "a", path: "a/:b?", module } })).toThrow("optional");
  });
});
