import { useLoaderData } from "@remix-run/react";
import { guardedLoader } from "~/auth/guard.server";
import type { RouteHandle } from "~/i18n/handle";
import { SearchResults } from "~/steps/preview";
import { searchView } from "~/steps/preview/index.server";

export const handle: RouteHandle = { i18n: ["ui", "preview"], title: (t) => t("preview:search.title") };

export const loader = guardedLoader({ permission: "learn", scope: "any" }, async ({ db, actor, now, url, context }) => {
  const query = (url.searchParams.get("q") ?? "").trim().slice(0, 80);
  const hits = query === "" ? [] : await searchView(db, { personId: actor.id, query, locale: context.locale, now });
  return { query, hits };
});

export default function Search() {
  return <SearchResults {...useLoaderData<typeof loader>()} />;
}
