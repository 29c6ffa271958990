/** The sentences of a section in the page, each with the place where it stands, to highlight it. */
import { splitSentences } from "./sentences";

export interface SpokenSentence {
  text: string;
  range: Range;
  block: HTMLElement;
}

const BLOCKS = "h2, h3, h4, p, li, dd, dt, figcaption, td, th, .line-name";
/** Exercises, questions and recordings are not read; neither is what another block inside reads itself. */
const SKIPPED = "[data-noread], svg, script, style, noscript, [hidden]";

/** In reading order. */
export function spokenSentences(root: HTMLElement, tag: string): SpokenSentence[] {
  const blocks = [...root.querySelectorAll<HTMLElement>(BLOCKS)].filter((block) => block.closest(SKIPPED) === null);
  return blocks.flatMap((block) => sentencesOf(block, tag));
}

function sentencesOf(block: HTMLElement, tag: string): SpokenSentence[] {
  const nodes = ownTexts(block);
  const text = nodes.map((node) => node.data).join("");
  return splitSentences(text, tag).flatMap((sentence): SpokenSentence[] => {
    const start = locate(nodes, sentence.from, false);
    const end = locate(nodes, sentence.to, true);
    if (start === null || end === null) return [];
    const range = document.createRange();
    range.setStart(start.node, start.offset);
    range.setEnd(end.node, end.offset);
    return [{ text: sentence.text.replace(/\s+/gu, " ").trim(), range, block }];
  });
}

/** The text nodes that belong to this block and to no block inside it. */
function ownTexts(block: HTMLElement): Text[] {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (node instanceof Text && parent?.closest(BLOCKS) === block && parent.closest(SKIPPED) === null) nodes.push(node);
  }
  return nodes;
}

function locate(nodes: readonly Text[], position: number, end: boolean): { node: Text; offset: number } | null {
  let before = 0;
  for (const node of nodes) {
    const within = position - before;
    if (within < node.length || (end && within <= node.length)) return { node, offset: within };
    before += node.length;
  }
  return null;
}
