import EyeIcon from "lucide-react/icons/eye";
import RotateCcwIcon from "lucide-react/icons/rotate-ccw";
import type { ReactElement, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui/Button";

/** One line of an exercise's answers, for print and for pages without scripts. */
export interface Answer {
  id: string;
  item: string;
  note: string;
  answer: string;
  why: string;
}

interface Props {
  anchor: string | undefined;
  title: string;
  instruction: string;
  answers: readonly Answer[];
  score?: { first: number; done: number; total: number };
  onAgain?: () => void;
  onShowAll?: () => void;
  children: ReactNode;
}

/** What all exercises share: title, instruction, score, trying again, and the answers where nothing can be tried. */
export function ExerciseFrame({ anchor, title, instruction, answers, score, onAgain, onShowAll, children }: Props): ReactElement {
  const { t } = useTranslation("exercises");
  const finished = score !== undefined && score.done === score.total;
  return (
    <section id={anchor} data-noread="" aria-label={title} className="my-9 scroll-mt-20 rounded-lg border border-line-strong bg-surface p-4 leading-relaxed sm:p-5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <p className="font-semibold">{title}</p>
        {score !== undefined && <p className="tabular text-sm text-ink-soft noscript:hidden print:hidden">{t("progress", score)}</p>}
      </div>
      <p className="mt-1 text-sm text-ink-soft noscript:hidden print:hidden">{instruction}</p>
      <div className="mt-4 noscript:hidden print:hidden">{children}</div>
      {score !== undefined && (
        <div className="mt-4 flex flex-wrap items-center gap-2 border-t border-line pt-3 noscript:hidden print:hidden">
          <p aria-live="polite" className="min-w-0 flex-1 basis-48 font-semibold text-pine">
            {finished && t("result", score)}
          </p>
          {score.done > 0 && (
            <Button type="button" variant="quiet" icon={<RotateCcwIcon aria-hidden className="size-4" />} onClick={onAgain}>
              {t("again")}
            </Button>
          )}
          {!finished && (
            <Button type="button" variant="quiet" icon={<EyeIcon aria-hidden className="size-4" />} onClick={onShowAll}>
              {t("showAll")}
            </Button>
          )}
        </div>
      )}
      <noscript>
        <details className="mt-3">
          <summary>{t("answers")}</summary>
          <AnswerList answers={answers} />
        </details>
      </noscript>
      <div className="hidden print:block">
        <AnswerList answers={answers} />
      </div>
    </section>
  );
}

function AnswerList({ answers }: { answers: readonly Answer[] }): ReactElement {
  return (
    <dl className="mt-3 grid gap-3">
      {answers.map(({ id, item, note, answer, why }) => (
        <div key={id}>
          <dt className="font-semibold">{item}</dt>
          <dd className="text-ink-soft">{note}</dd>
          <dd>
            <strong>{answer}</strong> {why}
          </dd>
        </div>
      ))}
    </dl>
  );
}
