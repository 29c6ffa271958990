import CalendarPlus from "lucide-react/icons/calendar-plus";
import { useTranslation } from "react-i18next";
import { SessionTime, SessionWhere } from "~/cohorts";
import type { Bilingual, Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import { ButtonLink, buttonClass, Card } from "~/ui";
import type { AttendanceStatus } from "./attendance";
import { CheckInForm } from "./CheckInForm";
import { calendarPath, livePath } from "./paths";
import type { SessionState } from "./session";
import { SessionBadge, StatusBadge } from "./StatusBadge";

export interface OwnSessionCardProps {
  session: {
    id: string; title: string; place: string | null; link: string | null; startsAt: Date; endsAt: Date; timeZone: string; state: SessionState;
    chapters: { slug: string; number: number; title: Bilingual }[]; status: AttendanceStatus | null; counts: boolean | null; reason: string | null; mayCheckIn: boolean;
  };
  /** Who arranges the make-up. */
  instructors: readonly string[];
  locale: Locale;
  readerZone: string;
}

/** A class as its learner sees it: when, where, whether they were there, and what to do now. */
export function OwnSessionCard({ session, instructors, locale, readerZone }: OwnSessionCardProps) {
  const { t } = useTranslation("lecture");
  const { state, status } = session;
  const missed = state === "ended" && session.counts === false;
  return (
    <Card
      as="article"
      title={session.title}
      aside={
        <span className="flex flex-wrap gap-2">
          <SessionBadge state={state} />
          {(status !== null || state === "ended") && <StatusBadge status={status} />}
        </span>
      }
      footer={
        state !== "cancelled" && (
          <>
            {(state === "running" || state === "ended") && (
              <ButtonLink to={livePath(session.id)} variant={state === "running" ? "primary" : "secondary"} size="sm">
                {t(state === "running" ? "own.follow" : "own.slides")}
              </ButtonLink>
            )}
            {state !== "ended" && (
              <a href={calendarPath(session.id)} className={buttonClass("secondary", "sm")}>
                <CalendarPlus aria-hidden className="size-4.5" />
                {t("own.calendar")}
              </a>
            )}
          </>
        )
      }
    >
      <p>
        <SessionTime session={session} locale={locale} readerZone={readerZone} />
      </p>
      <SessionWhere session={session} />
      {session.chapters.length > 1 && <p className="mt-1 text-sm text-ink-soft">{session.chapters.map(({ number, title }) => t("chapter", { number, title: pick(title, locale) })).join(" · ")}</p>}
      {session.mayCheckIn && (
        <div className="mt-4 border-t border-line pt-4">
          <CheckInForm sessionId={session.id} />
        </div>
      )}
      {missed && (
        <p className="mt-3 border-s-3 border-danger ps-3">
          {instructors.length > 0 ? t("own.missed", { names: instructors.join(t("roll.and")) }) : t("own.missedNobody")}
          {session.reason && <span className="block text-sm text-ink-soft">{t("roll.reason", { reason: session.reason })}</span>}
        </p>
      )}
    </Card>
  );
}
