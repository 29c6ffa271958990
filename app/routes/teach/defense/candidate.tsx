import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guardedAction, guardedLoader, uuidParam } from "~/auth/index.server";
import { cohortPath, personName } from "~/cohorts";
import type { RouteHandle } from "~/i18n/handle";
import { formatDate } from "~/i18n/dates";
import { notFound } from "~/platform/errors";
import { ConflictList, dayAdmits, defenseDayPath, defenseDaysPath, HoursForm, MoveForm, namesOf, PanelForms, repairPath } from "~/steps/defense";
import { dayPage } from "~/steps/defense/index.server";
import { ButtonLink, Callout, Card, Flash, PageHeader } from "~/ui";
import { TEACH } from "./access";
import { actOnSlot } from "./act-on-slot.server";

export { shouldRevalidate } from "~/platform/after-conflict";

export const handle: RouteHandle<{ name: string }> = { i18n: ["ui", "defense-days"], title: (t, page) => t("defense-days:slotPage.title", { name: page.name }) };

export const loader = guardedLoader(TEACH, async ({ db, params, context, now }) => {
  const key = { cohortId: uuidParam(params, "cohort"), dayId: uuidParam(params, "day") };
  const enrolmentId = uuidParam(params, "enrolment");
  const page = await dayPage(db, key, now);
  const candidate = page?.candidates.find((one) => one.enrolmentId === enrolmentId && one.droppedAt === null);
  if (!page || !candidate) throw notFound();
  if (!dayAdmits(page.day.state, "people")) throw redirect(defenseDayPath(key.cohortId, key.dayId));
  return { page, candidate, name: personName(candidate, context.locale), locale: context.locale };
});

export const action = guardedAction(TEACH, async (args) => {
  const answer = await actOnSlot(args);
  return data(answer, { status: answer.tone === "ok" ? 200 : 409 });
});

export default function CandidateOnDay() {
  const { page, candidate, name, locale } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("defense-days");
  const { cohort, day, places, slots } = page;
  const names = namesOf(page, locale);
  const slot = slots.find(({ enrolmentId }) => enrolmentId === candidate.enrolmentId) ?? null;
  const crumbs = [
    { to: cohortPath(cohort.id), label: cohort.name },
    { to: defenseDaysPath(cohort.id), label: t("list.title") },
    { to: defenseDayPath(cohort.id, day.id), label: day.title },
  ];
  const now = slot
    ? `${t("day.slotAt", { when: formatDate(slot.startsAt, { locale, timeZone: day.timeZone, style: "short-date-time" }), place: places.find(({ id }) => id === slot.placeId)?.name })} · ${slot.panel.map(({ personId, chair }) => (chair ? t("chairMark", { name: names.examiner(personId) }) : names.examiner(personId))).join(t("and"))}`
    : candidate.unplaced
      ? t(`reason.${candidate.unplaced}`)
      : t("day.noSlot");
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader title={t("slotPage.title", { name })} lead={now} crumbs={crumbs} />
      <Flash messages={answer?.text ? [{ id: answer.id, tone: answer.tone, text: answer.text }] : []} />
      <div className="grid gap-6">
        {answer && answer.conflicts.length > 0 && (
          <Callout kind="danger" title={t("slotPage.refused")}>
            <ConflictList conflicts={answer.conflicts} names={names} />
          </Callout>
        )}
        {(!slot || slot.state === "planned") && <MoveForm key={slot?.startsAt.toISOString()} page={page} slot={slot} names={names} locale={locale} />}
        {slot?.state === "planned" && <PanelForms page={page} slot={slot} names={names} />}
        <Card title={t("slotPage.hours")}>
          <p className="mb-3 text-sm text-ink-soft">{t("slotPage.hoursHint")}</p>
          <HoursForm label={t("slotPage.hours")} free={candidate.free} timeZone={day.timeZone} save={t("slotPage.saveHours")} failure={answer?.failure} variant="secondary" />
        </Card>
        {slot?.state === "planned" && (
          <Card title={t("slotPage.out")}>
            <p className="mb-3 text-ink-soft">{t("slotPage.outHint")}</p>
            <ButtonLink to={repairPath(cohort.id, day.id, { candidate: candidate.enrolmentId })}>{t("slotPage.outAct", { name })}</ButtonLink>
          </Card>
        )}
      </div>
    </div>
  );
}
