import { Bar } from "./Progress";

export interface MeterProps {
  label: string;
  value: number;
  max?: number;
  /** The value that is asked for: a stroke across the bar ("80 % to pass"). */
  target?: number;
  /** "86 / 100 分" in place of a percentage. */
  text?: string;
  hideLabel?: boolean;
}

/** How much of something: a score against its pass mark, a section read, a sheet filled. */
export function Meter({ label, value, max = 100, target, text, hideLabel = false }: MeterProps) {
  const shown = text ?? `${Math.round((value / max) * 100)}%`;
  const short = target !== undefined && value < target;
  return (
    <div className="min-w-0">
      {!hideLabel && (
        <div className="mb-1 flex justify-between gap-4 text-sm">
          <span>{label}</span>
          <span className="font-semibold tabular">{shown}</span>
        </div>
      )}
      <div role="meter" aria-label={label} aria-valuenow={value} aria-valuemin={0} aria-valuemax={max} aria-valuetext={shown}>
        <Bar share={value / max} tone={short ? "fill-mist" : "fill-pine"} mark={target === undefined ? undefined : target / max} />
      </div>
    </div>
  );
}
