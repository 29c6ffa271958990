import { Link } from "@remix-run/react";
import CalendarPlus from "lucide-react/icons/calendar-plus";
import { useTranslation } from "react-i18next";
import { personName, SessionTime } from "~/cohorts";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { Badge, ButtonLink, buttonClass, Card } from "~/ui";
import { roomPath } from "../paths";
import { SlotBadge } from "./DayBadge";
import type { ExaminerDay, SeatLine } from "./examiner-days.view.server";
import { hoursText } from "./hours";
import { availabilityPath, dayCalendarPath } from "./paths";

/** A day as its examiner sees it: when, whether they have answered, and their own slots. */
export function ExaminerDayCard({ line, readerZone, locale, past = false }: { line: ExaminerDay; readerZone: string; locale: Locale; past?: boolean }) {
  const { t } = useTranslation("defense-days");
  const { day, seats, answeredAt, droppedAt, free } = line;
  const off = day.state === "cancelled" || droppedAt !== null;
  const mustAnswer = !off && !past && answeredAt === null && day.state === "draft";
  return (
    <Card
      as="article"
      title={day.title}
      aside={seats.length > 0 && <Badge>{t("defend.seats", { count: seats.length })}</Badge>}
      footer={
        !past &&
        !off && (
          <>
            <ButtonLink to={availabilityPath(day.id)} variant={mustAnswer ? "primary" : "secondary"}>
              {t(mustAnswer ? "defend.ask" : "defend.changeHours")}
            </ButtonLink>
            {seats.length > 0 && (
              <a href={dayCalendarPath(day.id)} className={buttonClass("secondary", "md")}>
                <CalendarPlus aria-hidden className="size-4.5" />
                {t("defend.calendar")}
              </a>
            )}
          </>
        )
      }
    >
      <p>
        <SessionTime session={day} locale={locale} readerZone={readerZone} />
      </p>
      <p className="text-sm text-ink-soft">{line.cohortName}</p>
      {day.state === "cancelled" && <p className="mt-2">{t("defend.cancelled", { reason: day.cancelReason })}</p>}
      {droppedAt && <p className="mt-2 text-ink-soft">{t("defend.dropped")}</p>}
      {mustAnswer && <p className="mt-2">{t("defend.askText")}</p>}
      {!off && !past && answeredAt && <p className="mt-2 text-sm text-ink-soft tabular">{t("defend.answered", { hours: free ? hoursText(free, { locale, timeZone: readerZone, and: t("and") }) : t("defend.allDay") })}</p>}
      {seats.length === 0 && !off && <p className="mt-2 text-ink-soft">{t(day.state === "draft" ? "defend.waiting" : "defend.notNeeded")}</p>}
      {seats.length > 0 && (
        <ol className="mt-3 grid gap-2">
          {seats.map((seat) => (
            <Seat key={seat.slotId} seat={seat} timeZone={readerZone} locale={locale} />
          ))}
        </ol>
      )}
    </Card>
  );
}

function Seat({ seat, timeZone, locale }: { seat: SeatLine; timeZone: string; locale: Locale }) {
  const { t } = useTranslation("defense-days");
  const name = personName(seat.candidate, locale);
  return (
    <li className="relative grid grid-cols-[auto_1fr] items-center gap-x-4 rounded-md bg-paper px-3 py-2 hover:bg-paper-deep">
      <time dateTime={seat.startsAt.toISOString()} className="tabular">
        {formatDate(seat.startsAt, { locale, timeZone, style: "time" })}
      </time>
      <span className="min-w-0">
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Link to={roomPath(seat.slotId)} aria-label={t("defend.open", { name })} className="inline-flex min-h-11 items-center font-semibold underline underline-offset-4 after:absolute after:inset-0 hover:text-pine">
            {name}
          </Link>
          {seat.chair && <Badge tone="pine">{t("chair")}</Badge>}
          {seat.ownManager && <Badge tone="mist">{t("defend.ownManager")}</Badge>}
          {seat.state !== "planned" && <SlotBadge state={seat.state} />}
        </span>
        <span className="block text-sm text-ink-soft">{seat.place.name}</span>
      </span>
    </li>
  );
}
