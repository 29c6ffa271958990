import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guardedAction, guardedLoader } from "~/auth/guard.server";
import type { RouteHandle } from "~/i18n/handle";
import { FieldHead, fieldPath, PlanList } from "~/steps/field-tracking";
import { planPage } from "~/steps/field-tracking/index.server";
import { ButtonLink, EmptyState } from "~/ui";
import { actOnPlan } from "../../plan-answer.server";
import { ownStep } from "./own-step.server";

export { shouldRevalidate } from "~/platform/after-conflict";

const access = { permission: "learn", scope: "any" } as const;
export const handle: RouteHandle = { i18n: ["ui", "road", "field"], title: (t) => t("field:plan.title") };

export const loader = guardedLoader(access, async (args) => {
  const own = await ownStep(args);
  return { ...(await planPage(args.db, own, args.now)), enrolmentId: own.enrolmentId, chapterSlug: own.chapterSlug, locale: args.context.locale, timeZone: own.timeZone };
});

export const action = guardedAction(access, async (args) => {
  const { enrolmentId, chapterSlug } = await ownStep(args);
  const answer = await actOnPlan(args, { enrolmentId, chapterSlug });
  return data(answer, { status: answer === null ? 200 : 409 });
});

export default function FieldPlan() {
  const { checkpoints, locale, timeZone, ...place } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? null;
  const { t } = useTranslation("field");
  return (
    <div className="mx-auto max-w-5xl">
      <FieldHead {...place} locale={locale} />
      {checkpoints === null ? <EmptyState title={t("locked.title")} action={<ButtonLink to={fieldPath(place.enrolmentId, place.chapterSlug)}>{t("plan.whatFirst")}</ButtonLink>}>{t("plan.locked")}</EmptyState> : <PlanList checkpoints={checkpoints} party="learner" answer={answer} locale={locale} timeZone={timeZone} />}
    </div>
  );
}
