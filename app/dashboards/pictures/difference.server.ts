import type { CustomSeriesRenderItemAPI, CustomSeriesRenderItemParams } from "echarts";
import { AXIS_TEXT, draw, INK, type Picture } from "./draw.server";

export interface DifferenceRow {
  label: string;
  difference: number;
  low: number;
  high: number;
}

const ROW = 38;

/** Differences of shares with their intervals around a line at zero; those that leave zero out are drawn in pine, the others pale. */
export function differencePicture(rows: readonly DifferenceRow[], { width, labels }: { width: number; labels: number }): Picture {
  const all = rows.toReversed();
  const reach = Math.min(100, Math.ceil(Math.max(10, ...rows.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]).map((share) => share * 100)) / 10) * 10);
  return draw(
    {
      grid: { left: labels, right: 16, top: 4, bottom: 26 },
      xAxis: { type: "value", min: -reach, max: reach, axisLabel: { ...AXIS_TEXT, formatter: "{value}%" }, splitLine: { lineStyle: { color: INK.line } } },
      yAxis: { type: "category", data: all.map(({ label }) => label), axisTick: { show: false }, axisLine: { onZero: true, lineStyle: { color: INK.lineStrong } }, axisLabel: { ...AXIS_TEXT, color: INK.ink, width: labels - 12, overflow: "truncate", margin: 10 } },
      series: [
        {
          type: "custom",
          data: all.map(({ difference, low, high }, at) => [difference * 100, at, Math.max(-reach, low * 100), Math.min(reach, high * 100)]),
          encode: { x: [0, 2, 3], y: 1 },
          renderItem: (_params: CustomSeriesRenderItemParams, api: CustomSeriesRenderItemAPI) => {
            const [difference, at, low, high] = [0, 1, 2, 3].map((dimension) => Number(api.value(dimension)));
            const [left, right, middle] = [low, high, difference].map((value) => api.coord([value!, at!])) as [number[], number[], number[]];
            const color = low! > 0 || high! < 0 ? INK.pine : INK.lineStrong;
            return {
              type: "group",
              children: [
                { type: "line", shape: { x1: left[0]!, y1: left[1]!, x2: right[0]!, y2: right[1]! }, style: { stroke: color, lineWidth: 3 } },
                { type: "circle", shape: { cx: middle[0]!, cy: middle[1]!, r: 6 }, style: { fill: color } },
              ],
            };
          },
        },
      ],
    },
    { width, height: Math.max(1, rows.length) * ROW + 30 },
  );
}
