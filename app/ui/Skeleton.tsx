import clsx from "clsx";
import { useTranslation } from "react-i18next";

const WIDTHS = ["w-11/12", "w-full", "w-4/5", "w-2/3"] as const;

/** The outline of text that is still coming; appears after 400 ms and keeps the page from jumping. */
export function Skeleton({ lines = 3, className }: { lines?: number; className?: string }) {
  const { t } = useTranslation("ui");
  return (
    <div role="status" className={clsx("after-wait grid gap-3 py-1", className)}>
      <span className="sr-only">{t("progress.loading")}</span>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} aria-hidden className={clsx("h-4 rounded-sm bg-paper-deep motion-safe:animate-pulse", WIDTHS[index % WIDTHS.length])} />
      ))}
    </div>
  );
}
