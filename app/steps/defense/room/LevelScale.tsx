import clsx from "clsx";

/** The levels of a criterion as steps, the reached one filled; the words say it too. */
export function LevelScale({ level, levels, label }: { level: number; levels: readonly { points: number }[]; label: string }) {
  return (
    <span role="img" aria-label={label} className="inline-flex shrink-0 gap-1">
      {levels.map(({ points }) => (
        <span key={points} className={clsx("grid size-7 place-items-center rounded-sm border text-sm tabular", points === level ? "border-pine bg-pine font-semibold text-on-pine" : points < level ? "border-pine bg-pine-soft text-pine-deep" : "border-line text-ink-faint")}>
          {points}
        </span>
      ))}
    </span>
  );
}
