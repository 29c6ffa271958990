import { useRevalidator } from "@remix-run/react";
import { useCallback, useEffect, useRef } from "react";

const AT_MOST_EVERY_MS = 800;

/** Reads the page's data again, at most about once a second however often it is asked for. */
export function useQuietRevalidation(): () => void {
  const { revalidate } = useRevalidator();
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const last = useRef(0);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback(() => {
    if (timer.current !== undefined) return;
    const wait = Math.max(0, last.current + AT_MOST_EVERY_MS - Date.now());
    timer.current = setTimeout(() => {
      timer.current = undefined;
      last.current = Date.now();
      revalidate();
    }, wait);
  }, [revalidate]);
}
