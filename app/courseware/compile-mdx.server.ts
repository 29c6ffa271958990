/** Compiles one MDX file with what it imports to mdx-bundler's function body. Pure: the same inputs make the same code. */
import { createHash } from "node:crypto";
import path from "node:path";
import { bundleMDX } from "mdx-bundler";
import remarkGfm from "remark-gfm";
import type { Locale } from "~/i18n/locale";
import { type Collected, emptyCollection } from "./compile/collect";
import { rehypeBlocks } from "./compile/rehype-blocks";
import { rehypeComponents } from "./compile/rehype-components";
import { rehypeStatic } from "./compile/rehype-static";
import { rehypeTables } from "./compile/rehype-tables";
import { remarkCjk } from "./compile/remark-cjk";
import { ContentError } from "~/platform/content-error";
import { inputHash, type MdxInput } from "./mdx-input.server";

/** What is stored of a compiled file. */
export interface CompiledMdx extends Omit<Collected, "problems"> {
  inputHash: string;
  codeHash: string;
  code: string;
  plainText: string;
}

/** Where compiled files seem to lie: the code must not depend on where the checkout is. */
const VIRTUAL = "/content/sections";

/** @throws ContentError with every problem found. */
export async function compileMdx(input: MdxInput, locale: Locale): Promise<CompiledMdx> {
  const collect = emptyCollection();
  const digest = (specifier: string): string => {
    const name = Object.keys(input.files).find((file) => file.replace(/\.tsx?$/, "") === specifier.replace(/\.tsx?$/, ""));
    return name === undefined ? "" : createHash("sha256").update(input.files[name] ?? "").digest("hex");
  };
  let code: string;
  try {
    const bundled = await bundleMDX({
      source: { path: path.join(VIRTUAL, path.basename(input.path)), value: input.source },
      cwd: VIRTUAL,
      files: input.files,
      mdxOptions: (options) => ({
        ...options,
        development: false,
        remarkPlugins: [...(options.remarkPlugins ?? []), remarkGfm, remarkCjk],
        rehypePlugins: [[rehypeComponents, { locale, collect }], [rehypeBlocks, { collect, importDigest: digest }], rehypeTables, rehypeStatic],
      }),
      esbuildOptions: (options) => ({
        ...options,
        target: "es2022",
        charset: "utf8",
        legalComments: "none",
        logLevel: "silent",
        define: { "process.env.NODE_ENV": '"production"' },
      }),
    });
    code = bundled.code;
  } catch (error) {
    throw toContentError(error, input);
  }
  if (collect.problems.length > 0) throw new ContentError(collect.problems.map((problem) => ({ file: input.path, ...problem })));
  const hash = inputHash(input, locale);
  const { toc, blocks, uses, lines, calls } = collect;
  return {
    inputHash: hash,
    // The input is part of it, so that two inputs never share a row even when they make the same code.
    codeHash: createHash("sha256").update(hash).update(code).digest("base64url").slice(0, 24),
    code,
    plainText: blocks.filter((block) => block.kind !== "activity").map((block) => block.text).join("\n"),
    toc,
    blocks,
    uses,
    lines,
    calls,
  };
}

/** esbuild's or MDX's complaint in terms of content files. */
function toContentError(error: unknown, input: MdxInput): unknown {
  const messages = (error as { errors?: { text: string; location: { file: string; line: number } | null }[] }).errors;
  if (!Array.isArray(messages)) return error;
  return new ContentError(
    messages.map(({ text, location }) => {
      const below = location === null ? path.basename(input.path) : path.relative(VIRTUAL, path.resolve(VIRTUAL, location.file));
      const file = path.normalize(path.join(path.dirname(input.path), below));
      const message = text.replace(/^Cannot process MDX file with esbuild:?\s*/, "").replace(/^\[plugin [^\]]*\]\s*/, "").replace(/^\d+:\d+(-\d+:\d+)?: /, "");
      // Of a tag that is not closed MDX names the end of the file, and the tag's place in the text.
      const named = /\((\d+):\d+-\d+:\d+\)/.exec(message)?.[1];
      return { file, line: named === undefined ? location?.line || 1 : Number(named), message };
    }),
  );
}
