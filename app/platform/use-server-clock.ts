import { useEffect, useState } from "react";

/** The server's clock in ms, ticking: read once, carried on by the device's. During hydration the server's own moment. */
export function useServerClock(serverNow: Date | string): number {
  const read = new Date(serverNow).getTime();
  const [now, setNow] = useState(read);
  useEffect(() => {
    const from = performance.now();
    const tick = (): void => setNow(read + performance.now() - from);
    tick();
    const timer = setInterval(tick, 500);
    return () => clearInterval(timer);
  }, [read]);
  return now;
}
