import { useTranslation } from "react-i18next";
import { useServerClock } from "~/platform/use-server-clock";
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
