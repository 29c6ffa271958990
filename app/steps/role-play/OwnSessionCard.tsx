import { Form, Link } from "@remix-run/react";
import CalendarPlus from "lucide-react/icons/calendar-plus";
import { useTranslation } from "react-i18next";
import { SessionTime, SessionWhere } from "~/cohorts";
import type { Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import { Badge, buttonClass, Card, SubmitButton } from "~/ui";
import type { OwnSession } from "./own-sessions.view.server";
import { rolePlayCalendarPath, roundPath } from "./paths";
import { ResultBadge, RoundBadge, SessionBadge } from "./SessionBadge";

/** A session as its learner sees it: when, where, with whom, and their rounds. */
export function OwnSessionCard({ session, locale, readerZone }: { session: OwnSession; locale: Locale; readerZone: string }) {
  const { t } = useTranslation("role-play");
  return (
    <Card
      as="article"
      title={session.title}
      aside={
        <span className="flex flex-wrap gap-2">
          <SessionBadge state={session.state} />
          {session.here && session.state !== "ended" && <Badge tone="ok">{t("own.here")}</Badge>}
        </span>
      }
      footer={
        (session.state === "planned" || session.mayArrive) && (
          <>
            {session.mayArrive && (
              <Form method="post">
                <input type="hidden" name="session" value={session.id} />
                <SubmitButton>{t("own.arrive")}</SubmitButton>
              </Form>
            )}
            <a href={rolePlayCalendarPath(session.id)} className={buttonClass("secondary", "md")}>
              <CalendarPlus aria-hidden className="size-4.5" />
              {t("own.calendar")}
            </a>
          </>
        )
      }
    >
      <p>
        <SessionTime session={session} locale={locale} readerZone={readerZone} />
      </p>
      <SessionWhere session={session} />
      {session.group && <p className="mt-3">{t("own.group", { number: session.group.number, names: session.group.others.join(t("and")) })}</p>}
      {session.rounds.length > 0 && (
        <ol className="mt-3 grid gap-2">
          {session.rounds.map((round) => (
            <li key={round.roundId} className="relative flex flex-wrap items-center justify-between gap-x-4 gap-y-1 rounded-md bg-paper px-3 py-2">
              <div className="min-w-0">
                <Link to={roundPath(round.roundId)} className="inline-flex min-h-11 items-center font-semibold underline underline-offset-4 after:absolute after:inset-0 hover:text-pine">
                  {t("own.round", { number: round.number, title: pick(round.title, locale) })}
                </Link>
                <p className="text-sm text-ink-soft">{t("own.youAre", { role: t(`role.${round.role}`) })}</p>
              </div>
              <span className="flex flex-wrap gap-2">
                <RoundBadge state={round.state} />
                {round.role === "salesperson" && round.state === "done" && <ResultBadge result={round.result} />}
              </span>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}
