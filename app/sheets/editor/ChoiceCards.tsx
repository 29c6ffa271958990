import clsx from "clsx";
import { useTranslation } from "react-i18next";
import type { Suggestion } from "./suggest";

export interface ChoiceCardsProps {
  name: string;
  suggestions: readonly Suggestion[];
  several: boolean;
  disabled: boolean;
  /** In one line, as short as can be: ratings, choices of a checklist. */
  inline?: boolean;
  describedBy: string | undefined;
  label: string;
  onFocus: () => void;
  /** Null: none. */
  onTake: (key: string | null) => void;
}

/** All that can be chosen, in view, each as large as a finger. One can also be taken back. */
export function ChoiceCards({ name, suggestions, several, disabled, inline = false, describedBy, label, onFocus, onTake }: ChoiceCardsProps) {
  const { t } = useTranslation("sheets");
  const none = !several && suggestions.every(({ chosen }) => !chosen);
  return (
    <div role={several ? "group" : "radiogroup"} aria-label={label} aria-describedby={describedBy} onFocus={onFocus} className={clsx("flex flex-wrap gap-2", inline && "gap-1.5")}>
      {suggestions.map((option) => (
        <label key={option.key} className={clsx(CARD, inline ? "min-w-11 justify-center px-2.5" : "min-w-[8.5rem] flex-1 px-3 sm:flex-none")}>
          <input type={several ? "checkbox" : "radio"} name={name} value={option.key} checked={option.chosen} disabled={disabled} onChange={() => onTake(option.key)} className="peer sr-only" />
          <Mark several={several} on={option.chosen} hidden={inline} />
          <span className="min-w-0">
            <span className="block leading-snug">{option.label}</span>
            {option.hint && !inline && <span className="block text-xs leading-snug font-normal text-ink-soft">{option.hint}</span>}
          </span>
        </label>
      ))}
      {!several && (
        <label className={clsx("relative inline-flex min-h-11 cursor-pointer items-center rounded-md px-2 text-sm text-ink-soft underline underline-offset-4 hover:text-pine has-focus-visible:outline-2 has-focus-visible:outline-pine", none && "sr-only")}>
          <input type="radio" name={name} value="" checked={none} disabled={disabled} onChange={() => onTake(null)} className="sr-only" />
          {t("cell.none")}
        </label>
      )}
    </div>
  );
}

const CARD =
  "relative inline-flex min-h-11 cursor-pointer items-center gap-2 rounded-md border border-line-strong bg-surface py-1.5 text-base hover:border-pine has-checked:border-pine has-checked:bg-pine-soft has-checked:font-semibold has-checked:text-pine-deep has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-pine has-disabled:cursor-default has-disabled:border-line";

function Mark({ several, on, hidden }: { several: boolean; on: boolean; hidden: boolean }) {
  if (hidden) return null;
  return (
    <svg aria-hidden viewBox="0 0 20 20" className="size-5 shrink-0">
      <rect x="1" y="1" width="18" height="18" rx={several ? 3 : 9} className={clsx(on ? "fill-pine stroke-pine" : "fill-surface stroke-line-strong")} strokeWidth="1.5" />
      {on && <path d="m5.5 10.5 3 3 6-6.5" fill="none" className="stroke-on-pine" strokeWidth="2" />}
    </svg>
  );
}
