import { useState } from "react";
import { useTranslation } from "react-i18next";
import { StepLocked } from "~/cohorts";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { useQuietRevalidation } from "~/platform/use-quiet-revalidation";
import { ButtonLink, Card, EmptyState, Flash, Meter, StateBadge } from "~/ui";
import { type LogOp, useLog } from "../client/use-log";
import { fieldPlanPath } from "../paths";
import type { StepPage } from "../step-page.view.server";
import { FieldHead } from "./FieldTabs";
import { LogForm } from "./LogForm";
import { OwnApplication } from "./OwnApplication";
import { ToFill } from "./ToFill";
import { Unsent } from "./Unsent";

export interface StepScreenProps {
  page: StepPage;
  personId: string;
  nonce: string;
  locale: Locale;
  timeZone: string;
  /** What became of a form of the page. */
  answer: { problem: string | null; logged?: boolean } | null;
}

/** The learner's field step. */
export function StepScreen({ page, personId, nonce, locale, timeZone, answer }: StepScreenProps) {
  const { t } = useTranslation("field");
  const { enrolmentId, chapterSlug, state, required, confirmed, waiting, applications, checkpoint, managers } = page;
  const log = useLog({ enrolmentId, chapterSlug, personId, onSent: useQuietRevalidation() });
  const [begin, setBegin] = useState<LogOp | null>(null);
  const list = new Intl.ListFormat(locale === "zh" ? "zh-CN" : "en", { type: "disjunction" });
  return (
    <div className="mx-auto max-w-5xl">
      <FieldHead enrolmentId={enrolmentId} chapterSlug={chapterSlug} title={page.title} badge={<StateBadge state={state} />} locale={locale} />
      <Flash messages={answer?.problem ? [{ id: answer.problem, tone: "danger", text: answer.problem }] : answer?.logged ? [{ id: "logged", tone: "ok", text: t("log.taken", { count: 1 }) }] : []} />
      <div className="grid gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] lg:items-start">
        <div className="grid gap-6">
          {state === "locked" ? (
            <StepLocked enrolmentId={enrolmentId} chapterSlug={chapterSlug} title={t("locked.title")} blockers={page.blockers} locale={locale} timeZone={timeZone}>
              <p>{t("locked.text")}</p>
            </StepLocked>
          ) : (
            <Card title={t("log.title")}>
              <LogForm key={begin?.opId ?? "new"} page={page} log={log} nonce={nonce} locale={locale} begin={begin} />
            </Card>
          )}
          <Unsent log={log} page={page} locale={locale} onTake={setBegin} />
        </div>
        <div className="grid gap-6">
          <Card title={t("progress.title")}>
            <Meter label={t("progress.confirmed")} value={Math.min(confirmed, required)} max={required} target={required} text={t("progress.of", { confirmed, required })} />
            <p className="mt-3 text-sm text-ink-soft">{state === "passed" ? t("progress.passed") : waiting > 0 ? t("progress.waiting", { count: waiting, who: managers.length > 0 ? list.format(managers) : t("progress.manager") }) : t("progress.left", { count: Math.max(0, required - confirmed) })}</p>
            {checkpoint !== null && (
              <p className="mt-3 flex flex-wrap items-center justify-between gap-2 text-sm">
                <span>{t("progress.checkpoint", { day: checkpoint.day, on: formatDate(`${checkpoint.on}T00:00:00Z`, { locale, timeZone: "UTC", style: "short-date" }) })}</span>
                <ButtonLink to={fieldPlanPath(enrolmentId, chapterSlug)} size="sm" variant="secondary">
                  {t("progress.plan")}
                </ButtonLink>
              </p>
            )}
          </Card>
          <ToFill sheets={page.toFill} locale={locale} />
        </div>
      </div>
      <section aria-labelledby="applications" className="mt-8">
        <h2 id="applications" className="mb-3 text-lg">
          {t("own.title")}
        </h2>
        {applications.length === 0 ? (
          <EmptyState level={3} title={t("own.empty")}>
            {t("own.emptyText", { count: required })}
          </EmptyState>
        ) : (
          <ul className="grid gap-4 lg:grid-cols-2 lg:items-start">
            {applications.map((application) => (
              <OwnApplication key={application.id} application={application} told={page.told.filter(({ applicationId }) => applicationId === application.id)} locale={locale} timeZone={timeZone} />
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}
