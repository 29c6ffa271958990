import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const css = readFileSync(fileURLToPath(new URL("../tailwind.css", import.meta.url)), "utf8");

/** The variables of the rule that begins with `selector`. */
function tokens(selector: string): Record<string, string> {
  const start = css.indexOf(`${selector} {`);
  const body = css.slice(start, css.indexOf("}", start));
  return Object.fromEntries([...body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map((match) => [match[1] ?? "", match[2] ?? ""]));
}

const themes = { light: tokens(":root"), dark: tokens('[data-theme="dark"]') };

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

const GROUNDS = ["paper", "paper-deep", "surface"];
const TEXT: [string, string[]][] = [
  ["ink", [...GROUNDS, "pine-soft", "signal-soft", "danger-soft", "mist-soft", "ok-soft"]],
  ["ink-soft", [...GROUNDS, "pine-soft", "signal-soft", "ok-soft", "danger-soft", "mist-soft"]],
  ["ink-faint", [...GROUNDS, "pine-soft"]],
  ["pine", [...GROUNDS, "pine-soft"]],
  ["pine-deep", [...GROUNDS, "pine-soft"]],
  ["signal", ["paper", "surface", "signal-soft"]],
  ["danger", [...GROUNDS, "danger-soft"]],
  ["ok", [...GROUNDS, "ok-soft"]],
  ["mist", [...GROUNDS, "mist-soft"]],
  ["on-pine", ["pine", "pine-deep"]],
  ["on-signal", ["signal"]],
  ["on-danger", ["danger"]],
];

describe.each(Object.entries(themes))("the %s theme", (_, theme) => {
  it.each(TEXT.flatMap(([text, grounds]) => grounds.map((ground): [string, string] => [text, ground])))("reads %s on %s at 4.5:1", (text, ground) => {
    expect(contrast(theme[text] ?? "", theme[ground] ?? "")).toBeGreaterThanOrEqual(4.5);
  });

  it.each(["line-strong", "pine", "mist", "danger", "signal"].flatMap((line) => ["paper", "surface"].map((ground): [string, string] => [line, ground])))("draws %s on %s at 3:1", (line, ground) => {
    expect(contrast(theme[line] ?? "", theme[ground] ?? "")).toBeGreaterThanOrEqual(3);
  });
});

it("has the same colours for dark by choice and dark by system", () => {
  expect(tokens('[data-theme="system"]')).toEqual(themes.dark);
  expect(Object.keys(themes.light)).toEqual(Object.keys(themes.dark));
});

it("gives every step state a colour and a ground that read", () => {
  for (const [, state, text, ground] of css.matchAll(/--color-state-([\w-]+?): var\(--([\w-]+)\);\s*--color-state-\1-soft: var\(--([\w-]+)\)/g)) {
    for (const theme of Object.values(themes)) expect(contrast(theme[text ?? ""] ?? "", theme[ground ?? ""] ?? ""), state).toBeGreaterThanOrEqual(4.5);
  }
});
