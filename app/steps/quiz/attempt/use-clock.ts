import { useCallback, useEffect, useState } from "react";
import { useHydrated } from "~/ui";
import { timeLeft, type Anchor } from "./clock";

export interface Clock {
  /** Time left in ms, once a second; on the server as it was when the page was made. */
  leftMs: number;
  /** The server said again what time it is. */
  resync(leftMs: number): void;
}

/** Counts down to the deadline. `now` is the server's clock when it made the page. */
export function useClock(now: Date, deadlineAt: Date): Clock {
  const total = deadlineAt.getTime() - now.getTime();
  // A page that came as a document was made before it came to life here; data of a navigation is fresh.
  const hydrated = useHydrated();
  const [cameAsDocument] = useState(!hydrated);
  const [anchor, setAnchor] = useState<Anchor | null>(null);
  const [leftMs, setLeftMs] = useState(total);

  useEffect(() => {
    const since = cameAsDocument ? performance.now() - documentArrived() : 0;
    setAnchor(anchorAt(total, since));
  }, [total, cameAsDocument]);

  useEffect(() => {
    if (anchor === null) return;
    const tick = () => setLeftMs(timeLeft(anchor, performance.now(), Date.now()));
    tick();
    const timer = setInterval(tick, 1000);
    document.addEventListener("visibilitychange", tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", tick);
    };
  }, [anchor]);

  return { leftMs, resync: useCallback((left: number) => setAnchor(anchorAt(left, 0)), []) };
}

function anchorAt(leftMs: number, sinceMs: number): Anchor {
  return { leftMs, steady: performance.now() - sinceMs, wall: Date.now() - sinceMs };
}

/** When the first byte of the document came, on the steady clock. */
function documentArrived(): number {
  const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  return navigation?.responseStart ?? performance.now();
}
