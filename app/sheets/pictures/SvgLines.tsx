import type { ReactElement } from "react";
import { wrapText } from "./text-fit";

export interface SvgLinesProps {
  x: number;
  /** Base line of the first line. */
  y: number;
  text: string;
  width: number;
  size?: number;
  maxLines?: number;
  /** From base line to base line; 1.3 of the size when left out. */
  leading?: number;
  anchor?: "start" | "middle" | "end";
  weight?: number;
  className?: string;
}

/** Bold letters are wider. */
const BOLD = 1.1;

/** A text broken into lines, which SVG does not do by itself. */
export function SvgLines({ x, y, text, width, size = 12, maxLines = 1, leading = size * 1.3, anchor = "start", weight, className = "fill-ink" }: SvgLinesProps): ReactElement {
  return (
    <text x={x} y={y} fontSize={size} textAnchor={anchor} fontWeight={weight} className={className}>
      {wrapText(text, weight !== undefined && weight >= 600 ? size * BOLD : size, width, maxLines).map((line, at) => (
        <tspan key={at} x={x} dy={at === 0 ? 0 : leading}>
          {line}
        </tspan>
      ))}
    </text>
  );
}
