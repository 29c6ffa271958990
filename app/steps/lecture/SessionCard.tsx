import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SessionTime } from "~/cohorts";
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
    <li className="relative grid gap-x-6 gap-y-1 border-b border-line px-4 py-4 last:border-b-0 hover:bg-paper sm:grid-cols-[1fr_auto] sm:px-5">
      <div className="min-w-0">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h2 className="text-lg">
            <Link to={lecturePath(session.cohortId, session.id)} className="underline-offset-4 after:absolute after:inset-0 hover:text-pine hover:underline">
              {session.title}
            </Link>
          </h2>
          <SessionBadge state={session.state} />
        </div>
        <p className="text-ink-soft">
          <SessionTime session={session} locale={locale} readerZone={readerZone} />
        </p>
        <p className="text-sm text-ink-soft">{session.chapters.map(({ number, title }) => t("chapter", { number, title: pick(title, locale) })).join(" · ")}</p>
        <p className="truncate text-sm text-ink-faint">{session.place ?? session.link}</p>
      </div>
      {session.state !== "cancelled" && (
        <p className="self-center text-sm text-ink-soft tabular sm:text-end">
          <span className="text-2xl font-semibold text-ink">{came}</span> / {all}
          <span className="ms-2 sm:ms-0 sm:block">{t("list.came")}</span>
        </p>
      )}
    </li>
  );
}
