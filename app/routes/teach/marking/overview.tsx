import { useLoaderData } from "@remix-run/react";
import { guardedLoader } from "~/auth/guard.server";
import type { RouteHandle } from "~/i18n/handle";
import { reachOf } from "~/people";
import { OverviewPage } from "~/steps/quiz";
import { markingOverview } from "~/steps/quiz/index.server";

export const handle: RouteHandle = { i18n: ["ui", "marking", "quiz"], title: (t) => t("marking:title") };

export const loader = guardedLoader({ permission: "cohort:teach", scope: "any" }, async ({ db, actor, now, url, context }) => {
  const cohort = url.searchParams.get("cohort");
  const cohortId = cohort ? cohort : null;
  const overview = await markingOverview(db, { reach: reachOf(actor, "cohort:teach"), cohortId });
  return { overview, cohortId, locale: context.locale, timeZone: actor.timeZone, now };
});

export default function Marking() {
  return <OverviewPage {...useLoaderData<typeof loader>()} />;
}
