import clsx from "clsx";
import { useTranslation } from "react-i18next";
import { StateIcon } from "./StateIcon";
import type { StepState } from "./step-state";

const LOOKS = {
  locked: "border-transparent bg-state-locked-soft text-state-locked",
  available: "border-state-available bg-state-available-soft text-state-available",
  "in-progress": "border-transparent bg-state-in-progress-soft text-state-in-progress",
  "awaiting-review": "border-transparent bg-state-awaiting-review-soft text-state-awaiting-review",
  passed: "border-transparent bg-state-passed-soft text-state-passed",
  failed: "border-transparent bg-state-failed-soft text-state-failed",
  waived: "border-dashed border-line-strong bg-state-waived-soft text-state-waived",
} as const satisfies Record<StepState, string>;

/** Where a step stands: icon, word and colour. `children` replaces the word ("第 2 次待批"). */
export function StateBadge({ state, className, children }: { state: StepState; className?: string; children?: string }) {
  const { t } = useTranslation("ui");
  return (
    <span className={clsx("inline-flex items-center gap-1 rounded-sm border px-1.5 py-px text-xs font-semibold whitespace-nowrap tabular", LOOKS[state], className)}>
      <StateIcon state={state} className="size-3.5 shrink-0" />
      {children ?? t(`state.${state}`)}
    </span>
  );
}
