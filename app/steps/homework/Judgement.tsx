import { useTranslation } from "react-i18next";
import { short, type ShownRubric } from "~/marking";

interface Props {
  rubric: ShownRubric;
  criteria: Readonly<Record<string, number>>;
  points: number | null;
  max: number | null;
  remark: string | null;
}

/** What somebody said of a piece of work: the level of every criterion in words, the points, the remark. */
export function Judgement({ rubric, criteria, points, max, remark }: Props) {
  const { t } = useTranslation("homework");
  const given = rubric.criteria.filter(({ id }) => criteria[id] !== undefined);
  return (
    <div className="grid gap-3">
      {remark && <p className="measure border-s-3 border-pine ps-3 whitespace-pre-line">{remark}</p>}
      {given.length > 0 && (
        <dl className="grid gap-2 text-sm">
          {given.map(({ id, title, levels }) => (
            <div key={id} className="grid gap-x-4 sm:grid-cols-[9rem_1fr_auto]">
              <dt className="font-semibold">{title}</dt>
              <dd className="text-ink-soft">{levels.find((level) => level.points === criteria[id])?.text}</dd>
              <dd className="tabular sm:text-end">{t("points", { count: criteria[id] })}</dd>
            </div>
          ))}
        </dl>
      )}
      {points !== null && max !== null && <p className="font-semibold tabular">{t("score", { points: short(points), max: short(max) })}</p>}
    </div>
  );
}
