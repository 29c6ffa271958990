import CheckIcon from "lucide-react/icons/check";
import EyeIcon from "lucide-react/icons/eye";
import { type ReactElement, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useDeviceState } from "../use-device-state";
import { useHydrated } from "../use-hydrated";
import { type Answer, ExerciseFrame } from "./ExerciseFrame";
import { Feedback } from "./Feedback";
import { nextOpen, place, placementOf, reviveSort, score, showAll, type SortItem, type SortState } from "./sorting";
import { useDrag } from "./use-drag";
import { useReveal } from "./use-reveal";

export interface SortCard<T extends string> extends SortItem<T> {
  title: string;
  note: string;
  why: string;
}

/** What a board of targets needs to draw itself. */
export interface Board<T extends string> {
  /** Whether a target can be chosen now. */
  ready: boolean;
  /** A target that was tried for the chosen card and was wrong. */
  isWrong(target: T): boolean;
  isOver(target: T): boolean;
  /** Titles of the cards that stand on a target. */
  placed(target: T): { id: string; title: string }[];
  choose(target: T): void;
}

interface Props<T extends string> {
  anchor: string | undefined;
  title: string;
  instruction: string;
  cards: readonly SortCard<T>[];
  targetName: (target: T) => string;
  /** What to say after a wrong try, before the answer is known. */
  hint: (card: SortCard<T>, target: T) => string;
  board: (board: Board<T>) => ReactNode;
}

/** Cards to put where they belong: choose a card, choose a place, read why. By tap, by keyboard, or by dragging with a mouse. */
export function SortExercise<T extends string>({ anchor, title, instruction, cards, targetName, hint, board }: Props<T>): ReactElement {
  const { t } = useTranslation("exercises");
  const hydrated = useHydrated();
  const [state, setState] = useDeviceState<SortState>(anchor ?? title, {}, (kept) => reviveSort(kept, cards));
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [lastWrong, setLastWrong] = useState<T | null>(null);
  const chosen = cards.find((card) => card.id === chosenId) ?? nextOpen(state, cards, null) ?? cards[0];
  const placement = placementOf(state, chosen?.id ?? "");

  const cardView = useReveal();
  const verdict = useReveal();

  const select = (id: string | null): void => {
    setChosenId(id);
    setLastWrong(null);
  };
  const put = (id: string, target: string): void => {
    const card = cards.find((entry) => entry.id === id);
    if (card === undefined || placementOf(state, id).done !== null) return;
    setState(place(state, card, target));
    setChosenId(id);
    setLastWrong(target === card.target ? null : (target as T));
    verdict.show();
  };
  const goOn = (id: string): void => {
    select(id);
    cardView.focus();
  };
  const drag = useDrag(put);
  const stateName = (done: "found" | "shown" | null): string | undefined => (done === null ? undefined : t(`state.${done}`));
  const next = chosen === undefined ? null : nextOpen(state, cards, chosen.id);

  const answers = cards.map(({ id, title: item, note, target, why }): Answer => ({ id, item, note, why, answer: targetName(target) }));
  return (
    <ExerciseFrame
      anchor={anchor}
      title={title}
      instruction={instruction}
      answers={answers}
      score={score(state, cards)}
      onAgain={() => {
        setState({});
        select(null);
      }}
      onShowAll={() => setState(showAll(state, cards))}
    >
      <div role="group" aria-label={t("cards")} className="flex flex-wrap gap-2">
        {cards.map((card, at) => (
          <button
            key={card.id}
            type="button"
            aria-pressed={card.id === chosen?.id}
            aria-label={[at + 1, card.title, stateName(placementOf(state, card.id).done)].join(" ").trim()}
            onClick={() => select(card.id)}
            className="tap inline-flex items-center justify-center gap-0.5 rounded-md border border-line bg-paper px-1.5 aria-pressed:border-2 aria-pressed:border-pine aria-pressed:bg-pine-soft aria-pressed:font-semibold"
          >
            <span className="tabular">{at + 1}</span>
            <StateMark done={placementOf(state, card.id).done} />
          </button>
        ))}
      </div>
      {chosen !== undefined && (
        <div
          ref={cardView.ref}
          tabIndex={-1}
          {...(placement.done === null && hydrated ? drag.handlers(chosen.id) : {})}
          style={drag.dragging === null ? undefined : { transform: `translate(${drag.dragging.x}px, ${drag.dragging.y}px)` }}
          className={`relative z-10 mt-3 rounded-md border border-line-strong bg-paper p-3 ${placement.done === null ? "cursor-grab select-none" : ""} ${drag.dragging === null ? "" : "pointer-events-none opacity-70 shadow-lift"}`}
        >
          <p className="font-semibold">{chosen.title}</p>
          {chosen.note !== "" && <p className="mt-0.5">{chosen.note}</p>}
        </div>
      )}
      <div className="mt-3">
        {board({
          ready: hydrated && chosen !== undefined && placement.done === null,
          isWrong: (target) => placement.wrong.includes(target),
          isOver: (target) => drag.dragging?.over === target,
          placed: (target) => cards.filter((card) => card.target === target && placementOf(state, card.id).done !== null).map(({ id, title: name }) => ({ id, title: name })),
          choose: (target) => chosen !== undefined && put(chosen.id, target),
        })}
      </div>
      <div ref={verdict.ref} aria-live="polite" className="mt-3 scroll-mb-4">
        {chosen !== undefined && placement.done !== null && (
          <Feedback
            tone={placement.done === "found" ? "right" : "shown"}
            title={t(placement.done === "found" ? "right" : "itIs", { target: targetName(chosen.target) })}
            action={next === null ? undefined : { label: t("next"), onPress: () => goOn(next.id) }}
          >
            {chosen.why}
          </Feedback>
        )}
        {chosen !== undefined && placement.done === null && lastWrong !== null && (
          <Feedback tone="wrong" title={t("notThere", { target: targetName(lastWrong) })}>
            {hint(chosen, lastWrong)}
          </Feedback>
        )}
      </div>
    </ExerciseFrame>
  );
}

function StateMark({ done }: { done: "found" | "shown" | null }): ReactElement | null {
  if (done === "found") return <CheckIcon aria-hidden className="size-4 shrink-0 text-ok" />;
  return done === "shown" ? <EyeIcon aria-hidden className="size-4 shrink-0 text-mist" /> : null;
}
