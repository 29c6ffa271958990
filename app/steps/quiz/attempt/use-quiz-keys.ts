import { useEffect, useRef } from "react";

export interface QuizKeys {
  /** The nth choice, from 0. */
  choose(index: number): void;
  previous(): void;
  next(): void;
  flag(): void;
}

/** The keys of the paper: 1–9 and A–E choose, ← → move, F flags. Not while something is typed, nor behind a dialog. */
export function useQuizKeys(keys: QuizKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (document.querySelector("dialog[open]") || isTyping(event.target)) return;
      const act = actionOf(event.key, latest.current);
      if (act === null) return;
      // In a group of radio buttons the browser would move the choice itself.
      event.preventDefault();
      act();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
}

function actionOf(key: string, keys: QuizKeys): (() => void) | null {
  if (key === "ArrowLeft") return () => keys.previous();
  if (key === "ArrowRight") return () => keys.next();
  if (/^[1-9]$/.test(key)) return () => keys.choose(Number(key) - 1);
  const letter = key.toLowerCase();
  if (letter === "f") return () => keys.flag();
  return /^[a-e]$/.test(letter) ? () => keys.choose(letter.charCodeAt(0) - 97) : null;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return target.type !== "radio" && target.type !== "checkbox";
  return target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}
