import CircleCheck from "lucide-react/icons/circle-check";
import CircleX from "lucide-react/icons/circle-x";
import clsx from "clsx";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { isChosen, choiceValues } from "./attempt/choose";
import { GivenAnswer } from "./GivenAnswer";
import type { QuizResponse } from "./question";
import type { RevealedQuestion } from "./reveal-question";
import type { CriterionPoints } from "./score";
import { letter } from "./shown-question";

interface Props {
  question: RevealedQuestion;
  /** In the question's real ids; undefined in the bank, where nobody answered. */
  answer?: QuizResponse | null;
  criteria?: CriterionPoints | null;
}

/** A question with its key, and the answer beside it where there is one: what was right, what was chosen, and why. */
export function RevealedAnswer({ question, answer, criteria = null }: Props) {
  const { t } = useTranslation("quiz");
  const { shown, key } = question;
  const given = answer !== undefined;
  return (
    <div className="grid gap-3">
      {choiceValues(shown).length > 0 && key !== null ? (
        <ChoiceList question={question} answer={answer ?? null} given={given} />
      ) : (
        <div className={clsx("grid gap-3", given && key !== null && "sm:grid-cols-2")}>
          {given && (
            <Part title={t("result.yourAnswer")}>
              <GivenAnswer question={shown} value={answer} />
            </Part>
          )}
          {key !== null && (
            <Part title={t("result.rightAnswer")}>
              <GivenAnswer question={shown} value={key} />
              {question.tolerance !== null && <p className="text-sm text-ink-soft tabular">{t("result.tolerance", { value: question.tolerance })}</p>}
            </Part>
          )}
        </div>
      )}
      {question.rubric !== null && <RubricTable rubric={question.rubric} criteria={criteria} />}
      <p className="measure border-s-3 border-pine ps-3">
        <span className="me-2 text-sm font-semibold text-pine">{t("result.explanation")}</span>
        {question.explanation}
      </p>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="min-w-0 rounded-md border border-line bg-paper p-3">
      <p className="mb-1 text-sm text-ink-soft">{title}</p>
      {children}
    </div>
  );
}

function ChoiceList({ question, answer, given }: { question: RevealedQuestion; answer: QuizResponse | null; given: boolean }) {
  const { t } = useTranslation("quiz");
  const { shown, key, why } = question;
  const texts = "options" in shown ? new Map(shown.options.map(({ id, text }) => [id, text])) : null;
  return (
    <ul className="grid gap-1.5">
      {choiceValues(shown).map((choice, index) => {
        const right = isChosen(key, choice);
        const chosen = isChosen(answer, choice);
        return (
          <li key={choice} className={clsx("flex gap-2.5 rounded-md border px-3 py-2 leading-snug", right ? "border-pine bg-pine-soft" : chosen ? "border-danger bg-danger-soft" : "border-line")}>
            <span className="mt-0.5 size-4.5 shrink-0">{right ? <CircleCheck aria-hidden className="size-4.5 text-pine" /> : chosen && <CircleX aria-hidden className="size-4.5 text-danger" />}</span>
            <span className="w-4 shrink-0 font-semibold text-ink-soft">{letter(index)}</span>
            <span className="min-w-0 flex-1">
              {texts?.get(choice) ?? t(`answer.${choice}`)}
              {why[choice] && (chosen || !given) && <span className="mt-0.5 block text-sm text-ink-soft">{why[choice]}</span>}
            </span>
            <span className="shrink-0 text-sm text-ink-soft">{[right && t("result.right"), given && chosen && t("result.chosen")].filter(Boolean).join(t("paper.dot"))}</span>
          </li>
        );
      })}
    </ul>
  );
}

/** A rubric with the level that was given marked in it. */
function RubricTable({ rubric, criteria }: { rubric: NonNullable<RevealedQuestion["rubric"]>; criteria: CriterionPoints | null }) {
  const { t } = useTranslation("quiz");
  return (
    <dl className="grid gap-3">
      {rubric.map(({ id, title, levels }) => (
        <div key={id}>
          <dt className="text-sm font-semibold">{title}</dt>
          {levels.map(({ points, text }) => (
            <dd key={points} className={clsx("mt-1 flex gap-3 rounded-md border px-3 py-1.5", criteria?.[id] === points ? "border-pine bg-pine-soft font-semibold" : "border-line text-ink-soft")}>
              <span className="w-14 shrink-0 tabular">{t("rubric.points", { count: points })}</span>
              <span>
                {text}
                {criteria?.[id] === points && <span className="sr-only">{t("rubric.given")}</span>}
              </span>
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
