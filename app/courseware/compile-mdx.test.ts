import { createElement, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { compileMdx } from "./compile-mdx.server";
import { ContentError } from "~/platform/content-error";
import { evaluateMdx } from "./mdx-registry.server";

const compile = (source: string, locale: "zh" | "en" = "zh", files: Record<string, string> = {}) => compileMdx({ path: "content/x/01-x.zh.mdx", source, files }, locale);

async function html(source: string, locale: "zh" | "en" = "zh"): Promise<string> {
  const Frame = ({ children }: { children?: ReactNode }): ReactNode => createElement("section", null, children);
  return renderToStaticMarkup(createElement(evaluateMdx((await compile(source, locale)).code), { components: { Slide: Frame, CheckIn: Frame } }));
}

describe("compiling", () => {
  it("makes the same code of the same text", async () => {
    const [a, b] = await Promise.all([compile("文字"), compile("文字")]);
    expect(a.code).toBe(b.code);
    expect(a.codeHash).toBe(b.codeHash);
    expect((await compile("文字 ")).codeHash).toBe(a.codeHash);
  });

  it("makes Chinese emphasis work where CommonMark does not, and joins broken lines", async () => {
    expect(await html("他说**“好”**就走。")).toContain("他说<strong>“好”</strong>就走。");
    expect(await html("他说**“看<br/>吧”**就走。")).toContain("<strong>“看<br>吧”</strong>");
    expect(await html("第一行\n第二行 and\nEnglish")).toContain("第一行第二行 and\nEnglish");
  });

  it("turns presentation into HTML with a label in the language of the text", async () => {
    expect(await html('<Callout kind="mistake" title="别急">\n\n先听。\n\n</Callout>')).toMatch(/<div class="callout" data-kind="mistake" role="note" aria-label="常见错误: 别急">.*先听。/s);
    expect(await html('<Callout kind="try">\n\nx\n\n</Callout>', "en")).toContain('aria-label="Try this week"');
    expect(await html('<Dialogue title="T">\n<Line who="sales" name="林岚">您好</Line>\n</Dialogue>')).toContain('<div class="line" data-who="sales"><div class="line-name">林岚</div><div class="line-text"><p');
  });

  it("leaves React where there is something to do, also inside components", async () => {
    const { code } = await compile('<Slide id="s" title="t" minutes={1}>\n\nText\n\n<CheckIn id="c" />\n\n</Slide>');
    expect(code.match(/dangerouslySetInnerHTML/g)).toHaveLength(1);
    expect(await html('<Slide id="s" title="t" minutes={1}>\n\nText\n\n</Slide>')).toMatch(/<section><p id="b-\w+">Text<\/p><\/section>/);
  });

  it("gives cells of wide tables their column's heading, except on slides", async () => {
    const wide = "| A | **B** | C |\n| --- | --- | --- |\n| 1 | 2 *x* | 3 |";
    expect(await html(wide)).toContain('<td role="cell" data-label="B"><span>2 <em>x</em></span></td>');
    expect(await html("| A | B |\n| --- | --- |\n| 1 | 2 |")).toContain("<td>1</td>");
    expect(await html(`<Slide id="s" title="t" minutes={1}>\n\n${wide}\n\n</Slide>`)).toContain("<td>1</td>");
  });

  it("gives headings and paragraphs ids of their own, which stay when others change", async () => {
    const one = await compile("A\n\n## 标题\n\nB\n\n## 标题\n\nB");
    expect(one.toc).toEqual([{ anchor: "h-标题", text: "标题", level: 2 }, { anchor: "h-标题-2", text: "标题", level: 2 }]);
    expect(new Set(one.blocks.map((block) => block.anchor)).size).toBe(one.blocks.length);
    const two = await compile("C\n\n## 标题\n\nB");
    expect(two.blocks.at(-1)?.anchor).toBe(one.blocks[2]?.anchor);
    expect(two.blocks.at(-1)?.heading).toBe("h-标题");
  });

  it("escapes what is text", async () => {
    expect(await html("a &lt;b&gt; `<i>`")).toContain("a &#x3C;b> <code>&#x3C;i></code>");
  });

  it("says what is wrong at its line", async () => {
    const failure = (source: string) => compile(source).then(() => null, (error: unknown) => (error instanceof ContentError ? error.problems : error));
    expect(await failure("a\n\n<Callout kind='loud'>x</Callout>")).toEqual([{ file: "content/x/01-x.zh.mdx", line: 3, message: '<Callout> has kind="loud" — must be key, mistake, example, try' }]);
    expect(await failure("a\n\n{broken +}")).toMatchObject([{ line: 3 }]);
    expect(await failure('import F from "../figures/No";\n\n<F />')).toMatchObject([{ message: expect.stringContaining("../figures/No") as unknown }]);
  });
});
