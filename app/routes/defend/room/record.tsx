import { useLoaderData } from "@remix-run/react";
import { guardedLoader, uuidParam } from "~/auth/guard.server";
import type { RouteHandle } from "~/i18n/handle";
import { notFound } from "~/platform/errors";
import { RecordScreen } from "~/steps/defense";
import { type RecordPage, recordPage } from "~/steps/defense/index.server";

export const handle: RouteHandle<{ page: RecordPage }> = { i18n: ["ui", "defense"], title: (t, { page }) => t("defense:record.title", { name: page.head.candidate }) };
export const headers = () => ({ "Cache-Control": "no-store" });

/** For the panel and for who may see the cohort, which the query asks. */
export const loader = guardedLoader("signed-in", async ({ db, actor, params, context }) => {
  const page = await recordPage(db, actor, { slotId: uuidParam(params, "slot"), locale: context.locale });
  if (!page) throw notFound();
  return { page, locale: context.locale };
});

export default function DefenseRecord() {
  const { page, locale } = useLoaderData<typeof loader>();
  return <RecordScreen page={page} locale={locale} timeZone={page.head.timeZone} />;
}
