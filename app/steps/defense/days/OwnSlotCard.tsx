import { Link } from "@remix-run/react";
import CalendarPlus from "lucide-react/icons/calendar-plus";
import { useTranslation } from "react-i18next";
import { personName, SessionTime } from "~/cohorts";
import type { Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import { buttonClass, ButtonLink, Card, DataList } from "~/ui";
import { feedbackPath } from "../paths";
import { SlotBadge } from "./DayBadge";
import type { OwnSlot } from "./own-defense.view.server";
import { slotCalendarPath } from "./paths";

/** A candidate's appointment: when, where, before whom. */
export function OwnSlotCard({ slot, readerZone, locale, title }: { slot: OwnSlot; readerZone: string; locale: Locale; title: string }) {
  const { t } = useTranslation("defense-days");
  const { day, place, panel } = slot;
  const coming = slot.state === "planned";
  return (
    <Card
      as="article"
      title={title}
      aside={<SlotBadge state={slot.state} />}
      footer={
        (coming || slot.signed) && (
          <>
            {coming && place.link && (
              <a href={place.link} rel="noreferrer" target="_blank" className={buttonClass("primary", "md")}>
                {t("own.join")}
              </a>
            )}
            {coming && (
              <a href={slotCalendarPath(slot.id)} className={buttonClass("secondary", "md")}>
                <CalendarPlus aria-hidden className="size-4.5" />
                {t("own.calendar")}
              </a>
            )}
            {slot.signed && (
              <ButtonLink to={feedbackPath(slot.id)} variant="primary">
                {t("own.feedback")}
              </ButtonLink>
            )}
          </>
        )
      }
    >
      {slot.state === "cancelled" && <p className="mb-2">{t("own.cancelled", { reason: slot.cancelReason })}</p>}
      <DataList
        items={[
          { term: t("own.when"), value: <SessionTime session={{ ...slot, timeZone: day.timeZone }} locale={locale} readerZone={readerZone} /> },
          { term: t("own.where"), value: <span className="break-words">{place.name}</span> },
          {
            term: t("own.panel"),
            value: (
              <ul>
                {panel.map((member) => (
                  <li key={member.personId}>
                    {member.chair ? t("chairMark", { name: personName(member, locale) }) : personName(member, locale)}
                    {member.title && <span className="text-sm text-ink-soft"> {member.title}</span>}
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
      {slot.chapters.length > 1 && <p className="mt-2">{t("own.covers", { chapters: slot.chapters.map(({ number, title: name }) => t("chapter", { number, title: pick(name, locale) })).join(t("and")) })}</p>}
      {coming && <p className="mt-2 text-sm text-ink-soft">{t("own.parts", { presentation: day.presentationMinutes, questions: day.questionMinutes, deliberation: day.deliberationMinutes })}</p>}
    </Card>
  );
}

/** An earlier appointment in one line. */
export function EarlierSlot({ slot, readerZone, locale }: { slot: OwnSlot; readerZone: string; locale: Locale }) {
  const { t } = useTranslation("defense-days");
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line px-4 py-3 sm:px-5">
      <SessionTime session={{ ...slot, timeZone: slot.day.timeZone }} locale={locale} readerZone={readerZone} />
      <SlotBadge state={slot.state} />
      {slot.cancelReason && <span className="text-sm text-ink-soft">{slot.cancelReason}</span>}
      {slot.signed && (
        <Link to={feedbackPath(slot.id)} className="inline-flex min-h-11 items-center text-pine underline underline-offset-4">
          {t("own.feedback")}
        </Link>
      )}
    </li>
  );
}
