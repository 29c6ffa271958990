import { useTranslation } from "react-i18next";
import { fieldName } from "../form-answer";
import { letter } from "../shown-question";
import type { InputProps, QuestionOf } from "./AnswerInput";
import { choose, isChosen } from "./choose";

/** One or several of a few, each a line to tap. The letter is the key that chooses it. */
export function Choices({ position, question, value, onChange, disabled, labelledBy }: InputProps<QuestionOf<"single" | "multiple" | "true-false">>) {
  const { t } = useTranslation("quiz");
  const several = question.kind === "multiple";
  const choices =
    question.kind === "true-false"
      ? [
          { id: "true", text: t("answer.true") },
          { id: "false", text: t("answer.false") },
        ]
      : question.options;
  return (
    <div role={several ? "group" : "radiogroup"} aria-labelledby={labelledBy} className="grid gap-2.5">
      {choices.map((choice, index) => (
        <label
          key={choice.id}
          className="flex min-h-12 items-start gap-3 rounded-lg border border-line-strong bg-surface px-3.5 py-3 leading-snug transition-colors hover:border-pine has-checked:border-pine has-checked:bg-pine-soft has-checked:ring-1 has-checked:ring-pine has-disabled:text-ink-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-pine"
        >
          <input
            type={several ? "checkbox" : "radio"}
            name={fieldName(position)}
            value={choice.id}
            checked={isChosen(value, choice.id)}
            disabled={disabled}
            onChange={() => onChange(choose(question, value, choice.id))}
            className="mt-0.5 size-5 shrink-0 focus-visible:outline-none"
          />
          <span aria-hidden className="w-4 shrink-0 font-semibold text-ink-soft">
            {letter(index)}
          </span>
          <span className="min-w-0">{choice.text}</span>
        </label>
      ))}
    </div>
  );
}
