import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { attemptPath } from "../paths";
import type { At } from "./paper-state";

/**
 * Where the page stands. The address follows, so that a reload comes back to the same question; "back" leaves the paper.
 * After a move the focus is at the head of what came.
 */
export function useAt(startAt: At, attemptId: string, main: RefObject<HTMLElement>): { at: At; move(to: At): void } {
  const [at, setAt] = useState(startAt);
  const moved = useRef(false);
  const move = useCallback(
    (to: At) => {
      moved.current = true;
      history.replaceState(history.state, "", attemptPath(attemptId, to));
      setAt(to);
    },
    [attemptId],
  );
  useEffect(() => {
    if (!moved.current) return;
    scrollTo({ top: 0 });
    main.current?.querySelector<HTMLElement>("h2[tabindex]")?.focus({ preventScroll: true });
  }, [at, main]);
  return { at, move };
}
