import { type RefObject, useRef } from "react";

/** Brings an element into view after something was done (never by itself when the page loads), and can focus it. */
export interface Reveal {
  ref: RefObject<HTMLDivElement>;
  /** After the next drawing: as little scrolling as needed. */
  show(): void;
  /** The same, and the keyboard goes on from there. */
  focus(): void;
}

export function useReveal(): Reveal {
  const ref = useRef<HTMLDivElement>(null);
  const later = (work: (element: HTMLDivElement) => void): void => void requestAnimationFrame(() => ref.current !== null && work(ref.current));
  return {
    ref,
    show: () =>
      later((element) => {
        const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
        element.scrollIntoView({ block: "nearest", behavior: calm ? "auto" : "smooth" });
      }),
    focus: () => later((element) => element.focus()),
  };
}
