import { Link } from "@remix-run/react";
import BriefcaseBusiness from "lucide-react/icons/briefcase-business";
import { useTranslation } from "react-i18next";
import { dealPath, sheetToDealPath } from "../paths";
import type { SheetOnDeal } from "../sheet-choice.view.server";

/** Above a sheet: the deal that it lies on, or the way to put it on one. */
export function DealOnSheet({ sheetId, deal, mayTake }: { sheetId: string; deal: SheetOnDeal | null; mayTake: boolean }) {
  const { t } = useTranslation("deals");
  if (deal === null && !mayTake) return null;
  return (
    <p data-print="no" className="border-b border-line bg-paper px-4 sm:px-6">
      <Link to={deal === null ? sheetToDealPath(sheetId) : dealPath(deal.dealId, "sheets")} className="inline-flex min-h-11 items-center gap-2 text-sm text-pine underline-offset-4 hover:underline">
        <BriefcaseBusiness aria-hidden className="size-4 shrink-0" />
        {deal === null ? t("onSheet.take") : t("onSheet.deal", { deal: deal.dealTitle, account: deal.accountName })}
      </Link>
    </p>
  );
}
