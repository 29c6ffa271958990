import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { Callout, Card, CONTROL, PageHeader, SubmitButton } from "~/ui";
import type { ConditionPage } from "./condition-page.view.server";

/** Where the named person says whether a condition was met. */
export function ConditionScreen({ page: { head, condition, redo, settlement }, problem, locale, timeZone }: { page: ConditionPage; problem: string | null; locale: Locale; timeZone: string }) {
  const { t } = useTranslation("defense");
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader title={t("condition.title", { name: head.candidate })} lead={t("condition.lead", { due: formatDate(`${condition.due}T00:00:00Z`, { locale, timeZone: "UTC", style: "date" }) })} />
      <div className="grid gap-4">
        <Card title={t("verdict.condition")}>
          <p className="leading-relaxed whitespace-pre-line">{condition.what}</p>
          {redo !== null && <p className="mt-3 leading-relaxed whitespace-pre-line text-ink-soft">{redo}</p>}
        </Card>
        {settlement !== null && (
          <Callout kind="note" title={t(`settlement.${settlement.outcome}`)}>
            <p className="whitespace-pre-line">{settlement.note}</p>
            <p className="text-sm text-ink-soft">{t("settlement.by", { name: settlement.by, at: formatDate(settlement.at, { locale, timeZone, style: "date" }) })}</p>
          </Callout>
        )}
        {problem !== null && (
          <div role="alert">
            <Callout kind="danger" title={t([`error.${problem}`, "error.wrong-state"])}>
              <p>{t("error.look")}</p>
            </Callout>
          </div>
        )}
        <Card title={t(settlement === null ? "condition.settle" : "condition.again")}>
          <Form method="post" className="grid gap-4">
            <label className="grid gap-1">
              <span className="text-sm font-semibold">{t("condition.note")}</span>
              <span className="text-sm text-ink-soft">{t("condition.noteHint")}</span>
              <textarea name="note" rows={3} required maxLength={1000} className={CONTROL} />
            </label>
            <div className="flex flex-wrap gap-3">
              <SubmitButton name="outcome" value="met">
                {t("condition.met")}
              </SubmitButton>
              <SubmitButton name="outcome" value="missed" variant="danger">
                {t("condition.missed")}
              </SubmitButton>
            </div>
          </Form>
        </Card>
      </div>
    </div>
  );
}
