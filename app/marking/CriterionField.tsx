import clsx from "clsx";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { ShownRubric } from "./rubric";

interface Props {
  criterion: ShownRubric["criteria"][number];
  /** Whether keys act on it. */
  active: boolean;
  value: number | undefined;
  onActive: () => void;
  onLevel: (points: number) => void;
}

/** One criterion with its levels, each a row to press. */
export function CriterionField({ criterion, active, value, onActive, onLevel }: Props) {
  const { t } = useTranslation("marking");
  const field = useRef<HTMLFieldSetElement>(null);
  const wasActive = useRef(active);
  // Keys move on to the next criterion; it must be in sight.
  useEffect(() => {
    if (active && !wasActive.current) field.current?.scrollIntoView({ block: "nearest" });
    wasActive.current = active;
  }, [active]);
  return (
    <fieldset ref={field} onFocus={onActive} className={clsx("min-w-0 scroll-mt-28 scroll-mb-24 rounded-lg border p-3", active ? "border-pine" : "border-line")}>
      <legend className="px-1 font-semibold">{criterion.title}</legend>
      {criterion.hint && <p className="mb-2 px-1 text-sm text-ink-soft">{criterion.hint}</p>}
      <div className="grid gap-1.5">
        {criterion.levels.map(({ points, text }, level) => (
          <label key={points} className="flex min-h-11 items-start gap-3 rounded-md border border-line bg-surface px-3 py-2 leading-snug hover:border-line-strong has-checked:border-pine has-checked:bg-pine-soft has-focus-visible:outline-2 has-focus-visible:outline-pine">
            <input type="radio" name={`criteria.${criterion.id}`} value={points} required checked={value === points} onChange={() => onLevel(points)} className="mt-0.5 size-5 shrink-0 focus-visible:outline-none" />
            <span aria-hidden className="w-3 shrink-0 text-sm leading-6 text-ink-faint tabular coarse:hidden">
              {level + 1}
            </span>
            <span className="min-w-0 flex-1">{text}</span>
            <span className="shrink-0 text-sm leading-6 font-semibold tabular">{t("points", { count: points })}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
