import { useFetcher } from "@remix-run/react";
import { useCallback, useEffect, useRef, useState } from "react";
import { keyOf, type PlacedSlide, sameSlide, slideAt, type SlideKey } from "./slides";
import type { LiveSnapshot } from "./snapshot";

export interface Presenting {
  /** The slide in front of the room; where the presenter goes, at once. */
  current: PlacedSlide | undefined;
  go(position: number): void;
  /** Why the last step was not taken. */
  problem: string | null;
}

/**
 * Turns slides: the window shows the new one at once, the server hears of it one step after the other, and of steps that
 * were passed meanwhile only the last.
 */
export function useShowSlide(slides: readonly PlacedSlide[], snapshot: LiveSnapshot): Presenting {
  const fetcher = useFetcher<{ problem: string | null }>();
  const [wanted, setWanted] = useState<SlideKey | null>(null);
  const sent = useRef<SlideKey | null>(null);
  const current = slideAt(slides, wanted ?? snapshot.slide);
  const go = useCallback(
    (position: number) => {
      const slide = slides[position];
      if (slide) setWanted(keyOf(slide));
    },
    [slides],
  );
  const { state, submit, data } = fetcher;
  useEffect(() => {
    if (wanted === null || state !== "idle") return;
    if (!sameSlide(wanted, sent.current)) {
      sent.current = wanted;
      submit({ intent: "move", ...wanted }, { method: "post" });
    } else if (sameSlide(wanted, snapshot.slide) || data?.problem) {
      sent.current = null;
      setWanted(null);
    }
  }, [wanted, state, submit, snapshot.slide, data]);
  return { current, go, problem: data?.problem ?? null };
}

/** Turns slides by keys, as a clicker sends them; not while something else is typed or pressed. */
export function useSlideKeys(step: (by: number | "first" | "last") => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const target = event.target instanceof Element ? event.target : null;
      if (event.ctrlKey || event.metaKey || event.altKey || target?.closest("input, textarea, select, dialog")) return;
      if (event.key === " " && target?.closest("button, a, summary")) return;
      const by = STEPS[event.key];
      if (by === undefined) return;
      event.preventDefault();
      step(by);
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [step]);
}

const STEPS: Readonly<Record<string, number | "first" | "last">> = { "ArrowRight": 1, "ArrowLeft": -1, "PageDown": 1, "PageUp": -1, " ": 1, "Home": "first", "End": "last" };
