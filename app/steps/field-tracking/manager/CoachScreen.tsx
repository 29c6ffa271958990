import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { personName, teamName } from "~/cohorts";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import { Badge, ButtonLink, Card, EmptyState, Flash, type FlashMessage, PageHeader, Pagination, Table } from "~/ui";
import { ApplicationBadge, ApplicationFacts, ApplicationTitle } from "../ApplicationFacts";
import type { CoachPage } from "../coach-page.view.server";
import { coachedApplicationPath, coachedPlanPath, COACHING_LOG_PATH, meetingPath, NEW_COACHING_PATH } from "../paths";
import { CoachTabs } from "./CoachTabs";
import { DecideForm } from "./DecideForm";

export interface CoachScreenProps {
  page: CoachPage;
  number: number;
  pageSize: number;
  locale: Locale;
  timeZone: string;
  flash: FlashMessage[];
}

/** What waits for a manager in the field. */
export function CoachScreen({ page, number, pageSize, locale, timeZone, flash }: CoachScreenProps) {
  const { t } = useTranslation("field");
  const { waiting, total, late } = page;
  return (
    <div className="mx-auto max-w-5xl">
      <PageHeader title={t("coach.title")} lead={t("coach.lead")} actions={<ButtonLink to={NEW_COACHING_PATH}>{t("coach.newNote")}</ButtonLink>} />
      <CoachTabs waiting={total} />
      <Flash messages={flash} />
      <div className="grid gap-8">
        <Meetings page={page} locale={locale} />
        <section aria-labelledby="waiting">
          <h2 id="waiting" className="mb-3 flex flex-wrap items-center gap-3 text-lg">
            {t("coach.waiting", { count: total })}
            {late > 0 && <Badge tone="danger">{t("coach.late", { count: late })}</Badge>}
          </h2>
          {waiting.length === 0 ? (
            <EmptyState level={3} title={t("coach.nothing")}>
              {t("coach.nothingText")}
            </EmptyState>
          ) : (
            <ul className="grid gap-4 lg:grid-cols-2 lg:items-start">
              {waiting.map((application) => (
                <Card
                  key={application.id}
                  as="li"
                  level={3}
                  title={
                    <Link to={coachedApplicationPath(application.id)} className="underline-offset-4 hover:text-pine hover:underline">
                      {personName({ name: application.personName, nameLatin: application.personLatin }, locale)}
                    </Link>
                  }
                  aside={<ApplicationBadge application={application} forManager />}
                >
                  <div className="grid gap-2">
                    <p className="font-semibold">
                      <ApplicationTitle application={application} locale={locale} />
                    </p>
                    <ApplicationFacts application={application} locale={locale} timeZone={timeZone} />
                    <DecideForm application={application} />
                  </div>
                </Card>
              ))}
            </ul>
          )}
          <Pagination page={number} pageSize={pageSize} total={total} to={(to) => `?page=${to}`} />
        </section>
        <Dues page={page} locale={locale} />
        <Steps page={page} locale={locale} />
      </div>
    </div>
  );
}

function Meetings({ page, locale }: { page: CoachPage; locale: Locale }) {
  const { t } = useTranslation("field");
  const day = (iso: string): string => formatDate(`${iso}T00:00:00Z`, { locale, timeZone: "UTC", style: "short-date" });
  return (
    <section aria-labelledby="meetings">
      <h2 id="meetings" className="mb-3 text-lg">
        {t("coach.meetings")}
      </h2>
      <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {page.teams.map((team) => (
          <li key={team.id} className="flex items-center justify-between gap-3 rounded-lg border border-line bg-surface px-4 py-3">
            <div className="min-w-0">
              <p className="font-semibold">{teamName({ teamZh: team.nameZh, teamEn: team.nameEn }, locale)}</p>
              <p className="text-sm text-ink-soft tabular">
                {team.running ? t("coach.running") : team.lastMeetingOn === null ? t("coach.neverMet") : t("coach.lastMet", { day: day(team.lastMeetingOn) })}
                {team.openCommitments > 0 && ` · ${t("coach.commitments", { count: team.openCommitments })}`}
              </p>
            </div>
            <ButtonLink to={meetingPath(team.id)} size="sm" variant={team.running ? "primary" : "secondary"}>
              {t("coach.open")}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Dues({ page: { checkpoints, followUps }, locale }: { page: CoachPage; locale: Locale }) {
  const { t } = useTranslation("field");
  if (checkpoints.length + followUps.length === 0) return null;
  const day = (iso: string): string => formatDate(`${iso}T00:00:00Z`, { locale, timeZone: "UTC", style: "short-date" });
  return (
    <section aria-labelledby="dues">
      <h2 id="dues" className="mb-3 text-lg">
        {t("coach.dues")}
      </h2>
      <ul className="grid gap-2">
        {checkpoints.map((one) => (
          <li key={`${one.enrolmentId} ${one.chapterSlug} ${one.checkpoint.day}`}>
            <Link to={`${coachedPlanPath(one.enrolmentId, one.chapterSlug)}#day-${one.checkpoint.day}`} className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 rounded-md border border-line bg-surface px-4 py-2 hover:border-pine">
              <span>{t("coach.checkpoint", { name: personName({ name: one.personName, nameLatin: one.personLatin }, locale), chapter: pick(one.chapter, locale), day: one.checkpoint.day })}</span>
              <Badge tone={one.checkpoint.state === "overdue" ? "danger" : "mist"}>{t(`plan.state.${one.checkpoint.state}`, { count: one.checkpoint.daysOver })}</Badge>
            </Link>
          </li>
        ))}
        {followUps.map((one) => (
          <li key={one.noteId}>
            <Link to={`${COACHING_LOG_PATH}#note-${one.noteId}`} className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 rounded-md border border-line bg-surface px-4 py-2 hover:border-pine">
              <span>{t("coach.followUp", { name: personName({ name: one.personName, nameLatin: one.personLatin }, locale), agreed: one.agreed })}</span>
              <span className="text-sm text-ink-soft tabular">{day(one.followUpOn)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Steps({ page: { steps }, locale }: { page: CoachPage; locale: Locale }) {
  const { t } = useTranslation(["field", "ui"]);
  if (steps.length === 0) return null;
  return (
    <section aria-labelledby="steps">
      <h2 id="steps" className="mb-3 text-lg">
        {t("coach.steps")}
      </h2>
      <Card look="flush">
        <Table
          caption={t("coach.steps")}
          cards
          rows={steps}
          rowKey={(row) => `${row.enrolmentId} ${row.chapterSlug}`}
          columns={[
            { key: "name", header: t("coach.person"), cell: (row) => personName({ name: row.personName, nameLatin: row.personLatin }, locale) },
            { key: "chapter", header: t("coach.chapter"), cell: (row) => pick(row.chapter, locale) },
            { key: "state", header: t("coach.state"), cell: (row) => t(`ui:state.${row.state}`) },
            { key: "confirmed", header: t("coach.confirmed"), align: "end", cell: (row) => row.confirmed },
            { key: "waiting", header: t("coach.waits"), align: "end", cell: (row) => row.waiting },
            {
              key: "plan",
              header: t("coach.plan"),
              cell: (row) => (
                <Link to={coachedPlanPath(row.enrolmentId, row.chapterSlug)} className="-my-2 inline-flex min-h-9 items-center underline underline-offset-4 hover:text-pine coarse:min-h-11">
                  {t("coach.openPlan")}
                </Link>
              ),
            },
          ]}
        />
      </Card>
    </section>
  );
}
