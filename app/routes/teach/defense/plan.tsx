import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guardedAction, guardedLoader, uuidParam } from "~/auth/index.server";
import { cohortPath } from "~/cohorts";
import { inTransaction } from "~/db/index.server";
import type { RouteHandle } from "~/i18n/handle";
import { notFound } from "~/platform/errors";
import { DayForm, defenseDayPath, defenseDaysPath } from "~/steps/defense";
import { askEverybody, planDay, planPage } from "~/steps/defense/index.server";
import { Card, PageHeader } from "~/ui";
import { TEACH } from "./access";
import { parseDayForm, parsePeople, refusedDay } from "./day-form.server";
import { postFrom } from "./write-letter.server";

export const handle: RouteHandle = { i18n: ["ui", "defense-days"], title: (t) => t("defense-days:form.planTitle") };

export const loader = guardedLoader(TEACH, async ({ db, params, context }) => {
  const page = await planPage(db, uuidParam(params, "cohort"));
  if (!page) throw notFound();
  return { ...page, locale: context.locale };
});

export const action = guardedAction(TEACH, async ({ request, db, params, context, actor, now }) => {
  const cohortId = uuidParam(params, "cohort");
  const page = await planPage(db, cohortId);
  if (!page) throw notFound();
  const form = await request.formData();
  const plan = parseDayForm(form, page.cohort.timeZone);
  if (!plan.ok) return data(plan.error.failure, { status: 400 });
  const people = parsePeople(form);
  if (!people.ok) return data(people.error.failure, { status: 400 });
  const planned = await inTransaction(db, "plan defense day", async (trx) => {
    const result = await planDay(trx, actor, { ...plan.value, cohortId, examinerIds: people.value.examiners, enrolmentIds: people.value.learners, now });
    if (result.ok) await askEverybody(trx, { cohortId, dayId: result.value.dayId }, postFrom(context));
    return result;
  });
  if (!planned.ok) return data(refusedDay(form, planned.error, context.locale), { status: 400 });
  throw redirect(defenseDayPath(cohortId, planned.value.dayId), 303);
});

export default function PlanDefenseDay() {
  const { cohort, chapters, wanted, usual, examiners, learners, locale } = useLoaderData<typeof loader>();
  const { t } = useTranslation("defense-days");
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader title={t("form.planTitle")} crumbs={[{ to: cohortPath(cohort.id), label: cohort.name }, { to: defenseDaysPath(cohort.id), label: t("list.title") }]} />
      <Card>
        <DayForm cohort={cohort} chapters={chapters} wanted={wanted.length > 0 ? wanted : chapters.length === 1 ? chapters.map(({ slug }) => slug) : []} usual={usual} people={{ examiners, learners }} failure={useActionData<typeof action>()} locale={locale} />
      </Card>
    </div>
  );
}
