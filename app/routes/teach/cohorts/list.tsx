import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guardedLoader } from "~/auth/guard.server";
import { CohortBadge, cohortPath, gridSearch, NEW_COHORT_PATH, type Show, teamName } from "~/cohorts";
import { COHORT_PAGE_SIZE, type CohortListItem, listCohorts } from "~/cohorts/index.server";
import { formatDate } from "~/i18n/dates";
import type { RouteHandle } from "~/i18n/handle";
import { reachOf } from "~/people";
import { pageNumber } from "~/platform/request.server";
import { MentionList } from "~/sheets";
import { waitingMentions } from "~/sheets/index.server";
import { OpenConditions } from "~/steps/defense";
import { openConditions } from "~/steps/defense/index.server";
import { ButtonLink, Card, EmptyState, PageHeader, Pagination, Table } from "~/ui";

export const handle: RouteHandle = { i18n: ["ui", "road", "cohorts", "defense"], title: (t) => t("cohorts:list.title") };

export const loader = guardedLoader({ permission: "cohort:list", scope: "any" }, async ({ db, actor, url, now, context }) => {
  const page = pageNumber(url);
  const list = await context.timing.measure("list", () => listCohorts(db, reachOf(actor, "cohort:list"), { page, now }));
  const [conditions, mentions] = await Promise.all([openConditions(db, actor, context.locale), waitingMentions(db, actor.id, 5)]);
  return { ...list, conditions, mentions, timeZone: actor.timeZone, page, pageSize: COHORT_PAGE_SIZE, locale: context.locale, now };
});

export default function CohortList() {
  const { rows, total, conditions, mentions, timeZone, page, pageSize, locale, now } = useLoaderData<typeof loader>();
  const { t } = useTranslation("cohorts");
  const day = (iso: string) => formatDate(`${iso}T00:00:00Z`, { locale, timeZone: "UTC", style: "date" });
  return (
    <>
      <PageHeader title={t("list.title")} lead={t("list.lead")} actions={<ButtonLink to={NEW_COHORT_PATH}>{t("list.create")}</ButtonLink>} />
      <MentionList mentions={mentions} locale={locale} timeZone={timeZone} />
      <OpenConditions conditions={conditions} locale={locale} />
      <Card look="flush">
        <Table
          caption={t("list.title")}
          cards
          rows={rows}
          rowKey={(row) => row.id}
          empty={
            <div className="p-4">
              <EmptyState title={t("list.empty")} action={<ButtonLink to={NEW_COHORT_PATH}>{t("list.create")}</ButtonLink>}>
                {t("list.emptyText")}
              </EmptyState>
            </div>
          }
          columns={[
            {
              key: "name",
              header: t("list.name"),
              cell: (row) => (
                <Link to={cohortPath(row.id)} className="-my-2 inline-flex min-h-9 items-center underline decoration-line-strong underline-offset-4 hover:decoration-pine coarse:min-h-11">
                  {row.name}
                </Link>
              ),
            },
            { key: "state", header: t("list.state"), cell: (row) => <CohortBadge cohort={row} now={now} /> },
            { key: "team", header: t("list.team"), cell: (row) => teamName(row, locale) },
            { key: "dates", header: t("list.dates"), cell: (row) => <span className="whitespace-nowrap">{t("dates", { from: day(row.startsOn), to: day(row.endsOn) })}</span> },
            { key: "chapters", header: t("list.chapters"), align: "end", wideOnly: true, cell: (row) => row.chapters },
            { key: "learners", header: t("list.learners"), align: "end", cell: (row) => row.learners },
            { key: "waiting", header: t("list.waiting"), align: "end", cell: (row) => <Count row={row} show="instructor" count={row.waiting} /> },
            { key: "late", header: t("list.late"), align: "end", cell: (row) => <Count row={row} show="late" count={row.late} /> },
          ]}
        />
      </Card>
      <Pagination page={page} pageSize={pageSize} total={total} to={(to) => `?page=${to}`} />
    </>
  );
}

/** A number that leads to the rows behind it. */
function Count({ row, show, count }: { row: CohortListItem; show: Show; count: number }) {
  const { t } = useTranslation("cohorts");
  if (row.state !== "open" || count === 0) return <span className="text-ink-faint">{row.state === "open" ? 0 : "–"}</span>;
  const search = gridSearch({ chapter: null, show, step: null, team: null, search: "", page: 1 });
  return (
    <Link to={cohortPath(row.id) + search} aria-label={t(`list.open.${show}`, { count, name: row.name })} className="-my-2 inline-flex min-h-9 items-center font-semibold underline underline-offset-4 hover:text-pine coarse:min-h-11">
      {count}
    </Link>
  );
}
