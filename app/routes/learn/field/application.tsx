import { useLoaderData } from "@remix-run/react";
import { guardedLoader, uuidParam } from "~/auth/guard.server";
import type { RouteHandle } from "~/i18n/handle";
import { notFound } from "~/platform/errors";
import { ApplicationScreen } from "~/steps/field-tracking";
import { applicationPage } from "~/steps/field-tracking/index.server";

export const handle: RouteHandle = { i18n: ["ui", "field"], title: (t) => t("field:detail.title") };

export const loader = guardedLoader({ permission: "learn", scope: "any" }, async ({ db, actor, params, now, context }) => {
  const page = await applicationPage(db, actor, uuidParam(params, "application"), now);
  if (page?.application.personId !== actor.id) throw notFound();
  return { page, locale: context.locale, timeZone: actor.timeZone };
});

export default function OwnApplication() {
  return <ApplicationScreen {...useLoaderData<typeof loader>()} flash={[]} />;
}
