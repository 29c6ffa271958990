import { data } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guardedAction, guardedLoader, uuidParam } from "~/auth/index.server";
import { CalendarPlanNotice, ChapterOrder, SettingChanges, StepSettingsFields, useCohortFailure } from "~/cohorts";
import { calendarPage } from "~/cohorts/index.server";
import { formatDate } from "~/i18n/dates";
import type { RouteHandle } from "~/i18n/handle";
import { pick } from "~/i18n/pick";
import { isStep, STEPS } from "~/pipeline";
import { notFound } from "~/platform/errors";
import { Callout, Flash, FormErrors, FormFailureProvider, SubmitButton } from "~/ui";
import { saveCalendar } from "./save-calendar.server";

export { shouldRevalidate } from "~/platform/after-conflict";

export const handle: RouteHandle = { i18n: ["ui", "road", "cohorts"] };

export const loader = guardedLoader({ permission: "cohort:view", scope: { cohort: "cohort" } }, async ({ db, params, url, context }) => {
  const page = await calendarPage(db, uuidParam(params, "cohort"), url.searchParams.get("chapter"));
  if (!page) throw notFound();
  return { ...page, done: url.searchParams.get("done"), locale: context.locale };
});

export const action = guardedAction({ permission: "cohort:manage", scope: { cohort: "cohort" } }, async (args) => {
  const answer = await saveCalendar(args, uuidParam(args.params, "cohort"), await args.request.formData());
  return data(answer, { status: answer.overtaken ? 409 : answer.failure && answer.failure.formErrors.length + Object.keys(answer.failure.fieldErrors).length > 0 ? 400 : 200 });
});

export default function CalendarOfCohort() {
  const { cohort, chapters, addable, chapter, settings, done, locale } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const failure = useCohortFailure(answer?.failure);
  const { t } = useTranslation("cohorts");
  const { timeZone } = cohort;
  const steps = STEPS.filter((step) => settings[step]);
  const labels = Object.fromEntries(Object.keys(failure?.fieldErrors ?? {}).map((name) => [name, fieldLabel(t, name)]));
  return (
    <div className="grid gap-6">
      <Flash messages={done && !answer ? [{ id: `${done} ${cohort.version}`, tone: "ok", text: t(`calendar.done.${done}`) }] : []} />
      {answer?.overtaken && (
        <Callout kind="now" title={t("stale.title")}>
          <p>{answer.overtaken.at ? t("stale.by", { who: answer.overtaken.by ?? t("road:system"), when: formatDate(answer.overtaken.at, { locale, timeZone }) }) : t("stale.somehow")}</p>
          {answer.differs.length > 0 && <p>{t("stale.differs")}</p>}
          <SettingChanges changes={answer.differs} locale={locale} timeZone={timeZone} />
        </Callout>
      )}
      <ChapterOrder cohort={cohort} chapters={chapters} addable={addable} current={chapter?.slug ?? null} locale={locale} />
      {chapter && (
        <FormFailureProvider failure={failure}>
          <Form key={`${chapter.slug} ${answer ? "kept" : cohort.version}`} method="post" replace className="grid gap-4">
            <div>
              <h2 className="text-lg">{t("calendar.of", { title: t("chapter", { number: chapter.number, title: pick(chapter.title, locale) }) })}</h2>
              <p className="text-sm text-ink-soft">{t("calendar.lead", { zone: timeZone })}</p>
            </div>
            <FormErrors labels={labels} />
            <input type="hidden" name="version" value={cohort.version} />
            <input type="hidden" name="chapter" value={chapter.slug} />
            {steps.map((step) => {
              const set = settings[step];
              return set && <StepSettingsFields key={step} step={step} settings={set} timeZone={timeZone} gateOpen={Object.keys(failure?.fieldErrors ?? {}).some((name) => name.startsWith(`${step}.gate.`))} />;
            })}
            {answer?.plan && <CalendarPlanNotice plan={answer.plan} locale={locale} timeZone={timeZone} />}
            {answer?.plan && <input type="hidden" name="seen" value={answer.seen} />}
            <div className="flex flex-wrap items-center gap-3">
              {answer?.plan && answer.plan.changes.length > 0 && (
                <SubmitButton name="intent" value="save">
                  {t("calendar.save")}
                </SubmitButton>
              )}
              <SubmitButton name="intent" value="plan" variant={answer?.plan ? "secondary" : "primary"}>
                {t(answer?.plan ? "calendar.planAgain" : "calendar.plan")}
              </SubmitButton>
            </div>
          </Form>
        </FormFailureProvider>
      )}
    </div>
  );
}

/** "笔试 · 截止" for the name of a field. */
function fieldLabel(t: ReturnType<typeof useTranslation>["t"], name: string): string {
  const [step = "", field = "", gate = ""] = name.split(".");
  const known = isStep(step) ? t(`road:step.${step}`) : step;
  return `${known} · ${field === "gate" ? t(`gate.${step}.${gate}`, { defaultValue: t(`gate.${gate}`) }) : t(`calendar.field.${field}`)}`;
}
