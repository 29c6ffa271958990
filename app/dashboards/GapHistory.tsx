import { useTranslation } from "react-i18next";
import { personName } from "~/cohorts";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { Badge } from "~/ui";
import type { DecidedGap } from "./decide-gap.server";

const TONES = { open: "pine", done: "ok", dropped: "neutral" } as const;

/** Everything decided about a gap, newest first, with how it stood each time. */
export function GapHistory({ decisions, locale, timeZone }: { decisions: readonly DecidedGap[]; locale: Locale; timeZone: string }) {
  const { t } = useTranslation("dashboards");
  if (decisions.length === 0) return <p className="text-ink-soft">{t("gap.noHistory")}</p>;
  return (
    <ol className="divide-y divide-line">
      {decisions.map((one) => (
        <li key={one.id} className="py-3 first:pt-0 last:pb-0">
          <p className="flex flex-wrap items-center gap-2">
            <Badge tone={TONES[one.state]}>{t(`gap.state.${one.state}`)}</Badge>
            <span className="text-sm text-ink-soft">{t("gap.by", { name: personName(one.by, locale), at: formatDate(one.at, { locale, timeZone }) })}</span>
          </p>
          {one.nextAction && <p className="mt-1">{t("gap.who3", { owner: one.owner ? personName(one.owner, locale) : "", action: one.nextAction, due: one.dueOn })}</p>}
          {one.remark && <p className="mt-1 text-ink-soft">{one.remark}</p>}
          <p className="mt-1 text-sm text-ink-soft tabular">{t("gap.stood", { ready: one.ready, notReady: one.notReady, people: one.people })}</p>
        </li>
      ))}
    </ol>
  );
}
