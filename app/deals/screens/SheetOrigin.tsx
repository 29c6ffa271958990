import CornerDownRight from "lucide-react/icons/corner-down-right";
import { useTranslation } from "react-i18next";
import type { DealSheet } from "../deal-sheets.server";

/** Where a sheet on a deal came from: which group's or own sheet, as it stood at which version. */
export function SheetOrigin({ from }: { from: NonNullable<DealSheet["from"]> }) {
  const { t } = useTranslation("deals");
  return (
    <span className="flex items-start gap-1.5 text-sm text-ink-soft">
      <CornerDownRight aria-hidden className="mt-1 size-3.5 shrink-0" />
      <span>{from.group === null ? t("sheets.fromOwn", { title: from.title, version: from.version }) : t("sheets.fromGroup", { group: from.group, title: from.title, version: from.version })}</span>
    </span>
  );
}
