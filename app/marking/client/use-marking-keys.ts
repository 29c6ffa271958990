import { useEffect, useRef } from "react";

export interface MarkingKeys {
  /** The nth level of the criterion at hand, from 0. */
  level(index: number): void;
  save(): void;
  next(): void;
  previous(): void;
  /** The last choice on this page. */
  undo(): void;
  /** Back to the thing marked just before. */
  again(): void;
}

/**
 * Marking without a mouse: 1–5 choose a level, Z takes the last choice back, Enter saves, J and K move, U goes back to the
 * one just marked. Ctrl + Enter saves from the remark too.
 */
export function useMarkingKeys(keys: MarkingKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.metaKey || event.altKey || event.isComposing) return;
      const act = actionOf(event, latest.current);
      if (act === null) return;
      event.preventDefault();
      act();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
}

function actionOf({ key, ctrlKey, target }: KeyboardEvent, keys: MarkingKeys): (() => void) | null {
  if (key === "Enter" && (ctrlKey || !hasItsOwnEnter(target))) return () => keys.save();
  if (ctrlKey || isTyping(target)) return null;
  if (/^[1-5]$/.test(key)) return () => keys.level(Number(key) - 1);
  switch (key.toLowerCase()) {
    case "j":
      return () => keys.next();
    case "k":
      return () => keys.previous();
    case "z":
      return () => keys.undo();
    case "u":
      return () => keys.again();
    default:
      return null;
  }
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || (target instanceof HTMLInputElement && target.type !== "radio");
}

/** Where Enter means something already: a new line, a link, a button. */
function hasItsOwnEnter(target: EventTarget | null): boolean {
  return isTyping(target) || target instanceof HTMLButtonElement || target instanceof HTMLAnchorElement || (target instanceof HTMLElement && target.tagName === "SUMMARY");
}
