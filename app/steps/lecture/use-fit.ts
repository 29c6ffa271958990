import { type RefObject, useEffect, useLayoutEffect } from "react";

/** Sizes that are tried, from the usual one down: the first at which everything fits is taken. */
const SCALES = [1, 0.93, 0.86, 0.8, 0.74, 0.68, 0.62, 0.57, 0.52, 0.48];
const useBrowserLayoutEffect = typeof document === "undefined" ? useEffect : useLayoutEffect;

/**
 * Makes what stands in `[data-fit]` of a stage as small as it must be to fit, by the variable `--fit` that lecture.css
 * multiplies its sizes with. All lengths follow the stage's width, so that it fits at every size of the window.
 */
export function useFit(stage: RefObject<HTMLElement>): void {
  useBrowserLayoutEffect(() => {
    if (stage.current) fit(stage.current);
  });
  useEffect(() => {
    const element = stage.current;
    if (!element) return;
    // Text that came late, another font, another zoom.
    const observer = new ResizeObserver(() => fit(element));
    observer.observe(element);
    return () => observer.disconnect();
  }, [stage]);
}

function fit(stage: HTMLElement): void {
  for (const scale of SCALES) {
    stage.style.setProperty("--fit", String(scale));
    const box = stage.querySelector<HTMLElement>("[data-fit]");
    if (!box || box.scrollHeight <= box.clientHeight + 1) return;
  }
}
