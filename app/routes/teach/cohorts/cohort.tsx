import { Outlet, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guardedLoader, uuidParam } from "~/auth/index.server";
import { CohortBadge, COHORTS_PATH, CohortTabs, personName, teamName } from "~/cohorts";
import { cohortHead } from "~/cohorts/index.server";
import { formatDate } from "~/i18n/dates";
import type { RouteHandle } from "~/i18n/handle";
import { notFound } from "~/platform/errors";
import { PageHeader } from "~/ui";

export const handle: RouteHandle<{ cohort: { name: string } }> = { i18n: ["ui", "road", "cohorts"], title: (_t, data) => data.cohort.name };

export const loader = guardedLoader({ permission: "cohort:view", scope: { cohort: "cohort" } }, async ({ db, params, context, now }) => {
  const cohort = await cohortHead(db, uuidParam(params, "cohort"));
  if (!cohort) throw notFound();
  return { cohort, locale: context.locale, now };
});

export default function Cohort() {
  const { cohort, locale, now } = useLoaderData<typeof loader>();
  const { t } = useTranslation("cohorts");
  const day = (iso: string) => formatDate(`${iso}T00:00:00Z`, { locale, timeZone: "UTC", style: "date" });
  const names = new Intl.ListFormat(locale === "zh" ? "zh-CN" : "en").format(cohort.instructors.map((person) => personName(person, locale)));
  return (
    <>
      <PageHeader
        title={cohort.name}
        crumbs={[{ to: COHORTS_PATH, label: t("list.title") }]}
        badge={<CohortBadge cohort={cohort} now={now} />}
        lead={[teamName(cohort, locale), t("dates", { from: day(cohort.startsOn), to: day(cohort.endsOn) }), t("learnerCount", { count: cohort.learners }), names && t("taughtBy", { names })].filter(Boolean).join(" · ")}
      />
      <CohortTabs cohortId={cohort.id} />
      <Outlet />
    </>
  );
}
