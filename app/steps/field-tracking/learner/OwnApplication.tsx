import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { Card, ConfirmButton, Disclosure, SubmitButton, TextArea } from "~/ui";
import { MOST_NOTE } from "../application";
import { ApplicationBadge, ApplicationFacts, ApplicationTitle } from "../ApplicationFacts";
import type { ShownApplication } from "../application-list.view.server";
import { dealCardPath, ownApplicationPath } from "../paths";
import type { StepPage } from "../step-page.view.server";

interface Props {
  application: ShownApplication;
  told: StepPage["told"];
  locale: Locale;
  timeZone: string;
}

/** One of one's own applications, with the manager's word and what can be done about it. */
export function OwnApplication({ application, told, locale, timeZone }: Props) {
  const { t } = useTranslation("field");
  const { id, state, remark, note, version } = application;
  const day = (at: Date): string => formatDate(at, { locale, timeZone, style: "short-date" });
  return (
    <Card as="li" level={3} title={<ApplicationTitle application={application} locale={locale} />} aside={<ApplicationBadge application={application} />}>
      <div className="grid gap-2">
        <ApplicationFacts application={application} locale={locale} timeZone={timeZone} />
        {remark !== null && (
          <p className="border-s-2 border-line-strong ps-3">
            {remark.text} <span className="text-sm text-ink-soft">{t("remark.by", { by: remark.by, day: day(remark.at) })}</span>
          </p>
        )}
        {told.map((one) => (
          <p key={`${one.stage} ${one.name}`} className="text-sm text-ink-soft">
            {t(`told.${one.stage}`, { name: one.name, day: day(one.at) })}
          </p>
        ))}
        <div className="flex flex-wrap items-center gap-x-4">
          <Away to={ownApplicationPath(id)}>{t("own.details")}</Away>
          <Away to={dealCardPath(application.dealId)}>{t("own.card")}</Away>
        </div>
        {state === "returned" && (
          <Form method="post" className="grid gap-3">
            <input type="hidden" name="application" value={id} />
            <input type="hidden" name="seen" value={version} />
            <TextArea label={t("own.note")} name="note" rows={2} maxLength={MOST_NOTE} defaultValue={note ?? ""} hint={t("own.noteHint")} />
            <span>
              <SubmitButton name="intent" value="send-again">
                {t("own.sendAgain")}
              </SubmitButton>
            </span>
          </Form>
        )}
        {(state === "returned" || state === "waiting") && (
          <Disclosure summary={<span className="text-sm text-ink-soft">{t("own.more")}</span>}>
            <Form method="post">
              <input type="hidden" name="application" value={id} />
              <ConfirmButton name="intent" value="remove" size="sm" title={t("own.removeTitle")} consequence={t("own.removeText")} confirmLabel={t("own.remove")}>
                {t("own.remove")}
              </ConfirmButton>
            </Form>
          </Disclosure>
        )}
      </div>
    </Card>
  );
}

function Away({ to, children }: { to: string; children: string }) {
  return (
    <Link to={to} className="inline-flex min-h-9 items-center text-sm text-pine underline underline-offset-4 coarse:min-h-11">
      {children}
    </Link>
  );
}
