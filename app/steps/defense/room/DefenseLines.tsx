import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { Badge } from "~/ui";
import type { DefenseOfLearner } from "./defenses-of-learner.view.server";
import { OUTCOME_TONES } from "./VerdictCard";

interface Props {
  defenses: readonly DefenseOfLearner[];
  locale: Locale;
  timeZone: string;
  /** Where a signed defense is read. */
  to: (slotId: string) => string;
  open: string;
}

/** Defenses that were held: when, how far they are, what came of them once they are signed. */
export function DefenseLines({ defenses, locale, timeZone, to, open }: Props) {
  const { t } = useTranslation("defense");
  return (
    <ul className="divide-y divide-line">
      {defenses.map(({ slotId, heldAt, state, verdict }) => (
        <li key={slotId} className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-1 py-2">
          <span className="tabular">{formatDate(heldAt, { locale, timeZone, style: "date-time" })}</span>
          {verdict ? <Badge tone={OUTCOME_TONES[verdict.outcome]}>{t(`outcome.${verdict.outcome}`)}</Badge> : <Badge>{t(`state.${state}`)}</Badge>}
          {verdict?.due != null && <span className="text-sm text-ink-soft tabular">{verdict.settled ? t(`settlement.${verdict.settled}`) : t("condition.dueOn", { due: formatDate(`${verdict.due}T00:00:00Z`, { locale, timeZone: "UTC", style: "date" }) })}</span>}
          {verdict && (
            <Link to={to(slotId)} className="ms-auto inline-flex min-h-11 items-center text-pine underline underline-offset-4">
              {open}
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}
