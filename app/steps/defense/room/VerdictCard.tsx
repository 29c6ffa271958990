import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Locale } from "~/i18n/locale";
import { Badge, ButtonLink, Card, ConfirmButton, CONTROL, SubmitButton } from "~/ui";
import { recordPath } from "../paths";
import { admits } from "./defense";
import type { RoomPage } from "./room-page.view.server";
import type { ShownVerdict } from "./shown.server";
import { VerdictText } from "./VerdictText";

export const OUTCOME_TONES = { pass: "ok", conditional: "signal", fail: "danger" } as const;

/** The verdict as the chair wrote it down, to be signed by everybody; signed, the way to the record. */
export function VerdictCard({ page, verdict, locale }: { page: RoomPage; verdict: ShownVerdict; locale: Locale }) {
  const { t } = useTranslation("defense");
  const { me, state, head } = page;
  const mustSign = state === "decided" && me.locked && !me.left && !me.signed;
  return (
    <Card title={t("verdict.title")} aside={<Badge tone={OUTCOME_TONES[verdict.outcome]}>{t(`outcome.${verdict.outcome}`)}</Badge>}>
      <VerdictText verdict={verdict} locale={locale} timeZone={head.timeZone} />
      {mustSign && (
        <Form method="post" className="mt-4">
          <input type="hidden" name="verdict" value={verdict.id} />
          <SubmitButton name="intent" value="sign" size="lg">
            {t("sign.button")}
          </SubmitButton>
          <p className="mt-1 text-sm text-ink-soft">{t("sign.hint")}</p>
        </Form>
      )}
      {state === "signed" && (
        <p className="mt-4">
          <ButtonLink to={recordPath(head.slotId)}>{t("record.open")}</ButtonLink>
        </p>
      )}
      {me.chair && admits(state, "reopen") && (
        <details className="mt-3">
          <summary className="inline-flex min-h-11 items-center text-sm text-ink-soft underline underline-offset-4">{t("reopen.open")}</summary>
          <Form method="post" className="grid gap-2">
            <label className="grid gap-1">
              <span className="text-sm font-semibold">{t("reason")}</span>
              <input name="reason" required maxLength={500} className={CONTROL} />
            </label>
            <span>
              <ConfirmButton name="intent" value="reopen" title={t("reopen.ask")} consequence={t("reopen.consequence", { count: verdict.signatures.length })} confirmLabel={t("reopen.confirm")}>
                {t("reopen.button")}
              </ConfirmButton>
            </span>
          </Form>
        </details>
      )}
    </Card>
  );
}
