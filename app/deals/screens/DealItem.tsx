import { Link } from "@remix-run/react";
import clsx from "clsx";
import CalendarClock from "lucide-react/icons/calendar-clock";
import TriangleAlert from "lucide-react/icons/triangle-alert";
import Users from "lucide-react/icons/users";
import { useTranslation } from "react-i18next";
import type { Locale } from "~/i18n/locale";
import { missingRoles } from "../deal";
import type { ListedDeal } from "../deals-page.view.server";
import { formatMoney } from "../money";
import { dealPath } from "../paths";
import { AgeBadge } from "./AgeBadge";
import { dayText, nameIn } from "./texts";

/** A deal in a list: what it is, how long it has been where it is, what is next, and who is missing. */
export function DealItem({ deal, today, locale, withOwner }: { deal: ListedDeal; today: string; locale: Locale; withOwner: boolean }) {
  const { t } = useTranslation("deals");
  const missing = missingRoles(deal);
  const open = deal.closedOn === null;
  return (
    <li className="min-w-0">
      <Link to={dealPath(deal.id)} className="grid gap-1.5 rounded-lg border border-line bg-surface px-4 py-3 hover:border-pine">
        <span className="flex flex-wrap items-baseline justify-between gap-x-3 gap-y-0.5">
          <span className="min-w-0 font-semibold">{deal.title}</span>
          <span className="tabular">{formatMoney({ minor: deal.amountMinor, currency: deal.currency }, locale)}</span>
        </span>
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-soft">
          <span>{deal.accountName}</span>
          {withOwner && <span>{nameIn({ name: deal.ownerName, nameLatin: deal.ownerLatin }, locale)}</span>}
          {open ? <AgeBadge age={deal.age} limit={deal.limit} late={deal.late} /> : <span className="tabular">{t("list.closedOn", { day: dayText(deal.closedOn ?? today, locale) })}</span>}
        </span>
        {open && (
          <span className={clsx("flex items-start gap-2 text-sm", deal.actionLate || deal.nextAction === null ? "text-danger" : "text-ink-soft")}>
            <CalendarClock aria-hidden className="mt-[0.3em] size-4 shrink-0" />
            <span className="min-w-0">{deal.nextAction === null ? t("action.none") : t(deal.actionLate ? "action.lineLate" : "action.line", { text: deal.nextAction.text, day: dayText(deal.nextAction.due, locale) })}</span>
          </span>
        )}
        {open && (missing.length > 0 || deal.problems > 0) && (
          <span className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-ink-soft">
            {missing.length > 0 && (
              <span className="inline-flex items-start gap-1.5">
                <Users aria-hidden className="mt-[0.3em] size-4 shrink-0" />
                {t("list.missing", { roles: missing.map((role) => t(`role.${role}`)).join(t("comma")) })}
              </span>
            )}
            {deal.problems > 0 && (
              <span className="inline-flex items-center gap-1.5">
                <TriangleAlert aria-hidden className="size-4 shrink-0" />
                {t("list.problems", { count: deal.problems })}
              </span>
            )}
          </span>
        )}
      </Link>
    </li>
  );
}
