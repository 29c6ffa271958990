import { useTranslation } from "react-i18next";
import { Select } from "~/ui";
import { fieldName } from "../form-answer";
import { letter } from "../shown-question";
import type { InputProps, QuestionOf } from "./AnswerInput";

/** From this length on a closed picker would cut the text off on a phone. */
const LONG = 14;

/** A picker beside each item on the left: quick on a phone, and the same without JavaScript. */
export function MatchingInput({ position, question, value, onChange, disabled, labelledBy }: InputProps<QuestionOf<"matching">>) {
  const { t } = useTranslation("quiz");
  const pairs = value?.kind === "matching" ? value.pairs : {};
  const change = (left: string, right: string): void => {
    const next = Object.fromEntries(Object.entries({ ...pairs, [left]: right }).filter(([, id]) => id !== ""));
    onChange({ kind: "matching", pairs: next });
  };
  const options = question.right.map(({ id, text }, index) => ({ value: id, label: `${letter(index)} · ${text}` }));
  const isLong = question.right.some(({ text }) => text.length > LONG);
  return (
    <div role="group" aria-labelledby={labelledBy}>
      {isLong && (
        <ol className="mb-4 grid gap-1.5 rounded-lg border border-line bg-paper p-3.5">
          {question.right.map(({ id, text }, index) => (
            <li key={id} className="flex gap-2.5 leading-snug">
              <span className="w-4 shrink-0 font-semibold text-ink-soft">{letter(index)}</span>
              {text}
            </li>
          ))}
        </ol>
      )}
      <ul className="grid gap-2.5">
        {question.left.map(({ id, text }) => (
          <li key={id} className="grid gap-2 rounded-lg border border-line-strong bg-surface p-3.5 sm:grid-cols-[minmax(0,1fr)_minmax(0,16rem)] sm:items-center sm:gap-4 [&_label]:font-normal">
            <span className="leading-snug">{text}</span>
            <Select label={t("answer.matchFor", { item: text })} hideLabel name={fieldName(position, id)} required={undefined} value={pairs[id] ?? ""} placeholder={t("answer.choose")} options={options} disabled={disabled} onChange={(event) => change(id, event.target.value)} />
          </li>
        ))}
      </ul>
    </div>
  );
}
