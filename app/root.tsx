import type { LinksFunction } from "@remix-run/node";
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useMatches, useRouteError, useRouteLoaderData } from "@remix-run/react";
import { type ReactNode, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { guardedLoader } from "~/auth/guard.server";
import type { RouteHandle } from "~/i18n/handle";
import { LANGUAGE_TAG } from "~/i18n/locale";
import type { DocumentHandle } from "~/platform/document/handle";
import { useNonce } from "~/platform/nonce";
import { ErrorPage } from "~/ui/ErrorPage";
import { NavigationProgress } from "~/ui";
import stylesheet from "./tailwind.css?url";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: stylesheet },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
];

export const loader = guardedLoader("public", async ({ context, actor }) =>
  Promise.resolve({
    locale: context.locale,
    theme: context.theme,
    actor: actor ? { id: actor.id, name: actor.name, timeZone: actor.timeZone, roles: [...new Set(actor.grants.map((grant) => grant.role))] } : null,
  }),
);

type LoaderData = { actor: { id: string; name: string } | null };
export const handle: RouteHandle<LoaderData> & DocumentHandle<LoaderData> = {
  i18n: ["ui"],
  // Kept documents show nobody's name: a page that does must render it from its own data.
  document: { ids: ({ actor }) => (actor ? [actor.id] : []), shown: (data) => ({ ...data, actor: data.actor && { ...data.actor, name: "" } }) },
};

/** The page's title: the innermost route that has one, and the product's name. */
function useTitle(locale: "zh" | "en"): string {
  const matches = useMatches() as { handle?: RouteHandle<unknown>; data: unknown }[];
  const namespaces = [...new Set(["ui", ...matches.flatMap((match) => match.handle?.i18n ?? [])])];
  const { t } = useTranslation(namespaces);
  // After a refused act the loaders did not run, and their data is null: there is nothing to name the page by.
  // Where nothing went wrong, React Router answers null.
  const failed = (useRouteError() ?? undefined) !== undefined;
  const titled = failed ? undefined : matches.findLast((match) => match.handle?.title && match.data !== undefined);
  const title = titled?.handle?.title?.(t, titled.data as never, locale);
  return title ? `${title} · ${t("ui:product")}` : t("ui:product");
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const data = useRouteLoaderData<typeof loader>("root");
  const locale = data?.locale ?? "zh";
  const { i18n } = useTranslation();
  useEffect(() => {
    if (i18n.language !== locale) void i18n.changeLanguage(locale);
  }, [i18n, locale]);
  return (
    <html lang={LANGUAGE_TAG[locale]} data-theme={data?.theme ?? "system"}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <title>{useTitle(locale)}</title>
        <Meta />
        <Links />
      </head>
      <body>
        <NavigationProgress />
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <ErrorPage error={useRouteError()} />;
}
