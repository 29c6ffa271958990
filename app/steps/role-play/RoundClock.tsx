import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Timer } from "~/ui";

export interface RoundClockProps {
  startedAt: Date | string;
  minutes: number;
  /** The server's clock when the page's data was read. */
  serverNow: Date | string;
}

/** The time left of a conversation, by the server's clock: every phone of the group shows the same. */
export function RoundClock({ startedAt, minutes, serverNow }: RoundClockProps) {
  const { t } = useTranslation("role-play");
  const at = useServerClock(serverNow);
  return <Timer ms={new Date(startedAt).getTime() + minutes * 60_000 - at} lowMs={60_000} label={t("play.left")} />;
}

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
