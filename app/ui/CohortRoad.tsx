import { Link } from "@remix-run/react";
import clsx from "clsx";
import { useTranslation } from "react-i18next";
import { Crowd, type CrowdLook } from "./Crowd";
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

/** More dots than this above one camp, and a dot stands for several learners. */
const MOST_DOTS = 40;

/** Where a cohort stands in a chapter: the same mountain as the learner's road, a dot for each learner above their camp. */
export function CohortRoad({ label, steps, done }: CohortRoadProps) {
  const { t } = useTranslation("ui");
  const most = Math.max(1, ...steps.map((step) => step.count));
  const unit = Math.ceil(most / MOST_DOTS);
  return (
    <div className="@container rounded-lg border border-line bg-surface">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 px-4 pt-3 text-sm text-ink-soft @4xl:px-5">
        <p className="font-semibold text-pine-deep tabular">{t("road.atSummit", { count: done })}</p>
        {unit > 1 && <p className="tabular">{t("road.unit", { count: unit })}</p>}
      </div>
      <CohortPicture steps={steps} unit={unit} column={46} rise={96} look={{ perRow: 4, gap: 9, radius: 3.2 }} className="block w-full @4xl:hidden" />
      <CohortPicture steps={steps} unit={unit} column={132} rise={230} look={{ perRow: 5, gap: 13, radius: 4.6 }} className="hidden w-full @4xl:block" />
      <ol aria-label={label} className="divide-line border-t border-ink-soft @max-4xl:divide-y @4xl:grid @4xl:auto-cols-fr @4xl:grid-flow-col @4xl:divide-x">
        {steps.map((step) => (
          <li key={step.key} className="relative min-w-0 p-2.5 @max-4xl:flex @max-4xl:items-center @max-4xl:justify-between @max-4xl:gap-4 @max-4xl:px-4">
            <p className="leading-snug font-semibold @4xl:text-base">
              {step.href ? (
                <Link to={step.href} className="underline-offset-4 after:absolute after:inset-0 hover:text-pine hover:underline">
                  {step.title}
                </Link>
              ) : (
                step.title
              )}
            </p>
            <div className="mt-0.5 text-xs tabular @max-4xl:text-end">
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

interface CohortPictureProps {
  steps: readonly CohortRoadStep[];
  unit: number;
  column: number;
  /** Height of the mountain without the crowd on top. */
  rise: number;
  look: CrowdLook;
  className: string;
}

function CohortPicture({ steps, unit, column, rise, look, className }: CohortPictureProps) {
  const width = column * steps.length;
  const crowds = steps.map((step) => (Math.ceil(Math.ceil(step.count / unit) / look.perRow) + 1.8) * look.gap);
  // The sky must hold what stands above each camp; lower camps have room already.
  const sky = Math.max(look.gap * 2, ...crowds.map((crowd, index) => crowd - rise * 0.8 * (1 - (index + 1) / steps.length)));
  const height = Math.round(rise + sky);
  const profile = roadProfile(steps.length, width, height, sky / height);
  return (
    <svg viewBox={`0 0 ${width} ${height}`} aria-hidden className={className} fill="none" strokeLinecap="round" strokeLinejoin="round">
      <path d={profile.far} className="stroke-contour" vectorEffect="non-scaling-stroke" />
      <path d={profile.ground} className="fill-surface" />
      <path d={profile.ground} className="fill-paper-deep" opacity="0.45" />
      {profile.contours.map((contour) => (
        <path key={contour} d={contour} className="stroke-contour" vectorEffect="non-scaling-stroke" />
      ))}
      <path d={profile.hachures} className="stroke-line-strong" strokeWidth="0.75" opacity="0.5" />
      {profile.camps.map((camp) => (
        <path key={camp.x} d={`M${camp.x} ${camp.y}V${height}`} className="stroke-line-strong" strokeDasharray="1 4" />
      ))}
      <path d={profile.ridge} className="stroke-ink" strokeWidth="1.25" opacity="0.75" vectorEffect="non-scaling-stroke" />
      {profile.camps.map((camp, index) => {
        const step = steps[index];
        return step && <Crowd key={camp.x} x={camp.x} y={camp.y} step={step} unit={unit} look={look} />;
      })}
    </svg>
  );
}

function Dot({ className, square = false }: { className: string; square?: boolean }) {
  return (
    <svg viewBox="0 0 10 10" aria-hidden className="inline-block size-2.5 align-baseline">
      {square ? <rect x="1" y="1" width="8" height="8" rx="1" className={className} /> : <circle cx="5" cy="5" r="4" className={className} strokeWidth="1.5" />}
    </svg>
  );
}
