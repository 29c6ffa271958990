import { useLoaderData } from "@remix-run/react";
import { guardedLoader, uuidParam } from "~/auth/guard.server";
import type { RouteHandle } from "~/i18n/handle";
import { notFound } from "~/platform/errors";
import { SheetPrint, type SheetScreen } from "~/sheets";
import { sheetPage } from "~/sheets/index.server";

export const handle: RouteHandle<{ screen: SheetScreen }> = { i18n: ["ui", "sheets", "sheet-pictures"], title: (_, { screen }) => screen.title };
export const headers = () => ({ "Cache-Control": "no-store" });

export const loader = guardedLoader("signed-in", async ({ db, params, actor, now, context }) => {
  const { locale } = context;
  const screen = await sheetPage(db, actor, { sheetId: uuidParam(params, "sheet"), locale, now, history: null });
  if (!screen) throw notFound();
  return { screen, locale, now };
});

export default function Print() {
  return <SheetPrint {...useLoaderData<typeof loader>()} />;
}
