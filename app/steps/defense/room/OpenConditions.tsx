import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { Card } from "~/ui";
import { conditionPath } from "../paths";
import type { OpenCondition } from "./condition-page.view.server";

/** Conditions that wait for one's word; nothing where there are none. */
export function OpenConditions({ conditions, locale }: { conditions: readonly OpenCondition[]; locale: Locale }) {
  const { t } = useTranslation("defense");
  if (conditions.length === 0) return null;
  return (
    <Card className="mb-6" title={t("condition.open", { count: conditions.length })}>
      <ul className="divide-y divide-line">
        {conditions.map(({ slotId, candidate, what, due }) => (
          <li key={slotId} className="py-2">
            <Link to={conditionPath(slotId)} className="inline-flex min-h-11 items-center font-semibold text-pine underline underline-offset-4">
              {t("condition.of", { name: candidate, due: formatDate(`${due}T00:00:00Z`, { locale, timeZone: "UTC", style: "date" }) })}
            </Link>
            <p className="text-sm whitespace-pre-line text-ink-soft">{what}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
