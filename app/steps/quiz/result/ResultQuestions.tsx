import ChevronDown from "lucide-react/icons/chevron-down";
import clsx from "clsx";
import { useTranslation } from "react-i18next";
import { short } from "~/marking";
import { Badge, Card, type Tone } from "~/ui";
import { plainStem } from "../attempt/stem";
import { GivenAnswer } from "../GivenAnswer";
import { RevealedAnswer } from "../RevealedAnswer";
import type { ResultScreen, ScreenResultQuestion } from "../result-screen.view.server";

/** Every question with the answer and its points; with explanations where the cohort shows them. */
export function ResultQuestions({ result }: { result: ResultScreen }) {
  const { t } = useTranslation("quiz");
  return (
    <Card title={t("result.answers")} look="flush">
      {!result.showsExplanations && <p className="px-4 pb-3 text-sm text-ink-soft sm:px-5">{t("result.hidden")}</p>}
      <ol className="divide-y divide-line border-t border-line">
        {result.questions.map((item) => (
          <li key={item.position}>
            <ResultLine item={item} />
          </li>
        ))}
      </ol>
    </Card>
  );
}

function ResultLine({ item }: { item: ScreenResultQuestion }) {
  const { t } = useTranslation("quiz");
  const { question, revealed } = item;
  return (
    <details className="group" open={item.remark !== null || undefined}>
      <summary className="flex min-h-12 items-start gap-3 px-4 py-3 hover:bg-paper sm:px-5">
        <span className="w-6 shrink-0 font-semibold text-ink-soft tabular">{item.position}</span>
        <span className="line-clamp-2 min-w-0 flex-1 leading-snug group-open:line-clamp-none">{plainStem(question.stem)}</span>
        <PointsBadge points={item.points} max={item.max} state={item.state} />
        <ChevronDown aria-hidden className="mt-0.5 size-4.5 shrink-0 text-ink-faint transition-transform group-open:rotate-180" />
      </summary>
      <div className="grid gap-3 px-4 pb-5 sm:ps-14 sm:pe-5">
        {question.case && <p className="measure border-s-3 border-line-strong ps-3 text-sm whitespace-pre-line text-ink-soft">{question.case}</p>}
        {revealed !== null ? (
          <RevealedAnswer question={revealed} answer={revealed.answer} criteria={revealed.criteria} />
        ) : (
          <div>
            <p className="mb-1 text-sm text-ink-soft">{t("result.yourAnswer")}</p>
            <GivenAnswer question={question} value={item.value} />
          </div>
        )}
        {item.remark && (
          <p className="measure rounded-md bg-mist-soft px-3 py-2 whitespace-pre-line">
            <span className="me-2 text-sm font-semibold text-mist">{t("result.remark")}</span>
            {item.remark}
          </p>
        )}
      </div>
    </details>
  );
}

/** Points of one question: full, part, none, unanswered, or not marked yet. */
export function PointsBadge({ points, max, state, className }: { points: number; max: number; state: ScreenResultQuestion["state"]; className?: string }) {
  const { t } = useTranslation("quiz");
  if (state === "needs-marking") return <Badge tone="mist">{t("result.toMark")}</Badge>;
  const tone: Tone = points >= max - 1e-6 ? "ok" : points > 0 ? "neutral" : "danger";
  return (
    <Badge tone={tone} className={clsx("shrink-0", className)}>
      {state === "unanswered" ? t("paper.unanswered") : t("result.pointsOf", { points: short(points), max: short(max) })}
    </Badge>
  );
}
