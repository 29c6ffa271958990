import { RemixBrowser } from "@remix-run/react";
import { startTransition, StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { startI18n } from "~/i18n/i18n.client";

/** The namespaces that the routes of this page name in their `handle`. */
function initialNamespaces(): string[] {
  const modules = (window as unknown as { __remixRouteModules?: Record<string, { handle?: { i18n?: string[] } } | undefined> }).__remixRouteModules ?? {};
  return Object.values(modules).flatMap((module) => module?.handle?.i18n ?? []);
}

const i18n = await startI18n(initialNamespaces());
startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <I18nextProvider i18n={i18n}>
        <RemixBrowser />
      </I18nextProvider>
    </StrictMode>,
  );
});
