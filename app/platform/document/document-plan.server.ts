import { createHash } from "node:crypto";
import type { EntryContext } from "@remix-run/node";
import type { DocumentHandle } from "./handle";
import { setHandoff } from "./handoff.server";
import { MOST_IDS, STAND_IN } from "./template.server";

/** How a page's document is kept: under which key, with which ids to fill in, and what to render it from. */
export interface DocumentPlan {
  key: string;
  ids: readonly string[];
  /** The context with stand-ins in place of the ids and the data's script; null when the data holds what JSON does not tell apart. */
  context(): EntryContext | null;
}

/**
 * The plan of a page; null when it must be rendered anew: not every route agrees (`DocumentHandle`), something failed,
 * or it answers a form. The key is made of all that React will see, so a kept document is what rendering would give.
 */
export function planDocument(context: EntryContext, variant: readonly string[]): DocumentPlan | null {
  const { staticHandlerContext: page } = context;
  if (page.statusCode !== 200 || page.errors !== null || page.actionData !== null) return null;
  const shown: Record<string, unknown> = {};
  const ids = new Set<string>();
  for (const { route } of page.matches) {
    const data: unknown = page.loaderData[route.id];
    if (data === undefined) continue;
    const handle = (route.handle as Partial<DocumentHandle<unknown>> | undefined)?.document;
    if (!handle) return null;
    for (const id of handle.ids(data)) ids.add(id);
    shown[route.id] = handle.shown(data);
  }
  if (ids.size > MOST_IDS) return null;
  const replaced = [...ids];
  const withStandIns = (text: string) => replaced.reduce((result, id, at) => result.replaceAll(id, STAND_IN.ids[at] ?? id), text);
  const { pathname, search } = page.location;
  const facts = withStandIns(JSON.stringify([variant, pathname, search, shown]));
  return {
    key: createHash("sha1").update(facts).digest("base64"),
    ids: replaced,
    context: () => contextWith(context, shown, withStandIns),
  };
}

function contextWith(context: EntryContext, shown: Record<string, unknown>, withStandIns: (text: string) => string): EntryContext | null {
  const { staticHandlerContext: page } = context;
  try {
    const copy: EntryContext = {
      ...context,
      staticHandlerContext: {
        ...page,
        location: { ...page.location, pathname: withStandIns(page.location.pathname), search: withStandIns(page.location.search) },
        matches: page.matches.map((match) => ({
          ...match,
          params: mapTexts(match.params, withStandIns),
          pathname: withStandIns(match.pathname),
          pathnameBase: withStandIns(match.pathnameBase),
        })),
        loaderData: mapTexts(shown, withStandIns),
      },
    };
    setHandoff(copy, STAND_IN.data);
    return copy;
  } catch (error) {
    if (error instanceof NotPlain) return null;
    throw error;
  }
}

class NotPlain extends Error {}

/**
 * The same value with every text changed.
 * @throws NotPlain on what JSON does not tell apart (sets, maps, instances of classes): two pages could share a key.
 */
function mapTexts<T>(value: T, change: (text: string) => string): T {
  const map = (item: unknown): unknown => {
    if (typeof item === "string") return change(item);
    if (item === null || item === undefined || typeof item === "boolean" || Number.isFinite(item) || item instanceof Date) return item;
    if (Array.isArray(item)) return item.map(map);
    if (typeof item !== "object" || Object.getPrototypeOf(item) !== Object.prototype) throw new NotPlain();
    return Object.fromEntries(Object.entries(item).map(([key, entry]) => [change(key), map(entry)]));
  };
  return map(value) as T;
}
