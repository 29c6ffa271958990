import { data } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guardedAction, guardedLoader, uuidParam } from "~/auth/index.server";
import { CohortStaff, EnrolLearners, learnerPath, personName, RosterActs, teamName, useCohortFailure } from "~/cohorts";
import { cohortHead, cohortRoster, otherInstructors, ROSTER_PAGE_SIZE } from "~/cohorts/index.server";
import { formatDate } from "~/i18n/dates";
import type { RouteHandle } from "~/i18n/handle";
import { teamTree } from "~/people/index.server";
import { notFound } from "~/platform/errors";
import { pageNumber } from "~/platform/request.server";
import { Button, Card, EmptyState, Flash, FormErrors, FormFailureProvider, Pagination, Table, TextField } from "~/ui";
import { changeRoster } from "./change-roster.server";

export const handle: RouteHandle = { i18n: ["ui", "road", "cohorts"] };

export const loader = guardedLoader({ permission: "cohort:view", scope: { cohort: "cohort" } }, async ({ db, params, url, context }) => {
  const cohortId = uuidParam(params, "cohort");
  const search = (url.searchParams.get("q") ?? "").trim().slice(0, 100);
  const page = pageNumber(url);
  const [cohort, roster, instructors, teams] = await Promise.all([cohortHead(db, cohortId), cohortRoster(db, cohortId, { page, search }), otherInstructors(db, cohortId), teamTree(db)]);
  if (!cohort) throw notFound();
  return { cohort, roster, instructors, teams, search, page, pageSize: ROSTER_PAGE_SIZE, locale: context.locale };
});

export const action = guardedAction({ permission: "cohort:manage", scope: { cohort: "cohort" } }, async (args) => {
  const answer = await changeRoster(args, uuidParam(args.params, "cohort"), await args.request.formData());
  return data(answer, { status: answer.failure ? 400 : 200 });
});

export default function LearnersOfCohort() {
  const { cohort, roster, instructors, teams, search, page, pageSize, locale } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const failure = useCohortFailure(answer?.failure);
  const { t } = useTranslation("cohorts");
  const day = (at: Date) => formatDate(at, { locale, timeZone: cohort.timeZone, style: "date" });
  return (
    <div className="grid gap-6">
      <Flash messages={answer?.done ? [{ id: answer.done.id, tone: "ok", text: t(`roster.done.${answer.done.intent}`, { count: answer.done.count }) }] : []} />
      <FormFailureProvider failure={failure}>
        <FormErrors labels={{ reason: t("acts.reason"), percent: t("roster.extraTime"), emails: t("enrol.emails"), file: t("enrol.file"), person: t("staff.add") }} />
      </FormFailureProvider>
      <EnrolLearners teams={teams.map((team) => ({ value: team.id, label: `${"\u2003".repeat(team.depth)}${locale === "en" ? team.nameEn : team.nameZh}` }))} plan={answer?.plan ?? null} request={answer?.request ?? null} failure={answer?.intent === "plan" ? failure : null} />
      <Card look="flush" title={t("roster.title")} aside={<span className="text-sm text-ink-soft tabular">{t("learnerCount", { count: cohort.learners })}</span>}>
        <Form role="search" className="flex flex-wrap items-end gap-3 px-4 pb-3 sm:px-5">
          <TextField label={t("grid.search")} name="q" type="search" defaultValue={search} className="w-56 max-sm:min-w-0 max-sm:flex-1" />
          <Button type="submit" variant="secondary">
            {t("grid.apply")}
          </Button>
        </Form>
        <Table
          caption={t("roster.title")}
          cards
          rows={roster.rows}
          rowKey={(row) => row.enrolmentId}
          empty={
            <div className="p-4">
              <EmptyState level={3} title={t(search ? "grid.nobody" : "grid.noLearners")}>
                {t(search ? "grid.nobodyText" : "grid.noLearnersText")}
              </EmptyState>
            </div>
          }
          columns={[
            {
              key: "name",
              header: t("roster.name"),
              cell: (row) => (
                <Link to={learnerPath(cohort.id, row.enrolmentId)} className="-my-2 inline-flex min-h-9 items-center underline decoration-line-strong underline-offset-4 hover:decoration-pine coarse:min-h-11">
                  {personName(row, locale)}
                </Link>
              ),
            },
            { key: "email", header: t("roster.email"), className: "break-all", cell: (row) => row.email },
            { key: "team", header: t("grid.team"), cell: (row) => teamName(row, locale) || "–" },
            { key: "since", header: t("roster.since"), wideOnly: true, cell: (row) => day(row.enrolledAt) },
            { key: "extra", header: t("roster.extraTime"), align: "end", cell: (row) => (row.extraTimePercent === 0 ? "–" : `${row.extraTimePercent}%`) },
            { key: "acts", header: t("roster.change"), cell: (row) => <RosterActs row={row} name={personName(row, locale)} failure={answer?.enrolmentId === row.enrolmentId ? failure : null} /> },
          ]}
        />
      </Card>
      <Pagination page={page} pageSize={pageSize} total={roster.total} to={(to) => `?${new URLSearchParams({ q: search, page: String(to) }).toString()}`} />
      {roster.former.length > 0 && (
        <Card title={t("roster.former")}>
          <ul className="divide-y divide-line text-sm">
            {roster.former.map((row) => (
              <li key={row.enrolmentId} className="flex flex-wrap items-center gap-x-4 py-1">
                <Link to={learnerPath(cohort.id, row.enrolmentId)} className="inline-flex min-h-9 items-center underline underline-offset-4 coarse:min-h-11">
                  {personName(row, locale)}
                </Link>
                <span className="text-ink-soft">
                  {day(row.leftAt)} · {row.reason}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <CohortStaff teaching={cohort.instructors} others={instructors} locale={locale} open={cohort.state === "open"} />
    </div>
  );
}
