import { useEffect, useRef } from "react";
import { useTicking } from "~/platform/use-ticking";

/** The server's time, every second: a timer ends at the same moment on every screen, however wrong its clock is. `heard` is the server's time when the page was read. */
export function useServerTime(heard: Date): Date {
  const now = useTicking(heard);
  const behind = useRef(0);
  const at = heard.getTime();
  useEffect(() => {
    behind.current = at - Date.now();
  }, [at]);
  return new Date(now.getTime() === at ? at : now.getTime() + behind.current);
}
