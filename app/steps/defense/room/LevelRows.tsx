import clsx from "clsx";

interface Props {
  name: string;
  levels: readonly { points: number; text: string }[];
  value: number | null;
  /** Left out: a field of a plain form, chosen by the browser alone. */
  onLevel?: ((level: number) => void) | undefined;
  disabled?: boolean;
  required?: boolean;
  /** What stands right of a level: who gave it. */
  beside?: (level: number) => React.ReactNode;
}

/** The levels of a criterion, each a row of a thumb's size. */
export function LevelRows({ name, levels, value, onLevel, disabled = false, required = false, beside }: Props) {
  return (
    <div className="grid gap-1.5">
      {levels.map(({ points, text }) => (
        <label
          key={points}
          className={clsx(
            "flex min-h-11 items-start gap-3 rounded-md border border-line bg-surface px-3 py-2 leading-snug has-checked:border-pine has-checked:bg-pine-soft has-focus-visible:outline-2 has-focus-visible:outline-pine",
            disabled ? "text-ink-soft" : "cursor-pointer hover:border-line-strong",
          )}
        >
          <input
            type="radio"
            name={name}
            value={points}
            disabled={disabled}
            required={required}
            {...(onLevel ? { checked: value === points, onChange: () => onLevel(points) } : { defaultChecked: value === points })}
            className="mt-0.5 size-5 shrink-0 focus-visible:outline-none"
          />
          <span className="w-3 shrink-0 leading-6 font-semibold tabular">{points}</span>
          <span className="min-w-0 flex-1">{text}</span>
          {beside?.(points)}
        </label>
      ))}
    </div>
  );
}
