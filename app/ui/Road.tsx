import { Link } from "@remix-run/react";
import clsx from "clsx";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { CampMark } from "./Camp";
import { RoadNextCard } from "./RoadNextCard";
import { RoadPicture } from "./RoadPicture";
import type { RoadNext, RoadStep, RoadWait } from "./road-types";
import { StateBadge } from "./StateBadge";
import { isDone } from "./step-state";

export interface RoadProps {
  /** What the list is, for who hears it: "建立信任：八步路书". */
  label: string;
  /** The chapter's steps in order; left-out ones are simply not there. */
  steps: readonly RoadStep[];
  /** Index of the camp where the learner is; `steps.length` when the summit is reached. */
  position: number;
  /** The one thing to do now. */
  next?: RoadNext;
  /** Whose turn it is, when not the reader's. */
  waitsFor?: RoadWait;
}

/**
 * The signature of the product: a chapter's steps as the elevation profile of a climb. Wide: a ridge with camps, each over
 * its own column. On a phone: the next step as a card, camps already passed as a line of marks, then the road ahead.
 */
export function Road({ label, steps, position, next, waitsFor }: RoadProps) {
  const current = steps[position];
  const states = steps.map((step) => step.state);
  const climbed = steps.findIndex((step, index) => index >= position || !isDone(step.state));
  const passed = climbed === -1 ? steps.length : climbed;
  return (
    <div className="@container relative rounded-lg border border-line bg-surface">
      <RoadNextCard steps={steps} position={position} current={current} next={next} waitsFor={waitsFor} />
      <RoadPicture states={states} position={position} width={steps.length * 46} height={92} campSize={13} sky={0.3} className="block w-full px-1 @4xl:hidden" />
      <RoadPicture states={states} position={position} plumb width={steps.length * 132} height={306} className="hidden w-full @4xl:block" />
      <ol aria-label={label} className="flex flex-wrap gap-x-1 border-t border-ink-soft px-3 pt-2 pb-3 @4xl:grid @4xl:auto-cols-fr @4xl:grid-flow-col @4xl:gap-0 @4xl:p-0">
        {steps.map((step, index) => (
          <RoadItem key={step.key} step={step} number={index + 1} short={index < passed} here={index === position} last={index === steps.length - 1} />
        ))}
      </ol>
    </div>
  );
}

interface RoadItemProps {
  step: RoadStep;
  number: number;
  /** On phones: one of the camps already behind, as a mark in a line. */
  short: boolean;
  here: boolean;
  last: boolean;
}

function RoadItem({ step, number, short, here, last }: RoadItemProps) {
  const { t } = useTranslation("ui");
  return (
    <li
      aria-current={here ? "step" : undefined}
      className={clsx(
        "relative min-w-0 @4xl:border-s @4xl:border-line @4xl:first:border-s-0",
        short ? "@max-4xl:flex @max-4xl:items-center" : "@max-4xl:flex @max-4xl:basis-full",
        here && "@4xl:bg-pine-soft/55",
      )}
    >
      {!short && <Trail here={here} last={last} step={step} />}
      <div className={clsx("min-w-0 flex-1", short ? "@4xl:p-2.5" : clsx("@max-4xl:py-2.5 @4xl:p-2.5", !last && "@max-4xl:border-b @max-4xl:border-line"))}>
        <Entry step={step} className={clsx("flex items-center gap-2 font-semibold @4xl:flex-col @4xl:items-start @4xl:gap-0", short && "@max-4xl:min-h-11 @max-4xl:gap-1.5 @max-4xl:pe-2 @max-4xl:text-sm @max-4xl:font-normal")}>
          {short && <CampMark state={step.state} className="size-5 shrink-0 @4xl:hidden" />}
          <span className={clsx("text-xs leading-5 font-normal text-ink-faint tabular", short && "@max-4xl:hidden")}>{t("road.camp", { number })}</span>
          <span className="leading-snug @4xl:text-base">{step.title}</span>
        </Entry>
        <div className={clsx("mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm @4xl:flex-col @4xl:items-start @4xl:text-xs", short && "@max-4xl:sr-only")}>
          <StateBadge state={step.state} className="@4xl:whitespace-normal" />
          {step.dueText && (
            <span className={clsx("tabular", step.late ? "font-semibold text-danger" : "text-ink-soft")}>
              {step.late && <span>{t("road.late")} · </span>}
              {step.dueText}
            </span>
          )}
          {step.note && <span className="text-ink-soft tabular">{step.note}</span>}
        </div>
      </div>
    </li>
  );
}

/** The step's name, as a link where the step can be entered: the whole cell is then the target. */
function Entry({ step, className, children }: { step: RoadStep; className: string; children: ReactNode }) {
  if (!step.href) return <span className={className}>{children}</span>;
  return (
    <Link to={step.href} className={clsx(className, "underline-offset-4 after:absolute after:inset-0 hover:text-pine hover:underline focus-visible:after:outline-2")}>
      {children}
    </Link>
  );
}

/** On phones: the stretch of road beside a camp, winding down the left edge. */
function Trail({ here, last, step }: { here: boolean; last: boolean; step: RoadStep }) {
  return (
    <span aria-hidden className="relative me-3 w-9 shrink-0 @4xl:hidden">
      {!last && (
        <svg viewBox="0 0 36 100" aria-hidden preserveAspectRatio="none" className="absolute inset-x-0 top-6 h-full w-9" fill="none">
          <path d="M18 0C4 26 32 70 18 100" className={isDone(step.state) ? "stroke-pine" : "stroke-line-strong"} strokeWidth={isDone(step.state) ? 3 : 1.5} strokeDasharray={isDone(step.state) ? undefined : "2 5"} vectorEffect="non-scaling-stroke" />
        </svg>
      )}
      <CampMark state={step.state} className={clsx("relative mx-auto block", here ? "mt-1.5 size-8" : "mt-2.5 size-6")} />
    </span>
  );
}
