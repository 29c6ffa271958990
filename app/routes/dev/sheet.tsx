import { useLoaderData } from "@remix-run/react";
import { guardedLoader } from "~/auth/guard.server";
import type { RouteHandle } from "~/i18n/handle";
import { notFound } from "~/platform/errors";
import { SheetEditor } from "~/sheets";
import { createMemoryStore } from "~/sheets/client/memory-store";
import { gallerySheet } from "~/sheets/gallery.server";
import type { SheetScreen } from "~/sheets/sheet-screen";

export const handle: RouteHandle = { i18n: ["ui", "sheets", "sheet-pictures"] };

/** Any tool sheet of content/sheets, filled in as its example or empty, in a store of the window's own. */
export const loader = guardedLoader("public", async ({ params, url, context }) => {
  const screen = await gallerySheet(params.key ?? "", { locale: context.locale, empty: url.searchParams.has("empty"), locked: url.searchParams.has("locked"), now: context.now });
  if (!screen) throw notFound();
  return { screen, locale: context.locale };
});

const connect = (screen: SheetScreen) => Promise.resolve(createMemoryStore(screen.definition, screen.content, { writable: screen.locked === null }));

export default function GallerySheet() {
  const { screen, locale } = useLoaderData<typeof loader>();
  return <SheetEditor key={screen.id} screen={screen} locale={locale} connect={connect} back={{ to: "/dev/gallery", label: "Gallery" }} />;
}
