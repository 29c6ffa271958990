/** Checks of one MDX file: it compiles and renders, its components have what they need, its Markdown is what was meant. */
import path from "node:path";
import { createElement, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { type Locale, LOCALES } from "~/i18n/locale";
import { type CompiledMdx, compileMdx } from "../compile-mdx.server";
import { ContentError, type ContentProblem } from "~/platform/content-error";
import type { ChapterFolder } from "../read-content.server";
import { mdxInput } from "../load-chapter.server";
import { evaluateMdx } from "../mdx-registry.server";
import { pathText } from "~/platform/yaml-source.server";
import { componentProps } from "./component-props.server";
import { reporter } from "./rules";

const KNOWN = new Set([...Object.keys(componentProps), "Term", "Callout", "Dialogue", "Line", "Slide", "Notes"]);

/** The compiled file, or null where it does not compile; problems are added to `problems`. */
export async function checkMdx(folder: ChapterFolder, name: string, locale: Locale, problems: ContentProblem[]): Promise<CompiledMdx | null> {
  const input = mdxInput(folder, name);
  const report = reporter(problems, path.join(folder.location, name));
  checkMarkdown(input.source, report);
  let compiled: CompiledMdx;
  try {
    compiled = await compileMdx(input, locale);
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    problems.push(...error.problems);
    return null;
  }
  const imported = new Set([...input.source.matchAll(/^import\s+(\w+)\s+from/gm)].map((match) => match[1] ?? ""));
  for (const { name: component, line, props } of compiled.calls) {
    if (imported.has(component)) continue;
    if (!KNOWN.has(component)) report(line, `<${component}> is no component — import it as a figure, or use one of docs/content.md`);
    const parsed = componentProps[component]?.safeParse(props);
    for (const issue of parsed?.error?.issues ?? []) report(line, `<${component}> ${pathText(issue.path)}: ${issue.message}`);
  }
  checkRendering(compiled, report);
  return compiled;
}

/** Every figure by itself, in both languages: what is wrong with it is said at its own file. */
export async function checkFigures(folder: ChapterFolder, problems: ContentProblem[]): Promise<void> {
  const names = Object.keys(folder.files).filter((name) => /^figures\/[A-Z]\w*\.tsx$/.test(name));
  for (const name of names) {
    const file = path.join(folder.location, name);
    const found: ContentProblem[] = [];
    for (const locale of LOCALES) {
      const source = `import Figure from "./${path.basename(name, ".tsx")}";\n\n<Figure lang="${locale}" />\n`;
      const figure = { ...folder, files: { ...folder.files, "figures/shown.mdx": source } };
      try {
        const compiled = await compileMdx(mdxInput(figure, "figures/shown.mdx"), locale);
        checkFigure(render(compiled), reporter(found, file));
      } catch (error) {
        if (error instanceof ContentError) found.push(...error.problems);
        else found.push({ file, line: 1, message: `cannot be shown: ${messageOf(error)}` });
      }
    }
    problems.push(...found);
  }
}

function checkMarkdown(source: string, report: (line: number, message: string) => void): void {
  const lines = source.split("\n");
  if (lines[0]?.trim() === "---") report(1, "begins with frontmatter — a section has none; its title is in chapter.yaml");
  let fenced = false;
  lines.forEach((line, at) => {
    if (/^\s*(```|~~~)/.test(line)) fenced = !fenced;
    if (!fenced && /^#\s/.test(line)) report(at + 1, "# makes a title of the page — the page shows the title from chapter.yaml; use ## here");
    if (!fenced && /^#{4,}\s/.test(line)) report(at + 1, "headings go to ### — make it ### or a bold sentence");
  });
}

/** A text is code: what it throws shows only when it is drawn. */
function checkRendering(compiled: CompiledMdx, report: (line: number, message: string) => void): void {
  try {
    render(compiled);
  } catch (error) {
    report(1, `cannot be shown: ${messageOf(error)}`);
  }
  if (compiled.blocks.some((block) => block.kind !== "activity" && block.text.includes("**"))) report(1, "shows ** to the reader — one of a pair is missing");
}

function render(compiled: CompiledMdx): string {
  const Stub = ({ children }: { children?: ReactNode }): ReactNode => children ?? null;
  const components = Object.fromEntries([...KNOWN].map((name) => [name, Stub]));
  return renderToStaticMarkup(createElement(evaluateMdx(compiled.code), { components }));
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function checkFigure(html: string, report: (line: number, message: string) => void): void {
  const svg = /<svg[^>]*>\s*(?:<title[^>]*>)?/.exec(html)?.[0];
  if (svg === undefined) return report(1, "draws no <svg> — a figure is inline SVG");
  if (!svg.includes('role="img"')) report(1, 'has no role="img" — add it to the <svg>');
  if (!svg.includes("<title")) report(1, "has no <title> — put it first in the <svg>: it is what blind readers hear");
  if (!/viewBox=/.test(svg)) report(1, "has no viewBox — add one about 360 wide");
  if (/\swidth=/.test(svg)) report(1, "has a fixed width — leave it out, viewBox is enough");
}
