import { Form, Link } from "@remix-run/react";
import X from "lucide-react/icons/x";
import { useTranslation } from "react-i18next";
import { personName } from "~/cohorts";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { Badge, Card, CheckboxGroup, IconButton, Select, SubmitButton } from "~/ui";
import { dayAdmits } from "./day";
import type { DayPage } from "./day-page.view.server";
import { hoursText } from "./hours";
import { examinerPagePath, slotPagePath } from "./paths";

interface PeopleProps {
  page: DayPage;
  mayTeach: boolean;
  locale: Locale;
}

const LINK = "inline-flex items-center font-semibold underline underline-offset-4 hover:text-pine coarse:min-h-11";

/** Who examines, when they are free, and how much they sit. */
export function ExaminersCard({ page, mayTeach, locale }: PeopleProps) {
  const { t } = useTranslation("defense-days");
  const { day, examiners, chapters, others } = page;
  const changes = mayTeach && dayAdmits(day.state, "people");
  const numbers = new Map(chapters.map(({ slug, number }) => [slug, number]));
  return (
    <Card title={t("day.examiners")} look="flush" id="examiners">
      <ul>
        {examiners.map((examiner) => {
          const name = personName(examiner, locale);
          return (
            <li key={examiner.personId} className="grid gap-0.5 border-t border-line px-4 py-2.5 sm:px-5">
              <span className="flex flex-wrap items-baseline justify-between gap-x-3">
                {changes ? (
                  <Link to={examinerPagePath(day.cohortId, day.id, examiner.personId)} className={LINK}>
                    {name}
                  </Link>
                ) : (
                  <span className="font-semibold">{name}</span>
                )}
                <span className="text-sm text-ink-soft tabular">{t("day.load", { seats: examiner.seats, chairs: examiner.chairs })}</span>
              </span>
              <span className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-ink-soft">
                {examiner.droppedAt ? (
                  <span className="text-danger">{examiner.dropReason ? t("day.dropped", { reason: examiner.dropReason }) : t("day.droppedNoReason")}</span>
                ) : (
                  <span className="tabular">{examiner.answeredAt === null ? t("day.notAnswered") : examiner.free ? hoursText(examiner.free, { locale, timeZone: day.timeZone, and: t("and") }) : t("day.allDay")}</span>
                )}
                {!examiner.mayChair && <Badge>{t("day.mayNotChair")}</Badge>}
                {examiner.chapters.length > 0 && <Badge>{t("day.onlyChapters", { chapters: examiner.chapters.map((slug) => t("chapterNumber", { number: numbers.get(slug) })).join(t("and")) })}</Badge>}
              </span>
            </li>
          );
        })}
      </ul>
      {changes && others.examiners.length > 0 && (
        <Form method="post" className="flex flex-wrap items-end gap-3 border-t border-line px-4 py-3 sm:px-5">
          <Select label={t("day.addExaminer")} name="person" options={others.examiners.map((person) => ({ value: person.personId, label: personName(person, locale) }))} className="min-w-48 flex-1" />
          <SubmitButton name="intent" value="add-examiner" variant="secondary">
            {t("day.add")}
          </SubmitButton>
        </Form>
      )}
    </Card>
  );
}

/** Who is to be examined, when and where, or why not. */
export function CandidatesCard({ page, mayTeach, locale }: PeopleProps) {
  const { t } = useTranslation("defense-days");
  const { day, candidates, slots, places, others } = page;
  const changes = mayTeach && dayAdmits(day.state, "people");
  return (
    <Card title={t("day.candidates")} look="flush" id="candidates">
      <ul>
        {candidates.map((candidate) => {
          const name = personName(candidate, locale);
          const slot = slots.find(({ enrolmentId }) => enrolmentId === candidate.enrolmentId);
          const place = places.find(({ id }) => id === slot?.placeId);
          return (
            <li key={candidate.enrolmentId} className="flex items-center justify-between gap-3 border-t border-line px-4 py-2.5 sm:px-5">
              <span className="grid min-w-0 gap-0.5">
                {changes && !candidate.droppedAt ? (
                  <Link to={slotPagePath(day.cohortId, day.id, candidate.enrolmentId)} className={LINK}>
                    {name}
                  </Link>
                ) : (
                  <span className="font-semibold">{name}</span>
                )}
                <span className="text-sm text-ink-soft tabular">
                  {candidate.droppedAt
                    ? t("day.left", { reason: candidate.dropReason ?? "" })
                    : slot
                      ? t("day.slotAt", { when: formatDate(slot.startsAt, { locale, timeZone: day.timeZone, style: "time" }), place: place?.name })
                      : candidate.unplaced
                        ? t(`reason.${candidate.unplaced}`)
                        : t("day.noSlot")}
                </span>
                {!candidate.droppedAt && (candidate.free || (!slot && day.state === "draft")) && (
                  <span className="text-sm text-ink-soft tabular">
                    {candidate.free ? t("day.freeAt", { hours: hoursText(candidate.free, { locale, timeZone: day.timeZone, and: t("and") }) }) : candidate.answeredAt ? t("day.allDay") : t("day.notAnswered")}
                  </span>
                )}
              </span>
              {changes && !slot && (
                <Form method="post">
                  <input type="hidden" name="enrolment" value={candidate.enrolmentId} />
                  <IconButton type="submit" name="intent" value="remove-candidate" label={t("day.remove", { name })} icon={<X aria-hidden className="size-4.5" />} />
                </Form>
              )}
            </li>
          );
        })}
      </ul>
      {changes && others.learners.length > 0 && (
        <Form method="post" className="grid gap-3 border-t border-line px-4 py-3 sm:px-5">
          <CheckboxGroup label={t("day.addCandidates")} name="learners" options={others.learners.map((person) => ({ value: person.enrolmentId, label: personName(person, locale) }))} />
          <div>
            <SubmitButton name="intent" value="add-candidates" variant="secondary">
              {t("day.add")}
            </SubmitButton>
          </div>
        </Form>
      )}
    </Card>
  );
}
