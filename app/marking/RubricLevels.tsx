import type { ShownRubric } from "./rubric";

interface Props {
  rubric: ShownRubric;
  /** The words for so many points. */
  points: (count: number) => string;
}

/** A rubric to read before the work begins: each criterion with what every level looks like. */
export function RubricLevels({ rubric, points: inWords }: Props) {
  return (
    <dl className="grid gap-5">
      {rubric.criteria.map(({ id, title, hint, levels }) => (
        <div key={id}>
          <dt className="font-semibold">{title}</dt>
          {hint && <dd className="text-sm text-ink-soft">{hint}</dd>}
          <dd>
            <ol className="mt-1 grid gap-1 text-sm">
              {levels.map(({ points, text }) => (
                <li key={points} className="grid grid-cols-[4.25rem_minmax(0,1fr)] gap-2">
                  <span className="whitespace-nowrap text-ink-soft tabular">{inWords(points)}</span>
                  {text}
                </li>
              ))}
            </ol>
          </dd>
        </div>
      ))}
    </dl>
  );
}
