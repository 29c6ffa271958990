import type { ServerBuild } from "@remix-run/node";

type Routes = ServerBuild["routes"];

/** A page or endpoint: the ids from the root down to it, which addresses are its own, and how their variable parts are called. */
interface Branch {
  ids: string[];
  pattern: RegExp;
  names: string[];
  score: number;
  /** The word that its addresses begin with, in small letters; null where that may be any or none. */
  first: string | null;
}

/** The branch of an address, with what stands in its variable parts. */
export interface FoundBranch {
  ids: readonly string[];
  params: Record<string, string>;
}

/**
 * Finds which branch of the route tree an address belongs to, by Remix's own rules of precedence; undefined where those are
 * better asked themselves (an encoded address). Remix builds and sorts the list of all branches anew for every request,
 * two or three times, which takes longer than everything else it does; here it is done once.
 */
export function findBranch(routes: Routes): (pathname: string) => FoundBranch | undefined {
  const candidatesOf = byFirstSegment(listBranches(routes));
  return (pathname) => {
    // Here browsers ask for routes, which are all routes' business.
    if (pathname === "/__manifest") return undefined;
    // Parts are compared as they are written: what may be written in two ways is left to Remix.
    if (/%|\/\//.test(pathname)) return undefined;
    const page = pathname.replace(/^\/_root\.data$/, "/").replace(/\.data$/, "");
    for (const { ids, pattern, names } of candidatesOf(page)) {
      const found = pattern.exec(page);
      if (found) return { ids, params: Object.fromEntries(names.map((name, at) => [name, found[at + 1] ?? ""])) };
    }
    return undefined;
  };
}

/** Most branches cannot be an address's: they begin with another word. */
function byFirstSegment(branches: readonly Branch[]): (page: string) => readonly Branch[] {
  const firstOf = (text: string) => (text.split("/", 2)[1] ?? "").toLowerCase();
  const lists = new Map<string, Branch[]>();
  const beginningWith = (word: string) => branches.filter(({ first }) => first === null || first === word);
  for (const { first } of branches) if (first !== null && !lists.has(first)) lists.set(first, beginningWith(first));
  const others = branches.filter(({ first }) => first === null);
  return (page) => lists.get(firstOf(page)) ?? others;
}

function listBranches(routes: Routes): Branch[] {
  const branches: Branch[] = [];
  const add = (parentId: string | undefined, parentPath: string[], parentIds: string[]): void => {
    for (const route of Object.values(routes)) {
      if (!route || route.parentId !== parentId) continue;
      const segments = [...parentPath, ...(route.path ?? "").split("/").filter(Boolean)];
      const ids = [...parentIds, route.id];
      add(route.id, segments, ids);
      if (route.path !== undefined || route.index) branches.push({ ids, pattern: patternOf(segments), names: namesOf(segments), score: scoreOf(segments, route.index ?? false), first: firstWord(segments) });
    }
  };
  add(undefined, [], []);
  // Sorting keeps the order of equals, which is that of the route files: children before their parents.
  return branches.sort((a, b) => b.score - a.score);
}

/** @throws Error on an optional segment (`:id?`): one route would be several branches. */
function patternOf(segments: readonly string[]): RegExp {
  const parts = segments.map((segment) => {
    if (segment.endsWith("?")) throw new Error(`an optional segment of a route: ${segment}`);
    if (segment === "*") return "(?:/(.+)|/*)";
    return segment.startsWith(":") ? "/([^/]+)" : `/${segment.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`;
  });
  return new RegExp(`^${parts.join("")}${segments.includes("*") ? "" : "/*"}$`, "i");
}

function firstWord([first]: readonly string[]): string | null {
  return first === undefined || first === "*" || first.startsWith(":") ? null : first.toLowerCase();
}

function namesOf(segments: readonly string[]): string[] {
  return segments.flatMap((segment) => (segment === "*" ? ["*"] : segment.startsWith(":") ? [segment.slice(1)] : []));
}

/** How exact a branch is, as @remix-run/router counts it. */
function scoreOf(segments: readonly string[], index: boolean): number {
  const splat = segments.includes("*");
  const parts = segments.filter((segment) => segment !== "*").reduce((sum, segment) => sum + (segment.startsWith(":") ? 3 : 10), 0);
  // The path "/a/b" begins with an empty segment, "/" is two of them.
  const [length, empty] = segments.length === 0 ? [2, 2] : [segments.length + 1, 1];
  return length + (splat ? -2 : 0) + (index ? 2 : 0) + empty + parts;
}
