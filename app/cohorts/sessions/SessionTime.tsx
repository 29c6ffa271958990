import { useTranslation } from "react-i18next";
import { formatDate, isoDay, zoneName } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";

export interface Times {
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
}

/** When something planned is, in its own zone; for a reader in another zone also in theirs, and then the zones are named. */
export function SessionTime({ session, locale, readerZone }: { session: Times; locale: Locale; readerZone: string }) {
  const { t } = useTranslation("ui");
  const own = span(session, locale, session.timeZone);
  const reader = span(session, locale, readerZone);
  return (
    <span className="tabular">
      <time dateTime={session.startsAt.toISOString()}>{own}</time>
      {reader !== own && (
        <>
          {" "}
          <span className="text-sm text-ink-faint">{zoneName(session.timeZone, locale)}</span>
          <span className="block text-sm text-ink-soft">{t("session.yours", { when: reader, zone: zoneName(readerZone, locale) })}</span>
        </>
      )}
    </span>
  );
}

function span({ startsAt, endsAt }: Times, locale: Locale, timeZone: string): string {
  const sameDay = isoDay(startsAt, timeZone) === isoDay(endsAt, timeZone);
  const from = formatDate(startsAt, { locale, timeZone, style: "short-date-time" });
  return `${from}–${formatDate(endsAt, { locale, timeZone, style: sameDay ? "time" : "short-date-time" })}`;
}
