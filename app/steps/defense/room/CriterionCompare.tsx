import { useTranslation } from "react-i18next";
import { LevelScale } from "./LevelScale";
import type { RevealedCriterion } from "./reveal.server";

export interface ComparedCriterion {
  title: string;
  levels: readonly { points: number; text: string }[];
}

interface Props {
  criterion: ComparedCriterion;
  revealed: RevealedCriterion;
  nameOf: (examinerId: string) => string;
}

/** What each examiner gave, side by side: level, its words, the note; a changed level with the original and the reason. */
export function CriterionCompare({ criterion, revealed, nameOf }: Props) {
  const { t } = useTranslation("defense");
  const most = Math.max(...criterion.levels.map(({ points }) => points));
  return (
    <ul className="grid gap-2 sm:grid-cols-[repeat(auto-fit,minmax(9.5rem,1fr))]">
      {revealed.scores.map((score) => {
        const level = score.revision?.level ?? score.level;
        return (
          <li key={score.examinerId} className="rounded-md border border-line bg-paper p-3">
            <p className="flex flex-wrap items-center justify-between gap-2">
              <span className="font-semibold">{nameOf(score.examinerId)}</span>
              <LevelScale level={level} levels={criterion.levels} label={t("levelOf", { level, most })} />
            </p>
            <p className="mt-1 text-sm leading-snug text-ink-soft">{criterion.levels.find(({ points }) => points === level)?.text}</p>
            {score.revision && (
<p className="mt-2 text-sm">{t("revised", { from: score.level, reason: score.revision.reason })}</p>
            )}
            {score.note !== null && <p className="mt-2 border-s-3 border-line ps-2 text-sm whitespace-pre-line">{score.note}</p>}
          </li>
        );
      })}
    </ul>
  );
}
