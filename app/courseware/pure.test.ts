import { describe, expect, it } from "vitest";
import type { Block } from "./chapter";
import { diffBlocks, likeness } from "./diff-blocks";
import { COMPILER_VERSION, contentHash, importedFiles, inputHash } from "./mdx-input.server";
import { fold, likePattern, queryTerms, snippet } from "./search-text";
import { splitSentences } from "./sentences";
import { addInterval, coveredSeconds } from "./watched";
import packageJson from "../../package.json";

const block = (text: string): Block => ({ kind: "text", anchor: `b-${text}`, heading: null, text, digest: text });

describe("comparing blocks", () => {
  it("tells added, removed and changed apart", () => {
    const before = ["one two three", "stays", "goes away entirely"].map(block);
    const after = ["one two four", "stays", "brand new"].map(block);
    expect(diffBlocks(before, after).map(({ change, before: from, after: to }) => [change, from, to])).toEqual([
      ["changed", "one two three", "one two four"],
      ["removed", "goes away entirely", null],
      ["added", null, "brand new"],
    ]);
    expect(diffBlocks(before, before)).toEqual([]);
  });

  it("measures likeness from 0 to 1", () => {
    expect(likeness("客户关系", "客户关系")).toBe(1);
    expect(likeness("客户关系", "今天下雨")).toBe(0);
    expect(likeness("一", "一")).toBe(1);
  });
});

describe("search texts", () => {
  it("folds case and width", () => {
    expect(fold("ＲＯＩ Ratio")).toBe("roi ratio");
    expect(queryTerms(" ROI，回报 roi ")).toEqual(["roi", "回报"]);
    expect(likePattern("5%_\\")).toBe("%5\\%\\_\\\\%");
  });

  it("marks every hit, also where folding changes the length", () => {
    expect(snippet("投资回报率（ＲＯＩ）", ["roi"])).toEqual([{ text: "投资回报率（", hit: false }, { text: "ＲＯＩ", hit: true }, { text: "）", hit: false }]);
    expect(snippet("㎏ 重", ["重"]).filter((part) => part.hit)).toEqual([{ text: "重", hit: true }]);
  });

  it("cuts a long text around the first hit", () => {
    const parts = snippet(`${"前".repeat(200)}信任${"后".repeat(200)}`, ["信任"], 60);
    expect(parts.map((part) => part.hit)).toEqual([false, true, false]);
    expect(parts[1]?.text).toBe("信任");
    expect(parts.map((part) => part.text).join("")).toMatch(/^…前+信任后+…$/);
    expect(parts.map((part) => part.text).join("")).toHaveLength(62);
  });
});

describe("sentences for reading aloud", () => {
  it("splits Chinese and English, and keeps where each stands", () => {
    const text = "您好。我是林岚！您的二期怎么样？";
    const sentences = splitSentences(text, "zh-CN");
    expect(sentences.map((sentence) => sentence.text)).toEqual(["您好。", "我是林岚！", "您的二期怎么样？"]);
    for (const { text: part, from, to } of sentences) expect(text.slice(from, to)).toBe(part);
    expect(splitSentences("One. Two?", "en")).toHaveLength(2);
    expect(splitSentences(" — ", "en")).toEqual([]);
  });

  it("cuts what a voice could not hold", () => {
    const long = "很长的一句，".repeat(60);
    const parts = splitSentences(long, "zh-CN");
    expect(parts.every((part) => part.text.length <= 160)).toBe(true);
    expect(parts.map((part) => part.text).join("")).toBe(long);
  });
});

describe("watched intervals", () => {
  it("merges what overlaps or touches", () => {
    expect(addInterval([[0, 5], [10, 15]], [4, 10.2])).toEqual([[0, 15]]);
    expect(addInterval([[0, 5]], [20, 25])).toEqual([[0, 5], [20, 25]]);
    expect(addInterval([[0, 5]], [3, 3])).toEqual([[0, 5]]);
    expect(coveredSeconds([[0, 5], [20, 25]])).toBe(10);
  });
});

describe("what decides a compiled file", () => {
  const input = { path: "a.mdx", source: 'import F from "../figures/F";\n\nText', files: { "../figures/F.tsx": "export default 1" } };

  it("is its text, what it imports and its language, and not its place or its line ends", () => {
    expect(inputHash({ ...input, path: "elsewhere.mdx", source: input.source.replaceAll("\n", "  \r\n") }, "zh")).toBe(inputHash(input, "zh"));
    expect(inputHash(input, "en")).not.toBe(inputHash(input, "zh"));
    expect(contentHash({ ...input, files: { "../figures/F.tsx": "export default 2" } })).not.toBe(contentHash(input));
  });

  it("includes files that figures import themselves", () => {
    const available = { "../figures/F.tsx": 'import { x } from "./shared";', "../figures/shared.ts": "export const x = 1;", "../figures/G.tsx": "" };
    expect(Object.keys(importedFiles(input.source, available))).toEqual(["../figures/F.tsx", "../figures/shared.ts"]);
  });

  it("names the compilers that are installed", () => {
    const { "mdx-bundler": bundler, esbuild } = packageJson.dependencies;
    expect(COMPILER_VERSION).toContain(`mdx-bundler@${bundler} esbuild@${esbuild}`);
  });
});
