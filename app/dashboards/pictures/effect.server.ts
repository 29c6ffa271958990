import type { EventMonth } from "../effect";
import { AXIS_TEXT, draw, INK, type Picture } from "./draw.server";

/** The months around the start: teams that began as a line, teams not yet begun as a dashed one. `share`: 0…1 is shown in per cent. */
export function effectPicture(months: readonly EventMonth[], { unit, width, texts }: { unit: "share" | "days"; width: number; texts: { begun: string; notYet: string; start: string } }): Picture {
  const value = (number: number | null) => (number === null ? "-" : unit === "share" ? Math.round(number * 1000) / 10 : Math.round(number * 10) / 10);
  const line = (name: string, values: readonly (number | null)[], color: string, dashed: boolean) => ({
    type: "line" as const,
    name,
    data: values.map(value),
    symbol: "circle",
    symbolSize: 6,
    connectNulls: true,
    lineStyle: { color, width: dashed ? 2 : 3, ...(dashed ? { type: "dashed" as const } : {}) },
    itemStyle: dashed ? { color: INK.surface, borderColor: color, borderWidth: 2 } : { color },
    endLabel: { show: true, formatter: name, color, fontSize: 13, fontWeight: "bold" as const },
  });
  const begun = line(texts.begun, months.map((month) => month.begun), INK.pine, false);
  return draw(
    {
      grid: { left: 44, right: 96, top: 28, bottom: 28 },
      xAxis: { type: "category", data: months.map(({ month }) => (month > 0 ? `+${month}` : String(month))), axisLabel: AXIS_TEXT, axisLine: { lineStyle: { color: INK.lineStrong } }, axisTick: { show: false } },
      yAxis: { type: "value", scale: unit === "days", axisLabel: { ...AXIS_TEXT, formatter: unit === "share" ? "{value}%" : "{value}" }, splitLine: { lineStyle: { color: INK.line } } },
      series: [
        { ...begun, markLine: { silent: true, symbol: "none", label: { formatter: texts.start, color: INK.inkSoft, fontSize: 13 }, lineStyle: { color: INK.inkSoft, type: "solid" }, data: [{ xAxis: "0" }] } },
        line(texts.notYet, months.map((month) => month.notYet), INK.inkSoft, true),
      ],
    },
    { width, height: 240 },
  );
}
