import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guardedLoader, uuidParam } from "~/auth/index.server";
import { cohortPath, COHORTS_PATH, evidencePath, personName, RoadView, teamName } from "~/cohorts";
import { learnerRoads } from "~/cohorts/index.server";
import { formatDate } from "~/i18n/dates";
import type { RouteHandle } from "~/i18n/handle";
import { pick } from "~/i18n/pick";
import { notFound } from "~/platform/errors";
import { Badge, Callout, EmptyState, PageHeader } from "~/ui";

export const handle: RouteHandle<{ learner: { name: string; nameLatin: string | null } }> = { i18n: ["ui", "road", "cohorts"], title: (_t, page, locale) => personName(page.learner, locale) };

export const loader = guardedLoader({ permission: "cohort:view", scope: { cohort: "cohort" } }, async ({ db, params, now, context }) => {
  const page = await learnerRoads(db, uuidParam(params, "cohort"), uuidParam(params, "enrolment"), now);
  if (!page) throw notFound();
  return { ...page, locale: context.locale, now };
});

export default function Learner() {
  const { learner, roads, locale, now } = useLoaderData<typeof loader>();
  const { t } = useTranslation("cohorts");
  const { cohortId, enrolmentId, timeZone } = learner;
  const day = (at: Date) => formatDate(at, { locale, timeZone, style: "date" });
  return (
    <>
      <PageHeader
        title={personName(learner, locale)}
        lead={[teamName(learner, locale), learner.email, t("learner.since", { day: day(learner.enrolledAt) }), learner.extraTimePercent > 0 && t("learner.extraTime", { percent: learner.extraTimePercent })].filter(Boolean).join(" · ")}
        crumbs={[{ to: COHORTS_PATH, label: t("list.title") }, { to: cohortPath(cohortId), label: learner.cohortName }]}
        badge={learner.leftAt && <Badge>{t("learner.left")}</Badge>}
      />
      {learner.leftAt && (
        <Callout kind="note" title={t("learner.leftOn", { day: day(learner.leftAt) })} className="mb-6">
          <p>{t("road:reason", { reason: learner.leftReason ?? "–" })}</p>
        </Callout>
      )}
      {roads.length === 0 && <EmptyState title={t("grid.noChapters")}>{t("grid.noChaptersText")}</EmptyState>}
      <div className="grid gap-8">
        {roads.map((road) => {
          const title = pick(road.title, locale);
          return (
            <section key={road.chapterSlug} aria-labelledby={road.chapterSlug}>
              <h2 id={road.chapterSlug} className="mb-2 text-lg">
                {t("chapter", { number: road.number, title })}
              </h2>
              <RoadView road={{ enrolmentId, chapterSlug: road.chapterSlug, title, situation: road.situation }} locale={locale} timeZone={timeZone} now={now} evidenceAt={(step) => evidencePath(cohortId, enrolmentId, road.chapterSlug, step)} />
            </section>
          );
        })}
      </div>
    </>
  );
}
