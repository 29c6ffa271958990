import { useLoaderData } from "@remix-run/react";
import { guardedLoader } from "~/auth/guard.server";
import type { RouteHandle } from "~/i18n/handle";
import { GlossaryList } from "~/steps/preview";
import { findTerms } from "~/steps/preview/index.server";

export const handle: RouteHandle = { i18n: ["ui", "preview"], title: (t) => t("preview:glossary.title") };

export const loader = guardedLoader("signed-in", async ({ db, url, context }) => {
  const query = (url.searchParams.get("q") ?? "").trim().slice(0, 80);
  return { query, locale: context.locale, terms: await findTerms(db, query, context.locale) };
});

export default function Glossary() {
  return <GlossaryList {...useLoaderData<typeof loader>()} />;
}
