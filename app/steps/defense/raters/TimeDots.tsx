import { axisReach } from "./DotWhisker";

/** A dot in time, with its interval where there is one. */
export interface TimeDot {
  /** Where on the axis of time, from 0 to 1. */
  at: number;
  mean: number;
  low?: number;
  high?: number;
}

/** Severity over time: 0 in the middle, up is more. Decoration; a table with the figures stands behind it. */
export function TimeDots({ dots, joined = false }: { dots: readonly TimeDot[]; /** A line through the dots. */ joined?: boolean }) {
  const reach = axisReach(dots.flatMap(({ mean, low = mean, high = mean }) => [mean, low, high]));
  const x = (at: number): number => 40 + at * 920;
  const y = (value: number): number => 60 - (value / reach) * 52;
  return (
    <svg viewBox="0 0 1000 120" preserveAspectRatio="none" aria-hidden className="block h-24 w-full">
      {[-reach, reach].map((edge) => (
        <line key={edge} x1="0" x2="1000" y1={y(edge)} y2={y(edge)} className="stroke-line" vectorEffect="non-scaling-stroke" />
      ))}
      <line x1="0" x2="1000" y1="60" y2="60" className="stroke-line-strong" vectorEffect="non-scaling-stroke" />
      {joined && dots.length > 1 && <polyline points={dots.map(({ at, mean }) => `${x(at)},${y(mean)}`).join(" ")} className="fill-none stroke-pine [stroke-width:1.5px]" vectorEffect="non-scaling-stroke" />}
      {dots.map(({ at, mean, low, high }) => (
        <g key={at}>
          {low !== undefined && high !== undefined && <line x1={x(at)} x2={x(at)} y1={y(low)} y2={y(high)} className="stroke-ink-faint stroke-2" vectorEffect="non-scaling-stroke" />}
          <line x1={x(at)} x2={x(at)} y1={y(mean)} y2={y(mean)} className="stroke-pine [stroke-width:10px]" strokeLinecap="round" vectorEffect="non-scaling-stroke" />
        </g>
      ))}
    </svg>
  );
}

/** Where moments lie between the first and the last, 0 to 1; a single one in the middle. */
export function spread(moments: readonly number[]): number[] {
  const [first, last] = [Math.min(...moments), Math.max(...moments)];
  return moments.map((moment) => (last > first ? (moment - first) / (last - first) : 0.5));
}
