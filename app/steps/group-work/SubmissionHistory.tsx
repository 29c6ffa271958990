import { useTranslation } from "react-i18next";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import type { Decision } from "./group-sheet";

export interface SubmissionOfHistory {
  id: string;
  number: number;
  complete: boolean;
  done: number;
  of: number;
  problems: number;
  warnings: number;
  note: string | null;
  by: string;
  at: Date;
  decision: { kind: Decision; remark: string | null; by: string; at: Date } | null;
}

/** What was handed in and what came of it, the latest first. */
export function SubmissionHistory({ submissions, locale, timeZone }: { submissions: readonly SubmissionOfHistory[]; locale: Locale; timeZone: string }) {
  const { t } = useTranslation("group-work");
  const when = (at: Date) => formatDate(at, { locale, timeZone, style: "short-date-time" });
  return (
    <ol className="divide-y divide-line">
      {submissions.map((one) => (
        <li key={one.id} className="py-2">
          <p>
            <strong>{t("history.number", { number: one.number })}</strong> <span className="text-sm text-ink-soft">{t("history.by", { who: one.by, when: when(one.at) })}</span>
          </p>
          <p className="text-sm text-ink-soft tabular">
            {[one.complete ? t("history.complete") : t("history.incomplete", { done: one.done, of: one.of }), one.problems + one.warnings > 0 && t("history.findings", { count: one.problems + one.warnings })].filter(Boolean).join(t("dot"))}
          </p>
          {one.note && <p className="mt-1">{t("history.note", { text: one.note })}</p>}
          {one.decision && (
            <p className="mt-1 border-s-3 border-line-strong ps-3">
              <span className="text-sm text-ink-soft">{t(`history.decision.${one.decision.kind}`, { who: one.decision.by, when: when(one.decision.at) })}</span>
              {one.decision.remark && <span className="block whitespace-pre-line">{one.decision.remark}</span>}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
