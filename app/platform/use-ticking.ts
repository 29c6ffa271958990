import { useEffect, useState } from "react";

/** The time, every second; before JavaScript and during hydration the server's. */
export function useTicking(serverNow: Date): Date {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const tick = (): void => setNow(new Date());
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
