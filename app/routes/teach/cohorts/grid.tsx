import { useLoaderData } from "@remix-run/react";
import clsx from "clsx";
import { useTranslation } from "react-i18next";
import { guardedLoader, uuidParam } from "~/auth/index.server";
import { calendarPath, CohortGrid, gridSearch, GridToolbar, learnersPath, readGridFilter, WhoWaits } from "~/cohorts";
import { GRID_PAGE_SIZE, gridPage } from "~/cohorts/index.server";
import type { RouteHandle } from "~/i18n/handle";
import { pick } from "~/i18n/pick";
import { notFound } from "~/platform/errors";
import { ButtonLink, Card, CohortRoad, EmptyState, Pagination } from "~/ui";

export const handle: RouteHandle = { i18n: ["ui", "road", "cohorts"] };

export const loader = guardedLoader({ permission: "cohort:view", scope: { cohort: "cohort" } }, async ({ db, params, url, now, context }) => {
  const page = await context.timing.measure("grid", () => gridPage(db, uuidParam(params, "cohort"), (slugs) => readGridFilter(url.searchParams, slugs), now));
  if (!page) throw notFound();
  return { ...page, pageSize: GRID_PAGE_SIZE, locale: context.locale, now };
});

export default function Grid() {
  const { cohort, chapters, filter, grid, counts, camps, waits, teams, pageSize, locale, now } = useLoaderData<typeof loader>();
  const { t } = useTranslation("cohorts");
  const label = (chapter: { number: number; title: { zh: string; en: string } }) => t("chapter", { number: chapter.number, title: pick(chapter.title, locale) });
  const shown = chapters.filter((chapter) => filter.chapter === null || chapter.slug === filter.chapter);
  const titles = Object.fromEntries(shown.length > 1 ? shown.map((chapter) => [chapter.slug, pick(chapter.title, locale)]) : []);
  if (cohort.chapters.length === 0) return <EmptyState title={t("grid.noChapters")} action={<ButtonLink to={calendarPath(cohort.id)}>{t("tabs.calendar")}</ButtonLink>}>{t("grid.noChaptersText")}</EmptyState>;
  if (counts.all === 0) return <EmptyState title={t("grid.noLearners")} action={<ButtonLink to={learnersPath(cohort.id)}>{t("grid.enrol")}</ButtonLink>}>{t("grid.noLearnersText")}</EmptyState>;
  return (
    <div className="grid gap-6">
      <section aria-label={t("grid.title")}>
        <GridToolbar filter={filter} counts={counts} chapters={chapters.map((chapter) => ({ slug: chapter.slug, label: label(chapter) }))} teams={teams.map((team) => ({ id: team.id, label: locale === "en" ? team.nameEn : team.nameZh }))} />
        <div className={clsx("grid items-start gap-6", shown.length <= 2 && "xl:grid-cols-[minmax(0,max-content)_minmax(22rem,1fr)]")}>
          <Card look="flush">
          {grid.rows.length === 0 ? (
            <div className="p-4">
              <EmptyState title={t("grid.nobody")} action={<ButtonLink variant="secondary" to={gridSearch(filter, { show: "all", step: null, team: null, search: "" })}>{t("grid.showAll")}</ButtonLink>}>
                {t("grid.nobodyText")}
              </EmptyState>
            </div>
          ) : (
            <CohortGrid caption={t("grid.title")} cohortId={cohort.id} chapters={shown.map((chapter) => ({ ...chapter, title: label(chapter) }))} rows={grid.rows} locale={locale} timeZone={cohort.timeZone} />
          )}
        </Card>
          <WhoWaits groups={waits} filter={filter} titles={titles} locale={locale} timeZone={cohort.timeZone} now={now} />
        </div>
        <Pagination page={filter.page} pageSize={pageSize} total={grid.total} to={(page) => gridSearch(filter, { page })} />
      </section>
      {shown.map((chapter) => (
        <section key={chapter.slug} aria-labelledby={`where-${chapter.slug}`}>
          <h2 id={`where-${chapter.slug}`} className="mb-2 text-lg">
            {t("grid.where", { title: label(chapter) })}
          </h2>
          <CohortRoad
            label={label(chapter)}
            done={camps.find((camp) => camp.chapter === chapter.slug && camp.step === null)?.count ?? 0}
            steps={chapter.steps.map((step) => {
              const camp = camps.find((one) => one.chapter === chapter.slug && one.step === step);
              return { key: step, title: t(`road:step.${step}`), count: camp?.count ?? 0, waiting: camp?.waiting ?? 0, late: camp?.late ?? 0 };
            })}
          />
        </section>
      ))}
    </div>
  );
}
