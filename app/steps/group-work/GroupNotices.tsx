import Lightbulb from "lucide-react/icons/lightbulb";
import { useTranslation } from "react-i18next";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { Timer } from "~/ui";
import { useServerTime } from "./use-server-time";

interface Said {
  id: string;
  body: string | null;
  endsAt: Date | null;
  by: string;
  at: Date;
}

export interface GroupNoticesProps {
  broadcasts: { timer: Said | null; hints: readonly Said[] };
  /** The server's time when these were read. */
  now: Date;
  locale: Locale;
  timeZone: string;
}

/** What the instructor says to all groups: the timer that runs, and hints, the latest first. Read out as they come. */
export function GroupNotices({ broadcasts: { timer, hints }, now, locale, timeZone }: GroupNoticesProps) {
  const { t } = useTranslation("group-work");
  return (
    <div role="status" className="grid gap-2 not-empty:mb-4">
      {timer?.endsAt && <RunningTimer key={timer.id} endsAt={timer.endsAt} body={timer.body} now={now} />}
      {hints.map((hint) => (
        <p key={hint.id} className="flex items-start gap-3 rounded-md border-s-4 border-mist bg-mist-soft px-3 py-2.5 leading-snug">
          <Lightbulb aria-hidden className="mt-0.5 size-5 shrink-0 text-mist" />
          <span className="min-w-0">
            {hint.body}
            <span className="block text-sm text-ink-soft">
              {t("broadcast.from", { who: hint.by, when: formatDate(hint.at, { locale, timeZone, style: "time" }) })}
            </span>
          </span>
        </p>
      ))}
    </div>
  );
}

function RunningTimer({ endsAt, body, now }: { endsAt: Date; body: string | null; now: Date }) {
  const { t } = useTranslation("group-work");
  const left = endsAt.getTime() - useServerTime(now).getTime();
  return (
    <div className="flex flex-wrap items-center gap-3 rounded-md border-s-4 border-signal bg-signal-soft px-3 py-2">
      {left > 0 ? <Timer ms={left} label={t("broadcast.left")} lowMs={120_000} /> : <strong>{t("broadcast.over")}</strong>}
      {body && <span className="min-w-0">{body}</span>}
    </div>
  );
}
