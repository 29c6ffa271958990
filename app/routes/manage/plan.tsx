import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guardedAction, guardedLoader, type Guarded, uuidParam } from "~/auth/guard.server";
import { personName } from "~/cohorts";
import type { RouteHandle } from "~/i18n/handle";
import { pick } from "~/i18n/pick";
import { notFound } from "~/platform/errors";
import { COACH_PATH, PlanList } from "~/steps/field-tracking";
import { coachedStep, planPage } from "~/steps/field-tracking/index.server";
import { EmptyState, PageHeader } from "~/ui";
import { actOnPlan } from "../plan-answer.server";
import { COACH } from "./access";

export { shouldRevalidate } from "~/platform/after-conflict";

export const handle: RouteHandle<{ step: { personName: string } }> = { i18n: ["ui", "field"], title: (t, { step }) => t("field:plan.titleOf", { name: step.personName }) };

async function stepOf({ db, actor, params }: Pick<Guarded, "db" | "actor" | "params">) {
  const step = await coachedStep(db, actor, { enrolmentId: uuidParam(params, "enrolment"), chapterSlug: params.chapter ?? "" });
  if (!step) throw notFound();
  return step;
}

export const loader = guardedLoader(COACH, async (args) => {
  const step = await stepOf(args);
  return { step, ...(await planPage(args.db, step, args.now)), locale: args.context.locale };
});

export const action = guardedAction(COACH, async (args) => {
  const { enrolmentId, chapterSlug } = await stepOf(args);
  const answer = await actOnPlan(args, { enrolmentId, chapterSlug });
  return data(answer, { status: answer === null ? 200 : 409 });
});

export default function CoachedPlan() {
  const { step, title, checkpoints, locale } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? null;
  const { t } = useTranslation("field");
  const name = personName({ name: step.personName, nameLatin: step.personLatin }, locale);
  return (
    <div className="mx-auto max-w-5xl">
      <PageHeader title={t("plan.titleOf", { name })} lead={`${pick(title, locale)} · ${step.cohortName}`} crumbs={[{ to: COACH_PATH, label: t("coach.title") }]} />
      {checkpoints === null ? <EmptyState title={t("locked.title")}>{t("plan.locked")}</EmptyState> : <PlanList checkpoints={checkpoints} party="manager" answer={answer} locale={locale} timeZone={step.timeZone} />}
    </div>
  );
}
