import { useTranslation } from "react-i18next";
import { Button, buttonClass, Callout, ConflictBox, useHydrated } from "~/ui";
import type { ScreenQuestion } from "../attempt-screen.view.server";
import type { AnswerView } from "../client/use-answers";
import { GivenAnswer } from "../GivenAnswer";
import type { QuizResponse } from "../question";
import { AnswerInput } from "./AnswerInput";
import { plainStem } from "./stem";
import type { RefusedAnswer } from "./TakeQuiz";

interface Props {
  item: ScreenQuestion;
  count: number;
  view: AnswerView;
  refused: RefusedAnswer | null;
  disabled: boolean;
  onChange: (value: QuizResponse | null) => void;
  onSettle: (choice: "mine" | "server") => void;
}

/** One question with the place for its answer. */
export function QuestionView({ item, count, view, refused, disabled, onChange, onSettle }: Props) {
  const { t } = useTranslation(["quiz", "ui"]);
  const { position, question } = item;
  const hydrated = useHydrated();
  const titleId = `question-${position}`;
  return (
    <article aria-labelledby={`${titleId}-number`}>
      <input type="hidden" name="position" value={position} />
      <input type="hidden" name="base" value={refused?.revision ?? item.revision} />
      <input type="hidden" name="flagged" value={String(view.flagged)} />
      <h2 id={`${titleId}-number`} tabIndex={-1} className="mb-2 flex flex-wrap items-baseline gap-x-3 text-sm font-semibold text-ink-soft tabular">
        {t("paper.at", { number: position, count })}
        <span className="font-normal">{t(`kind.${question.kind}`)}</span>
      </h2>
      {question.case && (
        <section aria-label={t("paper.case")} className="mb-4 rounded-lg border-s-3 border-pine bg-paper-deep/50 px-4 py-3">
          <p className="measure whitespace-pre-line">{question.case}</p>
        </section>
      )}
      <p id={titleId} className={question.kind === "fill-in" ? "mb-1 text-ink-soft" : "mb-5 text-lg leading-relaxed font-semibold whitespace-pre-line"}>
        {question.kind === "fill-in" ? <span className="sr-only">{plainStem(question.stem)}</span> : question.stem}
      </p>
      {view.status === "conflict" && (
        <ConflictBox title={t("conflict.title")} text={t("conflict.text")} mine={<GivenAnswer question={question} value={view.value} />} theirs={<GivenAnswer question={question} value={view.server} />} onSettle={onSettle} />
      )}
      {refused && (
        <div className="mb-5">
          <Callout kind="danger" title={t("conflict.title")}>
            <p className="text-sm text-ink-soft">{t("conflict.form")}</p>
            <div className="rounded-md border border-line bg-surface p-3">
              <p className="text-sm font-semibold">{t("ui:conflict.theirs")}</p>
              <GivenAnswer question={question} value={refused.theirs} />
            </div>
            {hydrated ? (
              <Button type="button" onClick={() => onChange(refused.theirs)}>
                {t("ui:conflict.takeTheirs")}
              </Button>
            ) : (
              <a href={`?q=${position}`} className={buttonClass()}>
                {t("ui:conflict.takeTheirs")}
              </a>
            )}
          </Callout>
        </div>
      )}
      <AnswerInput position={position} question={question} value={refused && !hydrated ? refused.mine : view.value} onChange={onChange} disabled={disabled} labelledBy={titleId} />
    </article>
  );
}
