import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { type Board, type SortCard, SortExercise } from "./SortExercise";

const STAGES = ["acquaintance", "interaction", "personal-relation", "alliance"] as const;
export type Stage = (typeof STAGES)[number];

export interface LadderStage {
  id: Stage;
  title: string;
  sign: string;
}

export interface LadderMove {
  id: string;
  text: string;
  stage: Stage;
  why: string;
}

/** Put actions on the step of the relationship where they belong; the ladder is climbed from the bottom. */
export function RelationshipLadder({ stages, moves, anchor }: { stages: LadderStage[]; moves: LadderMove[]; anchor?: string }): ReactElement {
  const { t } = useTranslation("exercises");
  const cards = moves.map(({ id, text, stage, why }): SortCard<Stage> => ({ id, title: text, note: "", target: stage, why }));
  const nameOf = (id: Stage): string => stages.find((stage) => stage.id === id)?.title ?? id;
  return (
    <SortExercise
      anchor={anchor}
      title={t("ladder.title")}
      instruction={t("ladder.instruction")}
      cards={cards}
      targetName={nameOf}
      hint={(card, tried) => t(STAGES.indexOf(tried) > STAGES.indexOf(card.target) ? "ladder.tooHigh" : "ladder.tooLow")}
      board={(board) => <Ladder stages={stages} board={board} />}
    />
  );
}

function Ladder({ stages, board }: { stages: LadderStage[]; board: Board<Stage> }): ReactElement {
  return (
    <div className="grid gap-1.5">
      {[...stages].reverse().map((stage) => {
        const level = STAGES.indexOf(stage.id);
        const wrong = board.isWrong(stage.id);
        return (
          <button
            key={stage.id}
            type="button"
            data-target={stage.id}
            aria-disabled={!board.ready || wrong}
            onClick={() => board.ready && board.choose(stage.id)}
            // Each step stands one rung further to the right: a picture of climbing that costs a phone little width.
            style={{ marginInlineStart: `${level * 6}%` }}
            className={`flex min-h-16 flex-col items-start gap-0.5 rounded-md border border-l-4 border-line border-l-pine px-3 py-2 text-left transition-colors not-aria-disabled:hover:bg-pine-soft aria-disabled:cursor-default ${board.isOver(stage.id) ? "bg-pine-soft" : "bg-paper"} ${wrong ? "text-ink-faint line-through" : ""}`}
          >
            <span className="flex flex-wrap items-baseline gap-x-2">
              <span className="tabular text-sm text-pine">{level + 1}</span>
              <span className="font-semibold">{stage.title}</span>
            </span>
            <span className="text-sm leading-snug text-ink-soft">{stage.sign}</span>
            {board.placed(stage.id).map(({ id, title }) => (
              <span key={id} className="rounded-sm bg-pine-soft px-1.5 text-sm text-pine-deep">
                {title}
              </span>
            ))}
          </button>
        );
      })}
    </div>
  );
}
