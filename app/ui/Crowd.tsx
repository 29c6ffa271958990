import type { CohortRoadStep } from "./CohortRoad";

export interface CrowdLook {
  perRow: number;
  /** From dot to dot. */
  gap: number;
  radius: number;
}

/** The learners of a camp, stacked above it: late ones as squares, those waiting for a person hollow, the rest filled. */
export function Crowd({ x, y, step, unit, look }: { x: number; y: number; step: CohortRoadStep; unit: number; look: CrowdLook }) {
  const { perRow, gap, radius } = look;
  const share = (count: number): number => Math.ceil(count / unit);
  const late = share(step.late ?? 0);
  const waiting = late + share(step.waiting ?? 0);
  const whole = Math.max(share(step.count), waiting);
  const across = Math.min(whole, perRow);
  return (
    <g>
      {step.count > 0 && <path d={`M${x} ${y}v${-gap * 1.1}`} className="stroke-pine" strokeWidth="1.25" />}
      <circle cx={x} cy={y} r={radius} className={step.count > 0 ? "fill-pine stroke-pine" : "fill-surface stroke-line-strong"} strokeWidth="1.5" />
      {Array.from({ length: whole }, (_, index) => {
        const at = { x: x + ((index % perRow) - (across - 1) / 2) * gap, y: y - gap * 1.8 - Math.floor(index / perRow) * gap };
        if (index < late) return <rect key={index} x={at.x - radius * 0.9} y={at.y - radius * 0.9} width={radius * 1.8} height={radius * 1.8} rx="1" className="fill-danger" />;
        return <circle key={index} cx={at.x} cy={at.y} r={index < waiting ? radius * 0.88 : radius} className={index < waiting ? "fill-surface stroke-mist" : "fill-pine"} strokeWidth={radius * 0.35} />;
      })}
    </g>
  );
}
