import { useTranslation } from "react-i18next";
import { fieldName } from "../form-answer";
import type { InputProps, QuestionOf } from "./AnswerInput";
import { stemParts } from "./stem";

/** The sentence with its gaps to be filled where they stand. */
export function FillInInput({ position, question, value, onChange, disabled, labelledBy }: InputProps<QuestionOf<"fill-in">>) {
  const { t } = useTranslation("quiz");
  const blanks = value?.kind === "fill-in" ? value.blanks : {};
  const numbers = new Map(question.blanks.map(({ id }, index) => [id, index + 1]));
  return (
    <p role="group" aria-labelledby={labelledBy} className="text-lg leading-[1.8] sm:leading-[2.9]">
      {stemParts(question.stem).map((part) =>
        part.blank === undefined ? (
          <span key={part.key}>{part.text}</span>
        ) : (
          <input
            key={part.key}
            type="text"
            name={fieldName(position, part.blank)}
            value={blanks[part.blank] ?? ""}
            maxLength={200}
            disabled={disabled}
            aria-label={t("answer.blank", { number: numbers.get(part.blank) ?? 1 })}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            onChange={(event) => onChange({ kind: "fill-in", blanks: { ...blanks, [part.blank ?? ""]: event.target.value } })}
            className="mx-1 my-0.5 inline-block min-h-11 w-44 max-w-full rounded-md border border-line-strong bg-surface px-3 py-1.5 text-base leading-normal [field-sizing:content] min-w-36 focus-visible:border-pine disabled:bg-paper-deep"
          />
        ),
      )}
    </p>
  );
}
