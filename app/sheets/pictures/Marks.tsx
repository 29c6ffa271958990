import type { ReactElement } from "react";
import { hatchPath } from "./hatch";

/** A hatched box: told from a plain one without its colour. */
export function Hatched({ x, y, width, height, gap = 6, className = "fill-paper-deep", stroke = "stroke-ink-faint" }: { x: number; y: number; width: number; height: number; gap?: number; className?: string; stroke?: string }): ReactElement | null {
  if (width <= 0 || height <= 0) return null;
  return (
    <g>
      <rect x={x} y={y} width={width} height={height} className={className} />
      <path d={hatchPath(x, y, width, height, gap)} className={stroke} strokeWidth="1" fill="none" />
      <rect x={x} y={y} width={width} height={height} className={stroke} strokeWidth="1" fill="none" />
    </g>
  );
}

/** A tick about 12 wide, its middle at (x, y). */
export function Tick({ x, y, className = "stroke-pine" }: { x: number; y: number; className?: string }): ReactElement {
  return <path d={`M${x - 5} ${y} l3.5 4 l7 -8`} className={className} strokeWidth="2" fill="none" strokeLinecap="round" strokeLinejoin="round" />;
}

/** Something is missing here: an open ring with a question mark. Calm where nobody has begun yet, so nothing is overdue. */
export function Gap({ x, y, r = 8, calm = false }: { x: number; y: number; r?: number; calm?: boolean }): ReactElement {
  return (
    <g>
      <circle cx={x} cy={y} r={r} className={calm ? "fill-surface stroke-line-strong" : "fill-surface stroke-signal"} strokeWidth="1.4" strokeDasharray="3 2" />
      <text x={x} y={y + r * 0.45} textAnchor="middle" fontSize={r * 1.4} fontWeight="700" className={calm ? "fill-ink-faint" : "fill-signal"}>
        ?
      </text>
    </g>
  );
}
