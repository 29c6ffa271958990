import { draw, DOTS, INK, type Picture, STRIPES } from "./draw.server";

export interface ReadinessBar {
  people: number;
  ready: number;
  notReady: number;
}

/** Height of one line of the list that the picture stands in; the page sets its lines to the same. */
export const LINE = 44;

/** Shares of people ready, unknown, not ready: one bar per line, without words, to be stretched to the width there is. */
export function readinessPicture(bars: readonly ReadinessBar[]): Picture {
  const rows = bars.toReversed();
  const share = (count: number, { people }: ReadinessBar) => (people === 0 ? 0 : (count / people) * 100);
  const series = (countOf: (bar: ReadinessBar) => number, color: string, decal?: object) => ({
    type: "bar" as const,
    stack: "all",
    barWidth: 18,
    data: rows.map((bar) => share(countOf(bar), bar)),
    itemStyle: { color, borderColor: INK.surface, borderWidth: 1, ...(decal ? { decal } : {}) },
  });
  return draw(
    {
      grid: { left: 0, right: 0, top: 0, bottom: 0 },
      xAxis: { type: "value", min: 0, max: 100, show: false },
      yAxis: { type: "category", data: rows.map((_, at) => at), show: false },
      series: [series(({ ready }) => ready, INK.pine), series(({ people, ready, notReady }) => people - ready - notReady, INK.paperDeep, STRIPES), series(({ notReady }) => notReady, INK.danger, DOTS)],
    },
    { width: 480, height: Math.max(1, bars.length) * LINE, stretch: true },
  );
}
