import { AXIS_TEXT, draw, INK, type Picture, STRIPES } from "./draw.server";

export interface FunnelBar {
  label: string;
  /** Through; whose turn came and who are not through; whose turn has not come. */
  done: number;
  here: number;
  ahead: number;
}

/** The eight steps as columns: how many roads are through, stand here, have it ahead. */
export function funnelPicture(bars: readonly FunnelBar[], { width }: { width: number }): Picture {
  // Words only where there is room for them.
  const most = Math.max(1, ...bars.map(({ done, here, ahead }) => done + here + ahead));
  const series = (pickOne: (bar: FunnelBar) => number, color: string, text: string, decal?: object) => ({
    type: "bar" as const,
    stack: "all",
    barWidth: "62%",
    data: bars.map((bar) => ({ value: pickOne(bar), label: { show: pickOne(bar) / most >= 0.08 } })),
    itemStyle: { color, borderColor: INK.surface, borderWidth: 1, ...(decal ? { decal } : {}) },
    label: { position: "inside" as const, color: text, fontSize: 13, fontWeight: "bold" as const, ...(decal ? { backgroundColor: color, padding: [1, 4], borderRadius: 3 } : {}) },
  });
  return draw(
    {
      grid: { left: 4, right: 4, top: 8, bottom: 28 },
      xAxis: { type: "category", data: bars.map(({ label }) => label), axisLabel: { ...AXIS_TEXT, color: INK.ink, interval: 0 }, axisLine: { lineStyle: { color: INK.lineStrong } }, axisTick: { show: false } },
      yAxis: { type: "value", show: false },
      series: [series(({ done }) => done, INK.pine, INK.onPine), series(({ here }) => here, INK.mist, INK.surface), series(({ ahead }) => ahead, INK.paperDeep, INK.ink, STRIPES)],
    },
    { width, height: 240 },
  );
}
