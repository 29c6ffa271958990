/**
 * Makes Markdown fit Chinese. CommonMark takes `**“好”**说` for no emphasis (a mark between punctuation and a letter opens
 * and closes nothing), and turns a line break inside a paragraph into a space, which Chinese does not have.
 */
import type { PhrasingContent, Root, RootContent, Text } from "mdast";

const CJK = "[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303F\\uFF00-\\uFFEF“”‘’—…]";
const BREAK_BETWEEN_CJK = new RegExp(`(?<=${CJK})[ \\t]*\\n[ \\t]*(?=${CJK})`, "gu");

type Parent = { children: RootContent[] };

/** The remark plugin. */
export function remarkCjk(): (tree: Root) => void {
  return (tree) => visit(tree);
}

function visit(node: Parent): void {
  for (const child of node.children) {
    if ("children" in child) visit(child as Parent);
  }
  if (node.children.some((child) => child.type === "text" && child.value.includes("**"))) node.children = embolden(node.children as PhrasingContent[]);
  for (const child of node.children) {
    if (child.type === "text") child.value = child.value.replace(BREAK_BETWEEN_CJK, "");
  }
}

/** Pairs the `**` that were left as text, and makes strong what stands between two of them. */
function embolden(children: PhrasingContent[]): PhrasingContent[] {
  const pieces = children.flatMap(splitAtMarks);
  const marks = pieces.filter((piece) => piece === MARK).length;
  const out: PhrasingContent[] = [];
  let open: PhrasingContent[] | null = null;
  let left = marks - (marks % 2);
  for (const piece of pieces) {
    if (piece !== MARK) (open ?? out).push(piece);
    else if (left === 0) out.push({ type: "text", value: "**" });
    else {
      left--;
      if (open === null) open = [];
      else {
        out.push({ type: "strong", children: open });
        open = null;
      }
    }
  }
  return out;
}

const MARK: unique symbol = Symbol("**");

function splitAtMarks(node: PhrasingContent): (PhrasingContent | typeof MARK)[] {
  if (node.type !== "text" || !node.value.includes("**")) return [node];
  return node.value.split("**").flatMap((value, at): (Text | typeof MARK)[] => [...(at === 0 ? [] : [MARK] as const), ...(value === "" ? [] : [{ type: "text" as const, value }])]);
}
