import { data, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guardedAction, guardedLoader, uuidParam } from "~/auth/index.server";
import { cohortPath, personName } from "~/cohorts";
import type { RouteHandle } from "~/i18n/handle";
import { pick } from "~/i18n/pick";
import { notFound } from "~/platform/errors";
import { dayAdmits, defenseDayPath, defenseDaysPath, HoursForm, repairPath } from "~/steps/defense";
import { dayPage } from "~/steps/defense/index.server";
import { ButtonLink, Card, Checkbox, CheckboxGroup, Flash, PageHeader, SubmitButton } from "~/ui";
import { TEACH } from "./access";
import { actOnExaminer } from "./act-on-examiner.server";

export { shouldRevalidate } from "~/platform/after-conflict";

export const handle: RouteHandle<{ name: string }> = { i18n: ["ui", "defense-days"], title: (_t, page) => page.name };

export const loader = guardedLoader(TEACH, async ({ db, params, context, now }) => {
  const key = { cohortId: uuidParam(params, "cohort"), dayId: uuidParam(params, "day") };
  const personId = uuidParam(params, "person");
  const page = await dayPage(db, key, now);
  const examiner = page?.examiners.find((one) => one.personId === personId);
  if (!page || !examiner) throw notFound();
  if (!dayAdmits(page.day.state, "people")) throw redirect(defenseDayPath(key.cohortId, key.dayId));
  const { cohort, day, chapters } = page;
  return { cohort, day, chapters, examiner, name: personName(examiner, context.locale), locale: context.locale };
});

export const action = guardedAction(TEACH, async (args) => {
  const answer = await actOnExaminer(args);
  return data(answer, { status: answer.tone === "ok" ? 200 : 409 });
});

export default function ExaminerOnDay() {
  const { cohort, day, chapters, examiner, name, locale } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("defense-days");
  const crumbs = [
    { to: cohortPath(cohort.id), label: cohort.name },
    { to: defenseDaysPath(cohort.id), label: t("list.title") },
    { to: defenseDayPath(cohort.id, day.id), label: day.title },
  ];
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader title={name} lead={[examiner.title, t("examinerPage.onPanels", { count: examiner.seats })].filter(Boolean).join(" · ")} crumbs={crumbs} />
      <Flash messages={answer ? [{ id: answer.id, tone: answer.tone, text: answer.text }] : []} />
      <div className="grid gap-6">
        {!examiner.droppedAt && (
          <Card title={t("examinerPage.hours")}>
            <HoursForm label={t("availability.which")} free={examiner.free} timeZone={day.timeZone} save={t("examinerPage.save")} failure={answer?.failure} />
          </Card>
        )}
        <Card title={t("examinerPage.describe")}>
          <Form method="post" className="grid gap-4">
            <Checkbox name="mayChair" label={t("examinerPage.mayChair")} defaultChecked={examiner.mayChair} />
            {chapters.length > 1 && (
              <CheckboxGroup
                label={t("examinerPage.chapters")}
                hint={t("examinerPage.chaptersHint")}
                name="chapters"
                defaultValues={examiner.chapters.length > 0 ? examiner.chapters : chapters.map(({ slug }) => slug)}
                options={chapters.map(({ slug, number, title }) => ({ value: slug, label: t("chapter", { number, title: pick(title, locale) }) }))}
              />
            )}
            <div>
              <SubmitButton name="intent" value="describe" variant="secondary">
                {t("examinerPage.saveDescription")}
              </SubmitButton>
            </div>
          </Form>
        </Card>
        <Card title={t("examinerPage.out")}>
          {examiner.seats > 0 ? (
            <>
              <p className="mb-3 text-ink-soft">{t("examinerPage.outHint")}</p>
              <ButtonLink to={repairPath(cohort.id, day.id, { examiner: examiner.personId })}>{t("examinerPage.outAct", { name })}</ButtonLink>
            </>
          ) : (
            <Form method="post">
              <SubmitButton name="intent" value="remove" variant="secondary">
                {t("examinerPage.remove")}
              </SubmitButton>
            </Form>
          )}
        </Card>
      </div>
    </div>
  );
}
