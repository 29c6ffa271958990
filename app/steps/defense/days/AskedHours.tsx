import { useTranslation } from "react-i18next";
import { SessionTime } from "~/cohorts";
import type { Locale } from "~/i18n/locale";
import { ButtonLink, Card } from "~/ui";
import type { CandidateDay } from "./candidate-days.view.server";
import { hoursText } from "./hours";
import { candidateHoursPath } from "./paths";

/** Days on which a candidate can say when they are free, with what they said. */
export function AskedHours({ days, locale, readerZone }: { days: readonly CandidateDay[]; locale: Locale; readerZone: string }) {
  const { t } = useTranslation("defense-days");
  return days.map(({ day, free, answeredAt }) => (
    <Card
      key={day.id}
      title={t("availability.candidate")}
      footer={
        <ButtonLink to={candidateHoursPath(day.id)} variant={answeredAt ? "secondary" : "primary"}>
          {t(answeredAt ? "availability.change" : "availability.ask")}
        </ButtonLink>
      }
    >
      <p className="font-semibold">
        <SessionTime session={day} locale={locale} readerZone={readerZone} />
      </p>
      <p className="mt-1 text-ink-soft">{answeredAt ? t("availability.answered", { hours: free ? hoursText(free, { locale, timeZone: readerZone, and: t("and") }) : t("availability.all") }) : t("availability.askText", { title: day.title })}</p>
    </Card>
  ));
}
