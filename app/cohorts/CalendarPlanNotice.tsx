import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import type { Step } from "~/pipeline";
import { Callout } from "~/ui";
import type { CalendarEffect, SettingChange, StepEffect } from "./calendar-change";
import { GATE_FIELDS } from "./gate-fields";

export interface CalendarPlanNoticeProps {
  plan: { changes: readonly SettingChange[]; effect: CalendarEffect; outOfOrder: readonly Step[] };
  locale: Locale;
  timeZone: string;
}

const KINDS = ["leftOut", "added", "opened", "locked", "late", "notLate", "moved"] as const satisfies readonly Exclude<keyof StepEffect, "step">[];

/** What saving would do, in numbers, before it is done. Takes the focus when it comes. */
export function CalendarPlanNotice({ plan, locale, timeZone }: CalendarPlanNoticeProps) {
  const { t } = useTranslation("cohorts");
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [plan]);
  return (
    <div ref={box} tabIndex={-1} role="status">
      <Callout kind="now" title={plan.changes.length === 0 ? t("calendar.nothing") : t("calendar.consequence", { count: plan.effect.learners, of: plan.effect.of })}>
        <SettingChanges changes={plan.changes} locale={locale} timeZone={timeZone} />
        {plan.effect.steps.length > 0 && (
          <ul className="list-disc ps-5">
            {plan.effect.steps.flatMap((effect) =>
              KINDS.filter((kind) => effect[kind] > 0).map((kind) => <li key={`${effect.step} ${kind}`}>{t(`calendar.effect.${kind}`, { step: t(`road:step.${effect.step}`), count: effect[kind] })}</li>),
            )}
          </ul>
        )}
        {plan.outOfOrder.length > 0 && <p className="text-danger">{t("calendar.outOfOrder", { steps: plan.outOfOrder.map((step) => t(`road:step.${step}`)).join(locale === "zh" ? "、" : ", ") })}</p>}
        {plan.changes.length > 0 && <p className="text-sm text-ink-soft">{t("calendar.kept")}</p>}
      </Callout>
    </div>
  );
}

/** Setting by setting: from what to what. */
export function SettingChanges({ changes, locale, timeZone }: { changes: readonly SettingChange[]; locale: Locale; timeZone: string }) {
  const { t } = useTranslation("cohorts");
  const say = (value: boolean | Date | string | null): string => {
    if (value instanceof Date) return formatDate(value, { locale, timeZone });
    if (typeof value === "boolean") return t(value ? "calendar.yes" : "calendar.no");
    return value === null || value === "" ? t("calendar.noDate") : value;
  };
  const label = (change: SettingChange): string => (change.field === "gate" ? t(`gate.${change.step}.${change.name}`, { defaultValue: t(`gate.${change.name}`) }) : t(`calendar.field.${change.field}`));
  const values = (change: SettingChange): [string, string] => {
    const field = change.field === "gate" ? GATE_FIELDS[change.step].find((one) => one.name === change.name) : undefined;
    if (field?.kind === "yes") return [say(change.from !== ""), say(change.to !== "")];
    if (field?.kind === "policy") return [t(`gate.policy.${String(change.from)}`), t(`gate.policy.${String(change.to)}`)];
    return [say(change.from), say(change.to)];
  };
  if (changes.length === 0) return null;
  return (
    <ul className="text-sm tabular">
      {changes.map((change) => (
        <li key={`${change.step} ${change.field === "gate" ? change.name : change.field}`}>
          {t(`road:step.${change.step}`)} · {label(change)}: {values(change).join(" → ")}
        </li>
      ))}
    </ul>
  );
}
