import { useTranslation } from "react-i18next";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import type { ProgressEvent } from "~/pipeline";

/** What happened on a road, newest first: what, when, by whom, and why. */
export function RoadHistory({ entries, locale, timeZone }: { entries: readonly (ProgressEvent & { actorName: string | null })[]; locale: Locale; timeZone: string }) {
  const { t } = useTranslation("road");
  return (
    <ol className="divide-y divide-line text-sm">
      {[...entries].reverse().map((entry) => (
        <li key={entry.seq} className="grid gap-x-4 gap-y-0.5 py-2 sm:grid-cols-[11rem_1fr]">
          <time dateTime={new Date(entry.at).toISOString()} className="text-ink-soft tabular">
            {formatDate(entry.at, { locale, timeZone })}
          </time>
          <div>
            <p>
              {entry.kind !== "started" && <strong className="font-semibold">{t(`step.${entry.step}`)} · </strong>}
              {t(`event.${entry.kind}`, { context: entry.kind === "recorded" || entry.kind === "corrected" ? entry.to : undefined })}
              <span className="text-ink-soft"> · {entry.actorName ?? t("system")}</span>
            </p>
            {entry.cause.kind === "person" && entry.cause.reason && <p className="text-ink-soft">{t("reason", { reason: entry.cause.reason })}</p>}
            {entry.note && <p className="text-ink-soft">{t("note", { note: entry.note })}</p>}
          </div>
        </li>
      ))}
    </ol>
  );
}
