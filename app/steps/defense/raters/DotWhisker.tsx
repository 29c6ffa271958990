import clsx from "clsx";

/** How far an axis of severity must reach, in levels, for all ends to be on it: at least one level, in half levels. */
export function axisReach(values: readonly number[]): number {
  return Math.max(1, Math.ceil(Math.max(0, ...values.map(Math.abs)) * 2) / 2);
}

/**
 * One estimate with its interval on an axis from −`reach` to +`reach`: a dot on a line, and the middle. Decoration for
 * readers of screens; the figures stand beside it. Lengths stretch with the place, strokes do not.
 */
export function DotWhisker({ mean, low, high, reach, told }: { mean: number; low: number; high: number; reach: number; /** The interval leaves the middle out. */ told: boolean }) {
  const at = (value: number): number => ((Math.min(reach, Math.max(-reach, value)) + reach) / (2 * reach)) * 1000;
  return (
    <svg viewBox="0 0 1000 24" preserveAspectRatio="none" aria-hidden className="block h-6 w-full">
      <Axis reach={reach} />
      <line x1={at(low)} x2={at(high)} y1="12" y2="12" className={clsx("stroke-2", told ? "stroke-pine" : "stroke-ink-faint")} vectorEffect="non-scaling-stroke" />
      <line x1={at(mean)} x2={at(mean)} y1="12" y2="12" className={clsx("[stroke-width:11px]", told ? "stroke-pine" : "stroke-ink-soft")} strokeLinecap="round" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}

/** The same place without an estimate. */
export function EmptyWhisker({ reach }: { reach: number }) {
  return (
    <svg viewBox="0 0 1000 24" preserveAspectRatio="none" aria-hidden className="block h-6 w-full">
      <Axis reach={reach} />
    </svg>
  );
}

function Axis({ reach }: { reach: number }) {
  const halves = Array.from({ length: reach * 4 + 1 }, (_, at) => (at / (reach * 4)) * 1000);
  return (
    <>
      {halves.map((x) => (
        <line key={x} x1={x} x2={x} y1="0" y2="24" className={x === 500 ? "stroke-line-strong" : "stroke-line"} vectorEffect="non-scaling-stroke" />
      ))}
    </>
  );
}
