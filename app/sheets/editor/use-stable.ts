import { useCallback, useLayoutEffect, useRef } from "react";

/** The same function as long as the component lives, always doing what the latest render says. Only for handlers: not to be called while rendering. */
export function useStable<A extends unknown[], R>(handler: (...args: A) => R): (...args: A) => R {
  const latest = useRef(handler);
  useLayoutEffect(() => {
    latest.current = handler;
  });
  return useCallback((...args: A) => latest.current(...args), []);
}
