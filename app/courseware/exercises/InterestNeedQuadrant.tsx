import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { type Board, type SortCard, SortExercise } from "./SortExercise";

export interface QuadrantCustomer {
  id: string;
  name: string;
  note: string;
  interest: boolean;
  need: boolean;
  why: string;
}

/** Interest × need. */
type Relation = "outsider" | "friend" | "supplier" | "partner";

/** Rows from high interest to low, columns from low need to high, as the plane is drawn. */
const PLANE = [
  ["friend", "partner"],
  ["outsider", "supplier"],
] as const satisfies readonly (readonly Relation[])[];

/** Which relation interest and need make. */
export function relationOf({ interest, need }: Pick<QuadrantCustomer, "interest" | "need">): Relation {
  if (interest) return need ? "partner" : "friend";
  return need ? "supplier" : "outsider";
}

function hasInterest(relation: Relation): boolean {
  return relation === "friend" || relation === "partner";
}

/** Sort customers into outsider, friend, supplier and partner by interest and need. */
export function InterestNeedQuadrant({ customers, anchor }: { customers: QuadrantCustomer[]; anchor?: string }): ReactElement {
  const { t } = useTranslation("exercises");
  const cards = customers.map((customer): SortCard<Relation> => ({ ...customer, title: customer.name, target: relationOf(customer) }));
  const hint = (card: SortCard<Relation>, tried: Relation): string => {
    const interestWrong = hasInterest(card.target) !== hasInterest(tried);
    const needWrong = (card.target === "supplier" || card.target === "partner") !== (tried === "supplier" || tried === "partner");
    return t(interestWrong && needWrong ? "quadrant.hintBoth" : interestWrong ? "quadrant.hintInterest" : "quadrant.hintNeed");
  };
  return (
    <SortExercise
      anchor={anchor}
      title={t("quadrant.title")}
      instruction={t("quadrant.instruction")}
      cards={cards}
      targetName={(relation) => t(`quadrant.${relation}`)}
      hint={hint}
      board={(board) => <Plane board={board} />}
    />
  );
}

function Plane({ board }: { board: Board<Relation> }): ReactElement {
  const { t } = useTranslation("exercises");
  return (
    <div className="grid grid-cols-[1.75rem_1fr] gap-x-1.5 gap-y-1">
      <div aria-hidden className="flex items-center justify-between text-xs text-ink-soft [writing-mode:vertical-rl]">
        <span>{t("quadrant.high")}</span>
        <span className="font-semibold text-ink">{t("quadrant.interest")}</span>
        <span>{t("quadrant.low")}</span>
      </div>
      <div className="grid grid-cols-2 border-b-2 border-l-2 border-line-strong">
        {PLANE.flat().map((relation) => (
          <QuadrantButton key={relation} relation={relation} board={board} />
        ))}
      </div>
      <div aria-hidden className="col-start-2 flex justify-between text-xs text-ink-soft">
        <span>{t("quadrant.low")}</span>
        <span className="font-semibold text-ink">{t("quadrant.need")}</span>
        <span>{t("quadrant.high")}</span>
      </div>
    </div>
  );
}

function QuadrantButton({ relation, board }: { relation: Relation; board: Board<Relation> }): ReactElement {
  const { t } = useTranslation("exercises");
  const wrong = board.isWrong(relation);
  return (
    <button
      type="button"
      data-target={relation}
      aria-disabled={!board.ready || wrong}
      onClick={() => board.ready && board.choose(relation)}
      className={`flex min-h-28 flex-col items-start gap-1 border border-line p-2 text-left transition-colors not-aria-disabled:hover:bg-pine-soft aria-disabled:cursor-default ${board.isOver(relation) ? "bg-pine-soft" : "bg-surface"} ${wrong ? "text-ink-faint line-through" : ""}`}
    >
      <span className="font-semibold">{t(`quadrant.${relation}`)}</span>
      <span className="text-xs leading-snug text-ink-soft">{t(`quadrant.${relation}Hint`)}</span>
      <span className="mt-auto flex flex-wrap gap-1">
        {board.placed(relation).map(({ id, title }) => (
          <span key={id} className="rounded-sm bg-pine-soft px-1.5 text-xs font-semibold text-pine-deep">
            {title}
          </span>
        ))}
      </span>
    </button>
  );
}
