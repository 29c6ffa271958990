/**
 * Gives every piece of a section an id that stays while its text stays, and collects table of contents and blocks.
 * What may be wider than a phone gets its frame: tables scroll, also by keyboard, figures stand in `<figure>`.
 */
import { createHash } from "node:crypto";
import type { Element, ElementContent, Nodes, Root, RootContent } from "hast";
import { checkinAnchor } from "../paths";
import type { Block } from "../chapter";
import type { Collected } from "./collect";
import { attributesSource, element, isComponent, isElement, type JsxNode, setAttribute, textAttribute, textOf } from "./hast";

const LEAVES = ["p", "pre", "tr", "figcaption", "dt", "dd", "h4", "h5", "h6"];
const BLOCKS_IN_ITEM = ["p", "ul", "ol", "pre", "blockquote", "table", "div", "figure"];

interface Options {
  collect: Collected;
  /** Digest of the file behind an import, by its path as written. */
  importDigest: (specifier: string) => string;
}

/** The rehype plugin; runs after `rehypeComponents`. */
export function rehypeBlocks({ collect, importDigest }: Options): (tree: Root) => void {
  return (tree) => {
    const imports = importedNames(tree);
    const anchors = new Map<string, number>();
    const figures = new Map<RootContent, string>();
    let heading: string | null = null;

    const unique = (anchor: string): string => {
      const times = (anchors.get(anchor) ?? 0) + 1;
      anchors.set(anchor, times);
      return times === 1 ? anchor : `${anchor}-${times}`;
    };
    const add = (kind: Block["kind"], anchor: string, text: string, digest: string): void => {
      if (kind === "heading") heading = anchor;
      collect.blocks.push({ kind, anchor, heading, text, digest });
    };
    const leaf = (node: Element, text: string): void => {
      if (text === "") return;
      const digest = shortHash(text);
      const anchor = unique(`b-${digest}`);
      node.properties["id"] = anchor;
      add("text", anchor, text, digest);
    };
    const title = (node: Element, level: 2 | 3): void => {
      const text = textOf(node);
      const anchor = unique(`h-${slugOf(text)}`);
      node.properties["id"] = anchor;
      collect.toc.push({ anchor, text, level });
      add("heading", anchor, text, shortHash(text));
    };
    const activity = (node: JsxNode & { name: string }): void => {
      const source = imports.get(node.name);
      const digest = shortHash(`${node.name}\n${attributesSource(node)}\n${source === undefined ? "" : importDigest(source)}`);
      const id = textAttribute(node, "id");
      const anchor = unique(node.name === "CheckIn" ? checkinAnchor(id) : `a-${slugOf(id || node.name)}`);
      if (source === undefined) setAttribute(node, "anchor", anchor);
      else figures.set(node, anchor);
      add("activity", anchor, textAttribute(node, "title"), digest);
    };
    const item = (node: Element): void => {
      const inner = node.children.filter((child): child is Element => isElement(child, ...BLOCKS_IN_ITEM));
      leaf(node, node.children.map((child) => (isElement(child, ...BLOCKS_IN_ITEM) ? "" : textOf(child))).join(" ").trim());
      inner.forEach(visit);
    };

    const visit = (node: Nodes): void => {
      if (isComponent(node)) activity(node);
      if (isElement(node, "h2")) return title(node, 2);
      if (isElement(node, "h3")) return title(node, 3);
      if (isElement(node, "li")) return item(node);
      if (isElement(node, ...LEAVES)) return leaf(node, textOf(node));
      if ("children" in node) node.children.forEach(visit);
    };
    visit(tree);
    tree.children = tree.children.map((child) => wrap(child, figures));
  };
}

/** Figures get a `<figure>` with their anchor; tables, which scroll, can be focused. */
function wrap(node: RootContent, figures: ReadonlyMap<RootContent, string>): RootContent {
  if (isElement(node, "table")) node.properties["tabIndex"] = 0;
  const anchor = figures.get(node);
  if (anchor !== undefined) return element("figure", { className: ["figure"], id: anchor }, [node as ElementContent]);
  if ("children" in node) node.children = node.children.map((child) => wrap(child, figures)) as ElementContent[];
  return node;
}

/** Names that the file imports, with the path as written. */
export function importedNames(tree: Root): Map<string, string> {
  const names = new Map<string, string>();
  for (const node of tree.children) {
    if (node.type !== "mdxjsEsm") continue;
    for (const statement of node.data?.estree?.body ?? []) {
      if (statement.type !== "ImportDeclaration" || typeof statement.source.value !== "string") continue;
      for (const specifier of statement.specifiers) names.set(specifier.local.name, statement.source.value);
    }
  }
  return names;
}

/** Ten characters of a digest, lower case so that ids never differ by case alone. */
export function shortHash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 10);
}

/** Letters, digits and Chinese characters of a text, joined by hyphens. */
export function slugOf(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "") || "x";
}
