import { Link } from "@remix-run/react";
import clsx from "clsx";
import { GLYPHS } from "./Camp";
import { STEP_STATES, type StepState } from "./step-state";

const LOOKS = {
  locked: "text-ink-faint",
  available: "text-pine border border-line-strong bg-surface",
  "in-progress": "text-pine border-2 border-pine bg-surface",
  "awaiting-review": "text-mist bg-mist-soft pattern-hatch",
  passed: "text-pine bg-pine-soft",
  failed: "text-danger bg-danger-soft pattern-cross",
  waived: "text-ink-soft border border-dashed border-line-strong pattern-dots",
} as const satisfies Record<StepState, string>;

/** The signs of the grid, once in a page that shows `RoadGridCell`s: thousands of cells then point at seven drawings. */
export function RoadGridSprite() {
  return (
    <svg aria-hidden className="absolute size-0">
      {STEP_STATES.map((state) => (
        <symbol key={state} id={`camp-${state}`} viewBox="6 6 12 12">
          {state === "locked" && <circle cx="12" cy="12" r="1.25" fill="currentColor" />}
          {state === "in-progress" && <circle cx="12" cy="12" r="3" fill="currentColor" />}
          {state !== "locked" && GLYPHS[state] && <path d={GLYPHS[state]} fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round" />}
        </symbol>
      ))}
    </svg>
  );
}

export interface RoadGridCellProps {
  state: StepState;
  /** The whole fact in words: "林岚 · 建立信任 · 笔试：待批阅". */
  label: string;
  href?: string;
  late?: boolean;
  /** A figure in place of the sign: a score, the days waited. */
  figure?: string;
}

/** One learner at one step in the instructor's grid: sign, pattern and colour; a corner marks lateness. Goes inside a `<td>`. */
export function RoadGridCell({ state, label, href, late = false, figure }: RoadGridCellProps) {
  const className = clsx(
    "relative grid h-8 min-w-8 place-items-center rounded-sm text-xs leading-none font-semibold tabular coarse:h-11 coarse:min-w-11",
    LOOKS[state],
    late && "after:absolute after:end-0 after:top-0 after:border-[5px] after:border-danger after:border-s-transparent after:border-b-transparent",
  );
  const inside = figure ?? (
    <svg aria-hidden className="size-4">
      <use href={`#camp-${state}`} />
    </svg>
  );
  if (!href) {
    return (
      <span role="img" aria-label={label} title={label} className={className}>
        {inside}
      </span>
    );
  }
  return (
    <Link to={href} aria-label={label} title={label} data-cell="" className={clsx(className, "hover:outline-2 hover:outline-offset-1 hover:outline-ink")}>
      {inside}
    </Link>
  );
}
