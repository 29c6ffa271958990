import type { StepState } from "./step-state";

/** Inside the ring, on a 24 grid: what the state's icon says, as bare strokes between 6 and 18. */
export const GLYPHS = {
  locked: "M9.2 11.2v-1.4a2.8 2.8 0 0 1 5.6 0v1.4M8.2 11.2h7.6v5H8.2z",
  available: "M7.6 15.6 12 8.2l4.4 7.4zM12 12.4l-1.7 3.2h3.4z",
  "in-progress": "",
  "awaiting-review": "M9 7.2h6M9 16.8h6M9.6 7.2c0 3 4.8 3.6 4.8 9.6M14.4 7.2c0 3-4.8 3.6-4.8 9.6",
  passed: "m7.8 12.2 2.9 2.9 5.5-6",
  failed: "m8.8 8.8 6.4 6.4m0-6.4-6.4 6.4",
  waived: "M8.2 15.4v-2.2a2.4 2.4 0 0 1 2.4-2.4h5m-2.2-2.3 2.3 2.3-2.3 2.3",
} as const satisfies Record<StepState, string>;

const RINGS = {
  locked: "fill-paper-deep stroke-line-strong",
  available: "fill-surface stroke-pine",
  "in-progress": "fill-pine-soft stroke-pine",
  "awaiting-review": "fill-mist-soft stroke-mist",
  passed: "fill-pine stroke-pine",
  failed: "fill-danger-soft stroke-danger",
  waived: "fill-surface stroke-ink-soft",
} as const satisfies Record<StepState, string>;

const STROKES = {
  locked: "stroke-ink-faint",
  available: "stroke-pine",
  "in-progress": "stroke-pine",
  "awaiting-review": "stroke-mist",
  passed: "stroke-on-pine",
  failed: "stroke-danger",
  waived: "stroke-ink-soft",
} as const satisfies Record<StepState, string>;

/** A camp on a road drawing: a ring with the state's sign. For use inside an `<svg>`; `size` is the diameter. */
export function Camp({ x, y, state, size = 22 }: { x: number; y: number; state: StepState; size?: number }) {
  const scale = size / 20;
  return (
    <g transform={`translate(${x} ${y}) scale(${scale}) translate(-12 -12)`} fill="none" strokeLinecap="round" strokeLinejoin="round">
      <circle cx="12" cy="12" r="10" className={RINGS[state]} strokeWidth={1.5 / Math.min(scale, 1)} strokeDasharray={state === "waived" ? "3 2.6" : undefined} />
      {state === "in-progress" && <circle cx="12" cy="12" r="4" className="fill-pine stroke-none" />}
      {GLYPHS[state] && <path d={GLYPHS[state]} className={STROKES[state]} strokeWidth={state === "passed" ? 2 : 1.5} />}
    </g>
  );
}

/** A camp alone, as an inline drawing the size of `className`. */
export function CampMark({ state, className = "size-6" }: { state: StepState; className?: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden className={className}>
      <Camp x={12} y={12} state={state} size={20} />
    </svg>
  );
}
