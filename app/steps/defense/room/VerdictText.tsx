import { useTranslation } from "react-i18next";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import type { ShownVerdict } from "./shown.server";

interface Props {
  verdict: Pick<ShownVerdict, "strengths" | "redo" | "condition" | "settlement"> & { minutes?: string | null };
  locale: Locale;
  timeZone: string;
}

/** The words of a verdict: strengths, what to redo, the condition and what came of it, the minutes where they are shown. */
export function VerdictText({ verdict: { strengths, redo, condition, settlement, minutes }, locale, timeZone }: Props) {
  const { t } = useTranslation("defense");
  return (
    <dl className="grid gap-3 leading-relaxed">
      <Line term={t("verdict.strengths")}>{strengths}</Line>
      {redo !== null && <Line term={t("verdict.redo")}>{redo}</Line>}
      {condition !== null && (
        <Line term={t("verdict.condition")}>
          {condition.what}
          <span className="mt-1 block text-sm text-ink-soft tabular">{t("verdict.conditionBy", { due: formatDate(`${condition.due}T00:00:00Z`, { locale, timeZone: "UTC", style: "date" }), name: condition.checker })}</span>
        </Line>
      )}
      {settlement !== null && (
        <Line term={t(`settlement.${settlement.outcome}`)}>
          {settlement.note}
          <span className="mt-1 block text-sm text-ink-soft tabular">{t("settlement.by", { name: settlement.by, at: formatDate(settlement.at, { locale, timeZone, style: "date" }) })}</span>
        </Line>
      )}
      {minutes !== undefined && minutes !== null && <Line term={t("verdict.minutes")}>{minutes}</Line>}
    </dl>
  );
}

function Line({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <div>
      <dt className="text-sm font-semibold text-ink-soft">{term}</dt>
      <dd className="whitespace-pre-line">{children}</dd>
    </div>
  );
}
