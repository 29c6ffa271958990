import { type RefObject, useLayoutEffect, useRef } from "react";
import { carryCursor } from "./merge-text";

/**
 * Keeps the cursor at its letter when somebody else writes in the same text; where `fresh` turns true it goes to the end.
 * Answers what the input is to call after its own input and whenever its selection changes.
 */
export function useCursor(input: RefObject<HTMLTextAreaElement | HTMLInputElement | null>, shown: string, on: boolean, fresh = false): () => void {
  /** What stood in the input, and where its cursor was, when this person last did something in it. */
  const last = useRef({ text: shown, cursor: 0 });
  const wasFresh = useRef(false);
  useLayoutEffect(() => {
    const element = input.current;
    if (!element) return;
    if (fresh && !wasFresh.current) element.setSelectionRange(shown.length, shown.length);
    else if (on && document.activeElement === element && shown !== last.current.text) {
      const place = carryCursor(last.current.cursor, last.current.text, shown);
      element.setSelectionRange(place, place);
    }
    wasFresh.current = fresh;
    last.current = { text: element.value, cursor: element.selectionStart ?? 0 };
  }, [input, shown, on, fresh]);
  return () => {
    const element = input.current;
    if (element) last.current = { text: element.value, cursor: element.selectionStart ?? 0 };
  };
}
