import ArrowDownIcon from "lucide-react/icons/arrow-down";
import ArrowUpIcon from "lucide-react/icons/arrow-up";
import CheckIcon from "lucide-react/icons/check";
import XIcon from "lucide-react/icons/x";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import type { CheckinState } from "./section-activity";
import { useHydrated } from "./use-hydrated";

interface Props {
  state: CheckinState;
  /** Ordering: ids in the reader's order. */
  order: string[];
  onOrder: (order: string[]) => void;
}

/** The choices of a check-in, with what is right about them once it is answered. */
export function CheckinChoices({ state, order, onOrder }: Props): ReactElement {
  const { t } = useTranslation("courseware");
  const { question } = state;
  switch (question.kind) {
    case "ordering":
      return <OrderList state={state} order={order} onOrder={onOrder} />;
    case "true-false":
      return <ChoiceList state={state} type="radio" choices={["true", "false"].map((id) => ({ id, text: t(`checkin.${id}`) }))} />;
    case "single":
      return <ChoiceList state={state} type="radio" choices={question.choices} />;
    case "multiple":
      return <ChoiceList state={state} type="checkbox" choices={question.choices} />;
  }
}

function ChoiceList({ state, type, choices }: { state: CheckinState; type: "radio" | "checkbox"; choices: { id: string; text: string }[] }): ReactElement {
  const { t } = useTranslation("courseware");
  const chosen = chosenIds(state);
  return (
    <div className="mt-3 grid gap-2">
      {choices.map(({ id, text }) => {
        const verdict = verdictOf(state, id);
        const tell = verdict !== null && (verdict.correct || chosen.includes(id));
        return (
          <label key={id} className="flex min-h-11 cursor-pointer items-start gap-3 rounded-md border border-line bg-paper px-3 py-2.5 has-checked:border-pine has-checked:bg-pine-soft">
            <input type={type} name="answer" value={id} defaultChecked={chosen.includes(id)} className="mt-1 size-5 shrink-0" />
            <span className="min-w-0 flex-1 leading-relaxed">
              {text}
              {tell && verdict.why !== null && <span className="mt-1 block text-sm text-ink-soft">{verdict.why}</span>}
            </span>
            {tell && <Mark right={verdict.correct} label={t(verdict.correct ? "checkin.isRight" : "checkin.isWrong")} />}
          </label>
        );
      })}
    </div>
  );
}

function OrderList({ state, order, onOrder }: Props): ReactElement {
  const { t } = useTranslation("courseware");
  const hydrated = useHydrated();
  const { question, feedback, response } = state;
  const texts = new Map(question.choices.map((choice) => [choice.id, choice.text]));
  const asAnswered = response?.kind === "ordering" && response.order.join() === order.join();
  const move = (at: number, by: number): void => {
    const next = [...order];
    const [moved] = next.splice(at, 1);
    if (moved !== undefined) next.splice(at + by, 0, moved);
    onOrder(next);
  };
  return (
    <div role="list" className="mt-3 grid gap-2">
      {order.map((id, at) => (
        <div role="listitem" key={id} className="flex min-h-13 items-center gap-2 rounded-md border border-line bg-paper py-1 pr-1 pl-3">
          <span className="tabular w-5 shrink-0 font-semibold text-pine">{at + 1}</span>
          <span className="min-w-0 flex-1 leading-relaxed">{texts.get(id)}</span>
          {feedback !== null && asAnswered && <Mark right={feedback.order[at] === id} label={t(feedback.order[at] === id ? "checkin.isRight" : "checkin.isWrong")} />}
          {hydrated ? (
            <>
              <MoveButton label={t("checkin.up", { item: texts.get(id) })} disabled={at === 0} onPress={() => move(at, -1)} icon={<ArrowUpIcon aria-hidden className="size-5" />} />
              <MoveButton label={t("checkin.down", { item: texts.get(id) })} disabled={at === order.length - 1} onPress={() => move(at, 1)} icon={<ArrowDownIcon aria-hidden className="size-5" />} />
            </>
          ) : (
            <select name={`order.${id}`} defaultValue={at + 1} aria-label={t("checkin.place", { item: texts.get(id) })} className="min-h-11 rounded-md border border-line-strong bg-surface px-2">
              {order.map((_, index) => (
                <option key={index} value={index + 1}>
                  {index + 1}
                </option>
              ))}
            </select>
          )}
        </div>
      ))}
    </div>
  );
}

function MoveButton({ label, disabled, onPress, icon }: { label: string; disabled: boolean; onPress: () => void; icon: ReactElement }): ReactElement {
  return (
    <button type="button" aria-label={label} disabled={disabled} onClick={onPress} className="tap grid shrink-0 place-items-center rounded-md text-pine hover:bg-pine-soft disabled:text-line-strong disabled:opacity-40">
      {icon}
    </button>
  );
}

function Mark({ right, label }: { right: boolean; label: string }): ReactElement {
  const Icon = right ? CheckIcon : XIcon;
  return <Icon role="img" aria-label={label} className={`mt-0.5 size-5 shrink-0 ${right ? "text-ok" : "text-danger"}`} />;
}

function chosenIds({ response }: CheckinState): string[] {
  switch (response?.kind) {
    case "single":
      return [response.option];
    case "multiple":
      return response.options;
    case "true-false":
      return [String(response.value)];
    default:
      return [];
  }
}

function verdictOf({ feedback }: CheckinState, id: string): { correct: boolean; why: string | null } | null {
  if (feedback === null) return null;
  if (feedback.answer !== null) return { correct: String(feedback.answer) === id, why: null };
  return feedback.choices[id] ?? null;
}
