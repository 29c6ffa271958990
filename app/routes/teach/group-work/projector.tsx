import { useLoaderData } from "@remix-run/react";
import { guardedLoader, uuidParam } from "~/auth/index.server";
import type { RouteHandle } from "~/i18n/handle";
import { notFound } from "~/platform/errors";
import { GroupProjector } from "~/steps/group-work";
import { projectedSheet } from "~/steps/group-work/index.server";
import { TEACH } from "./access";

export const handle: RouteHandle<{ page: { sheet: { groupName: string; customer: string } } }> = { i18n: ["ui", "sheets", "sheet-pictures", "group-work"], title: (_t, { page }) => `${page.sheet.groupName} · ${page.sheet.customer}` };

export const loader = guardedLoader(TEACH, async ({ db, params, context, now }) => {
  const page = await projectedSheet(db, { cohortId: uuidParam(params, "cohort"), groupSheetId: uuidParam(params, "sheet") }, now);
  if (!page) throw notFound();
  return { page, locale: context.locale, now };
});

export default function Projector() {
  return <GroupProjector {...useLoaderData<typeof loader>()} />;
}
