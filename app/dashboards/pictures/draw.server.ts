import { BarChart, CustomChart, LineChart } from "echarts/charts";
import { AriaComponent, GridComponent, MarkLineComponent } from "echarts/components";
import * as echarts from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

echarts.use([BarChart, LineChart, CustomChart, GridComponent, MarkLineComponent, AriaComponent, SVGRenderer]);

/**
 * What stands for the theme's colours while ECharts draws: it computes with colours, so it must see some. Each is replaced by the
 * variable of app/tailwind.css afterwards, so that one picture is right in light, dark and print.
 */
export const INK = {
  paperDeep: "#ece5d1",
  surface: "#fefcf1",
  line: "#ddd4c1",
  lineStrong: "#857e61",
  ink: "#23241a",
  inkSoft: "#53524b",
  pine: "#1d5b41",
  onPine: "#fbfaf1",
  mist: "#385871",
  danger: "#a32621",
  onDanger: "#fffaf1",
} as const;

const VARIABLES: Record<keyof typeof INK, string> = {
  paperDeep: "--paper-deep",
  surface: "--surface",
  line: "--line",
  lineStrong: "--line-strong",
  ink: "--ink",
  inkSoft: "--ink-soft",
  pine: "--pine",
  onPine: "--on-pine",
  mist: "--mist",
  danger: "--danger",
  onDanger: "--on-danger",
};

/** Stripes for what nobody knows, so that it is not told by colour alone. */
export const STRIPES = { symbol: "rect", color: INK.lineStrong, dashArrayX: [1, 0], dashArrayY: [2, 6], rotation: -0.785 } as const;
/** Dots for what falls short. */
export const DOTS = { symbol: "circle", color: INK.onDanger, symbolSize: 0.55, dashArrayX: [[0, 6], [3, 9]], dashArrayY: [4, 3] } as const;

export const AXIS_TEXT = { color: INK.inkSoft, fontSize: 13 } as const;

export type PictureOption = Parameters<ReturnType<typeof echarts.init>["setOption"]>[0];

/** A picture as a page shows it: drawn markup, and its size. */
export interface Picture {
  svg: string;
  width: number;
  height: number;
}

let drawn = 0;

/** Draws on the server. The markup carries no script, no style sheet and no colour of its own; its label is the page's affair. */
export function draw(option: PictureOption, { width, height, stretch = false }: { width: number; height: number; stretch?: boolean }): Picture {
  const chart = echarts.init(null, null, { renderer: "svg", ssr: true, width, height });
  try {
    chart.setOption({ animation: false, ...option });
    return { svg: themed(chart.renderToSVGString(), stretch), width, height };
  } finally {
    chart.dispose();
  }
}

/** `stretch`: fills its box, whatever its shape; only for pictures without words. */
function themed(markup: string, stretch: boolean): string {
  const prefix = `pic${(drawn = (drawn + 1) % 1_000_000)}-`;
  let svg = markup
    .replace(/<style[\s\S]*?<\/style>/g, "")
    .replace(/ class="zr[^"]*"/g, "")
    .replace(/ ecmeta_[a-z_]+="[^"]*"/g, "")
    .replace(/ pointer-events="[^"]*"/g, "")
    .replace(/style="font-size:([\d.]+)px;font-family:[^;"]*;(?:font-weight:(\w+);)?"/g, (_, size: string, weight?: string) => `font-size="${size}"${weight ? ` font-weight="${weight}"` : ""}`)
    .replace(/id="zr\d+-/g, `id="${prefix}`)
    .replace(/url\(#zr\d+-/g, `url(#${prefix}`)
    .replace(/^<svg width="[\d.]+" height="[\d.]+"/, `<svg aria-hidden="true" focusable="false" class="block w-full ${stretch ? "h-full" : "h-auto"}"${stretch ? ' preserveAspectRatio="none"' : ""} font-family="inherit"`)
    .replace(/ xmlns:xlink="[^"]*"| baseProfile="full"| version="1.1"/g, "")
    // What lines and clips are filled with by default shows nowhere.
    .replace(/fill="#000"/g, 'fill="none"')
    .replace(/\n+/g, "");
  for (const [key, colour] of Object.entries(INK)) svg = svg.replaceAll(colour, `var(${VARIABLES[key as keyof typeof INK]})`);
  return svg;
}
