import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guardedAction, guardedLoader, uuidParam } from "~/auth/index.server";
import { cohortPath } from "~/cohorts";
import { inTransaction } from "~/db/index.server";
import type { RouteHandle } from "~/i18n/handle";
import { notFound } from "~/platform/errors";
import { dayAdmits, DayForm, defenseDayPath, defenseDaysPath } from "~/steps/defense";
import { changeDay, dayPage, planPage } from "~/steps/defense/index.server";
import { Card, PageHeader } from "~/ui";
import { TEACH } from "./access";
import { parseDayForm, refusedDay } from "./day-form.server";

export const handle: RouteHandle = { i18n: ["ui", "defense-days"], title: (t) => t("defense-days:form.changeTitle") };

export const loader = guardedLoader(TEACH, async ({ db, params, context, now }) => {
  const key = { cohortId: uuidParam(params, "cohort"), dayId: uuidParam(params, "day") };
  const [page, plan] = await Promise.all([dayPage(db, key, now), planPage(db, key.cohortId)]);
  if (!page || !plan) throw notFound();
  if (!dayAdmits(page.day.state, "change")) throw redirect(defenseDayPath(key.cohortId, key.dayId));
  return { plan, draft: { day: page.day, places: page.places, breaks: page.breaks, slots: page.slots.length }, locale: context.locale };
});

export const action = guardedAction(TEACH, async ({ request, db, params, context, now }) => {
  const key = { cohortId: uuidParam(params, "cohort"), dayId: uuidParam(params, "day") };
  const page = await dayPage(db, key, now);
  if (!page) throw notFound();
  const form = await request.formData();
  const plan = parseDayForm(form, page.day.timeZone);
  if (!plan.ok) return data(plan.error.failure, { status: 400 });
  const changed = await inTransaction(db, "change defense day", (trx) => changeDay(trx, { ...key, ...plan.value }));
  if (!changed.ok) return data(refusedDay(form, changed.error, context.locale), { status: 400 });
  throw redirect(defenseDayPath(key.cohortId, key.dayId), 303);
});

export default function ChangeDefenseDay() {
  const { plan, draft, locale } = useLoaderData<typeof loader>();
  const { t } = useTranslation("defense-days");
  const { cohort } = plan;
  const crumbs = [
    { to: cohortPath(cohort.id), label: cohort.name },
    { to: defenseDaysPath(cohort.id), label: t("list.title") },
    { to: defenseDayPath(cohort.id, draft.day.id), label: draft.day.title },
  ];
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader title={t("form.changeTitle")} crumbs={crumbs} />
      <Card>
        <DayForm cohort={cohort} chapters={plan.chapters} wanted={plan.wanted} usual={plan.usual} draft={draft} failure={useActionData<typeof action>()} locale={locale} />
      </Card>
    </div>
  );
}
