import clsx from "clsx";
import { useTranslation } from "react-i18next";
import { CONTROL } from "~/ui";
import { fieldName } from "../form-answer";
import type { InputProps, QuestionOf } from "./AnswerInput";

/** A number in figures, with its unit. Text may stand in it: 12.5万, 1,200. */
export function NumberInput({ position, question, value, onChange, disabled, labelledBy }: InputProps<QuestionOf<"numeric">>) {
  const { t } = useTranslation("quiz");
  const text = value?.kind === "numeric" ? value.text : "";
  return (
    <div>
      <span className="flex max-w-sm items-center gap-3">
        <input
          type="text"
          inputMode="decimal"
          name={fieldName(position)}
          value={text}
          maxLength={200}
          disabled={disabled}
          autoComplete="off"
          aria-labelledby={labelledBy}
          aria-describedby={`${labelledBy}-unit`}
          onChange={(event) => onChange({ kind: "numeric", text: event.target.value })}
          className={clsx(CONTROL, "text-lg tabular")}
        />
        {question.unit && <span className="shrink-0">{question.unit}</span>}
      </span>
      <p id={`${labelledBy}-unit`} className="mt-2 text-sm text-ink-soft">
        {question.unit ? t("answer.numberIn", { unit: question.unit }) : t("answer.number")}
      </p>
    </div>
  );
}

/** A text of one's own, with a count. The limit is said, never enforced by cutting words off. */
export function TextInput({ position, question, value, onChange, disabled, labelledBy }: InputProps<QuestionOf<"short-answer" | "case">>) {
  const { t } = useTranslation("quiz");
  const text = value?.kind === question.kind ? value.text : "";
  const count = [...text].length;
  const over = count - question.maxChars;
  return (
    <div>
      <textarea
        name={fieldName(position)}
        value={text}
        rows={question.kind === "case" ? 9 : 6}
        maxLength={7900}
        disabled={disabled}
        aria-labelledby={labelledBy}
        aria-describedby={`${labelledBy}-count`}
        onChange={(event) => onChange({ kind: question.kind, text: event.target.value })}
        className={clsx(CONTROL, "min-h-44 resize-y leading-relaxed [field-sizing:content]")}
      />
      <p id={`${labelledBy}-count`} className={clsx("mt-1.5 flex flex-wrap justify-between gap-x-4 text-sm tabular", over > 0 ? "font-semibold text-danger" : "text-ink-soft")}>
        <span>{over > 0 ? t("answer.over", { count: over }) : t("answer.byHand")}</span>
        <span>{t("answer.count", { count, max: question.maxChars })}</span>
      </p>
    </div>
  );
}
