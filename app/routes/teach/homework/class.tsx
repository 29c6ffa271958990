import { useLoaderData } from "@remix-run/react";
import { guardedLoader, uuidParam } from "~/auth/guard.server";
import type { RouteHandle } from "~/i18n/handle";
import { notFound } from "~/platform/errors";
import { ClassScreen } from "~/steps/homework";
import { advanceIfDue, classPage } from "~/steps/homework/index.server";

export const handle: RouteHandle = { i18n: ["ui", "road", "cohorts", "homework"] };

export const loader = guardedLoader({ permission: "cohort:view", scope: { cohort: "cohort" } }, async ({ db, params, url, now, context, actor }) => {
  const cohortId = uuidParam(params, "cohort");
  const chapterSlug = url.searchParams.get("chapter");
  if (chapterSlug !== null) await advanceIfDue(db, { cohortId, chapterSlug, now });
  const page = await classPage(db, { cohortId, chapterSlug }, now);
  if (page === null && chapterSlug !== null) throw notFound();
  return { page, cohortId, locale: context.locale, timeZone: actor.timeZone };
});

export default function ClassHomework() {
  return <ClassScreen {...useLoaderData<typeof loader>()} />;
}
