import { useLoaderData } from "@remix-run/react";
import { guardedLoader } from "~/auth/guard.server";
import type { RouteHandle } from "~/i18n/handle";
import { reachOf } from "~/people";
import { CalibratedScreen } from "~/steps/defense";
import { calibratedExaminers } from "~/steps/defense/index.server";

export const handle: RouteHandle = { i18n: ["ui", "raters"], title: (t) => t("raters:tabs.calibration") };

export const loader = guardedLoader({ permission: "raters:view", scope: "any" }, async ({ db, actor, now, context }) => ({
  page: await calibratedExaminers(db, reachOf(actor, "raters:view"), now),
  locale: context.locale,
  timeZone: actor.timeZone,
}));

export default function Calibrated() {
  return <CalibratedScreen {...useLoaderData<typeof loader>()} />;
}
