import { useTranslation } from "react-i18next";
import { PlannedItem } from "~/cohorts";
import type { Bilingual, Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import type { AttendanceCounts } from "./attendance";
import { lecturePath } from "./paths";
import { type SessionState } from "./session";
import { SessionBadge } from "./StatusBadge";

export interface SessionOfList {
  id: string;
  cohortId: string;
  title: string;
  place: string | null;
  link: string | null;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  state: SessionState;
  chapters: { slug: string; number: number; title: Bilingual }[];
  counts: AttendanceCounts;
}

/** One class in its cohort's list: what, when, where, who came. */
export function SessionCard({ session, locale, readerZone }: { session: SessionOfList; locale: Locale; readerZone: string }) {
  const { t } = useTranslation("lecture");
  const { counts } = session;
  const came = counts.present + counts.late + counts["make-up"];
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <PlannedItem
      to={lecturePath(session.cohortId, session.id)}
      session={session}
      badge={<SessionBadge state={session.state} />}
      lines={[session.chapters.map(({ number, title }) => t("chapter", { number, title: pick(title, locale) })).join(" · "), session.place ?? session.link]}
      progress={
        session.state !== "cancelled" && (
          <>
            <span className="text-2xl font-semibold text-ink">{came}</span> / {all}
            <span className="ms-2 sm:ms-0 sm:block">{t("list.came")}</span>
          </>
        )
      }
      locale={locale}
      readerZone={readerZone}
    />
  );
}
