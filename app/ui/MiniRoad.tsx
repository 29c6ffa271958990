import { useTranslation } from "react-i18next";
import { isDone, type StepState } from "./step-state";

export interface MiniRoadProps {
  steps: readonly { title: string; state: StepState }[];
  position: number;
  className?: string;
}

const GAP = 22;

/** A road in one line, for lists: a mark for each camp, told apart by shape as well as colour, and a sentence for who hears it. */
export function MiniRoad({ steps, position, className = "h-6" }: MiniRoadProps) {
  const { t } = useTranslation("ui");
  const current = steps[position];
  const done = steps.filter((step) => isDone(step.state)).length;
  const spots = steps.map((_, index) => ({ x: 11 + index * GAP, y: 20 - (index / Math.max(steps.length - 1, 1)) * 11 + (index % 2 === 0 ? 0 : 1.2) }));
  const line = (from: number, to: number): string => spots.slice(from, to).map((spot, index) => `${index === 0 ? "M" : "L"}${spot.x} ${spot.y}`).join("");
  return (
    <span className="inline-flex max-w-full align-middle">
      <svg viewBox={`0 0 ${steps.length * GAP} 28`} aria-hidden className={className} fill="none" strokeLinecap="round" strokeLinejoin="round">
        <path d={line(0, spots.length)} className="stroke-line-strong" strokeWidth="1" />
        {position > 0 && <path d={line(0, position + 1)} className="stroke-pine" strokeWidth="2" />}
        {spots.map((spot, index) => (
          <g key={spot.x} transform={`translate(${spot.x} ${spot.y})`}>
            {index === position && <circle r="8" className="fill-pine-soft stroke-pine" strokeWidth="0.75" />}
            <MiniCamp state={steps[index]?.state ?? "locked"} />
          </g>
        ))}
      </svg>
      <span className="sr-only">
        {current ? t("road.mini", { done, total: steps.length, title: current.title, state: t(`state.${current.state}`) }) : t("road.miniDone", { total: steps.length })}
      </span>
    </span>
  );
}

function MiniCamp({ state }: { state: StepState }) {
  switch (state) {
    case "locked":
      return <circle r="2" className="fill-surface stroke-line-strong" strokeWidth="1.2" />;
    case "available":
      return <circle r="4" className="fill-surface stroke-pine" strokeWidth="1.5" />;
    case "in-progress":
      return (
        <>
          <circle r="4.5" className="fill-surface stroke-pine" strokeWidth="1.5" />
          <circle r="2" className="fill-pine" />
        </>
      );
    case "awaiting-review":
      return <path d="M-4-4.5h8L0 0l4 4.5h-8L0 0Z" className="fill-mist-soft stroke-mist" strokeWidth="1.3" />;
    case "passed":
      return <circle r="4.5" className="fill-pine" />;
    case "failed":
      return (
        <>
          <circle r="5" className="fill-surface stroke-none" />
          <path d="m-3.4-3.4 6.8 6.8m0-6.8-6.8 6.8" className="stroke-danger" strokeWidth="2" />
        </>
      );
    case "waived":
      return <circle r="4" className="fill-surface stroke-ink-soft" strokeWidth="1.3" strokeDasharray="2.1 1.9" />;
  }
}
