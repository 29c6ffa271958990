import { data } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guardedAction, guardedLoader, uuidParam } from "~/auth/index.server";
import { cohortPath, SessionTime } from "~/cohorts";
import type { RouteHandle } from "~/i18n/handle";
import { pick } from "~/i18n/pick";
import { holds } from "~/people";
import { notFound } from "~/platform/errors";
import { dayAdmits, CandidatesCard, ConflictList, DayActs, DayBadge, defenseDaysPath, ExaminersCard, ManageDay, namesOf, repairPath, ScheduleTable, slotMinutes, Unplaced } from "~/steps/defense";
import { dayPage } from "~/steps/defense/index.server";
import { ButtonLink, Callout, Card, EmptyState, Flash, PageHeader, SubmitButton } from "~/ui";
import { TEACH, VIEW } from "./access";
import { actOnDay } from "./act-on-day.server";

export { shouldRevalidate } from "~/platform/after-conflict";

export const handle: RouteHandle<{ page: { day: { title: string } } }> = { i18n: ["ui", "defense-days"], title: (_t, { page }) => page.day.title };

export const loader = guardedLoader(VIEW, async ({ db, params, context, actor, now }) => {
  const key = { cohortId: uuidParam(params, "cohort"), dayId: uuidParam(params, "day") };
  const page = await dayPage(db, key, now);
  if (!page) throw notFound();
  const mayTeach = holds(actor, "cohort:teach", { kind: "cohort", cohortId: key.cohortId, teamId: null });
  return { page, mayTeach, locale: context.locale, timeZone: actor.timeZone, now };
});

export const action = guardedAction(TEACH, async (args) => {
  if (!(await dayPage(args.db, { cohortId: uuidParam(args.params, "cohort"), dayId: uuidParam(args.params, "day") }, args.now))) throw notFound();
  const answer = await actOnDay(args);
  return data(answer, { status: answer.tone === "ok" ? 200 : 409 });
});

export default function DefenseDayPage() {
  const { page, mayTeach, locale, timeZone, now } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("defense-days");
  const { cohort, day, chapters, slots, conflicts, flags } = page;
  const names = namesOf(page, locale);
  const editable = mayTeach && dayAdmits(day.state, "move");
  const silent = [page.examiners, page.candidates].map((people) => people.filter(({ answeredAt, droppedAt }) => answeredAt === null && droppedAt === null).length) as [number, number];
  return (
    <>
      <PageHeader
        title={day.title}
        badge={<DayBadge state={day.state} />}
        lead={
          <>
            <SessionTime session={day} locale={locale} readerZone={timeZone} />
            <br />
            {chapters.map(({ number, title }) => t("chapter", { number, title: pick(title, locale) })).join(" · ")}
            <br />
            {t("day.facts", { size: day.panelSize, minutes: slotMinutes(day) })}
          </>
        }
        crumbs={[
          { to: cohortPath(cohort.id), label: cohort.name },
          { to: defenseDaysPath(cohort.id), label: t("list.title") },
        ]}
      />
      <Flash messages={answer ? [answer] : []} />
      <div className="grid gap-6">
        {day.cancelReason && <Callout kind="note">{t("day.cancelledWhy", { reason: day.cancelReason })}</Callout>}
        {page.needsRepair && (
          <Callout kind="now" title={t("day.conflicts")}>
            <ConflictList conflicts={conflicts} names={names} />
            {mayTeach && <ButtonLink to={repairPath(cohort.id, day.id)}>{t("day.repair")}</ButtonLink>}
          </Callout>
        )}
        {mayTeach && !page.needsRepair && day.state === "published" && page.without > 0 && (
          <Callout kind="now" title={t("day.without", { count: page.without })}>
            <ButtonLink to={repairPath(cohort.id, day.id)}>{t("day.findSlots")}</ButtonLink>
          </Callout>
        )}
        {flags.length > 0 && (
          <Callout kind="note" title={t("day.flags")}>
            {t("day.flagsText", { names: flags.map((flag) => t("conflict.own-manager", { examiner: names.examiner(flag.examinerId), name: names.candidate(flag.enrolmentId) })).join(t("and")) })}
          </Callout>
        )}
        {mayTeach && <DayActs page={page} />}
        {slots.length === 0 && day.state === "draft" ? (
          <EmptyState title={t("day.noSlots")}>{t(page.candidates.length === 0 ? "day.noCandidates" : "day.noSlotsText")}</EmptyState>
        ) : (
          <Card title={t("day.schedule")} look="flush">
            <ScheduleTable cohortId={cohort.id} dayId={day.id} timeZone={day.timeZone} times={page.times} places={page.places} slots={slots} signed={page.signed} broken={new Set(conflicts.map(({ enrolmentId }) => enrolmentId))} names={names} editable={editable} locale={locale} />
          </Card>
        )}
        <Unplaced page={page} mayTeach={mayTeach} locale={locale} now={now} />
        {mayTeach && silent[0] + silent[1] > 0 && day.state === "draft" && (
          <Form method="post" className="flex flex-wrap items-center gap-3">
            <p className="text-ink-soft">{t("day.asked", { examiners: silent[0], candidates: silent[1] })}</p>
            <SubmitButton name="intent" value="ask" variant="quiet">
              {t("day.askAgain")}
            </SubmitButton>
          </Form>
        )}
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <ExaminersCard page={page} mayTeach={mayTeach} locale={locale} />
          <CandidatesCard page={page} mayTeach={mayTeach} locale={locale} />
        </div>
        {mayTeach && <ManageDay page={page} />}
      </div>
    </>
  );
}
