/**
 * Turns every block without React in it into one React element that holds HTML: a few dozen elements instead of thousands,
 * the same DOM on both sides. The last step before MDX makes code of the tree.
 */
import type { ElementContent, Root, RootContent } from "hast";
import { toHtml } from "hast-util-to-html";
import { htmlNode, isBlank, isDynamic, isElement } from "./hast";

/** The rehype plugin. */
export function rehypeStatic(): (tree: Root) => void {
  return (tree) => {
    tree.children = fold(tree.children);
  };
}

function fold<T extends RootContent>(children: readonly T[]): T[] {
  return children.filter((node) => !isBlank(node)).map((node) => foldNode(node) as T);
}

function foldNode(node: RootContent): RootContent {
  if (isElement(node) && node.children.length > 0 && !isDynamic(node)) {
    // No raw nodes get here: MDX has none, and HTML in Markdown is JSX there.
    return htmlNode(node, toHtml(node.children)) ?? node;
  }
  // Components hold text of their own (a slide, its notes).
  if (node.type === "mdxJsxFlowElement" && node.children.length > 0) node.children = fold<ElementContent>(node.children);
  return node;
}
