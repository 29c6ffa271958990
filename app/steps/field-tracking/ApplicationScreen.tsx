import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { personName } from "~/cohorts";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import { ButtonLink, Card, Disclosure, Flash, type FlashMessage, PageHeader, SubmitButton, TextArea } from "~/ui";
import { ApplicationBadge, ApplicationFacts } from "./ApplicationFacts";
import { CellChanges } from "./CellChanges";
import type { ApplicationPage } from "./application-page.view.server";
import { DecideForm } from "./manager/DecideForm";
import { COACH_PATH, dealCardPath, fieldPath } from "./paths";

export interface ApplicationScreenProps {
  page: ApplicationPage;
  locale: Locale;
  timeZone: string;
  flash: FlashMessage[];
}

/** One application with what changed in the sheet and everything that was said about it. */
export function ApplicationScreen({ page, locale, timeZone, flash }: ApplicationScreenProps) {
  const { t } = useTranslation("field");
  const { application, acts, changes, more, chapter, mayDecide } = page;
  const who = personName({ name: application.personName, nameLatin: application.personLatin }, locale);
  const crumb = mayDecide ? { to: COACH_PATH, label: t("coach.title") } : { to: fieldPath(application.enrolmentId, application.chapterSlug), label: t("title") };
  return (
    <div className="mx-auto max-w-4xl">
      <PageHeader
        title={pick(application.tool, locale)}
        badge={<ApplicationBadge application={application} forManager={mayDecide} />}
        lead={`${who} · ${application.accountName} · ${application.dealTitle} · ${pick(chapter, locale)}`}
        crumbs={[crumb]}
        actions={<ButtonLink to={dealCardPath(application.dealId)}>{t("own.card")}</ButtonLink>}
      />
      <Flash messages={flash} />
      <div className="grid gap-6">
        <Card title={t("detail.what")}>
          <ApplicationFacts application={application} locale={locale} timeZone={timeZone} />
        </Card>
        {mayDecide && application.state === "waiting" && (
          <Card title={t("detail.decide")}>
            <DecideForm application={application} showHints />
          </Card>
        )}
        {changes.length > 0 && (
          <Card look="flush" title={t("detail.changes", { count: changes.length + more })} footer={more > 0 && <span className="text-sm text-ink-soft">{t("detail.more", { count: more })}</span>}>
            <CellChanges changes={changes} locale={locale} />
          </Card>
        )}
        <Card title={t("detail.history")}>
          <ol className="grid gap-3">
            {acts.map((act) => (
              <li key={`${act.kind} ${String(act.at)}`}>
                <p>
                  {t(`act.${act.kind}`, { by: act.by, level: act.level === null ? "" : t(`level.${act.level}.name`) })}{" "}
                  <span className="text-sm text-ink-soft tabular">{formatDate(act.at, { locale, timeZone })}</span>
                </p>
                {act.remark !== null && act.kind !== "sent-again" && <p className="border-s-2 border-line-strong ps-3 text-ink-soft">{act.remark}</p>}
              </li>
            ))}
          </ol>
          {mayDecide && application.state === "confirmed" && (
            <Disclosure summary={t("detail.withdraw")} className="mt-3">
              <Form method="post" className="grid gap-3">
                <input type="hidden" name="application" value={application.id} />
                <input type="hidden" name="seen" value={application.version} />
                <TextArea label={t("detail.reason")} name="remark" rows={2} required minLength={2} maxLength={600} hint={t("detail.withdrawHint", { name: who })} />
                <span>
                  <SubmitButton name="intent" value="withdraw" variant="danger">
                    {t("detail.withdrawDo")}
                  </SubmitButton>
                </span>
              </Form>
            </Disclosure>
          )}
        </Card>
      </div>
    </div>
  );
}
