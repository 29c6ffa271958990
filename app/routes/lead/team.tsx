import { Form, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guardedLoader } from "~/auth/guard.server";
import { personName, teamName } from "~/cohorts";
import { TEAM_PAGE_SIZE, teamProgress, teamsWithin } from "~/cohorts/index.server";
import { LeadTabs } from "~/dashboards";
import type { RouteHandle } from "~/i18n/handle";
import { pick } from "~/i18n/pick";
import { reachOf } from "~/people";
import { teamTree } from "~/people/index.server";
import { isDone } from "~/pipeline";
import { pageNumber } from "~/platform/request.server";
import { Badge, Button, Card, CohortRoad, DataList, EmptyState, MiniRoad, PageHeader, Pagination, Select, Table } from "~/ui";

export const handle: RouteHandle = { i18n: ["ui", "road", "cohorts", "dashboards"], title: (t) => t("cohorts:lead.title") };

export const loader = guardedLoader({ permission: "team:progress", scope: "any" }, async ({ db, actor, url, now, context }) => {
  const [within, tree] = await Promise.all([teamsWithin(db, reachOf(actor, "team:progress")), teamTree(db)]);
  const teams = tree.filter((team) => within.includes(team.id));
  // The tree lists parents before children, so a team's subtree is found going through once.
  const top = teams.find((team) => team.id === url.searchParams.get("team"))?.id ?? null;
  const chosen = new Set<string>();
  for (const team of teams) if (top === null || team.id === top || (team.parentId !== null && chosen.has(team.parentId))) chosen.add(team.id);
  const page = pageNumber(url);
  const progress = await context.timing.measure("progress", () => teamProgress(db, [...chosen], { page, now }));
  return { ...progress, teams, team: top, page, pageSize: TEAM_PAGE_SIZE, locale: context.locale };
});

export default function Team() {
  const { learners, total, late, waiting, camps, done, teams, team, page, pageSize, locale } = useLoaderData<typeof loader>();
  const { t } = useTranslation("cohorts");
  const least = Math.min(...teams.map((one) => one.depth));
  return (
    <>
      <PageHeader title={t("lead.title")} lead={t("lead.lead")} />
      <LeadTabs team={team} at={null} />
      <div className="grid gap-6">
        <div className="flex flex-wrap items-end justify-between gap-6">
          <DataList
            columns
            items={[
              { key: "learners", term: t("lead.learners"), value: <span className="text-2xl">{total}</span> },
              { key: "late", term: t("lead.late"), value: <span className="text-2xl">{late}</span> },
              { key: "waiting", term: t("lead.waitingYou"), value: <span className="text-2xl">{waiting}</span> },
            ]}
          />
          <Form className="flex flex-wrap items-end gap-3 max-sm:w-full">
            <Select key={team} label={t("lead.team")} name="team" defaultValue={team ?? ""} placeholder={t("lead.anyTeam")} options={teams.map((one) => ({ value: one.id, label: `${"\u2003".repeat(one.depth - least)}${locale === "en" ? one.nameEn : one.nameZh}` }))} className="w-60 max-sm:min-w-0 max-sm:flex-1" />
            <Button type="submit" variant="secondary">
              {t("lead.apply")}
            </Button>
          </Form>
        </div>
        {total === 0 ? (
          <EmptyState title={t("lead.none")}>{t("lead.noneText")}</EmptyState>
        ) : (
          <>
            <section aria-labelledby="people">
              <h2 id="people" className="mb-2 text-lg">
                {t("lead.people")}
              </h2>
              <Card look="flush">
                <Table
                  caption={t("lead.people")}
                  cards
                  rows={learners}
                  rowKey={(row) => row.personId}
                  columns={[
                    { key: "name", header: t("lead.name"), className: "whitespace-nowrap", cell: (row) => personName(row, locale) },
                    { key: "team", header: t("lead.team"), className: "whitespace-nowrap", cell: (row) => teamName(row, locale) },
                    { key: "roads", header: t("lead.roads"), cell: (row) => <Roads roads={row.roads} locale={locale} /> },
                    { key: "late", header: t("lead.late"), cell: (row) => (row.late > 0 ? <Badge tone="danger">{t("lead.lateSteps", { count: row.late })}</Badge> : <span className="text-ink-soft">{t("lead.onTime")}</span>) },
                    { key: "waiting", header: t("lead.waiting"), align: "end", cell: (row) => row.waiting },
                  ]}
                />
              </Card>
              <Pagination page={page} pageSize={pageSize} total={total} to={(to) => `?${new URLSearchParams({ ...(team ? { team } : {}), page: String(to) }).toString()}`} />
            </section>
            <section aria-labelledby="where">
              <h2 id="where" className="text-lg">
                {t("lead.where")}
              </h2>
              <p className="mb-2 text-sm text-ink-soft">{t("lead.whereAll")}</p>
              <CohortRoad label={t("lead.where")} done={done} steps={camps.map((camp) => ({ key: camp.step, title: t(`road:step.${camp.step}`), count: camp.count, waiting: camp.waiting, late: camp.late }))} />
            </section>
          </>
        )}
      </div>
    </>
  );
}

type Road = ReturnType<typeof useLoaderData<typeof loader>>["learners"][number]["roads"][number];

/** A learner's running chapters, each as a small road with the step they are at. */
function Roads({ roads, locale }: { roads: readonly Road[]; locale: "zh" | "en" }) {
  const { t } = useTranslation("cohorts");
  return (
    <ul className="grid gap-2">
      {roads.map((road) => {
        const at = road.steps.findIndex(({ cell }) => !isDone(cell.state));
        const now = road.steps[at];
        return (
          <li key={`${road.enrolmentId} ${road.chapterSlug}`} className="flex flex-wrap items-center gap-x-4 max-sm:justify-end">
            <span className="sm:w-32">{pick(road.title, locale)}</span>
            <MiniRoad steps={road.steps.map(({ step, cell }) => ({ title: t(`road:step.${step}`), state: cell.state }))} position={at === -1 ? road.steps.length : at} />
            <span className="text-ink-soft" title={road.cohortName}>
              {now ? t("lead.now", { step: t(`road:step.${now.step}`), state: t(`ui:state.${now.cell.state}`) }) : t("lead.done")}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
