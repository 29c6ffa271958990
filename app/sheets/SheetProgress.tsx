import clsx from "clsx";
import CircleCheck from "lucide-react/icons/circle-check";
import { useTranslation } from "react-i18next";
import { Bar } from "~/ui";
import { SeverityIcon } from "./editor/CellNotes";

export interface SheetProgressProps {
  /** Required things that are there, and all of them. */
  done: number;
  of: number;
  complete: boolean;
  /** Method checks that found something. */
  problems: number;
  warnings: number;
  className?: string;
}

/** How far a sheet is, in one small line: what is filled in, and what a coach would say. */
export function SheetProgress({ done, of, complete, problems, warnings, className }: SheetProgressProps) {
  const { t } = useTranslation("sheets");
  return (
    <span className={clsx("flex min-w-0 flex-wrap items-center gap-x-3 gap-y-0.5 text-sm text-ink-soft tabular", className)}>
      <span className="flex items-center gap-2">
        <span className="w-20">
          <Bar share={of === 0 ? 1 : done / of} tone="fill-pine" />
        </span>
        {complete ? (
          <span className="inline-flex items-center gap-1 text-ok">
            <CircleCheck aria-hidden className="size-4" />
            {t("progress.complete")}
          </span>
        ) : (
          t("progress.share", { done, of })
        )}
      </span>
      {problems > 0 && (
        <span className="inline-flex items-center gap-1 text-danger">
          <SeverityIcon severity="problem" className="size-4" />
          {t("card.problems", { count: problems })}
        </span>
      )}
      {warnings > 0 && (
        <span className="inline-flex items-center gap-1 text-mist">
          <SeverityIcon severity="warning" className="size-4" />
          {t("card.warnings", { count: warnings })}
        </span>
      )}
    </span>
  );
}
