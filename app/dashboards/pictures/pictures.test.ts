import { describe, expect, test } from "vitest";
import { differencePicture } from "./difference.server";
import { effectPicture } from "./effect.server";
import { funnelPicture } from "./funnel.server";
import { readinessPicture } from "./readiness.server";

const hostile = '</text><script>alert(1)</script>&"';
const PICTURES = {
  readiness: () => readinessPicture([{ people: 10, ready: 3, notReady: 2 }, { people: 0, ready: 0, notReady: 0 }]),
  funnel: () => funnelPicture([{ label: hostile, done: 3, here: 2, ahead: 1 }, { label: "笔试", done: 0, here: 0, ahead: 0 }], { width: 600 }),
  difference: () => differencePicture([{ label: hostile, difference: 0.1, low: 0.02, high: 0.2 }, { label: "华南", difference: -0.1, low: -0.3, high: 0.1 }], { width: 600, labels: 100 }),
  effect: () => effectPicture([{ month: -1, begun: 0.2, notYet: null }, { month: 0, begun: null, notYet: 0.3 }, { month: 1, begun: 0.5, notYet: 0.25 }], { unit: "share", width: 600, texts: { begun: hostile, notYet: "还没开始", start: "开始" } }),
};

describe.each(Object.entries(PICTURES))("the picture of %s", (_name, draw) => {
  test("obeys the page: no script, no style sheet, no colour but the theme's, nothing a label could break out of", () => {
    const { svg } = draw();
    expect(svg).toMatch(/^<svg aria-hidden="true" focusable="false" class="block w-full h-(full|auto)"/);
    expect(svg).not.toMatch(/<style|<script|<foreignObject|\son\w+=|href=/i);
    expect(svg).not.toMatch(/(fill|stroke)="(#|rgb)/);
    expect(svg).toContain("var(--");
  });

  test("shares no ids with another on the same page", () => {
    const ids = (svg: string) => [...svg.matchAll(/id="([^"]+)"/g)].map((match) => match[1]);
    const [one, other] = [ids(draw().svg), ids(draw().svg)];
    expect(one.filter((id) => other.includes(id))).toEqual([]);
    for (const [svg] of [[draw().svg]]) for (const [, used] of svg!.matchAll(/url\(#([^)]+)\)/g)) expect(ids(svg!)).toContain(used);
  });
});
