import { useTranslation } from "react-i18next";
import { formatShortMoney, type OpenStage } from "~/deals";
import type { Locale } from "~/i18n/locale";
import { Badge } from "~/ui";
import type { FunnelStage } from "../meeting";

/** The team's open deals by stage: how many, how much, how long they have been there, how many are past their deadline. */
export function Funnel({ stages, to, locale }: { stages: readonly FunnelStage[]; to: (stage: OpenStage) => string; locale: Locale }) {
  const { t } = useTranslation("field");
  const most = Math.max(1, ...stages.map(({ count }) => count));
  return (
    <ol aria-label={t("meeting.funnel")} className="grid gap-2 sm:grid-cols-5">
      {stages.map(({ stage, count, sums, late, medianDays }) => (
        <li key={stage} className="rounded-md border border-line bg-surface px-3 py-2 max-sm:grid max-sm:grid-cols-[6rem_1fr] max-sm:gap-x-3">
          <p className="text-sm font-semibold">
            <a href={to(stage)} className="inline-flex min-h-9 items-center underline-offset-4 hover:text-pine hover:underline coarse:min-h-11">
              {t(`stage.${stage}`)}
            </a>
          </p>
          <p className="flex items-baseline gap-2 tabular">
            <span className="text-2xl font-semibold">{count}</span>
            {late > 0 && <Badge tone="danger">{t("meeting.late", { count: late })}</Badge>}
          </p>
          <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden className="my-1 h-1.5 w-full max-sm:col-span-2">
            <rect width="100" height="6" rx="1" className="fill-paper-deep" />
            <rect width={(count / most) * 100} height="6" rx="1" className="fill-pine" />
          </svg>
          <p className="text-sm text-ink-soft tabular max-sm:col-span-2">
            {count === 0 ? t("meeting.none") : [sums.map((sum) => formatShortMoney(sum, locale)).join(" + "), medianDays === null ? "" : t("meeting.median", { count: Math.round(medianDays) })].filter(Boolean).join(" · ")}
          </p>
        </li>
      ))}
    </ol>
  );
}
