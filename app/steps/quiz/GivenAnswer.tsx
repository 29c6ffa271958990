import { useTranslation } from "react-i18next";
import { stemParts } from "./attempt/stem";
import { isEmptyResponse, type QuizResponse } from "./question";
import { letter, type ShownItem, type ShownQuestion } from "./shown-question";

/** An answer in words, for results, marking and the choice between two devices. */
export function GivenAnswer({ question, value }: { question: ShownQuestion; value: QuizResponse | null }) {
  const { t } = useTranslation("quiz");
  if (value === null || isEmptyResponse(value)) return <p className="text-ink-faint">{t("answer.none")}</p>;
  const textOf = (items: readonly ShownItem[], id: string): string => items.find((item) => item.id === id)?.text ?? id;
  switch (value.kind) {
    case "single":
    case "multiple": {
      const chosen = value.kind === "single" ? [value.option] : value.options;
      const options = "options" in question ? question.options : [];
      return (
        <ul className="grid gap-1">
          {options.map(
            ({ id, text }, index) =>
              chosen.includes(id) && (
                <li key={id} className="flex gap-2">
                  <span className="w-4 shrink-0 font-semibold text-ink-soft">{letter(index)}</span>
                  <span>{text}</span>
                </li>
              ),
          )}
        </ul>
      );
    }
    case "true-false":
      return <p>{t(value.value ? "answer.true" : "answer.false")}</p>;
    case "matching": {
      const [left, right] = question.kind === "matching" ? [question.left, question.right] : [[], []];
      return (
        <ul className="grid gap-1">
          {left.map(({ id, text }) => (
            <li key={id}>
              {text} <span className="text-ink-faint">→</span> {value.pairs[id] ? textOf(right, value.pairs[id]) : t("answer.none")}
            </li>
          ))}
        </ul>
      );
    }
    case "ordering":
      return (
        <ol className="grid list-decimal gap-1 ps-6 tabular">
          {value.order.map((id) => (
            <li key={id}>{question.kind === "ordering" ? textOf(question.items, id) : id}</li>
          ))}
        </ol>
      );
    case "fill-in":
      return (
        <p>
          {stemParts(question.stem).map((part) =>
            part.blank === undefined ? part.text : (
              <span key={part.key} className="mx-1 border-b border-line-strong px-1 font-semibold">
                {value.blanks[part.blank] || "…"}
              </span>
            ),
          )}
        </p>
      );
    case "numeric":
      return (
        <p className="tabular">
          {value.text} {question.kind === "numeric" ? question.unit : ""}
        </p>
      );
    case "short-answer":
    case "case":
      return <p className="measure whitespace-pre-wrap">{value.text}</p>;
  }
}
