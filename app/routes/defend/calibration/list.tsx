import { useLoaderData } from "@remix-run/react";
import { guardedLoader } from "~/auth/guard.server";
import type { RouteHandle } from "~/i18n/handle";
import { CalibrationScreen } from "~/steps/defense";
import { calibrationPage, ownSeverity } from "~/steps/defense/index.server";

export const handle: RouteHandle = { i18n: ["ui", "raters"], title: (t) => t("raters:calibration.title") };

export const loader = guardedLoader({ permission: "defense:sit", scope: "any" }, async ({ db, actor, now, context }) => {
  const [page, own] = await Promise.all([calibrationPage(db, actor.id, now), ownSeverity(db, actor.id, now)]);
  return { page, own, locale: context.locale, timeZone: actor.timeZone, now };
});

export default function Calibration() {
  return <CalibrationScreen {...useLoaderData<typeof loader>()} />;
}
