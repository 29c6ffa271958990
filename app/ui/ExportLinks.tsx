import Download from "lucide-react/icons/download";
import Printer from "lucide-react/icons/printer";
import { useTranslation } from "react-i18next";
import { useHydrated } from "./use-hydrated";

const LOOKS = "inline-flex min-h-11 items-center gap-1.5 text-pine underline-offset-4 hover:underline";

/** What a page shows, to take away: as CSV, as a workbook, on paper (or as PDF; that needs scripts). */
export function ExportLinks({ to, className }: { to: (format: "csv" | "xlsx") => string; className?: string }) {
  const { t } = useTranslation("ui");
  const hydrated = useHydrated();
  return (
    <p data-print="no" className={`flex flex-wrap gap-x-5 text-sm ${className ?? ""}`}>
      {(["csv", "xlsx"] as const).map((format) => (
        <a key={format} href={to(format)} className={LOOKS}>
          <Download aria-hidden className="size-4" />
          {t("export.as", { format: format.toUpperCase() })}
        </a>
      ))}
      {hydrated && (
        <button type="button" onClick={() => window.print()} className={LOOKS}>
          <Printer aria-hidden className="size-4" />
          {t("export.print")}
        </button>
      )}
    </p>
  );
}
