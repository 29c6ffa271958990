import { useTranslation } from "react-i18next";
import { MARKS, type Mark } from "./scenario";

interface MarkChoiceProps {
  name: string;
  value: Mark | null;
  /** Left out: a field of a form, chosen by the browser alone. */
  onMark?: (mark: Mark) => void;
  /** Seconds into the conversation at which it was tapped. */
  at?: number | null;
}

/** Shown, partly, not shown: three targets of a thumb's size side by side. */
export function MarkChoice({ name, value, onMark, at = null }: MarkChoiceProps) {
  const { t } = useTranslation("role-play");
  return (
    <div className="grid grid-cols-3 gap-2">
      {MARKS.map((mark) => (
        <label key={mark} className="flex min-h-11 cursor-pointer items-center justify-center gap-1.5 rounded-md border border-line-strong bg-surface px-2 text-center has-checked:border-pine has-checked:bg-pine-soft has-checked:font-semibold has-checked:text-pine-deep has-disabled:cursor-default has-focus-visible:outline-2 has-focus-visible:outline-pine">
          <input type="radio" name={name} value={mark} className="sr-only" {...(onMark ? { checked: value === mark, onChange: () => onMark(mark) } : { defaultChecked: value === mark })} />
          {t(`mark.${mark}`)}
          {value === mark && at !== null && <span className="text-sm font-normal tabular">{`${Math.floor(at / 60)}:${String(Math.floor(at % 60)).padStart(2, "0")}`}</span>}
        </label>
      ))}
    </div>
  );
}
