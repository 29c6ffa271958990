import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { buttonClass, SubmitButton, TextArea } from "~/ui";
import { QUALITY_LEVELS } from "../application";
import type { ShownApplication } from "../application-list.view.server";

/** Ready remarks: one press returns with them. */
const READY = ["people", "evidence", "next", "deal"] as const;

/**
 * The manager's word on an application: one press confirms with a level, two return it (open, then a ready remark or one's
 * own). The version that was looked at goes along.
 */
export function DecideForm({ application: { id, version, personName }, action, showHints = false }: { application: ShownApplication; action?: string; showHints?: boolean }) {
  const { t } = useTranslation("field");
  return (
    <div className="grid gap-2">
      <Form method="post" {...(action === undefined ? {} : { action })} preventScrollReset className="grid gap-2">
        <input type="hidden" name="intent" value="confirm" />
        <input type="hidden" name="application" value={id} />
        <input type="hidden" name="seen" value={version} />
        <p className="text-sm text-ink-soft">{t("decide.ask")}</p>
        <div className={showHints ? "grid gap-2 sm:grid-cols-3" : "grid grid-cols-3 gap-2"}>
          {QUALITY_LEVELS.map((level) => (
            <SubmitButton key={level} name="level" value={String(level)} variant="secondary" aria-label={t("decide.confirmAs", { name: personName, level: t(`level.${level}.name`) })} className="flex-col !gap-0.5">
              <span>{t(`level.${level}.name`)}</span>
              {showHints && <span className="text-sm font-normal text-ink-soft">{t(`level.${level}.text`)}</span>}
            </SubmitButton>
          ))}
        </div>
      </Form>
      <details className="group/more">
        <summary className={buttonClass("quiet", "sm", "cursor-pointer [&::-webkit-details-marker]:hidden")} aria-label={t("decide.returnTo", { name: personName })}>
          {t("decide.return")}
        </summary>
        <div className="mt-2 grid gap-3 rounded-md border border-line bg-paper p-3">
          <div className="flex flex-wrap gap-2">
            {READY.map((key) => (
              <Form key={key} method="post" {...(action === undefined ? {} : { action })} preventScrollReset>
                <input type="hidden" name="application" value={id} />
                <input type="hidden" name="seen" value={version} />
                <input type="hidden" name="remark" value={t(`decide.ready.${key}`)} />
                <SubmitButton name="intent" value="return" variant="secondary" size="sm">
                  {t(`decide.ready.${key}`)}
                </SubmitButton>
              </Form>
            ))}
          </div>
          <Form method="post" {...(action === undefined ? {} : { action })} preventScrollReset className="grid gap-2">
            <input type="hidden" name="application" value={id} />
            <input type="hidden" name="seen" value={version} />
            <TextArea label={t("decide.remark")} name="remark" rows={2} required minLength={2} maxLength={600} />
            <span>
              <SubmitButton name="intent" value="return" variant="secondary" size="sm">
                {t("decide.returnOwn")}
              </SubmitButton>
            </span>
          </Form>
        </div>
      </details>
    </div>
  );
}
