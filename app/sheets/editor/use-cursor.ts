import { type RefObject, useLayoutEffect, useRef } from "react";
import { carryCursor } from "./merge-text";

/**
 * Keeps the cursor at its letter when somebody else writes in the same text; where `fresh` turns true it goes to the end.
 * Answers what the input is to call when its selection changes.
 */
export function useCursor(input: RefObject<HTMLTextAreaElement | HTMLInputElement | null>, shown: string, on: boolean, fresh = false): () => void {
  const last = useRef({ text: shown, cursor: 0, fresh: false });
  useLayoutEffect(() => {
    const element = input.current;
    if (!element) return;
    const known = last.current;
    const place = element.selectionStart ?? 0;
    if (fresh && !known.fresh) element.setSelectionRange(shown.length, shown.length);
    else if (on && document.activeElement === element && shown !== known.text && place !== known.cursor && place === shown.length) {
      const carried = carryCursor(known.cursor, known.text, shown);
      element.setSelectionRange(carried, carried);
    }
    last.current = { text: element.value, cursor: element.selectionStart ?? 0, fresh };
  });
  return () => {
    last.current.cursor = input.current?.selectionStart ?? 0;
  };
}
