/** Expectation and experience over time. */
import type { SheetContent } from "../content";
import { numberOf, rowsOf, textOf } from "./reading";

export interface SatisfactionPoint {
  id: string;
  on: string;
  person: string;
  said: string;
  /** 1…5; null where it was not asked. */
  expected: number | null;
  quality: number | null;
  /** Experience less expectation. */
  gap: number | null;
  x: number;
}

/** The follow-ups by date, those without one last, spread evenly from `left` to `right`; rows without a score are left out. */
export function satisfactionPoints(content: SheetContent, left: number, right: number): SatisfactionPoint[] {
  const score = (value: number | null): number | null => (value !== null && value >= 1 && value <= 5 ? value : null);
  const points = rowsOf(content, "followups")
    .map((row) => {
      const [expected, quality] = [score(numberOf(row.cells.expected)), score(numberOf(row.cells.quality))];
      return { id: row.id, on: textOf(row.cells.on), person: textOf(row.cells.person), said: textOf(row.cells.said), expected, quality, gap: expected === null || quality === null ? null : quality - expected };
    })
    .filter((point) => point.expected !== null || point.quality !== null)
    .sort((a, b) => (a.on || "9").localeCompare(b.on || "9"));
  const step = (right - left) / Math.max(points.length, 1);
  return points.map((point, at) => ({ ...point, x: Math.round((left + step * (at + 0.5)) * 10) / 10 }));
}

/** A line through the points that have a value. */
export function lineThrough(points: readonly SatisfactionPoint[], value: (point: SatisfactionPoint) => number | null, y: (score: number) => number): string {
  const known = points.flatMap((point) => {
    const score = value(point);
    return score === null ? [] : [`${point.x} ${y(score)}`];
  });
  return known.length > 1 ? `M${known.join("L")}` : "";
}
