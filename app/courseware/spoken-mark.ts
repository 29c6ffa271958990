/** Marks the sentence that is being read: exactly where the browser can highlight a range, its paragraph elsewhere. */
import type { SpokenSentence } from "./spoken-text";

const NAME = "read-aloud";
const CLASS = "read-aloud-mark";
let marked: HTMLElement | null = null;

export function markSpoken({ range, block }: SpokenSentence): void {
  unmarkSpoken();
  if ("highlights" in CSS) CSS.highlights.set(NAME, new Highlight(range));
  else {
    block.classList.add(CLASS);
    marked = block;
  }
  const { top, bottom } = range.getBoundingClientRect();
  if (top >= 80 && bottom <= window.innerHeight - 120) return;
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  block.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
}

export function unmarkSpoken(): void {
  if ("highlights" in CSS) CSS.highlights.delete(NAME);
  marked?.classList.remove(CLASS);
  marked = null;
}
