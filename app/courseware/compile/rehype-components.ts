/**
 * Turns components that are only presentation (Term, Callout, Dialogue, Line) and tags written as JSX into plain elements,
 * so that almost the whole text can be HTML. Notes what the file uses on the way.
 */
import type { Element, ElementContent, Nodes, Root, RootContent } from "hast";
import type { Locale } from "~/i18n/locale";
import { glossaryPath } from "../paths";
import type { Collected } from "./collect";
import { calloutIcon } from "./callout-icons";
import { attribute, element, isBlank, isComponent, isElement, isJsx, type JsxNode, text, textAttribute } from "./hast";
import { calloutLabels } from "./labels";
import { staticProps } from "./static-value";

export const CALLOUT_KINDS = ["key", "mistake", "example", "try"] as const;
const SPEAKERS = ["sales", "customer", "aside"] as const;
const PHRASING = new Set(["a", "abbr", "b", "br", "code", "del", "em", "i", "kbd", "mark", "q", "s", "small", "span", "strong", "sub", "sup"]);

interface Options {
  locale: Locale;
  collect: Collected;
}

/** The rehype plugin. */
export function rehypeComponents({ locale, collect }: Options): (tree: Root) => void {
  const problem = (node: JsxNode, message: string): void => void collect.problems.push({ line: node.position?.start.line ?? 1, message });

  const replace = (node: RootContent): RootContent[] => {
    if ("children" in node) node.children = node.children.flatMap(replace) as ElementContent[];
    if (isComment(node)) return [];
    if (!isJsx(node)) return [node];
    if (!isComponent(node)) return [plainTag(node) ?? node];
    switch (node.name) {
      case "Term":
        return [term(node)];
      case "Callout":
        return [callout(node)];
      case "Dialogue":
        return [dialogue(node)];
      case "Line":
        return [line(node)];
      default:
        note(node);
        return [node];
    }
  };

  const mark = (node: JsxNode, key: string): void => {
    collect.lines[key] ??= node.position?.start.line ?? 1;
  };

  const required = (node: JsxNode, name: string): string => {
    const value = textAttribute(node, name);
    if (value === "") problem(node, `<${node.name}> has no ${name} — give it as plain text: ${name}="…"`);
    return value;
  };

  const oneOf = <T extends string>(node: JsxNode, name: string, allowed: readonly T[]): T | undefined => {
    const value = textAttribute(node, name);
    const found = allowed.find((entry) => entry === value);
    if (found === undefined) problem(node, `<${node.name}> has ${name}="${value}" — must be ${allowed.join(", ")}`);
    return found;
  };

  const term = (node: JsxNode): Element => {
    const id = required(node, "id");
    mark(node, `term:${id}`);
    if (!collect.uses.terms.includes(id)) collect.uses.terms.push(id);
    return element("a", { className: ["term"], href: glossaryPath(id), dataTerm: id }, node.children);
  };

  const callout = (node: JsxNode): Element => {
    const kind = oneOf(node, "kind", CALLOUT_KINDS) ?? "key";
    const title = textAttribute(node, "title");
    const label = calloutLabels(locale)[kind];
    const heading = element("p", { className: ["callout-title"] }, [
      calloutIcon(kind),
      element("span", { className: ["callout-kind"] }, [text(label)]),
      ...(title === "" ? [] : [text(" "), element("span", {}, [text(title)])]),
    ]);
    return element("div", { className: ["callout"], dataKind: kind, role: "note", ariaLabel: title === "" ? label : `${label}: ${title}` }, [heading, ...asFlow(node.children)]);
  };

  const dialogue = (node: JsxNode): Element => {
    const title = textAttribute(node, "title");
    const caption = title === "" ? [] : [element("figcaption", {}, [text(title)])];
    return element("figure", { className: ["dialogue"] }, [...caption, ...node.children.filter((child) => !isBlank(child))]);
  };

  const line = (node: JsxNode): Element => {
    const who = oneOf(node, "who", SPEAKERS) ?? "aside";
    const name = textAttribute(node, "name");
    const speaker = name === "" ? [] : [element("div", { className: ["line-name"] }, [text(name)])];
    return element("div", { className: ["line"], dataWho: who }, [...speaker, element("div", { className: ["line-text"] }, asFlow(node.children))]);
  };

  const note = (node: JsxNode & { name: string }): void => {
    const { uses } = collect;
    const id = textAttribute(node, "id");
    mark(node, `${node.name}:${id}`);
    collect.calls.push({ name: node.name, line: node.position?.start.line ?? 1, props: staticProps(node) });
    if (node.name === "CheckIn") uses.checkins.push(required(node, "id"));
    else if (node.name === "Media") {
      const kind = oneOf(node, "kind", ["audio", "video"]) ?? "audio";
      uses.media.push({ id: required(node, "id"), kind, src: required(node, "src"), seconds: Number(attribute(node, "seconds") ?? 0) });
    } else if (node.name === "Slide") {
      uses.slides.push({ id: required(node, "id"), title: required(node, "title"), minutes: Number(attribute(node, "minutes") ?? 0), poll: textAttribute(node, "poll") || null });
    } else uses.components.push(id === "" ? node.name : `${node.name}#${id}`);
  };

  return (tree) => {
    tree.children = tree.children.flatMap(replace);
  };
}

/** `{/* … *​/}` says nothing to a reader. */
function isComment(node: Nodes): boolean {
  return (node.type === "mdxFlowExpression" || node.type === "mdxTextExpression") && (node.data?.estree?.body.length ?? 0) === 0;
}

/** A tag such as `<br/>` with nothing computed in it, as an ordinary element. */
function plainTag(node: JsxNode): Element | undefined {
  if (node.name === null || !/^[a-z][a-z0-9]*$/.test(node.name)) return undefined;
  const properties: Record<string, string | boolean> = {};
  for (const entry of node.attributes) {
    if (entry.type !== "mdxJsxAttribute") return undefined;
    const value = attribute(node, entry.name);
    if (value === undefined) return undefined;
    properties[entry.name] = typeof value === "number" ? String(value) : value;
  }
  return element(node.name, properties, node.children);
}

/** Children that stand directly in a block, wrapped into paragraphs. */
function asFlow(children: ElementContent[]): ElementContent[] {
  const out: ElementContent[] = [];
  let run: ElementContent[] = [];
  const flush = (): void => {
    if (run.some((child) => !isBlank(child))) out.push(element("p", {}, run));
    run = [];
  };
  for (const child of children) {
    if (isPhrasing(child)) run.push(child);
    else {
      flush();
      out.push(child);
    }
  }
  flush();
  return out;
}

function isPhrasing(node: ElementContent): boolean {
  if (node.type === "text" || node.type === "mdxJsxTextElement" || node.type === "mdxTextExpression") return true;
  return isElement(node) && PHRASING.has(node.tagName);
}
