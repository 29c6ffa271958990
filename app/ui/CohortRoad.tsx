import { Link } from "@remix-run/react";
import clsx from "clsx";
import { useTranslation } from "react-i18next";
import { roadProfile } from "./road-profile";

export interface CohortRoadStep {
  key: string;
  title: string;
  /** Learners whose current camp this is. */
  count: number;
  /** Of them: whose work waits for a person. */
  waiting?: number;
  /** Of them: whose due time is over. */
  late?: number;
  /** Who holds them up: "等待林岚批阅". */
  waitsFor?: string;
  href?: string;
}

export interface CohortRoadProps {
  /** What the list is: "2026 冬季班 · 建立信任". */
  label: string;
  steps: readonly CohortRoadStep[];
  /** Learners with every step behind them. */
  done: number;
}

const COLUMN = 132;
const HEIGHT = 330;
const PER_ROW = 5;
const ROWS = 8;

/** Where a cohort stands in a chapter: the same mountain as the learner's road, a dot for each learner above their camp. */
export function CohortRoad({ label, steps, done }: CohortRoadProps) {
  const { t } = useTranslation("ui");
  const width = COLUMN * steps.length;
  const profile = roadProfile(steps.length, width, HEIGHT, 0.4);
  const most = Math.max(1, ...steps.map((step) => step.count));
  const unit = Math.ceil(most / (PER_ROW * ROWS));
  return (
    <div className="rounded-lg border border-line bg-surface">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 px-4 pt-3 text-sm text-ink-soft sm:px-5">
        <p className="font-semibold text-pine-deep tabular">{t("road.atSummit", { count: done })}</p>
        {unit > 1 && <p className="tabular max-sm:hidden">{t("road.unit", { count: unit })}</p>}
      </div>
      <svg viewBox={`0 0 ${width} ${HEIGHT}`} aria-hidden className="hidden w-full sm:block" fill="none" strokeLinecap="round" strokeLinejoin="round">
        <path d={profile.ground} className="fill-paper-deep" opacity="0.45" />
        {profile.contours.map((contour) => (
          <path key={contour} d={contour} className="stroke-contour" strokeWidth="1" />
        ))}
        <path d={profile.hachures} className="stroke-line-strong" strokeWidth="0.75" opacity="0.5" />
        {profile.camps.map((camp) => (
          <path key={camp.x} d={`M${camp.x} ${camp.y}V${HEIGHT}`} className="stroke-line-strong" strokeDasharray="1 4" />
        ))}
        <path d={profile.ridge} className="stroke-ink" strokeWidth="1.5" />
        {profile.camps.map((camp, index) => {
          const step = steps[index];
          return step && <Crowd key={camp.x} x={camp.x} y={camp.y} step={step} unit={unit} />;
        })}
      </svg>
      <ol aria-label={label} className="divide-line border-t border-ink-soft max-sm:mt-3 max-sm:divide-y sm:grid sm:auto-cols-fr sm:grid-flow-col sm:divide-x">
        {steps.map((step) => (
          <li key={step.key} className="relative min-w-0 p-2.5 max-sm:flex max-sm:items-center max-sm:justify-between max-sm:gap-4 max-sm:px-4">
            <p className="leading-snug font-semibold sm:text-sm md:text-base">
              {step.href ? (
                <Link to={step.href} className="underline-offset-4 after:absolute after:inset-0 hover:text-pine hover:underline">
                  {step.title}
                </Link>
              ) : (
                step.title
              )}
            </p>
            <div className="mt-0.5 text-xs tabular max-sm:text-end">
              <p className={clsx("text-sm", step.count > 0 ? "text-ink" : "text-ink-faint")}>{t("road.learners", { count: step.count })}</p>
              {!!step.waiting && (
                <p className="text-mist">
                  <Dot className="fill-surface stroke-mist" /> {t("road.waiting", { count: step.waiting })}
                </p>
              )}
              {!!step.late && (
                <p className="font-semibold text-danger">
                  <Dot className="fill-danger stroke-danger" square /> {t("road.lateCount", { count: step.late })}
                </p>
              )}
              {step.waitsFor && <p className="text-ink-soft">{step.waitsFor}</p>}
            </div>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** The learners of a camp, stacked above it: late ones as squares, waiting ones hollow, the rest filled. */
function Crowd({ x, y, step, unit }: { x: number; y: number; step: CohortRoadStep; unit: number }) {
  const share = (count: number): number => Math.ceil(count / unit);
  const late = share(step.late ?? 0);
  const waiting = late + share(step.waiting ?? 0);
  const whole = Math.max(share(step.count), waiting);
  const across = Math.min(whole, PER_ROW);
  return (
    <g>
      <circle cx={x} cy={y} r="5" className={step.count > 0 ? "fill-pine stroke-pine" : "fill-surface stroke-line-strong"} strokeWidth="1.5" />
      {step.count > 0 && <path d={`M${x} ${y - 6}v-8`} className="stroke-pine" strokeWidth="1.25" />}
      {Array.from({ length: whole }, (_, index) => {
        const spot = { x: x + ((index % PER_ROW) - (across - 1) / 2) * 13, y: y - 22 - Math.floor(index / PER_ROW) * 13 };
        if (index < late) return <rect key={index} x={spot.x - 4} y={spot.y - 4} width="8" height="8" rx="1" className="fill-danger" />;
        return <circle key={index} cx={spot.x} cy={spot.y} r={index < waiting ? 4 : 4.6} className={index < waiting ? "fill-surface stroke-mist" : "fill-pine"} strokeWidth="1.5" />;
      })}
    </g>
  );
}

function Dot({ className, square = false }: { className: string; square?: boolean }) {
  return (
    <svg viewBox="0 0 10 10" aria-hidden className="inline-block size-2.5 align-baseline">
      {square ? <rect x="1" y="1" width="8" height="8" rx="1" className={className} /> : <circle cx="5" cy="5" r="4" className={className} strokeWidth="1.5" />}
    </svg>
  );
}
