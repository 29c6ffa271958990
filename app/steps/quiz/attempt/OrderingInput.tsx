import ArrowDown from "lucide-react/icons/arrow-down";
import ArrowUp from "lucide-react/icons/arrow-up";
import GripVertical from "lucide-react/icons/grip-vertical";
import clsx from "clsx";
import { type RefObject, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { IconButton, Select, useHydrated } from "~/ui";
import { fieldName } from "../form-answer";
import type { InputProps, QuestionOf } from "./AnswerInput";
import { moveTo, orderShown } from "./reorder";

type Props = InputProps<QuestionOf<"ordering">>;

/** Things to put in order: by buttons or by dragging; before scripts run, by the number of their place. */
export function OrderingInput(props: Props) {
  return useHydrated() ? <Sortable {...props} /> : <Places {...props} />;
}

function Sortable({ question, value, onChange, disabled, labelledBy }: Props) {
  const { t } = useTranslation("quiz");
  const answered = value?.kind === "ordering" ? value.order : [];
  const order = orderShown(question.items.map(({ id }) => id), answered);
  const texts = new Map(question.items.map(({ id, text }) => [id, text]));
  const [said, setSaid] = useState("");
  const list = useRef<HTMLOListElement>(null);
  const [dragged, setDragged] = useState<string | null>(null);

  const move = (id: string, to: number): void => {
    const from = order.indexOf(id);
    if (disabled || to < 0 || to >= order.length || to === from) return;
    onChange({ kind: "ordering", order: moveTo(order, from, to) });
    setSaid(t("answer.movedTo", { item: texts.get(id) ?? "", place: to + 1 }));
  };
  useDrag(dragged === null ? null : order.indexOf(dragged), list, (to) => move(dragged ?? "", to), () => setDragged(null));

  return (
    <div>
      <p className="mb-2.5 text-sm text-ink-soft">{answered.length === 0 ? t("answer.orderHint") : t("answer.orderAgain")}</p>
      <ol ref={list} aria-labelledby={labelledBy} className="grid gap-2">
        {order.map((id, index) => (
          <li key={id} className={clsx("flex items-center gap-1 rounded-lg border bg-surface py-1 ps-1 pe-1.5", dragged === id ? "border-pine bg-pine-soft shadow-lift" : "border-line-strong")}>
            <span
              aria-hidden
              onPointerDown={() => setDragged(disabled ? null : id)}
              className="tap flex shrink-0 cursor-grab touch-none items-center justify-center text-ink-faint active:cursor-grabbing"
            >
              <GripVertical className="size-5" />
            </span>
            <span className="w-5 shrink-0 text-end font-semibold text-ink-soft tabular">{index + 1}</span>
            <span className="min-w-0 flex-1 px-2 py-1.5 leading-snug">{texts.get(id)}</span>
            <IconButton label={t("answer.up", { item: texts.get(id) ?? "" })} icon={<ArrowUp aria-hidden className="size-5" />} disabled={disabled || index === 0} onClick={() => move(id, index - 1)} />
            <IconButton label={t("answer.down", { item: texts.get(id) ?? "" })} icon={<ArrowDown aria-hidden className="size-5" />} disabled={disabled || index === order.length - 1} onClick={() => move(id, index + 1)} />
          </li>
        ))}
      </ol>
      <p role="status" className="sr-only">
        {said}
      </p>
    </div>
  );
}

/** While something is dragged: each crossing of a neighbour's middle moves it one place. The window listens, because moving an element ends its capture. */
function useDrag(at: number | null, list: RefObject<HTMLOListElement>, move: (to: number) => void, end: () => void): void {
  useEffect(() => {
    if (at === null) return;
    const drag = (event: PointerEvent): void => {
      const box = (index: number) => list.current?.children[index]?.getBoundingClientRect();
      const [above, below] = [box(at - 1), box(at + 1)];
      if (above && event.clientY < above.top + above.height / 2) move(at - 1);
      else if (below && event.clientY > below.top + below.height / 2) move(at + 1);
    };
    addEventListener("pointermove", drag);
    addEventListener("pointerup", end);
    addEventListener("pointercancel", end);
    return () => {
      removeEventListener("pointermove", drag);
      removeEventListener("pointerup", end);
      removeEventListener("pointercancel", end);
    };
  });
}

function Places({ position, question, value, disabled, labelledBy }: Props) {
  const { t } = useTranslation("quiz");
  const answered = value?.kind === "ordering" ? value.order : [];
  const places = question.items.map((_, index) => ({ value: String(index + 1), label: String(index + 1) }));
  return (
    <ul aria-labelledby={labelledBy} className="grid gap-2">
      {question.items.map(({ id, text }) => (
        <li key={id} className="flex items-center gap-3 rounded-lg border border-line-strong bg-surface p-2 [&_select]:w-20">
          <Select label={t("answer.placeOf", { item: text })} hideLabel name={fieldName(position, id)} defaultValue={answered.includes(id) ? String(answered.indexOf(id) + 1) : ""} placeholder="–" options={places} disabled={disabled} />
          <span className="min-w-0 flex-1 leading-snug">{text}</span>
        </li>
      ))}
    </ul>
  );
}
