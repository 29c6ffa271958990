import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guardedLoader } from "~/auth/guard.server";
import { isCompetency } from "~/capability";
import { dashboardPath, LeadTabs, PeopleList, peoplePath, STANDINGS, type Standing } from "~/dashboards";
import { PEOPLE_PAGE_SIZE, peopleOf } from "~/dashboards/index.server";
import type { RouteHandle } from "~/i18n/handle";
import { pick } from "~/i18n/pick";
import { notFound } from "~/platform/errors";
import { pageNumber } from "~/platform/request.server";
import { PageHeader, Pagination } from "~/ui";
import { dashboardOf } from "./frame.server";

export const handle: RouteHandle = { i18n: ["ui", "dashboards"], title: (t) => t("dashboards:people.title") };

/** Who stands behind a figure: names, where they stand, and the way to their evidence. */
export const loader = guardedLoader({ permission: "dashboard:view", scope: "any" }, async (args) => {
  const { scope, frame } = await dashboardOf(args);
  const competency = args.url.searchParams.get("competency") ?? "";
  if (!isCompetency(competency)) throw notFound();
  const standing = STANDINGS.find((one) => one === args.url.searchParams.get("standing")) ?? null;
  const page = pageNumber(args.url);
  const people = await args.context.timing.measure("people", () => peopleOf(args.db, scope, { competency, standing, page }));
  return { ...people, competency, standing, page, pageSize: PEOPLE_PAGE_SIZE, top: frame.top, locale: args.context.locale, timeZone: args.actor.timeZone };
});

export default function People() {
  const { people, counts, total, competency, standing, page, pageSize, top, locale, timeZone } = useLoaderData<typeof loader>();
  const { t } = useTranslation("dashboards");
  const team = top?.id ?? null;
  const to = (one: Standing | null) => peoplePath(competency, { team, standing: one });
  return (
    <>
      <PageHeader title={t(`competencies.${competency}`)} crumbs={[{ label: t("first.title"), to: dashboardPath("first", { team }) }, { label: t("heat.title"), to: dashboardPath("heat", { team }) }]} lead={t("people.lead", { team: top ? pick(top.name, locale) : t("heat.whole") })} />
      <LeadTabs team={team} at={null} />
      <nav aria-label={t("people.filter")} className="mb-4 flex flex-wrap gap-2" data-print="no">
        {[null, ...STANDINGS].map((one) => (
          <Link key={one ?? "all"} to={to(one)} aria-current={standing === one ? "page" : undefined} className={`inline-flex min-h-11 items-center gap-2 rounded-md border px-3 tabular ${standing === one ? "border-pine bg-pine-soft font-semibold text-pine-deep" : "border-line bg-surface text-ink-soft hover:border-pine"}`}>
            {t(one === null ? "people.all" : `people.standing.${one}`)}
            <span>{one === null ? STANDINGS.reduce((sum, key) => sum + counts[key], 0) : counts[one]}</span>
          </Link>
        ))}
      </nav>
      <PeopleList people={people} competency={competency} locale={locale} timeZone={timeZone} />
      <Pagination page={page} pageSize={pageSize} total={total} to={(at) => `${to(standing)}&page=${at}`} />
    </>
  );
}
