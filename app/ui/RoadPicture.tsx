import { Camp } from "./Camp";
import { roadProfile } from "./road-profile";
import type { StepState } from "./step-state";

export interface RoadPictureProps {
  states: readonly StepState[];
  /** Where the learner is; `states.length` is the summit reached. */
  position: number;
  /** Draws the lines down to the column headings. */
  plumb?: boolean;
  width: number;
  height: number;
  campSize?: number;
  /** The part of the height kept free above the summit. */
  sky?: number;
  className?: string;
}

/** The drawing of a road: ridge, contours, the stretch already climbed, camps, the summit's flag. Decoration beside a list. */
export function RoadPicture({ states, position, plumb = false, width, height, campSize = 24, sky, className }: RoadPictureProps) {
  const profile = roadProfile(states.length, width, height, sky);
  const column = width / states.length;
  const here = profile.camps[position];
  const summit = profile.camps.at(-1);
  return (
    <svg viewBox={`0 0 ${width} ${height}`} aria-hidden className={className} fill="none" strokeLinecap="round" strokeLinejoin="round">
      <path d={profile.far} className="stroke-contour" strokeWidth="1" vectorEffect="non-scaling-stroke" />
      <path d={profile.ground} className="fill-surface" />
      <path d={profile.ground} className="fill-paper-deep" opacity="0.45" />
      {here && plumb && <rect x={column * position} y={here.y} width={column} height={height - here.y} className="fill-pine-soft" opacity="0.55" />}
      {profile.contours.map((contour) => (
        <path key={contour} d={contour} className="stroke-contour" strokeWidth="1" vectorEffect="non-scaling-stroke" />
      ))}
      <path d={profile.hachures} className="stroke-line-strong" strokeWidth="0.75" opacity="0.5" />
      {plumb && profile.camps.map((camp, index) => (
        <path key={camp.x} d={`M${camp.x} ${camp.y}V${height}`} className={index === position ? "stroke-pine" : "stroke-line-strong"} strokeWidth="1" strokeDasharray={index === position ? undefined : "1 4"} />
      ))}
      <path d={profile.ridge} className="stroke-ink" strokeWidth="1.25" vectorEffect="non-scaling-stroke" opacity="0.75" />
      {position > 0 && <path d={profile.until(position)} className="stroke-pine" strokeWidth="3" vectorEffect="non-scaling-stroke" />}
      {summit && <path d={`M${summit.x} ${summit.y - campSize / 2}v${-campSize * 0.95}l${campSize * 0.62} ${campSize * 0.21}l${-campSize * 0.62} ${campSize * 0.24}`} className={position >= states.length ? "fill-pine stroke-pine" : "stroke-ink"} strokeWidth="1.25" />}
      {here && <circle cx={here.x} cy={here.y} r={campSize * 0.85} className="fill-surface stroke-pine" strokeWidth="1.25" />}
      {profile.camps.map((camp, index) => (
        <Camp key={camp.x} x={camp.x} y={camp.y} state={states[index] ?? "locked"} size={index === position ? campSize * 1.15 : campSize} />
      ))}
    </svg>
  );
}
