import Hourglass from "lucide-react/icons/hourglass";
import { useTranslation } from "react-i18next";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import type { RoomPage } from "./room-page.view.server";
import { awaited } from "./waiting";

/** Whom one waits for, when the next move is not one's own; before the defense also why it cannot begin, or from when. */
export function AwaitedLine({ page, locale }: { page: RoomPage; locale: Locale }) {
  const { t } = useTranslation("defense");
  const { state, notYet, head } = page;
  const waits = awaited(page);
  const text = notYet !== null ? t(`move.${notYet}`) : waits && t(`awaited.${waits.what}`, { names: new Intl.ListFormat(locale === "zh" ? "zh-CN" : "en").format(waits.people.map(({ name }) => name)), at: formatDate(head.startsAt, { locale, timeZone: head.timeZone, style: "short-date-time" }) });
  if (!text || (notYet !== null && page.me.chair && state === "waiting")) return null;
  return (
    <p role="status" className="mb-4 flex items-start gap-2 text-ink-soft">
      <Hourglass aria-hidden className="mt-1 size-4.5 shrink-0" />
      <span>{text}</span>
    </p>
  );
}
