/** Small helpers for the trees that MDX is compiled through. */
import type { Expression, Property } from "estree";
import type { Element, ElementContent, Nodes, Properties } from "hast";
import type { MdxJsxAttribute, MdxJsxFlowElementHast, MdxJsxTextElementHast } from "mdast-util-mdx-jsx";
import type {} from "mdast-util-mdx";

/** A component or tag written as JSX. */
export type JsxNode = MdxJsxFlowElementHast | MdxJsxTextElementHast;

export function isJsx(node: Nodes): node is JsxNode {
  return node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement";
}

/** `<Callout>` is a component, `<br/>` a tag. */
export function isComponent(node: Nodes): node is JsxNode & { name: string } {
  return isJsx(node) && node.name !== null && /^[A-Z]/.test(node.name);
}

export function isElement(node: Nodes, ...tagNames: string[]): node is Element {
  return node.type === "element" && (tagNames.length === 0 || tagNames.includes(node.tagName));
}

export function isBlank(node: Nodes): boolean {
  return node.type === "text" && /^\s*$/.test(node.value);
}

/** Whether React has something to do in this node; everything else can be HTML. */
export function isDynamic(node: Nodes): boolean {
  return node.type.startsWith("mdx") || ("children" in node && node.children.some(isDynamic));
}

export function element(tagName: string, properties: Properties, children: ElementContent[]): Element {
  return { type: "element", tagName, properties, children };
}

export function text(value: string): ElementContent {
  return { type: "text", value };
}

/** What a reader sees of a node, in one line. */
export function textOf(node: Nodes): string {
  return gather(node).replace(/\s+/g, " ").trim();
}

function gather(node: Nodes): string {
  if (node.type === "text") return node.value;
  if (isElement(node, "br")) return " ";
  if (isElement(node, "svg")) return "";
  if (!("children" in node)) return "";
  const separator = isElement(node, "tr") ? " | " : "";
  return node.children.map(gather).filter((part) => separator === "" || part.trim() !== "").join(separator);
}

/** The value of an attribute written as text or as a plain value in braces; undefined when absent or computed. */
export function attribute(node: JsxNode, name: string): string | number | boolean | undefined {
  const found = node.attributes.find((entry) => entry.type === "mdxJsxAttribute" && entry.name === name);
  if (found?.type !== "mdxJsxAttribute") return undefined;
  if (found.value === null || found.value === undefined) return true;
  if (typeof found.value === "string") return found.value;
  const statement = found.value.data?.estree?.body[0];
  if (statement?.type !== "ExpressionStatement" || statement.expression.type !== "Literal") return undefined;
  const { value } = statement.expression;
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : undefined;
}

export function textAttribute(node: JsxNode, name: string): string {
  const value = attribute(node, name);
  return value === undefined ? "" : String(value);
}

/** Every attribute as it was written: what an activity's digest is made of. */
export function attributesSource(node: JsxNode): string {
  return node.attributes
    .map((entry) => (entry.type === "mdxJsxExpressionAttribute" ? `{${entry.value}}` : `${entry.name}=${typeof entry.value === "object" ? (entry.value?.value ?? "") : entry.value}`))
    .join("\n");
}

/** Gives a component a text attribute. */
export function setAttribute(node: JsxNode, name: string, value: string): void {
  node.attributes.push({ type: "mdxJsxAttribute", name, value });
}

/** The element with `html` in it, as one React element; null when it has a property that JSX would have to spell otherwise. */
export function htmlNode(node: Element, html: string): MdxJsxFlowElementHast | null {
  const attributes: MdxJsxAttribute[] = [];
  for (const [name, value] of Object.entries(node.properties)) {
    const attribute = jsxAttribute(name, value);
    if (attribute === null) return null;
    attributes.push(attribute);
  }
  const property: Property = {
    type: "Property",
    kind: "init",
    method: false,
    shorthand: false,
    computed: false,
    key: { type: "Identifier", name: "__html" },
    value: { type: "Literal", value: html },
  };
  const expression: Expression = { type: "ObjectExpression", properties: [property] };
  attributes.push({
    type: "mdxJsxAttribute",
    name: "dangerouslySetInnerHTML",
    value: {
      type: "mdxJsxAttributeValueExpression",
      value: "",
      data: { estree: { type: "Program", sourceType: "module", comments: [], body: [{ type: "ExpressionStatement", expression }] } },
    },
  });
  return { type: "mdxJsxFlowElement", name: node.tagName, attributes, children: [], data: { _mdxExplicitJsx: true } };
}

const SAME_IN_JSX = ["id", "className", "role", "title", "lang", "tabIndex", "start"];

function jsxAttribute(name: string, value: Properties[string]): MdxJsxAttribute | null {
  if (typeof value === "boolean" || value === null || value === undefined) return null;
  const text = Array.isArray(value) ? value.join(" ") : String(value);
  if (SAME_IN_JSX.includes(name)) return { type: "mdxJsxAttribute", name, value: text };
  if (!/^(data|aria)[A-Z]/.test(name)) return null;
  const kebab = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return { type: "mdxJsxAttribute", name: kebab, value: text };
}
